import Contract
import CourseKit
import Testing

@testable import Judge

/// An exercise with what it takes to find out whether a diagnosis is true.
struct Suspect: Sendable, CustomTestStringConvertible {
  let exercise: String
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

  var testDescription: String { Course.name(of: exercise) }

  /// - Parameter fresh: arguments of various shapes, on which a diagnosis must hold as well to be true.
  init<Result: Changeable & Sendable, each Argument: Transferable>(
    _ function: LessonFunction<Result, repeat each Argument>,
    _ specification: Specification<(repeat each Argument), Result>,
    fresh: @escaping @Sendable (inout SeededGenerator) -> (repeat each Argument)
  ) {
    exercise = function.exercise
    var types: [any Transferable.Type] = []
    repeat types.append((each Argument).self)
    argumentTypes = types
    reviseArguments = { student, change in student.reviseArguments(of: function, change) }
    isWrong = { student in
      var generator = SeededGenerator(seed: 815)
      for _ in 0..<10 {
        let input = fresh(&generator)
        guard let yours = try? specification.call(student, input) else { return true }
        if !Comparison(yours, to: try specification.right(Oracle(), input), tolerance: .gradient).isEqual {
          return true
        }
      }
      return false
    }
    spoil = { student, spoiling in student.revise(function) { spoiling(&$0.matrices) } }
    falseDiagnoses = { verdicts, student in
      let diagnoses = verdicts.filter { $0.exercise == function.exercise }.compactMap(\.diagnosis)
      return try Set(diagnoses).filter { sentence in
        let named = specification.misconceptions.filter { $0.sentence == sentence }
        return try !named.contains { try Self.holds($0, of: student, specification, fresh) }
      }
    }
  }

  /// Whether a student's function does on ten fresh inputs what the wrong version does.
  private static func holds<Input, Result: Inspectable>(
    _ misconception: Misconception<Input, Result>, of student: TestStudent,
    _ specification: Specification<Input, Result>, _ fresh: (inout SeededGenerator) -> Input
  ) throws -> Bool {
    var generator = SeededGenerator(seed: 4711)
    for _ in 0..<10 {
      let input = fresh(&generator)
      guard let wrong = try misconception.wrong(Oracle(), input) else { continue }
      student.restart()
      guard let yours = try? specification.call(student, input) else { return false }
      if !Comparison(yours, to: wrong, tolerance: .gradient).isEqual { return false }
    }
    return true
  }
}
