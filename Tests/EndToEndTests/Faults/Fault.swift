import Authoring
import Foundation
import Judge
import Testing

/// Something that goes wrong in a student's lesson, as a test plants it in a classroom where all else is right.
struct Fault: Sendable {
  /// What happens, in a few words.
  let name: String
  /// The exit status that the command must end with.
  var status: Int32 = 1
  /// What the report must say, with `NAME` for the function of the exercise and `FILE` for the lesson's file.
  let says: [String]
  /// The source lines one of which the report must name; none if no line is to blame.
  var lines: [String] = []
  /// Whether only the long batteries try it: a variant of another fault.
  var isVariant = false
  /// The exercise of a lesson that it is planted in; nil if it does not apply to the lesson.
  var exercise: @Sendable (Lesson) -> Exercise? = { $0.exercises.first }
  let plant: @Sendable (borrowing Classroom, Lesson, Exercise) throws -> Void

  /// Statements at the beginning of the exercise, before its right solution.
  static func statements(
    _ text: String, importing module: String? = nil
  ) -> @Sendable (borrowing Classroom, Lesson, Exercise) throws -> Void {
    { classroom, lesson, exercise in
      let body = try solvedBody(of: exercise, in: classroom, lesson)
      try classroom.plant("\(text)\n  return {\n\(body)\n  }()", in: exercise.number)
      if let module {
        let planted = try String(contentsOf: classroom.file(of: lesson), encoding: .utf8)
        try classroom.write("import \(module)\n" + planted, to: lesson)
      }
    }
  }

  /// A change of the right result, which the statement calls `result`.
  static func change(_ statement: String) -> @Sendable (borrowing Classroom, Lesson, Exercise) throws -> Void {
    { classroom, lesson, exercise in
      let body = try solvedBody(of: exercise, in: classroom, lesson)
      let type = exercise.signature.split(separator: "-> ").last ?? ""
      let matrix = type == "Parameters" ? "result.weights[0]" : "result"
      let changed = statement.replacing("MATRIX", with: matrix)
      try classroom.plant(
        "  var result: \(type) = {\n\(body)\n  }()\n\(changed)\n  return result", in: exercise.number)
    }
  }

  /// A change of the lesson's text.
  static func text(
    _ change: @escaping @Sendable (String, Exercise) -> String
  ) -> @Sendable (borrowing Classroom, Lesson, Exercise) throws -> Void {
    { classroom, lesson, exercise in
      let text = change(try classroom.solution(of: lesson), exercise)
      try Data(text.utf8).write(to: classroom.file(of: lesson))
    }
  }

  private static func solvedBody(
    of exercise: Exercise, in classroom: borrowing Classroom, _ lesson: Lesson
  ) throws -> String {
    guard let body = Bodies.body(of: exercise.number, in: try classroom.solution(of: lesson)) else {
      throw ClassroomError("no body of \(exercise.number)")
    }
    return body
  }

  /// The first exercise whose result holds a matrix.
  @Sendable static func matrixExercise(_ lesson: Lesson) -> Exercise? {
    lesson.exercises.first { $0.signature.hasSuffix("-> Matrix") || $0.signature.hasSuffix("-> Parameters") }
  }
}

/// A fault and the lesson that it is planted in.
struct PlantedFault: Sendable, CustomTestStringConvertible {
  let fault: Fault
  let lesson: Lesson

  var testDescription: String { "\(fault.name) in lesson \(lesson.number)" }

  /// Every fault in one lesson, in the long batteries in every lesson.
  static let all: [PlantedFault] = {
    let faults = Fault.traps + Fault.resources + Fault.results + Fault.files + Fault.declarations + Fault.abuses
    let lessons = Classroom.runsLongBatteries ? Course.lessons : [Course.lessons[3]]
    return faults.filter { Classroom.runsLongBatteries || !$0.isVariant }.flatMap { fault in
      lessons.filter { fault.exercise($0) != nil }.map { PlantedFault(fault: fault, lesson: $0) }
    }
  }()
}
