import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 4.3: Aᵀ · δ / N for the weights, the column sums of δ / N for the biases.
  static let layerGradients: Exercise = Exercise(
    Specification(
      Lesson4.layerGradients, choosing: LayerGradientsChoices(),
      right: { choices, _, delta, input in try choices.answer(delta, input) }, slips: layerGradientsSlips
    )
    .knowing { input in .rows(input.0.rows) }
    .drawing { size, generator in
      let rows = Samples.size(upTo: size, &generator)
      return (
        Samples.normal(rows, Samples.size(upTo: size, &generator), &generator),
        Samples.normal(rows, Samples.size(upTo: size, &generator), &generator)
      )
    }
    .drawingAtEdges { size, generator in
      let sizes = (0..<3).map { _ in EdgeSamples.count(upTo: size, &generator) }
      let scale = EdgeSamples.one(of: [1e-3, 1, 100], &generator)
      return (
        EdgeSamples.matrix(sizes[0], sizes[1], &generator),
        EdgeSamples.matrix(sizes[0], sizes[2], scale: scale, &generator)
      )
    }
    .made(
      as: "Aᵀδ / N", for: "weights",
      of: [Ingredient("Aᵀδ") { _, input in try Stopping.product(Stopping.turned(input.1), input.0) }] + sizes
    )
    .made(
      as: "Σδ / N", for: "biases", .reducing,
      of: [Ingredient("Σδ") { _, input in Stopping.columnSums(input.0) }] + sizes),
    demonstration: Demonstration { student in
      let input = PageExample.cache.activations[1]
      let gradients = try student.call(Lesson4.layerGradients, Matrix([[-0.5], [0.75]]), input)
      return [DemonstratedCall("`layerGradients(delta: [[−0.50], [0.75]], input: [[2, 1], [2, 0]])`", gradients)]
    },
    claims: [
      PageClaim("(−0.5 + 0.7311) / 2 = 0.1155") {
        let delta = PageExample.outputDelta
        return [delta[0, 0], delta[1, 0], 2, try PageExample.gradients.biases[1][0, 0]]
      }
    ]
  ) { gradients in
    [
      gradients.check(
        .shape, "weights [3, 2] and biases [1, 2]", on: layer(seed: 81)),
      gradients.check(
        .value, "two examples by hand",
        on: (Matrix([[0.5, -1], [0.5, 2]]), Matrix([[1, 0, 2], [3, 1, -2]]))),
      gradients.check(
        .gradient, "weights and biases agree with central differences", tolerance: .gradient,
        on: layer(fanOut: 3, seed: 84),
        expected: { measuredSquareLayer(seed: 84) }),
      gradients.checkEverySize("right on 60 layers: 1 to 18 rows, inputs and units"),
    ]
  }
}

extension Oracle {
  static func gradientsOfLayer(_ delta: Matrix, _ input: Matrix) -> LayerGradients {
    let count = Double(delta.rows)
    let weights = Matrix.filled(input.columns, delta.columns) { feature, unit in
      var sum = 0.0
      for row in 0..<delta.rows { sum += input[row, feature] * delta[row, unit] }
      return sum / count
    }
    let biases = Matrix.filled(1, delta.columns) { _, unit in
      var sum = 0.0
      for row in 0..<delta.rows { sum += delta[row, unit] }
      return sum / count
    }
    return LayerGradients((weights, biases))
  }
}

extension LayerGradients: Inspectable {
  package var components: [Component] {
    [Component(name: "weights", matrix: weights), Component(name: "biases", matrix: biases)]
  }
}

private let sizes: [Ingredient<(Matrix, Matrix)>] = [
  .number("N") { Double($0.0.rows) }, .number("fanOut") { Double($0.0.columns) },
  .number("fanIn") { Double($0.1.columns) },
]

/// The delta and the input of one layer [3, fanOut] with the sigmoid and the cross-entropy of all units.
private func layer(rows: Int = 5, fanOut: Int = 2, seed: UInt64) -> (Matrix, Matrix) {
  let input = Samples.matrix(rows, 3, seed: seed)
  let parameters = Samples.parameters([3, fanOut], seed: seed)
  let z = Oracle.linear(input, parameters.weights[0], parameters.biases[0])
  let labels = Samples.labels(rows, fanOut, seed: seed)
  return (Matrix.filled(rows, fanOut) { Oracle.sigmoid(z[$0, $1]) - labels[$0, $1] }, input)
}

private func measuredSquareLayer(seed: UInt64) -> LayerGradients {
  let input = Samples.matrix(5, 3, seed: seed)
  let labels = Samples.labels(5, 3, seed: seed)
  let measured = CentralDifferences.gradients(at: Samples.parameters([3, 3], seed: seed)) { parameters in
    let z = Oracle.linear(input, parameters.weights[0], parameters.biases[0])
    let losses = zip(z.elements, labels.elements).map { Oracle.crossEntropy(Oracle.sigmoid($0), $1) }
    return losses.reduce(0, +) / 5
  }
  return LayerGradients((measured.weights[0], measured.biases[0]))
}
