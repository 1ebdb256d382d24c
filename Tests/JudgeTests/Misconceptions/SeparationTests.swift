import Contract
import CourseKit
import Testing

@testable import Judge

/// Two misconceptions that a check cannot tell apart silence each other there.
///
/// A diagnosis is given only if exactly one explains the answers on both inputs of the check.
@Suite("The two inputs of a check tell apart") struct SeparationTests {
  /// Expects that no check confuses two misconceptions, and that at least `count` checks were looked at.
  private func expectSeparation<Result: Inspectable, each Argument: Transferable>(
    of specification: Specification<(repeat each Argument), Result>,
    _ function: LessonFunction<Result, repeat each Argument>, checks count: Int
  ) throws {
    let inputs = try specification.checkInputs(of: function)
    #expect(inputs.count >= count)
    for check in inputs {
      let wrong = try specification.misconceptions.compactMap { misconception in
        try results(of: misconception, specification, on: check).map { (name: misconception.name, $0) }
      }
      for (index, first) in wrong.enumerated() {
        for second in wrong[(index + 1)...] {
          #expect(
            !zip(first.1, second.1).allSatisfy(areEqual),
            "\(function.name) '\(check.check.summary)' confuses '\(first.name)' and '\(second.name)'")
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
      guard let wrong = try misconception.wrong(Oracle(), input) else { return nil }
      if areEqual(wrong, try specification.right(Oracle(), input)) { return nil }
      results.append(wrong)
    }
    return results
  }

  private func areEqual<Result: Inspectable>(_ first: Result, _ second: Result) -> Bool {
    Comparison(first, to: second, tolerance: .gradient).isEqual
  }

  @Test("the misconceptions of lesson 1")
  func activations() throws {
    let specifications = [
      (Lesson1.sigmoid, ActivationSpecifications.sigmoid), (Lesson1.tanh, ActivationSpecifications.tanh),
      (Lesson1.relu, ActivationSpecifications.relu),
      (Lesson1.sigmoidDerivative, ActivationSpecifications.sigmoidDerivative),
      (Lesson1.tanhDerivative, ActivationSpecifications.tanhDerivative),
      (Lesson1.reluDerivative, ActivationSpecifications.reluDerivative),
    ]
    for (function, specification) in specifications {
      try expectSeparation(of: specification, function, checks: 2)
    }
  }

  @Test("the misconceptions of 2.1")
  func counts() throws {
    try expectSeparation(of: Course.parameterCount, Lesson2.parameterCount, checks: 3)
  }

  @Test("the misconceptions of 3.1 and 3.2")
  func forward() throws {
    try expectSeparation(of: ForwardSpecifications.linear, Lesson3.linear, checks: 2)
    try expectSeparation(of: ForwardSpecifications.forward, Lesson3.forward, checks: 3)
  }

  @Test("the misconceptions of 3.3, 3.4 and 3.5")
  func measures() throws {
    try expectSeparation(of: MeasureSpecifications.binaryCrossEntropy, Lesson3.binaryCrossEntropy, checks: 2)
    try expectSeparation(of: MeasureSpecifications.accuracy, Lesson3.accuracy, checks: 2)
    try expectSeparation(of: MeasureSpecifications.predict, Lesson3.predict, checks: 4)
  }

  @Test("the misconceptions of 4.1, 4.2 and 4.3")
  func deltas() throws {
    try expectSeparation(of: DeltaSpecifications.outputDelta, Lesson4.outputDelta, checks: 2)
    try expectSeparation(of: DeltaSpecifications.hiddenDelta, Lesson4.hiddenDelta, checks: 5)
    try expectSeparation(of: DeltaSpecifications.layerGradients, Lesson4.layerGradients, checks: 2)
  }

  @Test("the misconceptions of 4.4")
  func backward() throws {
    try expectSeparation(of: BackwardSpecification.backward, Lesson4.backward, checks: 4)
  }

  @Test("the misconceptions of 5.2 and 5.4")
  func training() throws {
    try expectSeparation(of: DescentSpecification.gradientDescentStep, Lesson5.gradientDescentStep, checks: 2)
    try expectSeparation(of: TrainingSpecification.train, Lesson5.train, checks: 2)
  }

  @Test("the misconceptions of 6.1, 6.2 and 6.3")
  func regularisation() throws {
    try expectSeparation(of: L2Specifications.weightNorm, Lesson6.weightNorm, checks: 3)
    try expectSeparation(of: L2Specifications.l2Penalty, Lesson6.l2Penalty, checks: 3)
    try expectSeparation(of: L2GradientSpecification.addL2Gradient, Lesson6.addL2Gradient, checks: 3)
  }

  @Test("the misconceptions of 7.1 and 7.2")
  func stopping() throws {
    try expectSeparation(of: ImprovementSpecification.isImprovement, Lesson7.isImprovement, checks: 4)
    try expectSeparation(of: StoppingSpecification.shouldStop, Lesson7.shouldStop, checks: 8)
  }

  @Test("the misconceptions of 8.1 and 8.2")
  func momentum() throws {
    try expectSeparation(of: VelocitySpecification.zeroVelocity, Lesson8.zeroVelocity, checks: 2)
    try expectSeparation(of: StepSpecification.step, Lesson8.step, checks: 5)
  }
}
