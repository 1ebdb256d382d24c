extension PlantedMistake {
  /// The wrong versions of the L2 penalty.
  static let lesson6 = weightNorm + l2Penalty + addL2Gradient

  private static let weightNorm = [
    PlantedMistake("6.1", "root forgotten", sumOfSquares(result: "sum")),
    PlantedMistake(
      "6.1", "biases counted",
      """
        var sum = 0.0
        for matrix in parameters.weights + parameters.biases {
          for entry in matrix.elements {
            sum += entry * entry
          }
        }
        return sqrt(sum)
      """),
    PlantedMistake(
      "6.1", "norms added up",
      """
        var norm = 0.0
        for weights in parameters.weights {
          var sum = 0.0
          for weight in weights.elements {
            sum += weight * weight
          }
          norm += sqrt(sum)
        }
        return norm
      """),
    PlantedMistake(
      "6.1", "last layer only",
      """
        var sum = 0.0
        for weights in parameters.weights {
          sum = 0
          for weight in weights.elements {
            sum += weight * weight
          }
        }
        return sqrt(sum)
      """),
    PlantedMistake(
      "6.1", "first layer only",
      """
        var sum = 0.0
        for weights in parameters.weights {
          for weight in weights.elements {
            sum += weight * weight
          }
          return sqrt(sum)
        }
        return 0
      """),
    PlantedMistake(
      "6.1", "first layer left out",
      """
        var sum = 0.0
        for layer in 1..<parameters.weights.count {
          for weight in parameters.weights[layer].elements {
            sum += weight * weight
          }
        }
        return sqrt(sum)
      """),
    PlantedMistake(
      "6.1", "absolute values",
      """
        var sum = 0.0
        for weights in parameters.weights {
          for weight in weights.elements {
            sum += sqrt(weight * weight)
          }
        }
        return sum
      """),
    PlantedMistake(
      "6.1", "mean square",
      """
        var sum = 0.0
        var count = 0
        for weights in parameters.weights {
          for weight in weights.elements {
            sum += weight * weight
            count += 1
          }
        }
        return sqrt(sum / Double(count))
      """),
  ]

  /// The sum of the squares of all weights, of which something else than the root is returned.
  private static func sumOfSquares(result: String) -> String {
    """
      var sum = 0.0
      for weights in parameters.weights {
        for weight in weights.elements {
          sum += weight * weight
        }
      }
      return \(result)
    """
  }

  private static let l2Penalty = [
    PlantedMistake(
      "6.2", "factor 2 lost",
      """
        let norm = weightNorm(parameters)
        return lambda / Double(sampleCount) * norm * norm
      """),
    PlantedMistake(
      "6.2", "not divided by N",
      """
        let norm = weightNorm(parameters)
        return lambda / 2 * norm * norm
      """),
    PlantedMistake("6.2", "not divided", sumOfSquares(result: "lambda * sum")),
    PlantedMistake(
      "6.2", "brackets lost",
      """
        let norm = weightNorm(parameters)
        return lambda / 2 * Double(sampleCount) * norm * norm
      """),
    PlantedMistake("6.2", "lambda forgotten", sumOfSquares(result: "sum / (2 * Double(sampleCount))")),
    PlantedMistake(
      "6.2", "biases counted",
      """
        var sum = 0.0
        for layer in parameters.weights.indices {
          sum += parameters.weights[layer].elements.map { $0 * $0 }.reduce(0, +)
          sum += parameters.biases[layer].elements.map { $0 * $0 }.reduce(0, +)
        }
        return lambda / (2 * Double(sampleCount)) * sum
      """),
    PlantedMistake(
      "6.2", "norm not squared",
      """
        lambda / (2 * Double(sampleCount)) * weightNorm(parameters)
      """),
    PlantedMistake(
      "6.2", "last layer only",
      """
        let weights = parameters.weights[parameters.weights.count - 1]
        let sum = (weights * weights).columnSums().elements.reduce(0, +)
        return lambda / (2 * Double(sampleCount)) * sum
      """),
    PlantedMistake(
      "6.2", "first layer only",
      """
        var sum = 0.0
        for weight in parameters.weights[0].elements {
          sum += weight * weight
        }
        return lambda / (2 * Double(sampleCount)) * sum
      """),
    PlantedMistake(
      "6.2", "sign exchanged",
      """
        let norm = weightNorm(parameters)
        return -lambda / (2 * Double(sampleCount)) * norm * norm
      """),
    PlantedMistake(
      "6.2", "whole-number division",
      """
        let norm = weightNorm(parameters)
        return lambda * Double(1 / (2 * sampleCount)) * norm * norm
      """),
  ]

  private static let addL2Gradient = [
    PlantedMistake("6.3", "half the slope", everyLayer(adding: "lambda / (2 * Double(sampleCount))")),
    PlantedMistake("6.3", "factor 2", everyLayer(adding: "2 * lambda / Double(sampleCount)")),
    PlantedMistake("6.3", "not divided by N", everyLayer(adding: "lambda")),
    PlantedMistake("6.3", "lambda forgotten", everyLayer(adding: "1 / Double(sampleCount)")),
    PlantedMistake("6.3", "sign exchanged", everyLayer(adding: "-lambda / Double(sampleCount)")),
    PlantedMistake(
      "6.3", "biases penalised",
      """
        let factor = lambda / Double(sampleCount)
        for layer in parameters.weights.indices {
          gradients.weights[layer] = gradients.weights[layer] + factor * parameters.weights[layer]
          gradients.biases[layer] = gradients.biases[layer] + factor * parameters.biases[layer]
        }
      """),
    PlantedMistake(
      "6.3", "overwritten",
      """
        for layer in parameters.weights.indices {
          gradients.weights[layer] = lambda / Double(sampleCount) * parameters.weights[layer]
        }
      """),
    PlantedMistake(
      "6.3", "gradient for weight",
      """
        for layer in gradients.weights.indices {
          gradients.weights[layer] = gradients.weights[layer] + lambda / Double(sampleCount) * gradients.weights[layer]
        }
      """),
    PlantedMistake(
      "6.3", "sign of the weight",
      """
        for layer in parameters.weights.indices {
          let slope = parameters.weights[layer].map { weight in weight > 0 ? 1 : (weight < 0 ? -1 : 0) }
          gradients.weights[layer] = gradients.weights[layer] + lambda / Double(sampleCount) * slope
        }
      """),
    PlantedMistake(
      "6.3", "first layer left out",
      """
        for layer in 1..<parameters.weights.count {
          let slope = lambda / Double(sampleCount) * parameters.weights[layer]
          gradients.weights[layer] = gradients.weights[layer] + slope
        }
      """),
    PlantedMistake(
      "6.3", "last layer left out",
      """
        for layer in 0..<parameters.weights.count - 1 {
          let slope = lambda / Double(sampleCount) * parameters.weights[layer]
          gradients.weights[layer] = gradients.weights[layer] + slope
        }
      """),
    PlantedMistake(
      "6.3", "unchanged",
      """
        for (gradient, weights) in zip(gradients.weights, parameters.weights) {
          var sum = gradient
          sum = sum + lambda / Double(sampleCount) * weights
        }
      """),
  ]

  private static func everyLayer(adding factor: String) -> String {
    """
      for layer in parameters.weights.indices {
        gradients.weights[layer] = gradients.weights[layer] + (\(factor)) * parameters.weights[layer]
      }
    """
  }
}
