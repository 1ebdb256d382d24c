import Batteries
import Course
import Engine
import Testing

/// A fault, and the lesson and the exercise that it is planted in.
struct PlantedFault: Sendable, CustomTestStringConvertible {
  let fault: Fault
  let lesson: Lesson
  let exercise: Exercise
  /// What stands in the lesson beside it without happening; nil for a fault that is not made of statements.
  private var round: FaultRound?

  var testDescription: String { "\(fault.name) in \(Course.neuralNetwork.name(of: exercise.id))" }

  /// Every fault in every lesson, its variants in one lesson of four; in the short battery those of lesson 4 alone.
  static let all =
    Battery.choice(
      little: short, sample: long.filter { fault in sampledLessons.contains(fault.lesson.number) }, all: long)

  /// The lesson of a sample: a fault of each sort is cheap once its lesson is built.
  private static let sampledLessons: [Int] = Battery.some(
    of: Course.neuralNetwork.lessons.map(\.number), little: [], sampleCount: 1)

  /// What the long battery plants.
  static let long = Course.neuralNetwork.lessons.flatMap { lesson in
    planted(Fault.all.filter { !$0.isVariant || isTurn(of: $0, in: lesson) }, in: lesson)
  }

  private static let short = planted(Fault.all.filter { !$0.isVariant }, in: Course.neuralNetwork.lessons[3])

  /// Whether it is the lesson's turn to have a variant: builds and hangs in all of them would take too long.
  private static func isTurn(of variant: Fault, in lesson: Lesson) -> Bool {
    let lessons = Course.neuralNetwork.lessons.filter { !variant.exercises($0).isEmpty }.map(\.number)
    guard let place = lessons.firstIndex(of: lesson.number) else { return false }
    let number = Fault.all.filter(\.isVariant).firstIndex { $0.name == variant.name } ?? 0
    return lessons.count < 4 || (place + number) % 4 == 0
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
