import Foundation

/// What a command printed when its lessons were the solutions, or the solutions with an edit that a page asks for.
///
/// They stand in `Tests/Recordings/LessonN.md`, each below a comment that says what the lessons were:
///
///     <!-- recorded: solved -->
///     ```text
///     $ swift run course-check train --epochs 50
///     …
///     ```
///
/// or `<!-- recorded: in 1.3 `max(0, z)` becomes `z` -->`. Pages quote what is recorded, and long tests run the commands again:
/// `COURSE_UPDATE=recordings swift test --filter RecordingTests` writes what they print today.
package struct Recording: Sendable {
  /// The lesson whose page asks for it.
  package let lesson: Int
  /// What the page has changed in the solutions; nil if nothing.
  package let edit: Edit?
  /// The words after `course-check`.
  package let words: [String]
  /// What was printed, without pictures.
  package let output: String

  /// A change in the body of an exercise.
  package struct Edit: Sendable {
    /// The exercise.
    package let exercise: String
    /// What stands there in the solution.
    package let old: String
    /// What the page asks for.
    package let new: String
  }

  /// The command and the edit, for messages.
  package var name: String {
    (["lesson \(lesson):"] + words + (edit.map { ["with `\($0.new)`"] } ?? [])).joined(separator: " ")
  }

  /// The lessons whose pages ask for something that is recorded.
  package static let lessons = 1...12

  /// Where the recordings of a lesson lie, relative to the checkout.
  package static func file(of lesson: Int) -> String { "Tests/Recordings/Lesson\(lesson).md" }

  /// What is recorded for a lesson, in the order of the file; nothing if there is no file.
  package static func all(of lesson: Int) throws -> [Recording] {
    let file = checkout.appending(path: file(of: lesson))
    guard FileManager.default.fileExists(atPath: file.path) else { return [] }
    let text = try String(contentsOf: file, encoding: .utf8)
    let pattern = /<!-- recorded: ([^\n]*) -->\n```text\n\$ swift run course-check ([^\n]*)\n((?s).*?)```\n/
    return text.matches(of: pattern).map { match in
      Recording(
        lesson: lesson, edit: Edit(match.1), words: match.2.split(separator: " ").map(String.init),
        output: String(match.3))
    }
  }

  /// Writes the recordings of a lesson, each with another output.
  package static func write(_ recordings: [(recording: Recording, output: String)], of lesson: Int) throws {
    let blocks = recordings.map { recording, output in
      let state = recording.edit.map { "in \($0.exercise) `\($0.old)` becomes `\($0.new)`" } ?? "solved"
      let command = "$ swift run course-check \(recording.words.joined(separator: " "))"
      return "<!-- recorded: \(state) -->\n```text\n\(command)\n\(output)```\n"
    }
    let text = "# What the commands of lesson \(lesson)'s page print\n\n" + blocks.joined(separator: "\n")
    try Data(text.utf8).write(to: checkout.appending(path: file(of: lesson)), options: .atomic)
  }

  /// The part of a command's output that is recorded: the pictures, which come last, are left out.
  package static func recorded(of output: String, by words: [String]) -> String {
    let lines = output.split(separator: "\n", omittingEmptySubsequences: false)
    let isLast: (Substring) -> Bool
    switch words.first {
    case "train": isLast = { $0.contains(#/^[0-9]+ epochs? · /#) }
    case "experiment": isLast = { $0.hasPrefix("ours: ") }
    default: return output
    }
    guard let end = lines.firstIndex(where: isLast) else { return output }
    return lines[...end].joined(separator: "\n") + "\n"
  }

  /// Whether another run printed the same: words are equal, and numbers differ by one in their last digit at most, which another
  /// computer's mathematical functions may do to a long training.
  package func agrees(with other: String) -> Bool {
    let (ours, theirs) = (output.split(whereSeparator: \.isWhitespace), other.split(whereSeparator: \.isWhitespace))
    return ours.count == theirs.count && zip(ours, theirs).allSatisfy { $0 == $1 || Self.areClose($0, $1) }
  }

  private static func areClose(_ one: Substring, _ other: Substring) -> Bool {
    guard let first = Double(one), let second = Double(other) else { return false }
    func decimals(_ text: Substring) -> Int { text.split(separator: ".").dropFirst().first?.count ?? 0 }
    return decimals(one) > 0 && abs(first - second) < 1.5 * pow(10, -Double(min(decimals(one), decimals(other))))
  }

  private static let checkout = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL
}

extension Recording.Edit {
  /// Reads `in 1.3 `old` becomes `new``; nil if there is no edit.
  fileprivate init?(_ state: Substring) {
    guard let match = state.wholeMatch(of: /in ([0-9.]+) `(.*)` becomes `(.*)`/) else { return nil }
    self.init(exercise: String(match.1), old: String(match.2), new: String(match.3))
  }
}
