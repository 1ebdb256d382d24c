import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 3.1: Z = A · W + b.
  static let linear: Exercise = Exercise(
    Specification(
      Lesson3.linear, choosing: LinearChoices(),
      right: { choices, _, input, weights, biases in try choices.linear(input, weights, biases) },
      slips: linearSlips
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
    }
    .made(
      as: "A·W + b", .activating,
      of: [
        Ingredient("A·W") { _, input in Oracle.linear(input.0, input.1, input.2.map { _ in 0 }) },
        Ingredient("b") { _, input in input.2 },
        .number("N") { input in Double(input.0.rows) }, .number("fanIn") { input in Double(input.0.columns) },
      ]),
    demonstration: Demonstration { student in
      let (weights, biases) = (PageExample.parameters.weights[0], PageExample.parameters.biases[0])
      let result = try student.call(Lesson3.linear, PageExample.data.features, weights, biases)
      return [DemonstratedCall("`linear([[1, 2], [2, 1]], weights: [[1, −1], [1, 1]], biases: [[−1, 0]])`", result)]
    }
  ) { linear in
    [
      // Four by four first: what has Wᵀ for W or * for matmul stops on any other layer and is not called again.
      linear.check(.value, "A · W + b on a square layer", on: squareLayer),
      linear.check(.shape, "[2, 3]", on: smallLayer),
      linear.check(.value, "A · W + b on a small example", on: smallLayer),
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

private let smallLayer = (
  Matrix([[1, 2], [-1, 0.5]]), Matrix([[1, -1, 0.5], [0, 2, -2]]), Matrix([[0.1, -0.2, 0.3]])
)
private let squareLayer = layer(rows: 4, fanIn: 4, fanOut: 4, seed: 32)

private func layer(rows: Int, fanIn: Int, fanOut: Int, seed: UInt64) -> (Matrix, Matrix, Matrix) {
  (
    Samples.matrix(rows, fanIn, seed: seed), Samples.matrix(fanIn, fanOut, seed: seed + 10),
    Samples.matrix(1, fanOut, seed: seed + 20)
  )
}
