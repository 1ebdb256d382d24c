extension UnknownMistake {
  /// Mistakes that stand in none of the judge's lists.
  static let others =
    otherActivations + otherInitialisers + otherMeasures + otherGradients
    + otherRegularisation

  private static let otherActivations = [
    UnknownMistake(
      "1.2", "no brackets at all", evidence: "yours  -47.07   -0.463   1      expected  -0.964",
      """
        z.map { z in exp(z) - exp(-z) / exp(z) + exp(-z) }
      """),
    UnknownMistake(
      "1.3", "threshold 1", evidence: "yours  0  0  0   expected  0    0  0",
      """
        z.map { z in z > 1 ? z : 0 }
      """),
    UnknownMistake(
      "1.4", "a fraction that overflows", evidence: "1 entry of yours is not a finite number",
      """
        z.map { z in exp(-z) / ((1 + exp(-z)) * (1 + exp(-z))) }
      """),
  ]

  private static let otherInitialisers = [
    UnknownMistake(
      "2.1", "first layer skipped", evidence: "yours 10   expected 26",
      """
        var count = 0
        for layer in 2..<layerSizes.count {
          count += layerSizes[layer - 1] * layerSizes[layer] + layerSizes[layer]
        }
        return count
      """),
    UnknownMistake(
      "2.1", "sum for product, with the biases", evidence: "yours 19   expected 26",
      """
        var count = 0
        for layer in 1..<layerSizes.count {
          count += layerSizes[layer - 1] + layerSizes[layer] + layerSizes[layer]
        }
        return count
      """),
    UnknownMistake(
      "2.2", "one draw for a whole matrix", evidence: "different value in",
      true: ["one draw for several entries"],
      """
        var parameters = Parameters(weights: [], biases: [])
        for layer in 1..<layerSizes.count {
          let deviation = sqrt(2 / Double(layerSizes[layer - 1]))
          parameters.weights.append(
            Matrix(
              rows: layerSizes[layer - 1], columns: layerSizes[layer],
              repeating: deviation * generator.nextGaussian()))
          parameters.biases.append(Matrix.zeros(rows: 1, columns: layerSizes[layer]))
        }
        return parameters
      """),
    UnknownMistake(
      "2.2", "fan-in of the first layer everywhere", evidence: "expected 0.03333 = 2 / fanIn",
      layers("sqrt(2 / Double(layerSizes[0])) * generator.nextGaussian()")),
    UnknownMistake(
      "2.3", "absolute values", evidence: "expected 0", true: ["numbers from 0 to 1"],
      layers("sqrt(1 / Double(fanIn)) * abs(generator.nextGaussian())")),
  ]

  private static let otherMeasures = [
    UnknownMistake(
      "3.2", "last layer missing",
      evidence: "activations.count  yours 3   expected 4; wrong as well: preActivations.count",
      """
        var cache = ForwardCache(activations: [input], preActivations: [])
        for layer in parameters.weights.indices.dropLast() {
          let z = linear(
            cache.activations[layer], weights: parameters.weights[layer], biases: parameters.biases[layer])
          cache.preActivations.append(z)
          cache.activations.append(hidden(z))
        }
        return cache
      """),
    UnknownMistake(
      "3.2", "always tanh", evidence: "All else is right.",
      """
        var cache = ForwardCache(activations: [input], preActivations: [])
        for layer in parameters.weights.indices {
          let z = linear(
            cache.activations[layer], weights: parameters.weights[layer], biases: parameters.biases[layer])
          cache.preActivations.append(z)
          cache.activations.append(layer == parameters.weights.count - 1 ? sigmoid(z) : tanh(z))
        }
        return cache
      """),
    UnknownMistake(
      "3.3", "log p in both terms", evidence: "yours 0.7297   expected 0.4845", meanLoss(second: "log(p)")),
    UnknownMistake(
      "3.5", "threshold 0.6", evidence: "yours 0   expected 1",
      """
        forward(input, parameters: parameters, hidden: hidden).probabilities.map { p in p >= 0.6 ? 1 : 0 }
      """),
  ]

  /// The mean loss with another second logarithm.
  private static func meanLoss(second: String) -> String {
    """
      var sum = 0.0
      for row in 0..<labels.rows {
        let p = min(max(probabilities[row, 0], 1e-8), 1 - 1e-8)
        let y = labels[row, 0]
        sum -= y * log(p) + (1 - y) * \(second)
      }
      return sum / Double(labels.rows)
    """
  }

  private static let otherGradients = [
    UnknownMistake(
      "4.3", "biases of the last row", evidence: "Wrong: biases. All else is right.",
      """
        let weights = matmul(input.transposed, delta) / Double(delta.rows)
        return (weights, delta.rows(at: [delta.rows - 1]))
      """),
    UnknownMistake(
      "4.3", "factors in the wrong order, and not divided",
      evidence: "yours [2, 3]   expected [3, 2]: rows and columns are exchanged",
      """
        (matmul(delta.transposed, input), delta.columnSums())
      """),
    UnknownMistake(
      "4.1", "squared difference", evidence: "yours  0.04   expected  -0.2",
      """
        let difference = probabilities - labels
        return difference * difference
      """),
    UnknownMistake(
      "4.2", "slope twice", evidence: "worst relative error",
      """
        let slope = hidden.derivative(preActivation)
        return matmul(nextDelta, nextWeights.transposed) * slope * slope
      """),
    UnknownMistake(
      "4.4", "two layers left out",
      evidence: "weights.count  yours 1   expected 3; wrong as well: biases.count",
      backward(through: 2)),
    UnknownMistake(
      "4.4", "mean taken again", evidence: "Every entry is the expected one divided by 6; the batch has 6 rows.",
      backward(through: 0, count: " / Double(labels.rows)")),
    UnknownMistake(
      "4.4", "only the last layer", evidence: "All else is right.",
      """
        var gradients = Gradients(weights: parameters.weights, biases: parameters.biases)
        for layer in parameters.weights.indices {
          gradients.weights[layer] = parameters.weights[layer] * 0
          gradients.biases[layer] = parameters.biases[layer] * 0
        }
        let last = parameters.weights.count - 1
        (gradients.weights[last], gradients.biases[last]) = layerGradients(
          delta: outputDelta(probabilities: cache.probabilities, labels: labels),
          input: cache.activations[last])
        return gradients
      """),
  ]

  /// The loop of the backward pass down to a layer, with something after each gradient.
  private static func backward(through last: Int, count: String = "") -> String {
    """
      var gradients = Gradients(weights: [], biases: [])
      var delta = outputDelta(probabilities: cache.probabilities, labels: labels)
      for layer in stride(from: parameters.weights.count - 1, through: \(last), by: -1) {
        let (weights, biases) = layerGradients(delta: delta, input: cache.activations[layer])
        gradients.weights.insert(weights\(count), at: 0)
        gradients.biases.insert(biases\(count), at: 0)
        if layer > 0 {
          delta = hiddenDelta(
            nextDelta: delta, nextWeights: parameters.weights[layer],
            preActivation: cache.preActivations[layer - 1], hidden: hidden)
        }
      }
      return gradients
    """
  }
}
