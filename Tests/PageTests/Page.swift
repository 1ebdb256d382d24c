import Course
import CourseFiles
import Foundation
import Testing
import Vocabulary

@testable import make_lessons

/// What the tests ask of a lesson's page, `Lessons/<folder>/README.md`.
///
/// Whatever is wrong is returned as sentences, so that a test reads `#expect(page.structureProblems == [])`.
extension Page {
  /// The headings that every page has, in this order.
  static let sectionNames = [
    "The idea", "The formulas", "The exercises", "How to check", "Common mistakes", "See it",
    "Try it", "Explain it in your own words", "References",
  ]

  init(folder: String) throws {
    let file = Page.file(of: folder)
    self.init(file: file, text: try Repository.text(at: file))
  }

  /// The folder in which the page lies.
  private var folder: String { String(file.split(separator: "/")[1]) }

  private var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  // MARK: - Structure

  /// What differs from the course's form: title, goal, sections and length.
  var structureProblems: [String] {
    var problems: [String] = []
    // A file that ends with a line feed, as it should, has one empty piece after its last line.
    let lineCount = lines.last == "" ? lines.count - 1 : lines.count
    if !(80...230).contains(lineCount) { problems.append("the page has \(lineCount) lines, not 80 to 230") }
    let number = folder.dropFirst("Lesson".count).prefix { $0.isNumber }
    if !text.hasPrefix("# Lesson \(number) · ") {
      problems.append("the first line is not '# Lesson \(number) · Title'")
    }
    let goal = lines.dropFirst().first { !$0.isEmpty } ?? ""
    if goal.hasPrefix("#") || !goal.hasSuffix(".") {
      problems.append("no goal, one sentence on one line, stands under the title")
    }
    let found = lines.filter { $0.hasPrefix("## ") }.map { String($0.dropFirst(3)) }
    if found != Page.sectionNames { problems.append("the sections are \(found)") }
    return problems
  }

  // MARK: - Exercises and hints

  /// Which exercise of the solution lacks its heading, its signature or its three hints.
  func exerciseProblems() throws -> [String] {
    let exercises = try MarkedExercise.all(in: folder)
    var problems: [String] = exercises.isEmpty ? ["\(folder) in Solutions/ has no exercise"] : []
    let headings = section("The exercises").matches(of: /(?m)^### (.+)$/).map { String($0.1) }
    if headings != exercises.map(\.heading) { problems.append("the exercises are headed \(headings)") }
    for exercise in exercises {
      let body = part(on: exercise.id)?.text ?? ""
      let code = Page.between("```swift\n", "```", in: body[...]) ?? ""
      if Page.onOneLine(code) != exercise.signature {
        problems.append("\(exercise.heading): the signature is not '\(exercise.signature)'")
      }
      let hints = Page.hints(in: body)
      let expected = (1...3).map { "\(exercise.id) · Hint \($0) of 3" }
      if hints.map(\.summary) != expected {
        problems.append("\(exercise.heading): its hints are not 1 of 3, 2 of 3 and 3 of 3")
      }
      for hint in hints where hint.text.contains("$") || hint.text.isEmpty {
        problems.append("\(hint.summary): a terminal shows it, so it is plain text without $, and not empty")
      }
    }
    return problems
  }

  // MARK: - Text

  /// The words of a text with one space between them, brackets closed up: a signature however it was broken.
  static func onOneLine(_ text: Substring) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      .replacing("( ", with: "(").replacing(" )", with: ")")
  }
}

/// An exercise as its solution states it.
struct MarkedExercise {
  let id: ExerciseID
  let name: String
  let signature: String

  var heading: String { "\(id) \(name)" }

  /// The exercises of a lesson, read from the markers in its solution.
  static func all(in folder: String) throws -> [MarkedExercise] {
    let topic = folder.drop { $0 != "-" }.dropFirst()
    return all(inSource: try Repository.text(at: "Solutions/\(folder)/\(topic).swift"))
  }

  /// The exercises that a solution marks.
  static func all(inSource source: String) -> [MarkedExercise] {
    source.matches(of: /\/\/ BEGIN SOLUTION (\d+\.\d+) ([\w.]+)/).compactMap { marker in
      guard let id = ExerciseID(marker.1) else { return nil }
      let above = source[..<marker.range.lowerBound]
      let start = above.ranges(of: "public ").last?.upperBound ?? above.startIndex
      // What stands between the brace and the mark is given.
      let signature = Page.onOneLine(above[start...].prefix { $0 != "{" })
      return MarkedExercise(id: id, name: String(marker.2), signature: signature)
    }
  }
}

/// The checkout that the tests were compiled from.
enum Repository {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func text(at path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The folders of the lessons, `Lesson1-Activations` first.
  static func lessonFolders() throws -> [String] {
    LessonFolder.ordered(
      try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Solutions").path()))
  }
}
