import Foundation
import Vocabulary

/// A page of the course: a lesson's, or the syllabus.
package struct Page {
  /// The file, relative to the checkout.
  package let file: String
  /// What stands there, in Markdown; lines end with a line feed alone.
  package let text: String

  /// Creates a page of this text.
  package init(file: String, text: String) {
    self.file = file
    self.text = text.replacing("\r\n", with: "\n")
  }

  /// Reads a lesson's page, or the syllabus for nil.
  ///
  /// - Throws: `MissingPage` if it cannot be read.
  package init(of lesson: LessonOutline?, in root: URL) throws(MissingPage) {
    let file = lesson.map { Page.file(of: $0.folder) } ?? "Lessons/README.md"
    guard let text = try? String(contentsOf: root.appending(path: file), encoding: .utf8) else {
      throw MissingPage(file: file)
    }
    self.init(file: file, text: text)
  }

  /// Where the page of a lesson's folder lies, relative to the checkout.
  package static func file(of folder: String) -> String { "Lessons/\(folder)/README.md" }
}

// The parts of a page.
extension Page {
  /// The text below a `##` heading, to the next one.
  package func section(_ name: String) -> Substring {
    Page.between("\n## \(name)\n", "\n## ", in: text[...]) ?? ""
  }

  /// The part about an exercise: its heading `### 1.3 relu` with the line, counted from 1, and what follows to the next
  /// heading; nil if the page has none.
  package func part(on exercise: ExerciseID) -> (line: Int, heading: String, text: String)? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0.hasPrefix("### \(exercise) ") }) else { return nil }
    let body = lines[(start + 1)...].prefix { !$0.hasPrefix("## ") && !$0.hasPrefix("### ") }
    return (start + 1, String(lines[start].dropFirst("### ".count)), body.joined(separator: "\n"))
  }

  /// The text between the first `start` and the next `end`, or to the end of all; nil without a `start`.
  package static func between(_ start: String, _ end: String, in text: Substring) -> Substring? {
    guard let from = text.firstRange(of: start) else { return nil }
    let rest = text[from.upperBound...]
    return rest.firstRange(of: end).map { rest[..<$0.lowerBound] } ?? rest
  }
}

// The example of an exercise.
extension Page {
  private static var example: Regex<(Substring, Substring)> {
    /\n\nExample: ((?s).*?)(?=\n\n|\n<details>|\n*$)/
  }

  /// The paragraph `Example: call → result` in the part about an exercise, on one line and without its first word; nil
  /// without one.
  package static func example(in part: String) -> String? {
    part.firstMatch(of: example).map { $0.1.split(separator: "\n").joined(separator: " ") }
  }

  /// The page with `replacement` in place of each example.
  package func replacingExamples(with replacement: (Substring) -> String) -> String {
    text.replacing(Self.example) { replacement($0.0) }
  }
}

// The hints of a page.
extension Page {
  private static var hint: Regex<(Substring, Substring, Substring, Substring)> {
    /<details><summary>([0-9.]+) · (Hint [^<]*)<\/summary>((?s).*?)<\/details>\n?/
  }

  /// The hints in Markdown: `<details><summary>4.3 · Hint 1 of 3</summary>…</details>`, on one line or on several.
  package static func hints(in text: some StringProtocol) -> [Hint] {
    String(text).matches(of: hint).map {
      Hint(summary: "\($0.1) · \($0.2)", text: $0.3.trimmingCharacters(in: .whitespacesAndNewlines))
    }
  }

  /// The hints of an exercise, in the order of their steps.
  package func hints(of exercise: ExerciseID) -> [Hint] {
    Page.hints(in: text).filter { $0.exercise == exercise }.sorted { $0.step < $1.step }
  }

  /// The page with other text in place of each hint; without one nothing is left of it.
  package func replacingHints(with replacement: (Hint, Substring) -> String = { _, _ in "" }) -> String {
    text.replacing(Page.hint) { match in
      let hint = Hint(summary: "\(match.1) · \(match.2)", text: String(match.3))
      return replacement(hint, match.0)
    }
  }

  /// The page without what only a browser needs; in place of the hints stands the command that shows them, and what a browser
  /// folds away is unfolded below its title.
  package var readable: Page {
    let text = replacingHints { hint, _ in
      hint.step == 1 ? "\nStuck? `swift run course-check hint \(hint.exercise.map(\.description) ?? "")`\n" : ""
    }
    let unfolded = text.replacing(/<details><summary>([^<]*)<\/summary>/) { "**\($0.1)**\n" }
      .replacing(/<\/details>\n?/, with: "\n")
    return Page(file: file, text: unfolded.replacing(/<!--(?s).*?-->\n?/, with: ""))
  }
}

extension Page {
  /// The readable part about an exercise with its heading; nil if the page has none.
  package func readablePart(on exercise: ExerciseID) -> String? {
    readable.part(on: exercise).map { "### \($0.heading)\n\($0.text)" }
  }
}

/// One step of help with an exercise.
package struct Hint: Equatable {
  /// What stands above it: `4.3 · Hint 1 of 3`.
  package let summary: String
  /// What it says, without the lines around it.
  package let text: String

  package init(summary: String, text: String) {
    self.summary = summary
    self.text = text
  }

  /// The exercise that it helps with; nil if the summary names none.
  package var exercise: ExerciseID? { ExerciseID(summary.prefix { $0 != " " }) }

  /// Its place among the exercise's hints, counted from 1.
  package var step: Int { summary.firstMatch(of: /Hint ([0-9]+)/).flatMap { Int($0.1) } ?? 0 }
}

/// A page that is not there, or no longer has what is looked for.
package struct MissingPage: Error {
  let file: String
  /// The exercise that it says nothing about any more; nil if the whole page is missing.
  var exercise: ExerciseID?

  package init(file: String, exercise: ExerciseID? = nil) {
    self.file = file
    self.exercise = exercise
  }

  package var sentence: String {
    let problem =
      exercise.map { "The page \(file) has nothing about \($0) any more." } ?? "The page \(file) is missing."
    return "\(problem) Get it back with: git restore \(file)"
  }
}
