import Course
import CourseFiles
import Engine
import StudentCode
import Testing
import Vocabulary

/// A whole lesson solved in another style than the reference solution, which every check must accept.
struct RightAnswers: Sendable {
  let lesson: Lesson
  /// What is different about it.
  let style: String
  /// Whether the file imports Foundation, which brings functions of the same names as CourseKit.
  var importsFoundation = false
  /// The lines of each exercise's body, by the exercise.
  let bodies: [ExerciseID: String]
  /// Functions of the student's own at the end of the file.
  var helpers = ""

  /// Every style of every lesson.
  static let all = Course.neuralNetwork.lessons.flatMap(styles) + timed

  /// Three styles of lesson 4: what the short battery tries.
  static let few = Array(styles(of: Course.neuralNetwork.lessons[3]).prefix(3))

  /// The styles in which a lesson is solved in `Tests/StudentCode`.
  private static func styles(of lesson: Lesson) -> [RightAnswers] {
    let numbers = lesson.exercises.map(\.id)
    let answers = Version.all(.right).filter { numbers.contains($0.exercise) }
    return Dictionary(grouping: answers, by: \.name).sorted { $0.key < $1.key }.map { style, answers in
      RightAnswers(
        lesson: lesson, style: style, importsFoundation: answers.contains { $0.importsFoundation },
        bodies: Dictionary(answers.map { ($0.exercise, $0.body) }) { $1 },
        helpers: Version.helpers["\(lesson.number) \(style)"] ?? "")
    }
  }

  /// The lesson's file: the reference solution with every body replaced.
  ///
  /// - Throws: `ClassroomError` if an exercise of the lesson is left out.
  func text(from solution: String) throws -> String {
    var text = solution
    for exercise in lesson.exercises {
      guard let body = bodies[exercise.id],
        let replaced = Bodies.replacing(exercise.id, in: text, with: body)
      else { throw ClassroomError("\(style): no body for \(exercise.id)") }
      text = replaced
    }
    if importsFoundation {
      let line = "import CourseKit\n"
      text = text.replacing(line, with: line + "import Foundation\n", maxReplacements: 1)
    }
    return helpers.isEmpty ? text : text + "\n" + helpers + "\n"
  }
}

extension RightAnswers: CustomTestStringConvertible {
  var testDescription: String { "lesson \(lesson.number): \(style)" }
}
