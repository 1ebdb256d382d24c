import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 3.1: Z = A · W + b.
  static let linear = Exercise(
    Specification(
      Lesson3.linear, right: { _, input, weights, biases in Oracle.linear(input, weights, biases) },
      misconceptions: misconceptions
    )
    .knowing { input in .rows(input.0.rows) }
    .drawing { size, generator in
      let rows = Samples.size(upTo: size, &generator)
      let (fanIn, fanOut) = (Samples.size(upTo: size, &generator), Samples.size(upTo: size, &generator))
      return (
        Samples.normal(rows, fanIn, &generator), Samples.normal(fanIn, fanOut, &generator),
        Samples.normal(1, fanOut, &generator)
      )
    }
    .drawingAtEdges { size, generator in
      let sizes = (0..<3).map { _ in EdgeSamples.count(upTo: size, &generator) }
      let scale = EdgeSamples.one(of: [1e-3, 1, 100], &generator)
      return (
        EdgeSamples.matrix(sizes[0], sizes[1], scale: scale, &generator),
        EdgeSamples.matrix(sizes[1], sizes[2], &generator),
        EdgeSamples.matrix(1, sizes[2], scale: EdgeSamples.one(of: [0, 1], &generator), &generator)
      )
    },
    demonstration: Demonstration { student in
      let (weights, biases) = (PageExample.parameters.weights[0], PageExample.parameters.biases[0])
      let result = try student.call(Lesson3.linear, PageExample.data.features, weights, biases)
      return [DemonstratedCall("`linear(A0, weights: W1, biases: b1)`", result)]
    }
  ) { linear in
    [
      // The square layer first: what has Wᵀ for W stops on any other and is not called again.
      linear.check(.value, "A · W + b on a square layer", on: squareLayer, independent: otherSquareLayer),
      linear.check(.shape, "[2, 3]", on: smallLayer, independent: otherLayer),
      linear.check(.value, "A · W + b on a small example", on: smallLayer, independent: otherLayer),
      linear.checkEverySize("right on 60 layers: 1 to 18 rows, inputs and units"),
    ]
  }
}

extension Oracle {
  static func linear(_ input: Matrix, _ weights: Matrix, _ biases: Matrix) -> Matrix {
    Matrix.filled(input.rows, weights.columns) { row, unit in
      var sum = biases[0, unit]
      for feature in 0..<input.columns { sum += input[row, feature] * weights[feature, unit] }
      return sum
    }
  }
}

private let misconceptions: [Misconception<(Matrix, Matrix, Matrix), Matrix>] = [
  .init("bias forgotten", "The bias is missing: this is A · W without + b.") { answers, input, weights, biases in
    try answers(Lesson3.linear, input, weights, zeros(like: biases))
  },
  .init("bias subtracted", "The bias is subtracted: it must be added.") { answers, input, weights, biases in
    try answers(Lesson3.linear, input, weights, biases.map { -$0 })
  },
  .init("bias on the first row", "The bias is added to the first row only; every example gets it.") {
    answers, input, weights, biases in
    let product = try answers(Lesson3.linear, input, weights, zeros(like: biases))
    return Matrix.filled(product.rows, product.columns) {
      product[$0, $1] + ($0 == 0 ? biases[0, $1] : 0)
    }
  },
  .init("weights transposed", "The weights are transposed: this is A · Wᵀ + b. W is [fanIn, fanOut] as it stands.") {
    answers, input, weights, biases in
    weights.rows == weights.columns ? try answers(Lesson3.linear, input, turned(weights), biases) : nil
  },
  .init("activated", "An activation function is applied here already (ReLU): `linear` stops at Z = A · W + b.") {
    answers, input, weights, biases in
    try answers.activation(try answers(Lesson3.linear, input, weights, biases), .relu)
  },
  .init("squashed", "The sigmoid is applied here already: `linear` stops at Z = A · W + b.") {
    answers, input, weights, biases in
    try answers.activation(try answers(Lesson3.linear, input, weights, biases), .sigmoid)
  },
]

private func zeros(like matrix: Matrix) -> Matrix {
  Matrix.zeros(rows: matrix.rows, columns: matrix.columns)
}

private func turned(_ matrix: Matrix) -> Matrix {
  Matrix.filled(matrix.columns, matrix.rows) { matrix[$1, $0] }
}

private let smallLayer = (
  Matrix([[1, 2], [-1, 0.5]]), Matrix([[1, -1, 0.5], [0, 2, -2]]), Matrix([[0.1, -0.2, 0.3]])
)
private let otherLayer = layer(rows: 4, fanIn: 3, fanOut: 2, seed: 31)
private let squareLayer = layer(rows: 3, fanIn: 4, fanOut: 4, seed: 32)
private let otherSquareLayer = layer(rows: 5, fanIn: 3, fanOut: 3, seed: 33)

private func layer(rows: Int, fanIn: Int, fanOut: Int, seed: UInt64) -> (Matrix, Matrix, Matrix) {
  (
    Samples.matrix(rows, fanIn, seed: seed), Samples.matrix(fanIn, fanOut, seed: seed + 10),
    Samples.matrix(1, fanOut, seed: seed + 20)
  )
}
