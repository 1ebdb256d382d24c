import Foundation
import Testing

extension ClassroomTests {
  /// The pages show what the command really prints.
  ///
  /// `COURSE_UPDATE=transcripts swift test --filter TranscriptTests` writes today's output into the pages.
  @Suite(.serialized)
  struct TranscriptTests {
    /// Each page wants builds of its own, so the short battery is content with the first.
    private static var pages: [String] {
      get throws {
        try Classroom.runsLongBatteries || isUpdating ? Transcript.pages() : Array(Transcript.pages().prefix(1))
      }
    }

    @Test("a page shows what the command prints", arguments: try pages)
    func transcripts(page: String) throws {
      let text = try Transcript.text(of: page)
      var updated = text
      for transcript in Transcript.all(in: text, page: page).reversed() {
        let present = try transcript.present()
        if Self.isUpdating {
          updated.replaceSubrange(transcript.range, with: present)
        } else {
          #expect(transcript.output == present)
        }
      }
      if updated != text {
        try Data(updated.utf8).write(to: Classroom.checkout.appending(path: page), options: .atomic)
      }
    }

    @Test("the README begins with a transcript and every lesson's page has two")
    func presence() throws {
      for page in try Transcript.pages() where page.contains("/Lesson") {
        #expect(Transcript.all(in: try Transcript.text(of: page), page: page).count >= 2, "\(page)")
      }
      #expect(!Transcript.all(in: try Transcript.text(of: "README.md"), page: "README.md").isEmpty)
    }

    private static let isUpdating = ProcessInfo.processInfo.environment["COURSE_UPDATE"] == "transcripts"
  }
}
