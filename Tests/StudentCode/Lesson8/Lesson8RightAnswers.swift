import CourseKit

extension MomentumOptimizer {
  /// Exercise 8.1, right in other words.
  func zeroVelocity(right: String, like gradients: Gradients) throws -> Gradients {
    switch right {
    case "8.1 loops over the entries, the velocity made without zeroVelocity":
      var zeros = gradients
      for layer in gradients.weights.indices {
        for index in gradients.weights[layer].elements.indices { zeros.weights[layer].elements[index] = 0 }
        for index in gradients.biases[layer].elements.indices { zeros.biases[layer].elements[index] = 0 }
      }
      return zeros
    case "8.1 the step has the opposite sign of the velocity and is added":
      var velocity = Gradients(weights: [], biases: [])
      for (weights, biases) in zip(gradients.weights, gradients.biases) {
        velocity.weights.append(Matrix(rows: weights.rows, columns: weights.columns, repeating: 0))
        velocity.biases.append(Matrix(rows: 1, columns: biases.columns, repeating: 0))
      }
      return velocity
    default:
      return try zeroVelocity(foundation: right, like: gradients)
    }
  }

  /// Exercise 8.2, right in other words.
  mutating func step(right: String, _ parameters: inout Parameters, gradients: Gradients, learningRate: Double) throws {
    switch right {
    case "8.2 loops over the entries, the velocity made without zeroVelocity":
      if velocity == nil {
        velocity = Gradients(weights: [], biases: [])
        for layer in gradients.weights.indices {
          velocity!.weights.append(0 * gradients.weights[layer])
          velocity!.biases.append(0 * gradients.biases[layer])
        }
      }
      for layer in 0..<parameters.weights.count {
        for index in 0..<parameters.weights[layer].elements.count {
          let v = coefficient * velocity!.weights[layer].elements[index] + gradients.weights[layer].elements[index]
          velocity!.weights[layer].elements[index] = v
          parameters.weights[layer].elements[index] -= learningRate * v
        }
        for index in 0..<parameters.biases[layer].elements.count {
          let v = coefficient * velocity!.biases[layer].elements[index] + gradients.biases[layer].elements[index]
          velocity!.biases[layer].elements[index] = v
          parameters.biases[layer].elements[index] -= learningRate * v
        }
      }
    case "8.2 the step has the opposite sign of the velocity and is added":
      let old = velocity ?? zeroVelocity(like: gradients)
      let new = Gradients(
        weights: zip(old.weights, gradients.weights).map { coefficient * $0 + $1 },
        biases: zip(old.biases, gradients.biases).map { coefficient * $0 + $1 })
      parameters.weights = zip(parameters.weights, new.weights).map { $0 + -learningRate * $1 }
      parameters.biases = zip(parameters.biases, new.biases).map { $0 + -learningRate * $1 }
      velocity = new
    default:
      try step(foundation: right, &parameters, gradients: gradients, learningRate: learningRate)
    }
  }
}
