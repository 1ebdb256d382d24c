import CourseKit
import Vocabulary

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
    if rows > 0 { labels.elements[0] = 1 }
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

extension Samples {
  /// Parameters with which training can begin: normal weights of variance 2 / fanIn, and biases of 0.
  static func initialized(_ layerSizes: [Int], seed: UInt64) -> Parameters {
    var parameters = parameters(layerSizes, seed: seed)
    for layer in parameters.weights.indices {
      parameters.weights[layer] = parameters.weights[layer].map { $0 * sqrt(2) }
      parameters.biases[layer] = parameters.biases[layer].map { _ in 0 }
    }
    return parameters
  }
}

// Inputs of a size, drawn at random.
extension Samples {
  /// A count from 2 to the size; 1 for size 1.
  static func size(upTo size: Int, _ generator: inout SeededGenerator) -> Int {
    size <= 1 ? 1 : Int.random(in: 2...size, using: &generator)
  }

  /// A matrix of normal numbers; a single number is a whole one, with which one can calculate by hand.
  static func normal(_ rows: Int, _ columns: Int, _ generator: inout SeededGenerator) -> Matrix {
    let matrix = Matrix.filled(rows, columns) { _, _ in generator.nextGaussian() }
    return rows == 1 && columns == 1 ? whole(matrix) : matrix
  }

  /// The matrix with its entries doubled and rounded, none of them to 0.
  private static func whole(_ matrix: Matrix) -> Matrix {
    matrix.map { entry in
      let rounded = (2 * entry).rounded()
      return rounded == 0 ? (entry < 0 ? -1 : 1) : rounded
    }
  }

  /// A network for a size: one of size 1 has whole numbers.
  private static func parameters(_ layerSizes: [Int], seed: UInt64, ofSize size: Int) -> Parameters {
    var parameters = parameters(layerSizes, seed: seed)
    if size <= 1 {
      parameters.weights = parameters.weights.map(whole)
      parameters.biases = parameters.biases.map(whole)
    }
    return parameters
  }

  /// Probabilities [N, 1] and labels of both classes.
  @Sendable static func probabilitiesAndLabels(_ size: Int, _ generator: inout SeededGenerator) -> (Matrix, Matrix) {
    let rows = Samples.size(upTo: size, &generator) + Samples.size(upTo: size, &generator)
    return (probabilities(rows, seed: generator.next()), labels(rows, seed: generator.next()))
  }

  /// An input [N, features] and a network of three layers for it.
  @Sendable static func inputAndNetwork(
    _ size: Int, _ generator: inout SeededGenerator
  ) -> (Matrix, Parameters, HiddenActivation) {
    let sizes = (0..<3).map { _ in Samples.size(upTo: size, &generator) } + [1]
    let input = normal(Samples.size(upTo: size, &generator), sizes[0], &generator)
    let network = parameters(sizes, seed: generator.next() % 1000, ofSize: size)
    return (input, network, HiddenActivation.allCases.randomElement(using: &generator) ?? .tanh)
  }

  /// A network of three layers with one or more units at the output.
  @Sendable static func parameters(_ size: Int, _ generator: inout SeededGenerator) -> Parameters {
    let sizes = (0..<4).map { _ in Samples.size(upTo: size, &generator) }
    return parameters(sizes, seed: generator.next() % 1000, ofSize: size)
  }

  /// Gradients in the shapes of a network's parameters.
  static func gradients(like parameters: Parameters, _ generator: inout SeededGenerator) -> Gradients {
    Gradients(
      weights: parameters.weights.map { normal($0.rows, $0.columns, &generator) },
      biases: parameters.biases.map { normal(1, $0.columns, &generator) })
  }

  /// Gradients of a network of these layers, the same for the same seed.
  static func gradients(_ layerSizes: [Int], seed: UInt64) -> Gradients {
    let parameters = parameters(layerSizes, seed: seed)
    return Gradients(weights: parameters.weights, biases: parameters.biases)
  }

  /// Losses that fall for the most part, with ties, rises and NaN.
  static func losses(count: Int, _ generator: inout SeededGenerator) -> [Double] {
    var loss = 6.0
    return (0..<count).map { _ in
      loss += 0.25 * Double(Int.random(in: -4...2, using: &generator))
      return generator.nextUniform() < 0.15 ? .nan : loss
    }
  }
}
