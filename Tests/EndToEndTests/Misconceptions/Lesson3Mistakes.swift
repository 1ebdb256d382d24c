extension PlantedMistake {
  /// The wrong versions of the forward pass and of what is measured on it.
  static let lesson3 = linear + forward + binaryCrossEntropy + accuracy + predict

  private static let linear = [
    PlantedMistake(
      "3.1", "bias forgotten",
      """
        matmul(input, weights)
      """),
    PlantedMistake(
      "3.1", "bias subtracted",
      """
        var z = matmul(input, weights)
        for row in 0..<z.rows {
          for unit in 0..<z.columns {
            z[row, unit] -= biases[0, unit]
          }
        }
        return z
      """),
    PlantedMistake(
      "3.1", "bias on the first row",
      """
        var z = matmul(input, weights)
        for index in biases.elements.indices {
          z.elements[index] += biases.elements[index]
        }
        return z
      """),
    PlantedMistake(
      "3.1", "weights transposed",
      """
        matmul(input, weights.transposed).adding(row: biases)
      """),
    PlantedMistake(
      "3.1", "activated",
      """
        relu(matmul(input, weights).adding(row: biases))
      """),
    PlantedMistake(
      "3.1", "squashed",
      """
        let z = matmul(input, weights).adding(row: biases)
        return sigmoid(z)
      """),
  ]

  private static let forward = [
    PlantedMistake(
      "3.2", "output not squashed",
      """
        var cache = ForwardCache(activations: [input], preActivations: [])
        var activation = input
        let layerCount = parameters.weights.count
        for layer in 0..<layerCount {
          let z = linear(activation, weights: parameters.weights[layer], biases: parameters.biases[layer])
          activation = layer == layerCount - 1 ? z : hidden(z)
          cache.preActivations.append(z)
          cache.activations.append(activation)
        }
        return cache
      """),
    PlantedMistake(
      "3.2", "sigmoid twice",
      """
        var cache = ForwardCache(activations: [input], preActivations: [])
        var activation = input
        let layerCount = parameters.weights.count
        for layer in 0..<layerCount {
          let z = linear(activation, weights: parameters.weights[layer], biases: parameters.biases[layer])
          activation = layer == layerCount - 1 ? sigmoid(z) : hidden(z)
          cache.preActivations.append(z)
          cache.activations.append(activation)
        }
        cache.activations[layerCount] = sigmoid(activation)
        return cache
      """),
    PlantedMistake("3.2", "hidden activation at the output", everyLayer("hidden(z)")),
    PlantedMistake("3.2", "sigmoid everywhere", everyLayer("sigmoid(z)")),
    PlantedMistake("3.2", "always ReLU", everyLayer("layer == layerCount - 1 ? sigmoid(z) : relu(z)")),
    PlantedMistake(
      "3.2", "hidden layers not activated", everyLayer("layer == layerCount - 1 ? sigmoid(z) : z")),
    PlantedMistake(
      "3.2", "activation not passed on",
      """
        var cache = ForwardCache(activations: [input], preActivations: [])
        var z = input
        for layer in parameters.weights.indices {
          z = linear(z, weights: parameters.weights[layer], biases: parameters.biases[layer])
          let isOutput = layer == parameters.weights.count - 1
          cache.preActivations.append(z)
          cache.activations.append(isOutput ? sigmoid(z) : hidden(z))
        }
        return cache
      """),
    PlantedMistake(
      "3.2", "input not kept",
      """
        var cache = ForwardCache(activations: [], preActivations: [])
        var activation = input
        for layer in parameters.weights.indices {
          let z = linear(activation, weights: parameters.weights[layer], biases: parameters.biases[layer])
          activation = layer == parameters.weights.count - 1 ? sigmoid(z) : hidden(z)
          cache.preActivations.append(z)
          cache.activations.append(activation)
        }
        return cache
      """),
    PlantedMistake(
      "3.2", "activations for pre-activations",
      """
        var activations = [input]
        var preActivations: [Matrix] = []
        let layerCount = parameters.weights.count
        for layer in 0..<layerCount {
          let weights = parameters.weights[layer]
          var z = linear(activations[layer], weights: weights, biases: parameters.biases[layer])
          if layer == layerCount - 1 {
            z = sigmoid(z)
          } else {
            z = hidden(z)
          }
          preActivations.append(z)
          activations.append(z)
        }
        return ForwardCache(activations: activations, preActivations: preActivations)
      """),
  ]

  /// The loop of the forward pass with another activation.
  private static func everyLayer(_ activation: String) -> String {
    let count = activation.contains("layerCount") ? "  let layerCount = parameters.weights.count\n" : ""
    return count + """
        var cache = ForwardCache(activations: [input], preActivations: [])
        for layer in parameters.weights.indices {
          let z = linear(
            cache.activations[layer], weights: parameters.weights[layer], biases: parameters.biases[layer])
          cache.preActivations.append(z)
          cache.activations.append(\(activation))
        }
        return cache
      """
  }

  private static let binaryCrossEntropy = [
    PlantedMistake(
      "3.3", "sum for mean",
      """
        var sum = 0.0
        for row in 0..<labels.rows {
          let p = min(max(probabilities[row, 0], 1e-8), 1 - 1e-8)
          let y = labels[row, 0]
          sum -= y * log(p) + (1 - y) * log(1 - p)
        }
        return sum
      """),
    PlantedMistake("3.3", "sign lost", meanLoss("y * log(p) + (1 - y) * log(1 - p)")),
    PlantedMistake("3.3", "minus on the first term only", meanLoss("-y * log(p) + (1 - y) * log(1 - p)")),
    PlantedMistake("3.3", "second term lost", meanLoss("-y * log(p)")),
    PlantedMistake(
      "3.3", "not clipped", meanLoss(p: "probabilities[row, 0]", "-(y * log(p) + (1 - y) * log(1 - p))")),
    PlantedMistake(
      "3.3", "only the lower end clipped",
      meanLoss(p: "max(probabilities[row, 0], 1e-8)", "-(y * log(p) + (1 - y) * log(1 - p))")),
    PlantedMistake(
      "3.3", "epsilon added",
      meanLoss(p: "probabilities[row, 0]", "-(y * log(p + 1e-8) + (1 - y) * log(1 - p + 1e-8))")),
    PlantedMistake(
      "3.3", "arguments exchanged",
      """
        var sum = 0.0
        for row in 0..<labels.rows {
          let p = probabilities[row, 0]
          let y = min(max(labels[row, 0], 1e-8), 1 - 1e-8)
          sum -= p * log(y) + (1 - p) * log(1 - y)
        }
        return sum / Double(labels.rows)
      """),
    PlantedMistake(
      "3.3", "squared error",
      """
        let error = probabilities - labels
        return (error * error).columnSums()[0, 0] / Double(labels.rows)
      """),
  ]

  /// The mean over the rows of another term.
  private static func meanLoss(
    p: String = "min(max(probabilities[row, 0], 1e-8), 1 - 1e-8)", _ term: String
  ) -> String {
    """
      var sum = 0.0
      for row in 0..<labels.rows {
        let p = \(p)
        let y = labels[row, 0]
        sum += \(term)
      }
      return sum / Double(labels.rows)
    """
  }

  private static let accuracy = [
    PlantedMistake("3.4", "share of errors", countRows("(p >= 0.5) != (y == 1)")),
    PlantedMistake(
      "3.4", "whole-number division",
      countRows("(p >= 0.5) == (y == 1)", share: "Double(right / labels.rows)")),
    PlantedMistake("3.4", "count for share", countRows("(p >= 0.5) == (y == 1)", share: "Double(right)")),
    PlantedMistake(
      "3.4", "percent",
      countRows("(p >= 0.5) == (y == 1)", share: "100 * Double(right) / Double(labels.rows)")),
    PlantedMistake("3.4", "threshold excluded", countRows("(p > 0.5) == (y == 1)")),
    PlantedMistake(
      "3.4", "share of class 1",
      """
        let predicted = probabilities.map { p in p >= 0.5 ? 1 : 0 }
        return predicted.elements.reduce(0, +) / Double(probabilities.rows)
      """),
    PlantedMistake("3.4", "only class 1 counted", countRows("p >= 0.5 && y == 1")),
    PlantedMistake("3.4", "threshold forgotten", countRows("p == y")),
  ]

  /// A loop that counts the rows of which something holds.
  private static func countRows(
    _ condition: String, share: String = "Double(right) / Double(labels.rows)"
  ) -> String {
    """
      var right = 0
      for row in 0..<labels.rows {
        let p = probabilities[row, 0]
        let y = labels[row, 0]
        if \(condition) {
          right += 1
        }
      }
      return \(share)
    """
  }

  private static let predict = [
    PlantedMistake(
      "3.5", "probabilities for classes",
      """
        forward(input, parameters: parameters, hidden: hidden).probabilities
      """),
    PlantedMistake("3.5", "classes exchanged", decide("p < 0.5 ? 1 : 0")),
    PlantedMistake("3.5", "threshold excluded", decide("p > 0.5 ? 1 : 0")),
    PlantedMistake("3.5", "threshold at zero", decide("p > 0 ? 1 : 0")),
    PlantedMistake(
      "3.5", "pre-activation compared with 0.5",
      """
        let cache = forward(input, parameters: parameters, hidden: hidden)
        return cache.preActivations[parameters.weights.count - 1].map { z in z >= 0.5 ? 1 : 0 }
      """),
    PlantedMistake("3.5", "always ReLU", decide("p >= 0.5 ? 1 : 0", hidden: ".relu")),
    PlantedMistake("3.5", "always sigmoid", decide("p >= 0.5 ? 1 : 0", hidden: ".sigmoid")),
  ]

  private static func decide(_ decision: String, hidden: String = "hidden") -> String {
    """
      let probabilities = forward(input, parameters: parameters, hidden: \(hidden)).probabilities
      return probabilities.map { p in \(decision) }
    """
  }
}
