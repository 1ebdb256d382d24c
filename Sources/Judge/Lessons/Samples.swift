import CourseKit

/// Inputs for checks: made-up numbers that are the same in every run.
enum Samples {
  /// A matrix of normal numbers with standard deviation `scale`.
  static func matrix(_ rows: Int, _ columns: Int, seed: UInt64, scale: Double = 1) -> Matrix {
    var generator = SeededGenerator(seed: seed)
    return Matrix.filled(rows, columns) { _, _ in scale * generator.nextGaussian() }
  }

  /// A matrix of numbers between 0.05 and 0.95.
  static func probabilities(_ rows: Int, seed: UInt64) -> Matrix {
    var generator = SeededGenerator(seed: seed)
    return Matrix.filled(rows, 1) { _, _ in 0.05 + 0.9 * generator.nextUniform() }
  }

  /// Labels [rows, columns] of 0 and 1, both of which occur, more ones than zeros.
  static func labels(_ rows: Int, _ columns: Int = 1, seed: UInt64) -> Matrix {
    var generator = SeededGenerator(seed: seed)
    var labels = Matrix.filled(rows, columns) { _, _ in generator.nextUniform() < 0.6 ? 1 : 0 }
    labels.elements[0] = 1
    if rows > 1 { labels.elements[columns] = 0 }
    return labels
  }

  /// Parameters with normal weights and, so that a forgotten bias shows, normal biases.
  static func parameters(_ layerSizes: [Int], seed: UInt64) -> Parameters {
    var parameters = Parameters(weights: [], biases: [])
    for layer in 1..<layerSizes.count {
      let fanIn = layerSizes[layer - 1]
      let ownSeed = seed &* 100 &+ UInt64(layer)
      parameters.weights.append(
        matrix(fanIn, layerSizes[layer], seed: ownSeed, scale: 1 / sqrt(Double(fanIn))))
      parameters.biases.append(matrix(1, layerSizes[layer], seed: ownSeed &+ 50, scale: 0.3))
    }
    return parameters
  }
}
