import CourseKit
import Foundation

@testable import Course

/// Other ways to draw starting weights than the reference's, one entry after the other with nextGaussian().
enum Initializers {
  typealias Variance = @Sendable (_ fanIn: Double, _ fanOut: Double) -> Double

  /// Weights in units of their standard deviation, which `draw` gives, and biases of 0.
  static func drawn(
    _ layerSizes: [Int], seed: UInt64, variance: Variance, _ draw: (inout SeededGenerator) -> Double
  ) -> Parameters {
    var generator = SeededGenerator(seed: seed)
    return randomParameters(layerSizes) { fanIn, fanOut in variance(fanIn, fanOut).squareRoot() * draw(&generator) }
  }

  /// Box and Muller's formula.
  static func boxMuller(_ generator: inout SeededGenerator) -> Double {
    let radius = (-2 * Foundation.log(1 - generator.nextUniform())).squareRoot()
    return radius * Foundation.cos(2 * Double.pi * generator.nextUniform())
  }

  /// Nearly normal: the sum of 12 uniform numbers less 6 has variance 1.
  static func twelveUniforms(_ generator: inout SeededGenerator) -> Double {
    (0..<12).reduce(-6) { sum, _ in sum + generator.nextUniform() }
  }

  /// Not normal: spread evenly, with variance 1.
  static func uniform(_ generator: inout SeededGenerator) -> Double {
    3.0.squareRoot() * (2 * generator.nextUniform() - 1)
  }

  /// The last layer first, each column from the bottom, and a random number for each bias, which is thrown away.
  static func inAnotherOrder(_ layerSizes: [Int], seed: UInt64, variance: Variance) -> Parameters {
    var generator = SeededGenerator(seed: seed)
    var parameters = randomParameters(layerSizes) { _, _ in 0 }
    for layer in parameters.weights.indices.reversed() {
      let fanIn = parameters.weights[layer].rows
      let fanOut = parameters.weights[layer].columns
      let deviation = variance(Double(fanIn), Double(fanOut)).squareRoot()
      for column in 0..<fanOut {
        _ = generator.nextGaussian()
        for row in (0..<fanIn).reversed() {
          parameters.weights[layer][row, column] = deviation * generator.nextGaussian()
        }
      }
    }
    return parameters
  }
}
