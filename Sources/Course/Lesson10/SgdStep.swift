import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 10.7: p − η (g + decay · p) for every parameter.
  static let sgdStep: Exercise = Exercise(
    Specification(
      Lesson10.sgdStep, choosing: DecayChoices(),
      right: { choices, _, parameters, gradients, learningRate, weightDecay in
        try choices.trace(parameters, gradients, learningRate, weightDecay)
      }, slips: DecayChoices.slips
    ).drawing { size, generator in
      let parameters = matrices(size, LayerSamples.ordinary, &generator)
      return (
        parameters, parameters.map { Samples.normal($0.rows, $0.columns, &generator) }, generator.nextUniform(),
        generator.nextUniform()
      )
    }.drawingAtEdges { size, generator in
      let parameters = matrices(size, LayerSamples.edges, &generator)
      return (
        parameters, parameters.map { LayerSamples.edges($0.rows, $0.columns, &generator) },
        EdgeSamples.strength(&generator), EdgeSamples.strength(&generator)
      )
    }
    .naming("parameters", "gradients", "learningRate", "weightDecay")
    .made(
      as: "p − η · (g + decay · p)", for: "parameters[0]",
      of: [
        Ingredient("p") { $1.0[0] }, Ingredient("g") { $1.1[0] }, .number("η") { $0.2 }, .number("decay") { $0.3 },
      ]),
    demonstration: Demonstration { student in
      let (weight, biases) = (Matrix([[1]]), LayerExample.biases)
      let trace = try student.call(
        Lesson10.sgdStep, [weight, biases], [Matrix([[2.5]]), Matrix([[1.5, -0.5]])], onPage.2, onPage.3)
      return trace.demonstrated([
        "the weight 1 after a step with η = 0.1 and decay = 0.1": "parameters[0]",
        "the biases 0 and 1 after a step with η = 0.1 and decay = 0.1": "parameters[1]",
      ])
    },
    claims: [
      PageClaim("1 − 0.1 · (2.50 + 0.1 · 1) = 0.74") { [1, 0.1, 2.5, 0.1, 1, try after("parameters[0]", 0)] },
      PageClaim("0 − 0.1 · (1.50 + 0.1 · 0) = −0.15") { [0, 0.1, 1.5, 0.1, 0, try after("parameters[1]", 0)] },
      PageClaim("1 − 0.1 · (−0.50 + 0.1 · 1) = 1.04") { [1, 0.1, -0.5, 0.1, 1, try after("parameters[1]", 1)] },
      PageClaim("η = 0.1 and decay = 0.1", onPage.2, onPage.3),
      PageClaim("λ = 0.2, N = 64", 0.2, 64),
      PageClaim("a decay of 0.2 / 64 = 0.003125", 0.2, 64, 0.2 / 64),
    ]
  ) { step in
    [
      step.check(.shape, "the shapes of the parameters of 3-5-2", on: network(0.1, 0.3, seed: 391)),
      step.check(.value, "the page's layer: 1 becomes 0.74, and the bias 1 becomes 1.04", on: onPage),
      step.check(.value, "decay 0 is plain gradient descent", on: network(0.5, 0, seed: 392)),
      step.check(
        .value, "gradients of 0: every parameter shrinks by the factor 1 − η · decay",
        on: (parameters(393), parameters(393).map { 0 * $0 }, 0.5, 0.25)),
      step.check(.property, "a model without parameters stays without", on: ([], [], 0.1, 0.1)),
      step.check(.property, "a learning rate of 0 moves nothing", on: network(0, 0.5, seed: 394)),
      step.checkEverySize("right on 60 models of up to six matrices, η and decay from 0 to 3"),
    ]
  }
}

private typealias StepInput = ([Matrix], [Matrix], Double, Double)

/// Weights and biases in turns, for one to three layers.
@Sendable private func matrices(
  _ size: Int, _ numbers: LayerSamples.Numbers, _ generator: inout SeededGenerator
) -> [Matrix] {
  let layers = size <= 1 ? 1 : Int.random(in: 1...3, using: &generator)
  let widths = (0...layers).map { _ in Samples.size(upTo: size, &generator) }
  return zip(widths, widths.dropFirst()).flatMap { fanIn, fanOut in
    [numbers(fanIn, fanOut, &generator), numbers(1, fanOut, &generator)]
  }
}

private let onPage: StepInput = (
  [LayerExample.weights, LayerExample.biases], [Matrix([[2.5, -0.5], [0, -1]]), Matrix([[1.5, -0.5]])], 0.1, 0.1
)

@Sendable private func after(_ name: String, _ column: Int) throws -> Double {
  let trace = try DecayChoices().trace(onPage.0, onPage.1, onPage.2, onPage.3)
  return trace.matrix(name)?[0, column] ?? .nan
}

private func parameters(_ seed: UInt64) -> [Matrix] {
  let parameters = Samples.parameters([3, 5, 2], seed: seed)
  return zip(parameters.weights, parameters.biases).flatMap { [$0, $1] }
}

private func network(_ learningRate: Double, _ weightDecay: Double, seed: UInt64) -> StepInput {
  (parameters(seed), parameters(seed + 1000), learningRate, weightDecay)
}
