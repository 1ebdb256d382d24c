extension PlantedMistake {
  /// The wrong versions of the deltas, of a layer's gradients and of the backward pass.
  static let lesson4 = outputDelta + hiddenDelta + layerGradients + backward

  private static let outputDelta = [
    PlantedMistake(
      "4.1", "sign exchanged",
      """
        labels - probabilities
      """),
    PlantedMistake(
      "4.1", "sigmoid slope multiplied in",
      """
        let slope = probabilities.map { a in a * (1 - a) }
        return (probabilities - labels) * slope
      """),
    PlantedMistake(
      "4.1", "derivative by the probability",
      """
        var delta = probabilities - labels
        for index in delta.elements.indices {
          let a = probabilities.elements[index]
          delta.elements[index] /= a * (1 - a)
        }
        return delta
      """),
    PlantedMistake(
      "4.1", "mean taken here",
      """
        (probabilities - labels) / Double(labels.rows)
      """),
    PlantedMistake(
      "4.1", "factor 2",
      """
        2 * (probabilities - labels)
      """),
    PlantedMistake(
      "4.1", "classes for probabilities",
      """
        let predicted = probabilities.map { a in a >= 0.5 ? 1 : 0 }
        return predicted - labels
      """),
  ]

  private static let hiddenDelta = [
    PlantedMistake(
      "4.2", "slope forgotten",
      """
        matmul(nextDelta, nextWeights.transposed)
      """),
    PlantedMistake(
      "4.2", "slope at the activation", sentBack(times: "hidden.derivative(hidden(preActivation))")),
    PlantedMistake("4.2", "value for slope", sentBack(times: "hidden(preActivation)")),
    PlantedMistake("4.2", "pre-activation for slope", sentBack(times: "preActivation")),
    PlantedMistake(
      "4.2", "always the ReLU mask", sentBack(times: "preActivation.map { z in z > 0 ? 1 : 0 }")),
    PlantedMistake("4.2", "always the sigmoid slope", sentBack(times: "sigmoidDerivative(preActivation)")),
    PlantedMistake(
      "4.2", "one at zero",
      """
        var slope = hidden.derivative(preActivation)
        if hidden == .relu {
          slope = preActivation.map { z in z >= 0 ? 1 : 0 }
        }
        return matmul(nextDelta, nextWeights.transposed) * slope
      """),
    PlantedMistake(
      "4.2", "mean taken again",
      sentBack(times: "hidden.derivative(preActivation) / Double(nextDelta.rows)")),
    PlantedMistake(
      "4.2", "slope at what comes back",
      """
        hidden.derivative(matmul(nextDelta, nextWeights.transposed))
      """),
    PlantedMistake(
      "4.2", "weights not transposed",
      """
        matmul(nextDelta, nextWeights) * hidden.derivative(preActivation)
      """),
  ]

  /// The next layer's delta, sent back as it should be and multiplied by something else than the slope.
  private static func sentBack(times factor: String) -> String {
    """
      let sent = matmul(nextDelta, nextWeights.transposed)
      return sent * \(factor)
    """
  }

  private static let layerGradients = [
    PlantedMistake(
      "4.3", "mean missing",
      """
        let weights = matmul(input.transposed, delta)
        let biases = delta.columnSums()
        return (weights, biases)
      """),
    PlantedMistake(
      "4.3", "mean taken twice",
      """
        let count = Double(delta.rows)
        let mean = delta / count
        return (matmul(input.transposed, mean) / count, mean.columnSums() / count)
      """),
    PlantedMistake(
      "4.3", "mean missing for the biases",
      """
        let count = Double(delta.rows)
        let weights = matmul(input.transposed, delta) / count
        let biases = delta.columnSums()
        return (weights, biases)
      """),
    PlantedMistake(
      "4.3", "mean missing for the weights",
      """
        let count = Double(delta.rows)
        let weights = matmul(input.transposed, delta)
        let biases = delta.columnSums() / count
        return (weights, biases)
      """),
    PlantedMistake(
      "4.3", "divided by the units",
      """
        let count = Double(delta.columns)
        let weights = matmul(input.transposed, delta) / count
        let biases = delta.columnSums() / count
        return (weights, biases)
      """),
    PlantedMistake(
      "4.3", "sign exchanged",
      """
        let count = Double(delta.rows)
        let weights = matmul(input.transposed, delta) / -count
        let biases = delta.columnSums() / -count
        return (weights, biases)
      """),
    PlantedMistake(
      "4.3", "weights transposed",
      """
        let count = Double(delta.rows)
        return (matmul(delta.transposed, input) / count, delta.columnSums() / count)
      """),
    PlantedMistake(
      "4.3", "biases summed along the rows",
      """
        let count = Double(delta.rows)
        let weights = matmul(input.transposed, delta) / count
        let biases = delta.transposed.columnSums() / count
        return (weights, biases)
      """),
    PlantedMistake(
      "4.3", "biases not summed",
      """
        let count = Double(delta.rows)
        return (matmul(input.transposed, delta) / count, delta / count)
      """),
    PlantedMistake(
      "4.3", "biases from the weights",
      """
        let weights = matmul(input.transposed, delta) / Double(delta.rows)
        return (weights, weights.columnSums())
      """),
    PlantedMistake(
      "4.3", "bias of the first row",
      """
        let count = Double(delta.rows)
        let weights = matmul(input.transposed, delta) / count
        return (weights: weights, biases: delta.rows(at: [0]))
      """),
    PlantedMistake(
      "4.3", "one total for all biases",
      """
        let count = Double(delta.rows)
        let weights = matmul(input.transposed, delta) / count
        let total = delta.elements.reduce(0, +) / count
        return (weights, Matrix(rows: 1, columns: delta.columns, repeating: total))
      """),
  ]

  private static let backward = [
    PlantedMistake(
      "4.4", "layers in reverse order",
      """
        var gradients = Gradients(weights: [], biases: [])
        var delta = outputDelta(probabilities: cache.probabilities, labels: labels)
        for layer in parameters.weights.indices.reversed() {
          let (weights, biases) = layerGradients(delta: delta, input: cache.activations[layer])
          gradients.weights.append(weights)
          gradients.biases.append(biases)
          if layer > 0 {
            delta = hiddenDelta(
              nextDelta: delta, nextWeights: parameters.weights[layer],
              preActivation: cache.preActivations[layer - 1], hidden: hidden)
          }
        }
        return gradients
      """),
    PlantedMistake("4.4", "first layer left out", walkBack(end: "to: 0")),
    PlantedMistake(
      "4.4", "weights already updated",
      """
        var parameters = parameters
        var gradients = Gradients(weights: [], biases: [])
        var delta = outputDelta(probabilities: cache.probabilities, labels: labels)
        for layer in stride(from: parameters.weights.count - 1, through: 0, by: -1) {
          let (weights, biases) = layerGradients(delta: delta, input: cache.activations[layer])
          gradients.weights.insert(weights, at: 0)
          gradients.biases.insert(biases, at: 0)
          parameters.weights[layer] = parameters.weights[layer] - 0.1 * weights
          if layer > 0 {
            delta = hiddenDelta(
              nextDelta: delta, nextWeights: parameters.weights[layer],
              preActivation: cache.preActivations[layer - 1], hidden: hidden)
          }
        }
        return gradients
      """),
    PlantedMistake("4.4", "slope of the output's Z", walkBack(preActivation: "cache.preActivations[layer]")),
    PlantedMistake("4.4", "slope at the activation", walkBack(preActivation: "cache.activations[layer]")),
    PlantedMistake("4.4", "input one layer too high", walkBack(input: "cache.activations[layer + 1]")),
    PlantedMistake(
      "4.4", "pre-activation as input",
      walkBack(input: "layer == 0 ? cache.activations[0] : cache.preActivations[layer - 1]")),
    PlantedMistake(
      "4.4", "weights of the wrong layer", walkBack(nextWeights: "parameters.weights[layer - 1]")),
    PlantedMistake("4.4", "always ReLU", walkBack(hidden: ".relu")),
    PlantedMistake("4.4", "always sigmoid", walkBack(hidden: ".sigmoid")),
    PlantedMistake(
      "4.4", "new delta dropped",
      """
        var gradients = Gradients(weights: [], biases: [])
        let delta = outputDelta(probabilities: cache.probabilities, labels: labels)
        for layer in stride(from: parameters.weights.count - 1, through: 0, by: -1) {
          let (weights, biases) = layerGradients(delta: delta, input: cache.activations[layer])
          gradients.weights.insert(weights, at: 0)
          gradients.biases.insert(biases, at: 0)
          if layer > 0 {
            let delta = hiddenDelta(
              nextDelta: delta, nextWeights: parameters.weights[layer],
              preActivation: cache.preActivations[layer - 1], hidden: hidden)
            _ = delta
          }
        }
        return gradients
      """),
    PlantedMistake(
      "4.4", "delta not passed on",
      """
        var gradients = Gradients(weights: [], biases: [])
        let lastDelta = outputDelta(probabilities: cache.probabilities, labels: labels)
        for layer in parameters.weights.indices.reversed() {
          var delta = lastDelta
          if layer < parameters.weights.count - 1 {
            delta = hiddenDelta(
              nextDelta: lastDelta, nextWeights: parameters.weights[layer + 1],
              preActivation: cache.preActivations[layer], hidden: hidden)
          }
          let (weights, biases) = layerGradients(delta: delta, input: cache.activations[layer])
          gradients.weights.insert(weights, at: 0)
          gradients.biases.insert(biases, at: 0)
        }
        return gradients
      """),
  ]

  /// The loop of the backward pass that takes one thing from the wrong place.
  private static func walkBack(
    input: String = "cache.activations[layer]", nextWeights: String = "parameters.weights[layer]",
    preActivation: String = "cache.preActivations[layer - 1]", hidden: String = "hidden", end: String = "through: 0"
  ) -> String {
    """
      var gradients = Gradients(weights: [], biases: [])
      var delta = outputDelta(probabilities: cache.probabilities, labels: labels)
      for layer in stride(from: parameters.weights.count - 1, \(end), by: -1) {
        let (weights, biases) = layerGradients(
          delta: delta, input: \(input))
        gradients.weights.insert(weights, at: 0)
        gradients.biases.insert(biases, at: 0)
        if layer > 0 {
          delta = hiddenDelta(
            nextDelta: delta, nextWeights: \(nextWeights),
            preActivation: \(preActivation), hidden: \(hidden))
        }
      }
      return gradients
    """
  }
}
