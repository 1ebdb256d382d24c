import Judge
import Testing

/// A fault, and the lesson and the exercise that it is planted in.
struct PlantedFault: Sendable, CustomTestStringConvertible {
  let fault: Fault
  let lesson: Lesson
  let exercise: Exercise
  /// What stands in the lesson beside it without happening; nil for a fault that is not made of statements.
  private var round: FaultRound?

  var testDescription: String { "\(fault.name) in \(Course.name(of: exercise.number))" }

  /// Every fault in every lesson; in the short battery those of lesson 4.
  static let all = Course.lessons.flatMap { lesson in
    let turn = Fault.all.filter(\.takesTurns).map(\.name)
    let faults = Fault.all.filter { fault in
      guard Classroom.runsLongBatteries else { return !fault.isVariant && lesson.number == 4 }
      return turn.firstIndex(of: fault.name).map { (lesson.number + $0) % turn.count == 0 } ?? true
    }
    return planted(faults, in: lesson)
  }

  private static func planted(_ faults: [Fault], in lesson: Lesson) -> [PlantedFault] {
    FaultRound.rounds(of: faults.filter(\.isStatements), in: lesson).flatMap { round in
      round.all.map { PlantedFault(fault: $0.fault, lesson: lesson, exercise: $0.exercise, round: round) }
    }
      + faults.filter { !$0.isStatements }.compactMap { fault in
        fault.exercises(lesson).first.map { PlantedFault(fault: fault, lesson: lesson, exercise: $0) }
      }
  }

  /// Plants it.
  func plant(in classroom: borrowing Classroom) throws {
    try round?.plant(in: classroom)
    if case .file(let change) = fault.form { try change(classroom, lesson, exercise) }
  }

  /// The environment in which it happens.
  var environment: [String: String] { round?.environment(for: fault, in: exercise) ?? [:] }
}

extension Fault {
  /// Whether it is statements of an exercise, so that others can stand beside it.
  fileprivate var isStatements: Bool {
    if case .file = form { false } else { true }
  }
}
