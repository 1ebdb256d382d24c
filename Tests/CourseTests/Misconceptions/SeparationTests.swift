import CourseKit
import Engine
import Testing
import Wire

@testable import Course

/// Two slips with the same answers everywhere silence each other: neither can be said alone.
@Suite("The inputs on which a diagnosis must hold tell apart") struct SeparationTests {
  /// Every exercise with slips that the judge computes.
  static let exercises = Course.neuralNetwork.exercises.filter { hasSlips($0.content) }

  /// Where chance is at work there are no answers to compare.
  private static func hasSlips(_ content: some ExerciseContent) -> Bool {
    !content.specification.slips.entries.isEmpty && !content.specification.slips.readsReplies
  }

  @Test("each slip from what is right, and from every other slip", arguments: exercises)
  func separation(exercise: Exercise) { expectSeparation(exercise.content) }

  private func expectSeparation(_ content: some ExerciseContent) {
    let specification = content.specification
    let inputs = specification.probes(of: .neuralNetwork) + specification.furtherInputs
    let slips = specification.slips
    let answers = slips.entries.indices.map { index in
      inputs.map { input in Answer { try slips.answer(with: [index], .right, input) } }
    }
    let right = inputs.map { input in Answer { try specification.right(.right, input) } }
    let tolerances = inputs.map(specification.tolerance)
    for (index, answer) in answers.enumerated() {
      let name = slips.entries[index].mistake.name
      if areEqual(answer, right, tolerances) { Issue.record("\(specification.function.name) '\(name)' is right") }
      for other in answers.indices where other > index && areEqual(answer, answers[other], tolerances) {
        Issue.record("\(specification.function.name) '\(name)' is the same as '\(slips.entries[other].mistake.name)'")
      }
    }
  }

  /// What comes of a call: a result, a stop, or nothing that can be said.
  private enum Answer<Result> {
    case returned(Result)
    case stopped
    case unknown

    init(_ call: () throws -> Result?) {
      do {
        self = try call().map(Answer.returned) ?? .unknown
      } catch {
        self = error is PredictedStop ? .stopped : .unknown
      }
    }
  }

  private func areEqual<Result: Inspectable>(
    _ one: [Answer<Result>], _ other: [Answer<Result>], _ tolerances: [Tolerance]
  ) -> Bool {
    one.indices.allSatisfy { areEqual(one[$0], other[$0], tolerances[$0]) }
  }

  private func areEqual<Result: Inspectable>(
    _ one: Answer<Result>, _ other: Answer<Result>, _ tolerance: Tolerance
  ) -> Bool {
    switch (one, other) {
    case (.returned(let one), .returned(let other)): Comparison(one, to: other, tolerance: tolerance).isEqual
    case (.stopped, .stopped), (.unknown, .unknown): true
    default: false
    }
  }
}

extension Exercise: CustomTestStringConvertible {
  /// The number and the function's name.
  public var testDescription: String { title }
}
