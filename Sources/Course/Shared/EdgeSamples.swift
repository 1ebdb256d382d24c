import CourseKit
import Vocabulary

/// Numbers, sizes and networks at which something special happens: the edges that the pages name, and extremes.
enum EdgeSamples {
  static func count(upTo size: Int, _ generator: inout SeededGenerator) -> Int {
    Int.random(in: 1...size, using: &generator)
  }

  static func one(of numbers: [Double], _ generator: inout SeededGenerator) -> Double {
    numbers.randomElement(using: &generator) ?? 0
  }

  /// A number of any size, or one at which an activation function does something special.
  static func number(_ generator: inout SeededGenerator) -> Double {
    let special: [Double] = [0, 1, -1, 1e-9, -1e-9, 20, -20, 700, -700, 800, -800, 1000, -1000, 1e6, -1e6]
    if generator.nextUniform() < 0.4 { return one(of: special, &generator) }
    return one(of: [1e-4, 0.1, 1, 3, 30], &generator) * generator.nextGaussian()
  }

  /// A matrix of such numbers; [1, 1] for size 1.
  static func numbers(_ rows: Int, _ columns: Int, _ generator: inout SeededGenerator) -> Matrix {
    Matrix.filled(rows, columns) { _, _ in number(&generator) }
  }

  /// A probability: any, an end, on either side of 0.5 or of where the loss clips.
  ///
  /// The neighbours of 0.5 are left out: p + 0.5 rounds the lower one up.
  static func probability(_ generator: inout SeededGenerator) -> Double {
    let special = [0, 1, 0.5, 0.5 - 1e-9, 0.5 + 1e-9, 1e-8, 1e-9, 1 - 1e-9, 1e-7, 1 - 1e-6, 1e-3, 0.999, 0.499, 0.501]
    return generator.nextUniform() < 0.6 ? one(of: special, &generator) : generator.nextUniform()
  }

  /// Labels of both classes or of one.
  static func labels(_ rows: Int, _ generator: inout SeededGenerator) -> Matrix {
    let share = one(of: [0, 0.5, 0.5, 1], &generator)
    return Matrix.filled(rows, 1) { _, _ in generator.nextUniform() < share ? 1 : 0 }
  }

  /// Probabilities [N, 1] and labels.
  @Sendable static func probabilitiesAndLabels(_ size: Int, _ generator: inout SeededGenerator) -> (Matrix, Matrix) {
    let rows = count(upTo: 2 * size - 1, &generator)
    return (Matrix.filled(rows, 1) { _, _ in probability(&generator) }, labels(rows, &generator))
  }

  static func matrix(_ rows: Int, _ columns: Int, scale: Double = 1, _ generator: inout SeededGenerator) -> Matrix {
    Matrix.filled(rows, columns) { _, _ in scale * generator.nextGaussian() }
  }

  /// Parameters of one layer or of up to five, with small or large weights, sometimes without biases.
  static func parameters(
    _ size: Int, outputs: Int? = nil, scales: [Double] = [0.01, 1, 1, 50], _ generator: inout SeededGenerator
  ) -> Parameters {
    let layers = Int.random(in: 1...5, using: &generator)
    // A layer of one unit is a case of its own.
    var sizes = (0...layers).map { _ in generator.nextUniform() < 0.2 ? 1 : count(upTo: size, &generator) }
    if let outputs { sizes[layers] = outputs }
    let scale = one(of: scales, &generator)
    let bias = one(of: [0, 1, 1], &generator)
    var parameters = Parameters(weights: [], biases: [])
    for (fanIn, fanOut) in zip(sizes, sizes.dropFirst()) {
      parameters.weights.append(matrix(fanIn, fanOut, scale: scale, &generator))
      parameters.biases.append(matrix(1, fanOut, scale: bias, &generator))
    }
    return parameters
  }

  /// Gradients in the shapes of parameters: small ones, large ones, and zeros among them, as dead units have.
  static func gradients(like parameters: Parameters, _ generator: inout SeededGenerator) -> Gradients {
    let scale = one(of: [0, 1e-3, 1, 1, 100], &generator)
    func slopes(_ matrix: Matrix) -> Matrix {
      Matrix.filled(matrix.rows, matrix.columns) { _, _ in
        generator.nextUniform() < 0.2 ? 0 : scale * generator.nextGaussian()
      }
    }
    return Gradients(weights: parameters.weights.map(slopes), biases: parameters.biases.map(slopes))
  }

  /// A number of rows: one, a few or hundreds.
  static func sampleCount(_ generator: inout SeededGenerator) -> Int {
    [1, 2, 3, 5, 8, 64, 300, 1000].randomElement(using: &generator) ?? 1
  }

  static func hidden(_ generator: inout SeededGenerator) -> HiddenActivation {
    HiddenActivation.allCases.randomElement(using: &generator) ?? .tanh
  }

  /// An input [N, features] and a network for it; two in five give the same p for every row, just 0.5, near it, 0 or 1.
  static func inputAndNetwork(
    _ size: Int, outputs: Int?, _ generator: inout SeededGenerator
  ) -> (Matrix, Parameters, HiddenActivation) {
    var parameters = parameters(size, outputs: outputs, scales: [0.01, 1, 1, 3, 5], &generator)
    let last = parameters.weights.count - 1
    if generator.nextUniform() < 0.4 {
      let logit = one(of: [0, 1e-8, -1e-8, 1e-3, -1e-3, 0.45, 40, -800], &generator)
      parameters.weights[last] = parameters.weights[last].map { _ in 0 }
      parameters.biases[last] = parameters.biases[last].map { _ in logit }
    }
    return (
      matrix(count(upTo: size, &generator), parameters.weights[0].rows, &generator), parameters, hidden(&generator)
    )
  }

  /// A learning rate or the strength of a penalty.
  static func strength(_ generator: inout SeededGenerator) -> Double {
    one(of: [0, 1e-3, 0.1, 0.3, 1, 3], &generator)
  }
}
