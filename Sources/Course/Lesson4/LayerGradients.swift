import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 4.3: Aᵀ · δ / N for the weights, the column sums of δ / N for the biases.
  static let layerGradients = Exercise(
    Specification(
      Lesson4.layerGradients, right: { _, delta, input in Oracle.gradientsOfLayer(delta, input) },
      misconceptions: misconceptions
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
    },
    demonstration: Demonstration { student in
      let input = PageExample.cache.activations[1]
      let gradients = try student.call(Lesson4.layerGradients, PageExample.outputDelta, input)
      return [DemonstratedCall("`layerGradients(delta: δ2, input: A1)`", gradients)]
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
        .shape, "weights [3, 2] and biases [1, 2]", on: layer(seed: 81),
        independent: layer(rows: 6, fanOut: 3, seed: 82)),
      gradients.check(
        .value, "two examples by hand",
        on: (Matrix([[0.5, -1], [0.5, 2]]), Matrix([[1, 0, 2], [3, 1, -2]])), independent: layer(fanOut: 3, seed: 83)),
      gradients.check(
        .gradient, "weights and biases agree with central differences", tolerance: .gradient,
        on: layer(fanOut: 3, seed: 84), independent: layer(rows: 7, fanOut: 4, seed: 85),
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

private let misconceptions: [Misconception<(Matrix, Matrix), LayerGradients>] = [
  wrongGradients(
    "mean missing", "The mean over the batch is missing: divide both gradients by the number of rows N."
  ) { weights, biases, rows, _ in (weights * rows, biases * rows) },
  wrongGradients("mean taken twice", "The division by the number of rows N is done twice.") {
    weights, biases, rows, _ in (weights / rows, biases / rows)
  },
  wrongGradients(
    "mean missing for the biases",
    "The weights are right; the bias gradient is not divided by the number of rows N."
  ) { weights, biases, rows, _ in (weights, biases * rows) },
  wrongGradients(
    "mean missing for the weights",
    "The biases are right; the weight gradient is not divided by the number of rows N."
  ) { weights, biases, rows, _ in (weights * rows, biases) },
  wrongGradients(
    "divided by the units",
    "The division is by the number of columns (units); the mean goes over the rows (examples)."
  ) { weights, biases, rows, units in (weights * rows / units, biases * rows / units) },
  wrongGradients("sign exchanged", "Both gradients have the opposite sign: it is +Aᵀ · delta / N.") {
    weights, biases, _, _ in (weights * -1, biases * -1)
  },
  .init(
    "weights transposed",
    "The weights' gradient is transposed, δᵀ · A: it needs the shape of the weights, so it is Aᵀ · δ / N."
  ) { answers, delta, input in
    let right = try answers(Lesson4.layerGradients, delta, input)
    return LayerGradients((right.weights.transposed, right.biases))
  },
  wrongBiases(
    "biases summed along the rows",
    "The biases are summed along the wrong axis, one sum for each example: columnSums() gives one for each unit."
  ) { delta, _ in
    Matrix.filled(1, delta.rows) { _, row in
      (0..<delta.columns).reduce(0) { $0 + delta[row, $1] } / Double(delta.rows)
    }
  },
  wrongBiases(
    "biases not summed", "The bias gradient still has a row for each example: sum the rows up, columnSums()."
  ) { delta, _ in delta.map { $0 / Double(delta.rows) } },
  wrongBiases(
    "biases from the weights",
    "The bias gradient is the column sums of the weights' gradient: it is those of the delta, divided by N."
  ) { _, weights in
    Matrix.filled(1, weights.columns) { _, unit in (0..<weights.rows).reduce(0) { $0 + weights[$1, unit] } }
  },
  .init(
    "bias of the first row",
    "The bias gradient is the delta of the first row alone: sum the rows, then divide by N."
  ) { answers, delta, input in
    var gradients = try answers(Lesson4.layerGradients, delta, input)
    gradients.biases = Matrix.filled(1, delta.columns) { delta[0, $1] }
    return gradients
  },
  .init(
    "one total for all biases",
    "Every bias gets the sum of the whole delta: each unit has a sum of its own (columnSums)."
  ) { answers, delta, input in
    var gradients = try answers(Lesson4.layerGradients, delta, input)
    let total = gradients.biases.elements.reduce(0, +)
    gradients.biases = gradients.biases.map { _ in total }
    return gradients
  },
]

/// A wrong version whose weights are right and whose biases come from the delta or from those weights.
private func wrongBiases(
  _ name: String, _ sentence: String,
  _ biases: @escaping @Sendable (_ delta: Matrix, _ weights: Matrix) -> Matrix
) -> Misconception<(Matrix, Matrix), LayerGradients> {
  .init(name, sentence) { answers, delta, input in
    let weights = try answers(Lesson4.layerGradients, delta, input).weights
    return LayerGradients((weights, biases(delta, weights)))
  }
}

private func wrongGradients(
  _ name: String, _ sentence: String,
  _ change: @escaping @Sendable (Matrix, Matrix, Double, Double) -> (Matrix, Matrix)
) -> Misconception<(Matrix, Matrix), LayerGradients> {
  .init(name, sentence) { answers, delta, input in
    let right = try answers(Lesson4.layerGradients, delta, input)
    return LayerGradients(
      change(right.weights, right.biases, Double(delta.rows), Double(delta.columns)))
  }
}

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
