import Foundation
import StudentCode

/// A command and its output as a page shows them.
///
///     <!-- transcript: plant 4.3 mean missing -->
///     ```text
///     $ swift run course-check 4.3
///     Lesson 4 · Backward pass …
///     ```
///
/// The comment says what the student's lessons are: `stubs`, `solved`, or `plant` and a mistake that stands in otherwise
/// solved lessons.
struct Transcript {
  /// The page, relative to the checkout.
  let page: String
  let state: String
  /// The words after `course-check`.
  let arguments: [String]
  /// The output as the page has it.
  let output: String
  /// Where the output stands in the page's text.
  let range: Range<String.Index>

  private static var pattern: Regex<(Substring, Substring, Substring, Substring)> {
    /<!-- transcript: ([^\n]*) -->\n```text\n\$ swift run course-check ?([^\n]*)\n((?s).*?)```/
  }

  /// The transcripts of a page.
  static func all(in text: String, page: String) -> [Transcript] {
    text.matches(of: pattern).map { match in
      Transcript(
        page: page, state: String(match.1), arguments: match.2.split(separator: " ").map(String.init),
        output: String(match.3), range: match.3.startIndex..<match.3.endIndex)
    }
  }

  /// Every page that may hold transcripts.
  static func pages() throws -> [String] {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: Classroom.checkout.appending(path: "Lessons").path)
    let lessons = folders.filter { $0.hasPrefix("Lesson") }.sorted().map { "Lessons/\($0)/README.md" }
    return ["README.md", "Lessons/README.md", ".github/CONTRIBUTING.md"] + lessons
  }

  static func text(of page: String) throws -> String {
    try String(contentsOf: Classroom.checkout.appending(path: page), encoding: .utf8)
  }

  /// What the command prints today.
  func present() throws -> String {
    var result = ""
    try Classroom.open(state == "stubs" ? .stubs : .solved) { classroom in
      if state.hasPrefix("plant ") {
        let name = String(state.dropFirst("plant ".count))
        guard let mistake = Version.mistake(name) else { throw ClassroomError("no mistake '\(name)'") }
        try classroom.plant(mistake.body, in: mistake.exercise)
      } else if !["stubs", "solved"].contains(state) {
        throw ClassroomError("\(page): a transcript of '\(state)', which is no state of a classroom")
      }
      result = try run(in: classroom)
    }
    return result
  }

  private func run(in classroom: borrowing Classroom) throws -> String {
    try Command(classroom.command.path, arguments, in: classroom.root).run(limit: 120).output
  }
}
