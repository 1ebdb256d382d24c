import Batteries
import Course
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
        let pages = try Transcript.pages()
        return isUpdating ? pages : Battery.some(of: pages, little: Array(pages.prefix(1)), sampleCount: 2)
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
        let count = Transcript.all(in: try Transcript.text(of: page), page: page).count
        #expect(count >= 2, "\(page) has \(count)")
      }
      #expect(!Transcript.all(in: try Transcript.text(of: "README.md"), page: "README.md").isEmpty)
    }

    @Test(
      "a transcript's comment is followed by a block that begins with the command", arguments: try Transcript.pages())
    func form(page: String) throws {
      let text = try Transcript.text(of: page)
      let comments = text.matches(of: /(?m)^<!-- transcript:.*$/)
      let blocks = Transcript.all(in: text, page: page)
      for comment in comments {
        let block = blocks.first { $0.range.lowerBound > comment.endIndex }
        let between = block.map { text[comment.endIndex..<$0.range.lowerBound].count { $0 == "\n" } }
        #expect(between == 3, "\(page): \(comment.output): '```text' and '$ swift run course-check …' come next")
      }
    }

    private static let isUpdating = ProcessInfo.processInfo.environment["COURSE_UPDATE"] == "transcripts"
  }
}
