import CourseKit

extension MomentumOptimizer {
  /// Exercise 8.1, wrong in ways that the judge has no name for.
  func zeroVelocity(other: String, like gradients: Gradients) throws -> Gradients {
    switch other {
    case "8.1 last layer missing":
      // Unknown, evidence: "weights.count  yours 2   expected 3; wrong as well: biases.count"
      var velocity = Gradients(weights: [], biases: [])
      for layer in 0..<gradients.weights.count - 1 {
        velocity.weights.append(0 * gradients.weights[layer])
        velocity.biases.append(0 * gradients.biases[layer])
      }
      return velocity
    default:
      return try zeroVelocity(demanded: other, like: gradients)
    }
  }

  /// Exercise 8.2, wrong in ways that the judge has no name for.
  mutating func step(other: String, _ parameters: inout Parameters, gradients: Gradients, learningRate: Double) throws {
    switch other {
    case "8.2 gradient dampened and biases not moved":
      // Double, evidence: "step 1: "
      var newVelocity = velocity ?? zeroVelocity(like: gradients)
      for layer in parameters.weights.indices {
        newVelocity.weights[layer] =
          coefficient * newVelocity.weights[layer] + (1 - coefficient) * gradients.weights[layer]
        parameters.weights[layer] = parameters.weights[layer] - learningRate * newVelocity.weights[layer]
      }
      velocity = newVelocity
    case "8.2 coefficient fixed at 0.9":
      // Unknown, evidence: "What comes before it is right."
      var newVelocity = velocity ?? zeroVelocity(like: gradients)
      for layer in parameters.weights.indices {
        newVelocity.weights[layer] = 0.9 * newVelocity.weights[layer] + gradients.weights[layer]
        newVelocity.biases[layer] = 0.9 * newVelocity.biases[layer] + gradients.biases[layer]
        parameters.weights[layer] = parameters.weights[layer] - learningRate * newVelocity.weights[layer]
        parameters.biases[layer] = parameters.biases[layer] - learningRate * newVelocity.biases[layer]
      }
      velocity = newVelocity
    default:
      try step(demanded: other, &parameters, gradients: gradients, learningRate: learningRate)
    }
  }
}
