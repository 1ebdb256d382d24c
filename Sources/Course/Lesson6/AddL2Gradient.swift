import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 6.3: λ / N · W joins the gradients of the weights.
  static let addL2Gradient: Exercise = Exercise(
    Specification(
      Lesson6.addL2Gradient, choosing: SlopeChoices(),
      right: { choices, _, gradients, parameters, lambda, sampleCount in
        try choices.joined(gradients, parameters, lambda, Double(sampleCount))
      }, slips: SlopeChoices.slips
    ).drawing { size, generator in
      let parameters = Samples.parameters(size, &generator)
      let gradients = Samples.gradients(like: parameters, &generator)
      return (gradients, parameters, generator.nextUniform(), Samples.size(upTo: 8 * size, &generator))
    }.drawingAtEdges { size, generator in
      let parameters = EdgeSamples.parameters(size, &generator)
      return (
        EdgeSamples.gradients(like: parameters, &generator), parameters, EdgeSamples.strength(&generator),
        EdgeSamples.sampleCount(&generator)
      )
    }
    .made(
      as: "dW + λ / N · W", for: "weights[0]",
      of: [
        Ingredient("dW") { _, input in input.0.weights[0] }, Ingredient("W") { _, input in input.1.weights[0] },
        .number("λ") { input in input.2 }, .number("N") { input in Double(input.3) },
      ]),
    demonstration: Demonstration { student in
      let sum = try student.call(Lesson6.addL2Gradient, try PageExample.gradients, PageExample.parameters, 0.2, 2)
      return [
        DemonstratedCall("`gradients.weights[1]` after it with λ = 0.2 and N = 2", sum.weights[1]),
        DemonstratedCall("`gradients.biases[1]`", sum.biases[1]),
      ]
    }
  ) { added in
    [
      added.check(
        .shape, "the shapes of the gradients of 3-5-4-1", on: input(PenaltySamples.network, 0.2, 6)),
      added.check(
        .value, "λ = 0.5, N = 4: 0.125 · W joins the weights' gradients, the biases' stay",
        on: (
          Gradients(
            weights: [Matrix([[0.5, 1], [-1, 2]]), Matrix([[3], [-0.5]])], biases: [Matrix([[1, 2]]), Matrix([[4]])]),
          PenaltySamples.small, 0.5, 4
        )),
      added.check(
        .property, "λ = 0 changes nothing", on: input(PenaltySamples.evenNetwork, 0, 6)),
      added.check(
        .gradient, "what joins agrees with central differences of the penalty", tolerance: .gradient,
        on: input(PenaltySamples.network, 0.7, 6),
        expected: { withMeasuredSlope(input(PenaltySamples.network, 0.7, 6)) }),
      added.checkEverySize("right on 60 networks of one to five layers, λ from 0 to 3, N from 1 to 1000"),
    ]
  }
}

private typealias Input = (Gradients, Parameters, Double, Int)

/// Gradients that are there already, and the parameters whose penalty joins them.
private func input(
  _ parameters: Parameters, _ lambda: Double, _ sampleCount: Int
) -> Input {
  var gradients = Gradients(weights: [], biases: [])
  for (layer, weights) in parameters.weights.enumerated() {
    let seed = 126 + UInt64(layer)
    gradients.weights.append(Samples.matrix(weights.rows, weights.columns, seed: seed))
    gradients.biases.append(Samples.matrix(1, weights.columns, seed: seed + 10))
  }
  return (gradients, parameters, lambda, sampleCount)
}

/// The gradients with the slope of the penalty, measured, for every weight and every bias.
private func withMeasuredSlope(_ input: Input) -> Gradients {
  var (gradients, parameters, lambda, sampleCount) = input
  let slope = CentralDifferences.gradients(at: parameters) { PenaltySamples.penalty($0, lambda, sampleCount) }
  for layer in parameters.weights.indices {
    for index in slope.weights[layer].elements.indices {
      gradients.weights[layer].elements[index] += slope.weights[layer].elements[index]
    }
    for index in slope.biases[layer].elements.indices {
      gradients.biases[layer].elements[index] += slope.biases[layer].elements[index]
    }
  }
  return gradients
}
