import CourseFiles
import Engine
import Foundation
import StudentCode

/// All mistakes of one lesson, planted together, so that one build serves them.
///
/// Each stands in a function of its own around the solution's body, and a variable of the environment says which one is
/// called.
struct MistakeRound {
  private let lesson: Lesson
  private let mistakes: [Version]
  private static let variable = "PLANTED_MISTAKE"

  /// Takes the mistakes of a lesson.
  init(_ lesson: Lesson, _ mistakes: [Version]) {
    self.lesson = lesson
    self.mistakes = mistakes.filter { mistake in lesson.exercises.contains { $0.id == mistake.exercise } }
  }

  /// Plants all of them.
  func plant(in classroom: borrowing Classroom) throws {
    var text = try classroom.solution(of: lesson)
    for exercise in lesson.exercises {
      guard let right = Bodies.body(of: exercise.id, in: text),
        let planted = Bodies.replacing(exercise.id, in: text, with: body(of: exercise, around: right))
      else { throw ClassroomError("no body of \(exercise.id)") }
      text = planted
    }
    try classroom.write("import Foundation\n" + text, to: lesson)
  }

  /// The environment in which a student has made one of them.
  func environment(for mistake: Version) -> [String: String] { [Self.variable: mistake.title] }

  private func body(of exercise: Exercise, around right: String) -> String {
    let result = exercise.resultType.map { " -> \($0)" } ?? ""
    var functions = ""
    var cases = ""
    for (index, mistake) in mistakes.filter({ $0.exercise == exercise.id }).enumerated() {
      functions += "  func planted\(index)()\(result) {\n\(mistake.body)\n  }\n"
      cases += "  case \"\(mistake.title)\": return planted\(index)()\n"
    }
    return functions + "  func right()\(result) {\n\(right)\n  }\n"
      + "  switch getenv(\"\(Self.variable)\").map({ String(cString: $0) }) {\n\(cases)  default: return right()\n  }"
  }
}
