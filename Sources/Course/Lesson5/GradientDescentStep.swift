import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 5.2: θ ← θ − η · g.
  static let gradientDescentStep = Exercise(
    Specification(
      Lesson5.gradientDescentStep,
      right: { _, parameters, gradients, learningRate in Oracle.descended(parameters, gradients, learningRate) },
      misconceptions: misconceptions
    ).drawing { size, generator in
      let parameters = Samples.parameters(size, &generator)
      return (parameters, Samples.gradients(like: parameters, &generator), generator.nextUniform())
    }.drawingAtEdges { size, generator in
      let parameters = EdgeSamples.parameters(size, &generator)
      return (parameters, EdgeSamples.gradients(like: parameters, &generator), EdgeSamples.strength(&generator))
    },
    demonstration: Demonstration { student in
      let stepped = try student.call(
        Lesson5.gradientDescentStep, PageExample.parameters, try PageExample.gradients, 0.1)
      return [
        DemonstratedCall("W2, first weight, after a step with η = 0.1", stepped.weights[1].elements[0]),
        DemonstratedCall("b2 after it", stepped.biases[1].elements[0]),
      ]
    }
  ) { step in
    [
      step.check(
        .value, "one layer by hand: 1 − 0.1 · 2 = 0.8", on: byHand, independent: walk([2, 4, 3, 1], 0.05, seed: 132)),
      step.check(
        .shape, "the shapes of a 3-5-4-1 network stay", on: walk([3, 5, 4, 1], 0.3, seed: 131),
        independent: walk([2, 4, 3, 1], 0.05, seed: 132)),
      step.check(
        .value, "every weight and every bias of 3-5-4-1", on: walk([3, 5, 4, 1], 0.3, seed: 131),
        independent: walk([2, 4, 3, 1], 0.05, seed: 132)),
      step.check(
        .property, "a learning rate of 0 changes nothing", on: walk([3, 5, 4, 1], 0, seed: 133),
        independent: walk([2, 4, 3, 1], 0.2, seed: 134)),
      step.checkEverySize("right on 60 networks of one to five layers, η from 0 to 3"),
    ]
  }
}

extension Oracle {
  /// θ − η · g for every parameter.
  static func descended(_ parameters: Parameters, _ gradients: Gradients, _ learningRate: Double) -> Parameters {
    func step(_ matrices: [Matrix], _ slopes: [Matrix]) -> [Matrix] {
      guard matrices.map(\.shape) == slopes.map(\.shape) else { return matrices }
      return zip(matrices, slopes).map { matrix, slope in
        Matrix.filled(matrix.rows, matrix.columns) { matrix[$0, $1] - learningRate * slope[$0, $1] }
      }
    }
    return Parameters(
      weights: step(parameters.weights, gradients.weights), biases: step(parameters.biases, gradients.biases))
  }
}

private typealias Input = (Parameters, Gradients, Double)
private typealias WrongVersion = Misconception<Input, Parameters>

private let misconceptions: [WrongVersion] = [
  entrywise("uphill", "The step goes uphill: subtract η · gradient, or the loss rises.") { $0 + $2 * $1 },
  entrywise("learning rate forgotten", "The learning rate is missing: the step is η · gradient.") {
    value, slope, _ in
    value - slope
  },
  entrywise(
    "learning rate twice", "The learning rate is applied twice: the step is η · gradient, not η² · gradient."
  ) {
    $0 - $2 * $2 * $1
  },
  entrywise("divided by the learning rate", "The gradient is divided by the learning rate: multiply it by η.") {
    $0 - $1 / $2
  },
  entrywise(
    "step for parameters",
    "The parameters are replaced by the step alone: subtract η · gradient from what they were."
  ) { _, slope, rate in -rate * slope },
  entrywise("scaled by the parameter", "The step is multiplied by the parameter: it is η · gradient alone.") {
    $0 - $2 * $1 * $0
  },
  WrongVersion(
    "unchanged", "The parameters stay as they were: assign the result to `parameters` itself, not to a copy."
  ) { _, parameters, _, _ in parameters },
  only(
    "biases forgotten", "The biases stay as they were: they go downhill like the weights.",
    weights: { _, _ in true }, biases: { _, _ in false }),
  only(
    "weights forgotten", "The weights stay as they were: they go downhill like the biases.",
    weights: { _, _ in false }, biases: { _, _ in true }),
  only(
    "last layer only", "Only the last layer goes downhill: do the same for every layer.",
    layers: { layer, count in layer == count - 1 }),
  only(
    "first layer only", "Only the first layer goes downhill: do the same for every layer.",
    layers: { layer, _ in layer == 0 }),
  only(
    "last layer forgotten", "The last layer stays as it was: do the same for every layer.",
    layers: { layer, count in layer < count - 1 }),
  only(
    "first layer forgotten", "The first layer stays as it was: layers count from 0 in an array.",
    layers: { layer, _ in layer > 0 }),
]

private typealias Selection = @Sendable (_ layer: Int, _ count: Int) -> Bool

private func only(_ name: String, _ sentence: String, layers: @escaping Selection) -> WrongVersion {
  only(name, sentence, weights: layers, biases: layers)
}

/// A wrong version that leaves some of the matrices as they were.
private func only(
  _ name: String, _ sentence: String, weights: @escaping Selection, biases: @escaping Selection
) -> WrongVersion {
  WrongVersion(name, sentence) { _, parameters, gradients, learningRate in
    var result = Oracle.descended(parameters, gradients, learningRate)
    let count = parameters.weights.count
    for layer in 0..<count where !weights(layer, count) { result.weights[layer] = parameters.weights[layer] }
    for layer in 0..<count where !biases(layer, count) { result.biases[layer] = parameters.biases[layer] }
    return result
  }
}

/// A wrong version that does the same to every parameter.
private func entrywise(
  _ name: String, _ sentence: String,
  _ entry: @escaping @Sendable (_ value: Double, _ slope: Double, _ learningRate: Double) -> Double
) -> WrongVersion {
  WrongVersion(name, sentence) { _, parameters, gradients, learningRate in
    func change(_ matrices: [Matrix], _ slopes: [Matrix]) -> [Matrix] {
      zip(matrices, slopes).map { matrix, slope in
        Matrix.filled(matrix.rows, matrix.columns) { entry(matrix[$0, $1], slope[$0, $1], learningRate) }
      }
    }
    return Parameters(
      weights: change(parameters.weights, gradients.weights), biases: change(parameters.biases, gradients.biases))
  }
}

private let byHand: Input = (
  Parameters(weights: [Matrix([[1, -2], [0.5, 3]])], biases: [Matrix([[0.25, -1]])]),
  Gradients(weights: [Matrix([[2, -1], [4, 0.5]])], biases: [Matrix([[-5, 3]])]), 0.1
)

private func walk(_ layerSizes: [Int], _ learningRate: Double, seed: UInt64) -> Input {
  (
    Samples.parameters(layerSizes, seed: seed), Samples.gradients(layerSizes, seed: seed + 20), learningRate
  )
}
