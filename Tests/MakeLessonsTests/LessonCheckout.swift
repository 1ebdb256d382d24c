import Course
import Engine
import Foundation
import Testing

@testable import make_lessons

/// A folder with the texts of lesson 1, of which a test may spoil one.
final class LessonCheckout {
  let root = FileManager.default.temporaryDirectory.appending(path: "course-rules-\(UUID().uuidString)")
  /// The course of lesson 1 alone.
  let course = Course(lessons: [Course.neuralNetwork.lessons[0]])

  static let plots = "Sources/LabKit/Plots"
  static let pictures = "Lessons/Lesson1-Activations/pictures"
  static let page = "Lessons/Lesson1-Activations/README.md"
  static let solution = "Solutions/Lesson1-Activations/Activations.swift"
  static let host = "Sources/Hosts/Lesson1Host/main.swift"
  static let contract = "Sources/Contract/Lesson1.swift"
  static let installing = "Tests/StudentCode/Lesson1/Lesson1Installing.swift"
  static let suite = "Tests/PageTests/Lesson1PageTests.swift"
  static let mistakes = "Tests/StudentCode/Lesson1/Lesson1Mistakes.swift"

  init() throws {
    let checkout = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL
    for path in [
      Self.page, Self.suite, Self.solution, Self.host, Self.contract, "Tests/StudentCode/Lesson1",
      "Sources/Course/Lesson1",
      Self.plots, Self.pictures,
    ] {
      let copy = root.appending(path: path)
      try FileManager.default.createDirectory(
        at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: checkout.appending(path: path), to: copy)
    }
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  /// What the rules say; with an exercise in place of the course's of the same number, and with figures of the lesson.
  func problems(with other: Exercise? = nil, figures: [String]? = nil) -> [String] {
    let exercises = course.exercises.map { $0.id == other?.id ? other ?? $0 : $0 }
    let lesson = Lesson(
      1, "Activations", "Activations", summary: "", figures: figures ?? course.lessons[0].figures, exercises: exercises)
    return CourseRules(course: Course(lessons: [lesson]), root: root).problems
  }

  func text(of file: String) throws -> String {
    try String(contentsOf: root.appending(path: file), encoding: .utf8)
  }

  func write(_ text: String, to file: String) throws {
    let destination = root.appending(path: file)
    try FileManager.default.createDirectory(
      at: destination.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: destination)
  }

  func remove(_ file: String) throws {
    try FileManager.default.removeItem(at: root.appending(path: file))
  }

  /// Replaces what stands in a file once.
  func replace(_ old: String, by new: String, in file: String) throws {
    let text = try text(of: file)
    try #require(text.ranges(of: old).count == 1)
    try write(text.replacing(old, with: new), to: file)
  }

  /// The line, counted from 1, on which a text begins that stands in a file once.
  func line(of words: String, in file: String) throws -> Int {
    let lines = try text(of: file).components(separatedBy: "\n")
    return try #require(lines.firstIndex { $0.contains(words) }) + 1
  }
}

extension Exercise {
  /// The same exercise with other claims.
  func with(claims: [PageClaim]) -> Exercise { changed(content, demonstration: demonstration, claims: claims) }

  /// The same exercise with another demonstration, or none.
  func with(demonstration: Demonstration?) -> Exercise {
    changed(content, demonstration: demonstration, claims: claims)
  }

  private func changed(
    _ content: some ExerciseContent, demonstration: Demonstration?, claims: [PageClaim]
  ) -> Exercise {
    Exercise(content.specification, demonstration: demonstration, claims: claims) { _ in checks }
  }
}
