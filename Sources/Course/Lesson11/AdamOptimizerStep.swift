import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 11.4: the moments take up the gradient, and θ ← θ − η m̂ / (√v̂ + ε).
  static let adamOptimizerStep: Exercise = Exercise(
    Specification(
      Lesson11.adamOptimizerStep, calls: ["11.1", "11.2", "11.3"], choosing: AdamChoices(),
      right: { choices, answers, parameters, gradients, settings, learningRates in
        try choices.trace(answers, parameters, gradients, settings, learningRates)
      }, slips: AdamChoices.slips
    ).drawing { size, generator in
      let parameters = matrices(size, LayerSamples.ordinary, &generator)
      let steps = Samples.size(upTo: min(size, 6), &generator)
      return (
        parameters, (0..<steps).map { _ in like(parameters, LayerSamples.ordinary, &generator) },
        AdamSamples.settings(size, &generator), (0..<steps).map { _ in 0.05 + generator.nextUniform() }
      )
    }.drawingAtEdges { size, generator in
      let numbers = AdamSamples.edges(&generator)
      let parameters = matrices(size, numbers, &generator)
      let steps = EdgeSamples.count(upTo: min(size, 8), &generator)
      return (
        parameters, (0..<steps).map { _ in like(parameters, numbers, &generator) },
        AdamSamples.edgeSettings(&generator), (0..<steps).map { _ in EdgeSamples.strength(&generator) }
      )
    }
    .naming("parameters", "gradients", "settings", "learningRates")
    .made(
      as: "θ − η · m̂ / (√v̂ + ε)", for: "step 1: parameters[0]",
      of: [
        Ingredient("θ") { _, walk in walk.0[0] }, Ingredient("g") { _, walk in walk.1[0][0] },
        .number("η") { walk in walk.3[0] }, .number("ε") { walk in walk.2.epsilon },
        .number("β₁") { walk in walk.2.firstDecay }, .number("β₂") { walk in walk.2.secondDecay },
      ]
    )
    .made(as: "β₁ · m + (1 − β₁) · g", for: "step 1: firstMoments[0]", of: ofMoments)
    .made(as: "β₂ · v + (1 − β₂) · g²", for: "step 1: secondMoments[0]", of: ofMoments),
    promisedState: ["stepCount", "firstMoments", "secondMoments"],
    demonstration: Demonstration { student in
      let trace = try student.call(
        Lesson11.adamOptimizerStep, AdamExample.start, AdamExample.gradients, AdamExample.settings,
        AdamExample.learningRates)
      return zip([2, 1], trace.parameters).enumerated().map { step, entry in
        DemonstratedCall(
          "the weight 1 after step \(step + 1) with gradient \(entry.0), η = 0.1", entry.1[0].elements[0])
      }
    },
    claims: [
      PageClaim("1 − 0.1 · 2 / √4 = 0.90") {
        [1, 0.1, try AdamExample.correctedFirst(1), try AdamExample.correctedSecond(1), try AdamExample.parameter(1)]
      },
      PageClaim("0.90 − 0.1 · 1.474 / √2.499 = 0.807") {
        [
          try AdamExample.parameter(1), 0.1, try AdamExample.correctedFirst(2), try AdamExample.correctedSecond(2),
          try AdamExample.parameter(2),
        ]
      },
    ]
  ) { step in
    [
      step.check(
        .shape, "the shapes of the parameters of 3-5-2, and moments in the same",
        on: walk([3, 5, 2], usual, [0.1], 431)),
      step.check(.value, "the page's two steps: 1, 0.90, 0.807", on: byHand),
      step.check(
        .property, "right in the first step, in which every entry moves by about η, however large its gradient is",
        on: (
          [Matrix([[1, 2, 3]]), Matrix([[0.5]])], [[Matrix([[1000, -1, 0.01]]), Matrix([[-50]])]], usual, [0.25]
        )),
      step.check(
        .value, "gradients of 0 move nothing, for ε keeps 0 / 0 away",
        on: (matrices(432), [zeros(432), zeros(432)], usual, [0.1, 0.1])),
      step.check(
        .value, "gradients that alternate between 1 and −1, six steps",
        on: ([Matrix([[0]])], (0..<6).map { [Matrix([[$0.isMultiple(of: 2) ? 1 : -1]])] }, usual, sixRates)),
      step.check(
        .value, "five steps of 3-5-2 with a learning rate that changes",
        on: walk([3, 5, 2], usual, [0.5, 0.1, 0.02, 0.3, 0.1], 433)),
      step.check(
        .value, "four steps with β₁ = 0.5, β₂ = 0.75 and an ε of 0.1",
        on: walk([2, 3, 3, 1], AdamSettings(firstDecay: 0.5, secondDecay: 0.75, epsilon: 0.1), fourRates, 434)),
      step.checkEverySize(
        "right on 60 models of up to six matrices, up to eight steps, β₁ from 0 to 0.99, β₂ from 0 to 0.9999"),
      sameWalkAtEveryScale,
    ]
  }
}

typealias AdamWalk = ([Matrix], [[Matrix]], AdamSettings, [Double])

private let usual = AdamExample.settings
private let fourRates = [Double](repeating: 0.2, count: 4)
private let sixRates = [Double](repeating: 0.1, count: 6)

private let byHand: AdamWalk = (
  AdamExample.start, AdamExample.gradients, AdamExample.settings, AdamExample.learningRates
)

private let ofMoments: [Ingredient<AdamWalk>] = [
  Ingredient("g") { _, walk in walk.1[0][0] }, .number("β₁") { walk in walk.2.firstDecay },
  .number("β₂") { walk in walk.2.secondDecay }, Ingredient("θ") { _, walk in walk.0[0] },
  .number("η") { walk in walk.3[0] },
]

/// Weights and biases in turns, for one to three layers, of which those of one shape are not rare.
@Sendable private func matrices(
  _ size: Int, _ numbers: LayerSamples.Numbers, _ generator: inout SeededGenerator
) -> [Matrix] {
  let layers = size <= 1 ? 1 : Int.random(in: 1...3, using: &generator)
  let widths = (0...layers).map { _ in Samples.size(upTo: size, &generator) }
  let all = zip(widths, widths.dropFirst()).flatMap { fanIn, fanOut in
    [numbers(fanIn, fanOut, &generator), numbers(1, fanOut, &generator)]
  }
  // With matrices of one shape nothing stops moments that are mixed up.
  guard size > 1, generator.nextUniform() < 0.3 else { return all }
  return all.map { _ in numbers(widths[0], widths[1], &generator) }
}

@Sendable private func like(
  _ parameters: [Matrix], _ numbers: LayerSamples.Numbers, _ generator: inout SeededGenerator
) -> [Matrix] {
  parameters.map { numbers($0.rows, $0.columns, &generator) }
}

private func matrices(_ seed: UInt64, _ sizes: [Int] = [3, 5, 2]) -> [Matrix] {
  let parameters = Samples.parameters(sizes, seed: seed)
  return zip(parameters.weights, parameters.biases).flatMap { [$0, $1] }
}

private func zeros(_ seed: UInt64) -> [Matrix] { matrices(seed).map { 0 * $0 } }

/// A walk of as many steps as there are learning rates.
private func walk(_ sizes: [Int], _ settings: AdamSettings, _ learningRates: [Double], _ seed: UInt64) -> AdamWalk {
  let gradients = learningRates.indices.map { matrices(seed + 1000 * UInt64($0 + 1), sizes) }
  return (matrices(seed, sizes), gradients, settings, learningRates)
}

/// Gradients a thousand times as large lead the same way: each entry is measured by its own.
let sameWalkAtEveryScale = Check(
  Lesson11.adamOptimizerStep.exercise, .behaviour, "gradients a thousand times as large make the same steps"
) { bench in
  let exercise = Lesson11.adamOptimizerStep.exercise
  let (start, gradients, settings, rates) = walk([2, 3, 1], usual, [0.1, 0.1, 0.05, 0.2], 435)
  func end(_ scale: Double) throws -> [Matrix] {
    let scaled = gradients.map { $0.map { scale * $0 } }
    return try bench.student.call(Lesson11.adamOptimizerStep, start, scaled, settings, rates).parameters.last ?? []
  }
  let (one, other) = (try end(1), try end(1000))
  let distances = zip(one.flatMap(\.elements), other.flatMap(\.elements)).map { abs($0 - $1) }
  if one.map(\.shape) == other.map(\.shape), distances.allSatisfy({ $0 < 1e-4 }) { return .passed }
  let farthest = distances.first { !$0.isFinite } ?? distances.max() ?? .infinity
  return bench.outcome(
    ["After 4 steps with gradients 1000 times as large, a parameter is \(farthest.text) away from where it was."],
    of: exercise, where: { $0.lesson == exercise.lesson })
}
