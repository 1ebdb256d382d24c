import CourseKit

extension MomentumOptimizer {
  /// Exercise 8.1, wrong in one demand of its page alone.
  func zeroVelocity(demanded other: String, like gradients: Gradients) throws -> Gradients {
    switch other {
    case "8.1 three layers only":
      // Unknown, evidence: "weights.count  yours 3   expected"
      return Gradients(
        weights: gradients.weights.prefix(3).map { Matrix.zeros(rows: $0.rows, columns: $0.columns) },
        biases: gradients.biases.prefix(3).map { Matrix.zeros(rows: $0.rows, columns: $0.columns) })
    case "8.1 one layer needs none":
      // Unknown, evidence: "weights.count  yours 0   expected 1; wrong as well: biases.count"
      guard gradients.weights.count > 1 else { return Gradients(weights: [], biases: []) }
      return Gradients(
        weights: gradients.weights.map { Matrix.zeros(rows: $0.rows, columns: $0.columns) },
        biases: gradients.biases.map { Matrix.zeros(rows: $0.rows, columns: $0.columns) })
    case "8.1 biases of the last layer missing":
      // Unknown, evidence: "biases.count  yours 2   expected 3"
      return Gradients(
        weights: gradients.weights.map { Matrix.zeros(rows: $0.rows, columns: $0.columns) },
        biases: gradients.biases.dropLast().map { Matrix.zeros(rows: $0.rows, columns: $0.columns) })
    case "8.1 biases as wide as the inputs":
      // Unknown, evidence: "biases[0]  yours [1, 3]   expected [1, 5]"
      return Gradients(
        weights: gradients.weights.map { Matrix.zeros(rows: $0.rows, columns: $0.columns) },
        biases: gradients.weights.map { Matrix.zeros(rows: 1, columns: $0.rows) })
    case "8.1 one bias at the output":
      // Unknown, evidence: "yours [1, 1]   expected [1, "
      var velocity = Gradients(
        weights: gradients.weights.map { Matrix.zeros(rows: $0.rows, columns: $0.columns) },
        biases: gradients.biases.map { Matrix.zeros(rows: $0.rows, columns: $0.columns) })
      velocity.biases[velocity.biases.count - 1] = Matrix([[0]])
      return velocity
    case "8.1 layers turned round":
      // Unknown, evidence: "weights[0]  yours [4, 1]   expected [3, 5]"
      var velocity = Gradients(weights: [], biases: [])
      for (weights, biases) in zip(gradients.weights, gradients.biases) {
        velocity.weights.insert(0 * weights, at: 0)
        velocity.biases.insert(0 * biases, at: 0)
      }
      return velocity
    case "8.1 almost 0":
      // Unknown, evidence: "weights[0]  yours  1e-7  1e-7  1e-7   expected  0  0  0"
      return Gradients(
        weights: gradients.weights.map { $0.map { _ in 1e-7 } },
        biases: gradients.biases.map { $0.map { _ in 1e-7 } })
    case "8.1 velocity that there is":
      // Unknown, evidence: "Wrong as well: weights[1], biases[0], biases[1]."
      return velocity
        ?? Gradients(
          weights: gradients.weights.map { Matrix.zeros(rows: $0.rows, columns: $0.columns) },
          biases: gradients.biases.map { Matrix.zeros(rows: $0.rows, columns: $0.columns) })
    default:
      return try zeroVelocity(right: other, like: gradients)
    }
  }

  /// Exercise 8.2, wrong in one demand of its page alone.
  mutating func step(
    demanded other: String, _ parameters: inout Parameters, gradients: Gradients, learningRate: Double
  ) throws {
    switch other {
    case "8.2 dampened velocity undone in the step":
      // Unknown, evidence: "Every entry is the expected one divided by 3.333."
      let share = 1 - coefficient
      var newVelocity = velocity ?? zeroVelocity(like: gradients)
      for layer in parameters.weights.indices {
        newVelocity.weights[layer] = coefficient * newVelocity.weights[layer] + share * gradients.weights[layer]
        newVelocity.biases[layer] = coefficient * newVelocity.biases[layer] + share * gradients.biases[layer]
        parameters.weights[layer] = parameters.weights[layer] - learningRate / share * newVelocity.weights[layer]
        parameters.biases[layer] = parameters.biases[layer] - learningRate / share * newVelocity.biases[layer]
      }
      velocity = newVelocity
    case "8.2 velocity kept only for a coefficient above 0":
      // Unknown, evidence: "`velocity` is nil after step 1: keep the new v in it."
      var newVelocity = velocity ?? zeroVelocity(like: gradients)
      for layer in parameters.weights.indices {
        newVelocity.weights[layer] = coefficient * newVelocity.weights[layer] + gradients.weights[layer]
        newVelocity.biases[layer] = coefficient * newVelocity.biases[layer] + gradients.biases[layer]
        parameters.weights[layer] = parameters.weights[layer] - learningRate * newVelocity.weights[layer]
        parameters.biases[layer] = parameters.biases[layer] - learningRate * newVelocity.biases[layer]
      }
      if coefficient > 0 { velocity = newVelocity }
    case "8.2 coefficient above 0.9 cut":
      // Unknown, evidence: "What comes before it is right."
      let share = min(coefficient, 0.9)
      var newVelocity = velocity ?? zeroVelocity(like: gradients)
      for layer in parameters.weights.indices {
        newVelocity.weights[layer] = share * newVelocity.weights[layer] + gradients.weights[layer]
        newVelocity.biases[layer] = share * newVelocity.biases[layer] + gradients.biases[layer]
        parameters.weights[layer] = parameters.weights[layer] - learningRate * newVelocity.weights[layer]
        parameters.biases[layer] = parameters.biases[layer] - learningRate * newVelocity.biases[layer]
      }
      velocity = newVelocity
    case "8.2 learning rate of 0 skips the step":
      // Unknown, evidence: "What comes before it is right."
      guard learningRate > 0 else { return }
      var newVelocity = velocity ?? zeroVelocity(like: gradients)
      for layer in parameters.weights.indices {
        newVelocity.weights[layer] = coefficient * newVelocity.weights[layer] + gradients.weights[layer]
        newVelocity.biases[layer] = coefficient * newVelocity.biases[layer] + gradients.biases[layer]
        parameters.weights[layer] = parameters.weights[layer] - learningRate * newVelocity.weights[layer]
        parameters.biases[layer] = parameters.biases[layer] - learningRate * newVelocity.biases[layer]
      }
      velocity = newVelocity
    case "8.2 learning rate above 1 cut":
      // Unknown, evidence: "worst relative error"
      let rate = min(learningRate, 1)
      var newVelocity = velocity ?? zeroVelocity(like: gradients)
      for layer in parameters.weights.indices {
        newVelocity.weights[layer] = coefficient * newVelocity.weights[layer] + gradients.weights[layer]
        newVelocity.biases[layer] = coefficient * newVelocity.biases[layer] + gradients.biases[layer]
        parameters.weights[layer] = parameters.weights[layer] - rate * newVelocity.weights[layer]
        parameters.biases[layer] = parameters.biases[layer] - rate * newVelocity.biases[layer]
      }
      velocity = newVelocity
    case "8.2 three layers only":
      // Unknown, evidence: "weights[3]"
      var newVelocity = velocity ?? zeroVelocity(like: gradients)
      for layer in parameters.weights.indices.prefix(3) {
        newVelocity.weights[layer] = coefficient * newVelocity.weights[layer] + gradients.weights[layer]
        newVelocity.biases[layer] = coefficient * newVelocity.biases[layer] + gradients.biases[layer]
        parameters.weights[layer] = parameters.weights[layer] - learningRate * newVelocity.weights[layer]
        parameters.biases[layer] = parameters.biases[layer] - learningRate * newVelocity.biases[layer]
      }
      velocity = newVelocity
    case "8.2 velocity of the next step kept":
      // Unknown, evidence: "Every entry is the expected one divided by 1.429."
      var newVelocity = velocity ?? zeroVelocity(like: gradients)
      for layer in parameters.weights.indices {
        newVelocity.weights[layer] = newVelocity.weights[layer] + gradients.weights[layer]
        newVelocity.biases[layer] = newVelocity.biases[layer] + gradients.biases[layer]
        parameters.weights[layer] = parameters.weights[layer] - learningRate * newVelocity.weights[layer]
        parameters.biases[layer] = parameters.biases[layer] - learningRate * newVelocity.biases[layer]
        newVelocity.weights[layer] = coefficient * newVelocity.weights[layer]
        newVelocity.biases[layer] = coefficient * newVelocity.biases[layer]
      }
      velocity = newVelocity
    case "8.2 gradient of 0 moves nothing":
      // Unknown, evidence: "step 2: weights[0]  yours  0.4  -1.4   expected  0.4  -1.6"
      var newVelocity = velocity ?? zeroVelocity(like: gradients)
      for layer in parameters.weights.indices {
        newVelocity.weights[layer] = coefficient * newVelocity.weights[layer] + gradients.weights[layer]
        newVelocity.biases[layer] = coefficient * newVelocity.biases[layer] + gradients.biases[layer]
        for (index, gradient) in gradients.weights[layer].elements.enumerated() where gradient != 0 {
          parameters.weights[layer].elements[index] -= learningRate * newVelocity.weights[layer].elements[index]
        }
        parameters.biases[layer] = parameters.biases[layer] - learningRate * newVelocity.biases[layer]
      }
      velocity = newVelocity
    case "8.2 bias with gradient 0 not moved":
      // Unknown, evidence: ": biases["
      var newVelocity = velocity ?? zeroVelocity(like: gradients)
      for layer in parameters.weights.indices {
        newVelocity.weights[layer] = coefficient * newVelocity.weights[layer] + gradients.weights[layer]
        newVelocity.biases[layer] = coefficient * newVelocity.biases[layer] + gradients.biases[layer]
        parameters.weights[layer] = parameters.weights[layer] - learningRate * newVelocity.weights[layer]
        for (index, gradient) in gradients.biases[layer].elements.enumerated() where gradient != 0 {
          parameters.biases[layer].elements[index] -= learningRate * newVelocity.biases[layer].elements[index]
        }
      }
      velocity = newVelocity
    case "8.2 gradients all 0 leave the velocity":
      // Unknown, evidence: "What comes before it is right."
      var newVelocity = velocity ?? zeroVelocity(like: gradients)
      for layer in parameters.weights.indices {
        newVelocity.weights[layer] = coefficient * newVelocity.weights[layer] + gradients.weights[layer]
        newVelocity.biases[layer] = coefficient * newVelocity.biases[layer] + gradients.biases[layer]
        parameters.weights[layer] = parameters.weights[layer] - learningRate * newVelocity.weights[layer]
        parameters.biases[layer] = parameters.biases[layer] - learningRate * newVelocity.biases[layer]
      }
      let slopes = (gradients.weights + gradients.biases).flatMap(\.elements)
      if slopes.contains(where: { $0 != 0 }) { velocity = newVelocity }
    default:
      try step(right: other, &parameters, gradients: gradients, learningRate: learningRate)
    }
  }
}
