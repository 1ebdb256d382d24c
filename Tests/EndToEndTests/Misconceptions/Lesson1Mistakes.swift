extension PlantedMistake {
  /// The wrong versions of the activation functions and their derivatives.
  static let lesson1 = sigmoid + tanh + relu + sigmoidDerivative + tanhDerivative + reluDerivative

  private static let sigmoid = [
    PlantedMistake(
      "1.1", "sign lost",
      """
        z.map { z in 1 / (1 + exp(z)) }
      """),
    PlantedMistake(
      "1.1", "z in the numerator",
      """
        z.map { z in z / (1 + exp(-z)) }
      """),
    PlantedMistake(
      "1.1", "brackets lost",
      """
        z.map { z in 1 / 1 + exp(-z) }
      """),
    PlantedMistake(
      "1.1", "tanh for sigmoid",
      """
        z.map { z in tanh(z) }
      """),
    PlantedMistake(
      "1.1", "overflow",
      """
        var result = z
        for index in z.elements.indices {
          let power = exp(z.elements[index])
          result.elements[index] = power / (1 + power)
        }
        return result
      """),
    PlantedMistake(
      "1.1", "slope for value",
      """
        z.map { z in
          let a = 1 / (1 + exp(-z))
          return a * (1 - a)
        }
      """),
  ]

  private static let tanh = [
    PlantedMistake(
      "1.2", "sigmoid for tanh",
      """
        sigmoid(z)
      """),
    PlantedMistake(
      "1.2", "overflow",
      """
        z.map { z in (exp(z) - exp(-z)) / (exp(z) + exp(-z)) }
      """),
    PlantedMistake(
      "1.2", "factor 2 lost",
      """
        sigmoid(z).map { a in 2 * a - 1 }
      """),
    PlantedMistake(
      "1.2", "fraction upside down",
      """
        z.map { z in (exp(z) + exp(-z)) / (exp(z) - exp(-z)) }
      """),
    PlantedMistake(
      "1.2", "brackets lost",
      """
        z.map { z in exp(z) - exp(-z) / (exp(z) + exp(-z)) }
      """),
    PlantedMistake(
      "1.2", "slope for value",
      """
        z.map { z in
          let t = tanh(z)
          return 1 - t * t
        }
      """),
  ]

  private static let relu = [
    PlantedMistake(
      "1.3", "minimum",
      """
        z.map { z in min(0, z) }
      """),
    PlantedMistake(
      "1.3", "absolute value",
      """
        z.map { z in abs(z) }
      """),
    PlantedMistake(
      "1.3", "identity",
      """
        var result = z
        for index in z.elements.indices where z.elements[index] > 0 {
          result.elements[index] = z.elements[index]
        }
        return result
      """),
    PlantedMistake(
      "1.3", "leaky",
      """
        z.map { z in max(0.01 * z, z) }
      """),
    PlantedMistake(
      "1.3", "slope for value",
      """
        z.map { z in z > 0 ? 1 : 0 }
      """),
  ]

  private static let sigmoidDerivative = [
    PlantedMistake(
      "1.4", "formula for activations",
      """
        z.map { z in z * (1 - z) }
      """),
    PlantedMistake(
      "1.4", "sigmoid taken twice",
      """
        let a = sigmoid(z)
        return sigmoid(a) * sigmoid(a).map { 1 - $0 }
      """),
    PlantedMistake(
      "1.4", "value for slope",
      """
        sigmoid(z)
      """),
    PlantedMistake(
      "1.4", "first factor lost",
      """
        sigmoid(z).map { a in 1 - a }
      """),
    PlantedMistake(
      "1.4", "plus for minus",
      """
        sigmoid(z).map { a in a * (1 + a) }
      """),
    PlantedMistake(
      "1.4", "square of the wrong thing",
      """
        sigmoid(z).map { a in 1 - a * a }
      """),
  ]

  private static let tanhDerivative = [
    PlantedMistake(
      "1.5", "formula for activations",
      """
        z.map { z in 1 - z * z }
      """),
    PlantedMistake(
      "1.5", "tanh taken twice",
      """
        tanh(tanh(z)).map { a in 1 - a * a }
      """),
    PlantedMistake(
      "1.5", "plus for minus",
      """
        tanh(z).map { a in 1 + a * a }
      """),
    PlantedMistake(
      "1.5", "one lost",
      """
        tanh(z).map { a in -a * a }
      """),
    PlantedMistake(
      "1.5", "square lost",
      """
        tanh(z).map { a in 1 - a }
      """),
    PlantedMistake(
      "1.5", "slope of the sigmoid",
      """
        tanh(z).map { a in a * (1 - a) }
      """),
  ]

  private static let reluDerivative = [
    PlantedMistake(
      "1.6", "one at zero",
      """
        z.map { z in z >= 0 ? 1 : 0 }
      """),
    PlantedMistake(
      "1.6", "value for slope",
      """
        relu(z)
      """),
    PlantedMistake(
      "1.6", "one everywhere",
      """
        Matrix(rows: z.rows, columns: z.columns, repeating: 1)
      """),
    PlantedMistake(
      "1.6", "sides exchanged",
      """
        z.map { z in z > 0 ? 0 : 1 }
      """),
    PlantedMistake(
      "1.6", "slope of the absolute value",
      """
        z.map { z in
          if z > 0 { return 1 }
          if z < 0 { return -1 }
          return 0
        }
      """),
  ]
}
