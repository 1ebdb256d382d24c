import Foundation
import Vocabulary

/// A page of the course: a lesson's, or the syllabus.
package struct Page {
  /// The file, relative to the checkout.
  package let file: String
  /// What stands there, in Markdown.
  package let text: String

  init(file: String, text: String) {
    self.file = file
    self.text = text
  }

  /// Reads a lesson's page, or the syllabus for nil.
  ///
  /// - Throws: `MissingPage` if it cannot be read.
  package init(of lesson: LessonOutline?, in root: URL) throws(MissingPage) {
    file = lesson.map { "Lessons/\($0.folder)/README.md" } ?? "Lessons/README.md"
    guard let text = try? String(contentsOf: root.appending(path: file), encoding: .utf8) else {
      throw MissingPage(file: file)
    }
    self.text = text.replacing("\r\n", with: "\n")
  }

  /// The page without what only a browser needs; in place of the hints stands the command that shows them.
  package var readable: String {
    text.replacing(/<!--(?s).*?-->\n?/, with: "")
      .replacing(/<details><summary>([0-9.]+) · Hint ([0-9]) of [0-9]<\/summary>(?s).*?<\/details>\n?/) { hint in
        hint.2 == "1" ? "\nStuck? `swift run course-check hint \(hint.1)`\n" : ""
      }
  }

  /// The part about an exercise; nil if the page has none.
  package func part(on exercise: ExerciseOutline) -> String? {
    let lines = readable.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0.hasPrefix("### \(exercise.id) ") }) else { return nil }
    let others = lines[(start + 1)...].prefix { !$0.hasPrefix("## ") && !$0.hasPrefix("### ") }
    return ([lines[start]] + others).joined(separator: "\n")
  }

  /// The hints of an exercise: `<details><summary>4.3 · Hint 1 of 3</summary>…</details>`.
  package func hints(of exercise: ExerciseID) -> [Hint] {
    text.matches(of: /<details><summary>([0-9.]+) · Hint ([0-9]) of [0-9]<\/summary>((?s).*?)<\/details>/)
      .filter { ExerciseID($0.1) == exercise }
      .map { Hint(step: Int($0.2) ?? 0, text: $0.3.trimmingCharacters(in: .whitespacesAndNewlines)) }
      .sorted { $0.step < $1.step }
  }
}

/// One step of help with an exercise.
package struct Hint: Equatable {
  let step: Int
  package let text: String
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
