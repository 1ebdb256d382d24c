extension UnknownMistake {
  /// Two of the judge's misconceptions in one exercise.
  static let doubles = doubleNetwork + doubleRegularisation

  private static let doubleNetwork = [
    UnknownMistake(
      "1.5", "formula for activations and plus for minus", evidence: "yours  5     1.25   1   expected  0.07065",
      """
        z.map { z in 1 + z * z }
      """),
    UnknownMistake(
      "1.2", "sigmoid for tanh and slope for value", evidence: "yours  0.105  0.235   0.25      expected  -0.964",
      """
        let a = sigmoid(z)
        return a * a.map { 1 - $0 }
      """),
    UnknownMistake(
      "2.2", "variance as deviation and fan-out for fan-in", evidence: "expected 0.01667 = 2 / fanIn",
      layers("2 / Double(fanOut) * generator.nextGaussian()")),
    UnknownMistake(
      "2.2", "not scaled and biases not zero", evidence: "biases[0][0, 0]  yours 0.1   expected 0",
      true: ["not scaled", "biases not zero"],
      layers("generator.nextGaussian()", biases: "Matrix(rows: 1, columns: fanOut, repeating: 0.1)")),
    UnknownMistake(
      "3.3", "sum for mean and sign lost", evidence: "yours -1.938   expected 0.4845",
      """
        var sum = 0.0
        for row in 0..<labels.rows {
          let p = min(max(probabilities[row, 0], 1e-8), 1 - 1e-8)
          let y = labels[row, 0]
          sum += y * log(p) + (1 - y) * log(1 - p)
        }
        return sum
      """),
    UnknownMistake(
      "3.1", "bias subtracted and activated", evidence: "yours      2.634    0       0.5502",
      """
        var z = matmul(input, weights)
        for row in 0..<z.rows {
          for unit in 0..<z.columns {
            z[row, unit] = max(0, z[row, unit] - biases[0, unit])
          }
        }
        return z
      """),
    UnknownMistake(
      "3.2", "output not squashed and hidden layers not activated", evidence: "activations[3]",
      """
        var cache = ForwardCache(activations: [input], preActivations: [])
        for layer in parameters.weights.indices {
          let z = linear(
            cache.activations[layer], weights: parameters.weights[layer], biases: parameters.biases[layer])
          cache.preActivations.append(z)
          cache.activations.append(z)
        }
        return cache
      """),
    UnknownMistake(
      "3.4", "share of errors and percent", evidence: "yours 20   expected 0.8",
      """
        var wrong = 0.0
        for row in 0..<labels.rows {
          let predicted: Double = probabilities[row, 0] >= 0.5 ? 1 : 0
          if predicted != labels[row, 0] {
            wrong += 1
          }
        }
        return 100 * wrong / Double(labels.rows)
      """),
    UnknownMistake(
      "4.3", "mean missing and sign exchanged", evidence: "Every entry is -2 times the expected one.",
      """
        let weights = matmul(input.transposed, delta) * -1
        let biases = delta.columnSums() * -1
        return (weights, biases)
      """),
    UnknownMistake(
      "4.1", "sign exchanged and mean taken here",
      evidence: "Every entry is the expected one divided by -3; the batch has 3 rows.",
      """
        (labels - probabilities) / Double(labels.rows)
      """),
    UnknownMistake(
      "4.2", "slope forgotten and mean taken again", evidence: "worst relative error",
      """
        matmul(nextDelta, nextWeights.transposed) / Double(nextDelta.rows)
      """),
    UnknownMistake(
      "4.4", "layers in reverse order and slope at the activation",
      evidence: "weights[0]  yours [4, 1]   expected [3, 5]",
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
              preActivation: cache.activations[layer], hidden: hidden)
          }
        }
        return gradients
      """),
  ]

  /// The loop of an initialiser with another entry.
  static func layers(
    _ entry: String, biases: String = "Matrix.zeros(rows: 1, columns: fanOut)"
  ) -> String {
    """
      var parameters = Parameters(weights: [], biases: [])
      for layer in 1..<layerSizes.count {
        let fanIn = layerSizes[layer - 1]
        let fanOut = layerSizes[layer]
        var weights = Matrix.zeros(rows: fanIn, columns: fanOut)
        for index in weights.elements.indices {
          weights.elements[index] = \(entry)
        }
        parameters.weights.append(weights)
        parameters.biases.append(\(biases))
      }
      return parameters
    """
  }
}
