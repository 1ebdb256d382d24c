import CourseKit
import Foundation

extension MomentumOptimizer {
  /// Exercise 8.1, right in other words, with Foundation.
  func zeroVelocity(foundation right: String, like gradients: Gradients) throws -> Gradients {
    switch right {
    case "8.1 Foundation imported, the first gradient is the first velocity":
      return Gradients(weights: gradients.weights.map(zeros), biases: gradients.biases.map(zeros))
    default:
      return try zeroVelocity(reordered: right, like: gradients)
    }
  }

  /// Exercise 8.2, right in other words, with Foundation.
  mutating func step(
    foundation right: String, _ parameters: inout Parameters, gradients: Gradients, learningRate: Double
  ) throws {
    switch right {
    case "8.2 Foundation imported, the first gradient is the first velocity":
      if var moving = velocity {
        for layer in gradients.weights.indices {
          moving.weights[layer] = gradients.weights[layer] + moving.weights[layer] * coefficient
          moving.biases[layer] = gradients.biases[layer] + moving.biases[layer] * coefficient
        }
        velocity = moving
      } else {
        velocity = gradients
      }
      guard let velocity else { return }
      for layer in gradients.weights.indices.reversed() {
        parameters.biases[layer] = parameters.biases[layer] - velocity.biases[layer] * learningRate
        parameters.weights[layer] = parameters.weights[layer] - velocity.weights[layer] * learningRate
      }
    default:
      try step(reordered: right, &parameters, gradients: gradients, learningRate: learningRate)
    }
  }
}

// BEGIN HELPERS 8 Foundation imported, the first gradient is the first velocity
/// Zeros in the shape of a matrix.
private func zeros(_ matrix: Matrix) -> Matrix {
  matrix.map { _ in 0 }
}
// END HELPERS
