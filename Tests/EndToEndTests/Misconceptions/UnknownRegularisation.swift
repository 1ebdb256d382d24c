extension UnknownMistake {
  /// Mistakes in lessons 6–8 that stand in none of the judge's lists.
  static let otherRegularisation = [
    UnknownMistake(
      "6.1", "sum of the weights", evidence: "yours 1   expected 5",
      """
        var sum = 0.0
        for weights in parameters.weights {
          sum += weights.elements.reduce(0, +)
        }
        return sum
      """),
    UnknownMistake(
      "6.2", "lambda squared", evidence: "yours 0.4   expected 1",
      """
        let norm = weightNorm(parameters)
        return lambda * lambda / (2 * Double(sampleCount)) * norm * norm
      """),
    UnknownMistake(
      "6.3", "square of the weight", evidence: "worst relative error",
      """
        for layer in parameters.weights.indices {
          let weights = parameters.weights[layer]
          gradients.weights[layer] = gradients.weights[layer] + lambda / Double(sampleCount) * (weights * weights)
        }
      """),
    UnknownMistake(
      "7.1", "compared with the minimum", evidence: "loss 0.5  yours false   expected true",
      """
          validationLoss < minimumImprovement
      """),
    UnknownMistake(
      "7.2", "NaN stops at once", evidence: "patience 3, epoch 1, loss NaN: stop  yours true   expected false",
      """
          if validationLoss.isNaN { return true }
          if isImprovement(validationLoss) {
            bestEpoch = epoch
            bestLoss = validationLoss
            bestParameters = parameters
            epochsWithoutImprovement = 0
            return false
          }
          epochsWithoutImprovement += 1
          return epochsWithoutImprovement >= patience
      """),
    UnknownMistake(
      "8.1", "last layer missing",
      evidence: "weights.count  yours 2   expected 3; wrong as well: biases.count",
      """
          var velocity = Gradients(weights: [], biases: [])
          for layer in 0..<gradients.weights.count - 1 {
            velocity.weights.append(0 * gradients.weights[layer])
            velocity.biases.append(0 * gradients.biases[layer])
          }
          return velocity
      """),
    UnknownMistake(
      "8.2", "coefficient fixed at 0.9", evidence: "What comes before it is right.",
      """
          var newVelocity = velocity ?? zeroVelocity(like: gradients)
          for layer in parameters.weights.indices {
            newVelocity.weights[layer] = 0.9 * newVelocity.weights[layer] + gradients.weights[layer]
            newVelocity.biases[layer] = 0.9 * newVelocity.biases[layer] + gradients.biases[layer]
            parameters.weights[layer] = parameters.weights[layer] - learningRate * newVelocity.weights[layer]
            parameters.biases[layer] = parameters.biases[layer] - learningRate * newVelocity.biases[layer]
          }
          velocity = newVelocity
      """),
  ]

  /// Two of the judge's misconceptions in one exercise of lessons 6–8.
  static let doubleRegularisation = [
    UnknownMistake(
      "6.2", "biases counted and factor 2 lost", evidence: "yours 8.64   expected 1",
      """
        var sum = 0.0
        for matrix in parameters.weights + parameters.biases {
          for entry in matrix.elements {
            sum += entry * entry
          }
        }
        return lambda / Double(sampleCount) * sum
      """),
    UnknownMistake(
      "6.3", "biases penalised and not divided by N", evidence: "worst relative error",
      """
        for layer in parameters.weights.indices {
          gradients.weights[layer] = gradients.weights[layer] + lambda * parameters.weights[layer]
          gradients.biases[layer] = gradients.biases[layer] + lambda * parameters.biases[layer]
        }
      """),
    UnknownMistake(
      "7.2", "counter not reset and latest parameters kept",
      evidence: "patience 2, epoch 2, loss 1.25: bestParameters  yours of epoch 2   expected of epoch 1",
      """
          bestParameters = parameters
          if isImprovement(validationLoss) {
            bestEpoch = epoch
            bestLoss = validationLoss
            return false
          }
          epochsWithoutImprovement += 1
          return epochsWithoutImprovement >= patience
      """),
    UnknownMistake(
      "8.2", "gradient dampened and biases not moved", evidence: "step 1: ",
      """
          var newVelocity = velocity ?? zeroVelocity(like: gradients)
          for layer in parameters.weights.indices {
            newVelocity.weights[layer] =
              coefficient * newVelocity.weights[layer] + (1 - coefficient) * gradients.weights[layer]
            parameters.weights[layer] = parameters.weights[layer] - learningRate * newVelocity.weights[layer]
          }
          velocity = newVelocity
      """),
  ]
}
