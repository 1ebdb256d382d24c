import Engine
import Foundation
import Vocabulary

/// Something that goes wrong in a student's lesson, as a test plants it in a classroom where all else is right.
struct Fault: Sendable {
  /// What happens, in a few words.
  let name: String
  /// The exit status that the command must end with.
  var status: Int32 = 1
  /// What the report must say, with `NAME` for the function of the exercise and `FILE` for the lesson's file.
  let says: [String]
  /// Parts of the source lines one of which the report must name, each found in one line; none if no line is to blame.
  var lines: [String] = []
  /// Whether only the long batteries try it, in one lesson of four: a variant of another fault.
  var isVariant = false
  /// The exercises of a lesson that it can be planted in; none if it does not apply to the lesson.
  var exercises: @Sendable (Lesson) -> [Exercise] = { $0.exercises }
  let form: Form

  /// How it is planted.
  enum Form: Sendable {
    /// Statements at the beginning of an exercise, before its right solution.
    case before(String)
    /// Statements after the right solution, which change what it gives; `MATRIX` stands for a matrix of that.
    case after(String)
    /// Any change of the lesson's file or of what lies around it.
    case file(@Sendable (borrowing Classroom, Lesson, Exercise) throws -> Void)
  }

  /// A change of the lesson's text.
  static func text(_ change: @escaping @Sendable (String, Exercise) -> String) -> Form {
    .file { classroom, lesson, exercise in
      let text = change(try classroom.solution(of: lesson), exercise)
      try Data(text.utf8).write(to: classroom.file(of: lesson))
    }
  }

  /// Just that exercise.
  static func only(_ id: ExerciseID) -> @Sendable (Lesson) -> [Exercise] {
    { $0.exercises.filter { $0.id == id } }
  }

  /// Every fault that is planted in a lesson, in the order of the battery.
  static let all =
    traps + resources + results + abuses + trainingFaults + monitorFaults + momentumFaults + layerFaults + adamFaults
    + dropoutFaults + files + declarations
}
