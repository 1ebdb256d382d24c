import CourseKit

/// What the exercises of lesson 6 compute with: sums of squares, and networks to try them on.
enum PenaltySamples {
  static let small = Parameters(
    weights: [Matrix([[1, -2], [-2, 0]]), Matrix([[4], [0]])], biases: [Matrix([[3, 5]]), Matrix([[-7]])])
  static let network = Samples.parameters([3, 5, 4, 1], seed: 111)
  static let otherNetwork = Samples.parameters([2, 3, 4, 2], seed: 112)
  /// Layers of one size, several units at the output: what takes another layer's matrix is not stopped by its shape.
  static let evenNetwork = Samples.parameters([4, 4, 4, 4], seed: 113)
  static let noWeights = Parameters(
    weights: [.zeros(rows: 2, columns: 3), .zeros(rows: 3, columns: 1)],
    biases: [Matrix([[1, 2, 3]]), Matrix([[4]])])

  static func squares(_ matrices: some Sequence<Matrix>) -> Double {
    matrices.flatMap(\.elements).reduce(0) { $0 + $1 * $1 }
  }

  /// λ / (2N) · the sum of the squares of all weights.
  static func penalty(_ parameters: Parameters, _ lambda: Double, _ sampleCount: Int) -> Double {
    lambda * squares(parameters.weights) / (2 * Double(sampleCount))
  }
}
