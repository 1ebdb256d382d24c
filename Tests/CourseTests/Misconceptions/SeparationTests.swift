import Engine
import Testing
import Wire

@testable import Course

/// Two misconceptions that a check cannot tell apart silence each other there.
///
/// A diagnosis is given only if exactly one explains the answers on both inputs of the check.
@Suite("The two inputs of a check tell apart") struct SeparationTests {
  /// Every exercise with wrong versions that the judge computes.
  static let exercises = Course.neuralNetwork.exercises.filter { hasMisconceptions($0.content) }

  private static func hasMisconceptions(_ content: some ExerciseContent) -> Bool {
    !content.specification.misconceptions.isEmpty
  }

  @Test("the misconceptions of an exercise", arguments: exercises)
  func separation(exercise: Exercise) throws { try expectSeparation(exercise.content) }

  /// Expects that no check confuses two misconceptions, and that there are checks enough to be confused.
  private func expectSeparation(_ content: some ExerciseContent) throws {
    let specification = content.specification
    let inputs = try specification.function.checkInputs()
    #expect(inputs.count >= 2)
    for check in inputs {
      let wrong = try specification.misconceptions.compactMap { misconception in
        try results(of: misconception, specification, on: check).map { (name: misconception.name, $0) }
      }
      for (index, first) in wrong.enumerated() {
        for second in wrong[(index + 1)...] {
          #expect(
            !zip(first.1, second.1).allSatisfy(areEqual),
            "\(specification.function.name) '\(check.check.summary)' confuses '\(first.name)' and '\(second.name)'")
        }
      }
    }
  }

  /// What a misconception returns on the two inputs; nil unless it is wrong, and can be computed, on both.
  private func results<Input, Result: Inspectable>(
    of misconception: Misconception<Input, Result>, _ specification: Specification<Input, Result>,
    on check: CheckInputs<Input>
  ) throws -> [Result]? {
    var results: [Result] = []
    for input in [check.input, check.independent] {
      guard let wrong = try misconception.wrong(.right, input) else { return nil }
      if areEqual(wrong, try specification.right(.right, input)) { return nil }
      results.append(wrong)
    }
    return results
  }

  private func areEqual<Result: Inspectable>(_ first: Result, _ second: Result) -> Bool {
    Comparison(first, to: second, tolerance: .gradient).isEqual
  }
}

extension Exercise: CustomTestStringConvertible {
  /// The number and the function's name.
  public var testDescription: String { title }
}
