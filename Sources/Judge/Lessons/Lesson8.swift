import Contract
import CourseKit

extension Course {
  /// Lesson 8: momentum.
  static let momentum = Lesson(
    8, "Momentum", "Momentum",
    exercises: [Exercise(Lesson8.zeroVelocity), Exercise(Lesson8.step)],
    checks: velocityChecks + stepChecks + [MomentumChecks.narrowValley])

  private static let velocityChecks: [Check] = [
    velocity.check(
      .shape, "the shapes of the gradients of 3-5-4-1", on: gradients([3, 5, 4, 1], seed: 131),
      independent: gradients([2, 3, 4], seed: 132)),
    velocity.check(
      .value, "0 for every weight and every bias", on: gradients([2, 3, 1], seed: 133),
      independent: gradients([3, 4, 2, 5], seed: 134)),
  ]
  private static let velocity = VelocitySpecification.zeroVelocity

  private static let stepChecks: [Check] = [
    step.check(
      .shape, "the shapes of the parameters of 3-5-4-1", on: walk([3, 5, 4, 1], 0.9, [0.1, 0.1], seed: 135),
      independent: walk([2, 3, 4], 0.7, [0.2, 0.1, 0.4], seed: 136)),
    step.check(
      .property, "the first step is one of plain gradient descent", on: walk([3, 5, 4, 1], 0.9, [0.1], seed: 137),
      independent: otherWalk),
    step.check(
      .value, "β = 0.5, η = 0.1, two steps by hand: v is 2, then 0.5 · 2 + 3 = 4", on: byHand, independent: otherWalk),
    step.check(
      .value, "β = 0 is plain gradient descent, exactly", tolerance: .lastBits, on: plainDescent,
      independent: otherWalk),
    step.check(
      .value, "five steps of 3-5-4-1 with β = 0.9",
      on: walk([3, 5, 4, 1], 0.9, [Double](repeating: 0.05, count: 5), seed: 138), independent: otherWalk),
    step.check(
      .value, "a learning rate that changes from step to step",
      on: walk([3, 5, 4, 1], 0.8, [0.5, 0.1, 0.02], seed: 139),
      independent: otherWalk),
  ]
  private static let step = StepSpecification.step

  private typealias Walk = (Parameters, [Gradients], Double, [Double])

  private static let byHand: Walk = (
    Parameters(weights: [Matrix([[1, -1]])], biases: [Matrix([[0.5, 0]])]),
    [
      Gradients(weights: [Matrix([[2, 4]])], biases: [Matrix([[-2, 1]])]),
      Gradients(weights: [Matrix([[3, 0]])], biases: [Matrix([[1, -1]])]),
    ], 0.5, [0.1, 0.1]
  )
  private static let otherWalk = walk([2, 3, 4], 0.7, [0.2, 0.1, 0.4, 0.3], seed: 140)

  /// Halves and small whole numbers, whose products and sums leave nothing to round.
  private static let plainDescent: Walk = (
    Parameters(
      weights: [Matrix([[1, -2], [0.5, 3]]), Matrix([[4], [-1]])], biases: [Matrix([[0.5, 1]]), Matrix([[-3]])]),
    (1...3).map { step in
      Gradients(
        weights: [Matrix([[1, 2], [-1, 0.5]]) * Double(step), Matrix([[3], [-0.5]])],
        biases: [Matrix([[2, -1]]), Matrix([[0.5]]) * Double(step)])
    }, 0, [0.5, 0.25, 0.125]
  )

  private static func gradients(_ layerSizes: [Int], seed: UInt64) -> Gradients {
    let parameters = Samples.parameters(layerSizes, seed: seed)
    return Gradients(weights: parameters.weights, biases: parameters.biases)
  }

  /// A walk of as many steps as there are learning rates.
  private static func walk(_ layerSizes: [Int], _ coefficient: Double, _ learningRates: [Double], seed: UInt64) -> Walk
  {
    let slopes = learningRates.indices.map { gradients(layerSizes, seed: seed &+ 1000 &* UInt64($0 + 1)) }
    return (Samples.parameters(layerSizes, seed: seed), slopes, coefficient, learningRates)
  }
}

extension Tolerance {
  /// For numbers that nothing rounds: another order of operations may differ in the last bits and no more.
  static let lastBits = Tolerance(relative: 1e-14, absolute: 0)
}
