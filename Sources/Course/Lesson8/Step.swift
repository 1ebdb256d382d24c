import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 8.2: v ← βv + g, θ ← θ − ηv.
  static let step: Exercise = Exercise(
    Specification(
      Lesson8.step, calls: ["8.1"], choosing: MomentumChoices(),
      right: { choices, answers, parameters, gradients, coefficient, learningRates in
        try choices.trace(answers, parameters, gradients, coefficient, learningRates)
      }, slips: MomentumChoices.slips
    ).drawing { size, generator in
      let parameters = Samples.parameters(size, &generator)
      let steps = Samples.size(upTo: size, &generator)
      return (
        parameters, (0..<steps).map { _ in Samples.gradients(like: parameters, &generator) },
        generator.nextUniform(), (0..<steps).map { _ in generator.nextUniform() }
      )
    }.drawingAtEdges { size, generator in
      let parameters = EdgeSamples.parameters(size, &generator)
      let steps = EdgeSamples.count(upTo: min(size, 8), &generator)
      return (
        parameters, (0..<steps).map { _ in EdgeSamples.gradients(like: parameters, &generator) },
        EdgeSamples.one(of: [0, 0.5, 0.9, 0.99], &generator),
        (0..<steps).map { _ in EdgeSamples.strength(&generator) }
      )
    }
    .naming("parameters", "gradients", "coefficient", "learningRates")
    .recognising(otherVelocities.map(\.mistake))
    .made(
      as: "θ − η · g", for: "step 1: weights[0]",
      of: [
        Ingredient("θ") { _, walk in walk.0.weights[0] }, Ingredient("g") { _, walk in walk.1[0].weights[0] },
        .number("β") { walk in walk.2 }, .number("η") { walk in walk.3[0] },
      ]),
    promisedState: ["velocity"],
    demonstration: Demonstration { student in
      let start = Parameters(weights: [Matrix([[1]])], biases: [Matrix([[0]])])
      let gradients = [2.0, 1].map { Gradients(weights: [Matrix([[$0]])], biases: [Matrix([[0]])]) }
      let trace = try student.call(Lesson8.step, start, gradients, 0.9, [0.1, 0.1])
      return zip([2, 1], trace.parameters).enumerated().map { step, entry in
        DemonstratedCall(
          "the weight 1 after step \(step + 1) with gradient \(entry.0), β = 0.9, η = 0.1",
          entry.1.weights[0].elements[0])
      }
    }
  ) { step in
    [
      step.check(
        .shape, "the shapes of the parameters of 3-5-4-1", on: walk([3, 5, 4, 1], 0.9, [0.1, 0.1], seed: 135)),
      step.check(
        .property, "the first step is one of plain gradient descent", on: walk([3, 5, 4, 1], 0.9, [0.1], seed: 137)),
      step.check(
        .value, "β = 0.5, η = 0.1, two steps by hand: v is 2, then 0.5 · 2 + 3 = 4", on: byHand),
      step.check(
        .value, "β = 0 is plain gradient descent, exactly", tolerance: .lastBits, on: plainDescent),
      step.check(
        .value, "five steps of 3-5-4-1 with β = 0.9",
        on: walk([3, 5, 4, 1], 0.9, [Double](repeating: 0.05, count: 5), seed: 138)),
      step.check(
        .value, "a learning rate that changes from step to step",
        on: walk([3, 5, 4, 1], 0.8, [0.5, 0.1, 0.02], seed: 139)),
      step.check(
        .property, "`velocity` holds the new v after every step", on: { [otherWalk, plainDescent] },
        observing: velocities),
      step.checkEverySize(
        "right on 36 walks of up to 18 steps, one to five layers, β from 0 to 0.99, η from 0 to 3", count: 36),
      narrowValley,
    ]
  }
}

/// What `velocity` may hold although every step is right: v, multiplied.
private let otherVelocities: [(mistake: KnownMistake, factor: @Sendable (_ coefficient: Double) -> Double)] = [
  (
    KnownMistake(
      "velocity with the opposite sign",
      "The steps are right, but `velocity` holds −v: keep β · v + gradient in it, and step by −η · v."), { _ in -1 }
  ),
  (
    KnownMistake(
      "velocity of the next step",
      "The steps are right, but `velocity` holds β · v, the next step's share: keep v itself, and multiply it in the next."
    ),
    { $0 }
  ),
  (
    KnownMistake(
      "velocity dampened",
      "The steps are right, but `velocity` holds (1 − β) · v: keep v itself in it, β · v + gradient, and step by −η · v."
    ),
    { 1 - $0 }
  ),
]

/// What `velocity` holds after each step, where the steps themselves are right.
@Sendable private func velocities(
  _ input: Walk, _ yours: MomentumTrace, _ ask: (Walk) throws -> MomentumTrace
) throws -> Finding? {
  let right = try right(input)
  guard Comparison(yours, to: right, tolerance: .value).isEqual else { return Finding(evidence: []) }
  let pairs = zip(yours.velocities, right.velocities)
  for (index, pair) in pairs.enumerated() {
    let comparison = Comparison(pair.0, to: pair.1, tolerance: .value)
    if comparison.isEqual { continue }
    if pair.0.weights.isEmpty, pair.0.biases.isEmpty {
      return Finding(evidence: ["`velocity` is nil after step \(index + 1): keep the new v in it."])
    }
    return Finding(
      evidence: ["`velocity` after step \(index + 1):"] + Evidence(comparison: comparison).lines,
      diagnosis: otherVelocities.first { other in
        pairs.allSatisfy { Comparison($0, to: times(other.factor(input.2), $1), tolerance: .value).isEqual }
      }?.mistake.sentence)
  }
  return nil
}

private func times(_ factor: Double, _ velocity: Gradients) -> Gradients {
  Gradients(weights: velocity.weights.map { factor * $0 }, biases: velocity.biases.map { factor * $0 })
}

private func right(_ walk: Walk) throws -> MomentumTrace {
  try MovingEntry.trace(
    walk.0, walk.1, walk.2, walk.3, start: { try Answers.right(Lesson8.zeroVelocity, $0) }, rule: MovingEntry.right)
}

private typealias Walk = (Parameters, [Gradients], Double, [Double])

private let byHand: Walk = (
  Parameters(weights: [Matrix([[1, -1]])], biases: [Matrix([[0.5, 0]])]),
  [
    Gradients(weights: [Matrix([[2, 4]])], biases: [Matrix([[-2, 1]])]),
    Gradients(weights: [Matrix([[3, 0]])], biases: [Matrix([[1, -1]])]),
  ], 0.5, [0.1, 0.1]
)

private let otherWalk = walk([2, 3, 4], 0.7, [0.2, 0.1, 0.4, 0.3], seed: 140)

/// Halves and small whole numbers, whose products and sums leave nothing to round.
private let plainDescent: Walk = (
  Parameters(
    weights: [Matrix([[1, -2], [0.5, 3]]), Matrix([[4], [-1]])], biases: [Matrix([[0.5, 1]]), Matrix([[-3]])]),
  (1...3).map { step in
    Gradients(
      weights: [Matrix([[1, 2], [-1, 0.5]]) * Double(step), Matrix([[3], [-0.5]])],
      biases: [Matrix([[2, -1]]), Matrix([[0.5]]) * Double(step)])
  }, 0, [0.5, 0.25, 0.125]
)

/// A walk of as many steps as there are learning rates.
private func walk(_ layerSizes: [Int], _ coefficient: Double, _ learningRates: [Double], seed: UInt64) -> Walk {
  let slopes = learningRates.indices.map { Samples.gradients(layerSizes, seed: seed &+ 1000 &* UInt64($0 + 1)) }
  return (Samples.parameters(layerSizes, seed: seed), slopes, coefficient, learningRates)
}
