import Contract
import CourseKit
import Engine
import Testing
import Vocabulary
import Wire

@testable import Course

/// An exercise with what it takes to find out whether a diagnosis is true.
struct Suspect: Sendable, CustomTestStringConvertible {
  let exercise: ExerciseID
  /// Changes the student's results of this exercise.
  let spoil: @Sendable (TestStudent, _ spoiling: @escaping (inout [Matrix]) -> Void) -> Void
  /// The types of the function's arguments.
  let argumentTypes: [any Transferable.Type]
  /// Changes what the student's function is given.
  let reviseArguments: @Sendable (TestStudent, _ change: @escaping (inout [any Transferable]) -> Void) -> Void
  /// Whether the student's function is wrong on one of ten fresh inputs.
  let isWrong: @Sendable (TestStudent) throws -> Bool
  /// Which of the verdicts' diagnoses of this exercise are not true of the student.
  let falseDiagnoses: @Sendable ([Verdict], TestStudent) throws -> Set<String>

  var testDescription: String { Course.neuralNetwork.name(of: exercise) }

  /// Every exercise whose wrong versions the judge computes.
  static let all = SeparationTests.exercises.map { Suspect($0.content) }

  /// The size of the inputs on which a diagnosis must hold as well to be true.
  private static let size = 6

  private init(_ content: some ExerciseContent) {
    let specification = content.specification
    let function = specification.function
    let arguments = function as? any ArgumentList
    exercise = function.exercise
    argumentTypes = arguments?.argumentTypes ?? []
    reviseArguments = { student, change in arguments?.revise(in: student, change) }
    isWrong = { student in
      try Self.freshInputs(of: specification, seed: 815).contains { input in
        guard let yours = try? specification.call(student, input) else { return true }
        return !Comparison(yours, to: try specification.right(.right, input), tolerance: .gradient).isEqual
      }
    }
    spoil = { student, spoiling in student.revise(function) { Self.change(&$0, spoiling) } }
    falseDiagnoses = { verdicts, student in
      let diagnoses = verdicts.filter { $0.exercise == function.exercise }.compactMap(\.diagnosis)
      return try Set(diagnoses).filter { sentence in
        let named = specification.misconceptions.filter { $0.sentence == sentence }
        return try !named.contains { try Self.holds($0, of: student, specification) }
      }
    }
  }

  /// Changes the numbers of a result.
  private static func change<Result>(_ result: inout Result, _ spoiling: (inout [Matrix]) -> Void) {
    guard var changeable = result as? any Changeable else { return }
    spoiling(&changeable.matrices)
    if let changed = changeable as? Result { result = changed }
  }

  /// Ten inputs of various shapes that no check has.
  private static func freshInputs<Input, Result>(of specification: Specification<Input, Result>, seed: UInt64)
    -> [Input]
  {
    var generator = SeededGenerator(seed: seed)
    return (0..<10).compactMap { _ in specification.inputs?(size, &generator) }
  }

  /// Whether a student's function does on ten fresh inputs what the wrong version does.
  private static func holds<Input, Result: Inspectable>(
    _ misconception: Misconception<Input, Result>, of student: TestStudent,
    _ specification: Specification<Input, Result>
  ) throws -> Bool {
    for input in freshInputs(of: specification, seed: 4711) {
      guard let wrong = try misconception.wrong(.right, input) else { continue }
      student.restart()
      guard let yours = try? specification.call(student, input) else { return false }
      if !Comparison(yours, to: wrong, tolerance: .gradient).isEqual { return false }
    }
    return true
  }
}

/// A function whose arguments can be changed one by one.
private protocol ArgumentList: Sendable {
  var argumentTypes: [any Transferable.Type] { get }
  func revise(in student: TestStudent, _ change: @escaping (inout [any Transferable]) -> Void)
}

extension LessonFunction: ArgumentList {
  fileprivate var argumentTypes: [any Transferable.Type] {
    var types: [any Transferable.Type] = []
    repeat types.append((each Argument).self)
    return types
  }

  fileprivate func revise(in student: TestStudent, _ change: @escaping (inout [any Transferable]) -> Void) {
    student.reviseArguments(of: self, change)
  }
}
