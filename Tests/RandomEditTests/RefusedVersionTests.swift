import Batteries
import Course
import Engine
import Foundation
import Testing

@testable import Building
@testable import CourseFiles

/// The random edits that the compiler refuses, each with what it says and the note below that.
///
/// Whether a note is true of its line, people have read; `COURSE_NOTES` names a file into which all are written for them. What a
/// machine can hold against them is tested here.
@Suite("A version that the compiler refuses", .enabled(if: Battery.isLong))
struct RefusedVersionTests {
  private static let countPerExercise = Battery.choice(little: 0, sample: 6, all: 60)

  @Test("has notes in which every piece of code stands in the line or can be read from the file")
  func notes() throws {
    let solutions = try Dictionary(
      uniqueKeysWithValues: Course.neuralNetwork.lessons.map { lesson in
        let file = Toolchain.checkout.appending(path: "Solutions/\(lesson.file)")
        return (lesson.number, try String(contentsOf: file, encoding: .utf8))
      })
    let toolchain = try Toolchain(named: "refused-lessons")
    for lesson in Course.neuralNetwork.lessons { _ = try toolchain.compile(lesson, solutions[lesson.number] ?? "") }
    var refused: [RefusedVersion] = []
    for lesson in Course.neuralNetwork.lessons {
      refused += try RefusedVersion.all(
        of: lesson, count: Self.countPerExercise, solutions: solutions, with: toolchain)
    }
    let noted = refused.filter { $0.note != nil }
    for version in noted {
      let note = version.note ?? ""
      // What is still to be written stands there as three points behind its name.
      #expect(!note.replacing(": …,", with: "").contains("…,") && !note.contains("  "), "\(version)")
      #expect(note.hasSuffix(".") && note.count < 260, "\(version)")
    }
    if let path = ProcessInfo.processInfo.environment["COURSE_NOTES"] {
      try refused.map(\.description).joined(separator: "\n\n").write(toFile: path, atomically: true, encoding: .utf8)
    }
    print("Refused versions: \(refused.count) errors, \(noted.count) of them with a note, with seed \(Battery.seed)")
  }
}

/// An error in a version of an exercise.
private struct RefusedVersion: CustomStringConvertible {
  let title: String
  let line: String
  let message: String
  let note: String?

  var description: String { "\(title)\n    \(line)\n    \(message)\n  ✎ \(note ?? "–")" }

  /// Makes versions of a lesson's exercises and asks the compiler about all of them at once.
  static func all(
    of lesson: Lesson, count: Int, solutions: [Int: String], with toolchain: Toolchain
  ) throws -> [RefusedVersion] {
    let source = solutions[lesson.number] ?? ""
    let bodies = EditedLesson.bodies(of: lesson, count: count, seed: Battery.seed, solutions: solutions)
    var versions: [EditedLesson.EditedVersion] = []
    for exercise in lesson.exercises {
      for body in bodies[exercise.id] ?? [] {
        versions.append(EditedLesson.EditedVersion(exercise: exercise, number: versions.count, body: body))
      }
    }
    let file = EditedFile(source, lesson, versions)
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
    let errors = try toolchain.compile(lesson, file.text, in: "refused\(lesson.number)", onlyChecking: true)
    var known: Set<String> = []
    let advice = CompilerAdvice()
    return errors.compactMap { error in
      guard let number = file.version(atLine: error.line),
        let place = lines[..<error.line].lastIndex(where: { $0.hasPrefix("  func edited\(number)()") })
      else { return nil }
      // A student's file has this version alone, in which the error stands as far from the body's first line.
      let version = versions[number]
      guard let own = Bodies.replacing(version.exercise.id, in: source, with: version.body.text),
        let begin = own.split(separator: "\n", omittingEmptySubsequences: false)
          .firstIndex(where: { $0.contains("BEGIN SOLUTION \(version.exercise.id) ") })
      else { return nil }
      let ownLines = own.split(separator: "\n", omittingEmptySubsequences: false)
      let line = begin + 1 + error.line - 1 - place
      guard ownLines.indices.contains(line - 1), known.insert("\(number) \(line) \(error.text)").inserted else {
        return nil
      }
      let lessons = Course.neuralNetwork.outline
      let found = ErrorPlace(
        error.text, line: line, column: error.column,
        in: SourceFile(ownLines, lesson: lesson.outline, lessons: lessons))
      return RefusedVersion(
        title: version.title, line: ownLines[line - 1].trimmingCharacters(in: .whitespaces), message: error.text,
        note: advice.note(on: found))
    }
  }
}
