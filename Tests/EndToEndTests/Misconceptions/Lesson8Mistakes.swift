extension PlantedMistake {
  /// The wrong versions of gradient descent with momentum.
  static let lesson8 = zeroVelocity + velocities + moves + omissions

  private static let zeroVelocity = [
    PlantedMistake(
      "8.1", "ones",
      """
          Gradients(
            weights: gradients.weights.map { Matrix(rows: $0.rows, columns: $0.columns, repeating: 1) },
            biases: gradients.biases.map { Matrix(rows: $0.rows, columns: $0.columns, repeating: 1) })
      """),
    PlantedMistake(
      "8.1", "copies of the gradients",
      """
          let velocity = gradients
          return velocity
      """),
    PlantedMistake(
      "8.1", "weights transposed", zeros(weights: "Matrix.zeros(rows: $0.columns, columns: $0.rows)")),
    PlantedMistake(
      "8.1", "biases as columns", zeros(biases: "Matrix.zeros(rows: $0.columns, columns: 1)")),
    PlantedMistake(
      "8.1", "biases in the shapes of the weights",
      """
          let zeros = gradients.weights.map { 0 * $0 }
          return Gradients(weights: zeros, biases: zeros)
      """),
    PlantedMistake(
      "8.1", "weights in the shapes of the biases",
      """
          let zeros = gradients.biases.map { 0 * $0 }
          return Gradients(weights: zeros, biases: zeros)
      """),
    PlantedMistake(
      "8.1", "biases missing",
      """
          var velocity = Gradients(weights: [], biases: [])
          for weights in gradients.weights {
            velocity.weights.append(Matrix.zeros(rows: weights.rows, columns: weights.columns))
          }
          return velocity
      """),
    PlantedMistake(
      "8.1", "first layer only",
      """
          let (weights, biases) = (gradients.weights[0], gradients.biases[0])
          return Gradients(
            weights: [Matrix.zeros(rows: weights.rows, columns: weights.columns)],
            biases: [Matrix.zeros(rows: 1, columns: biases.columns)])
      """),
    PlantedMistake(
      "8.1", "first layer left out",
      """
          var velocity = Gradients(weights: [], biases: [])
          for layer in 1..<gradients.weights.count {
            velocity.weights.append(0 * gradients.weights[layer])
            velocity.biases.append(0 * gradients.biases[layer])
          }
          return velocity
      """),
    PlantedMistake(
      "8.1", "one shape for every layer",
      """
          let last = gradients.weights.count - 1
          var velocity = Gradients(weights: [], biases: [])
          for _ in gradients.weights.indices {
            velocity.weights.append(0 * gradients.weights[last])
            velocity.biases.append(0 * gradients.biases[last])
          }
          return velocity
      """),
    PlantedMistake(
      "8.1", "one number a layer",
      """
          let zeros = gradients.weights.map { _ in Matrix.zeros(rows: 1, columns: 1) }
          return Gradients(weights: zeros, biases: zeros)
      """),
  ]

  private static func zeros(
    weights: String = "Matrix.zeros(rows: $0.rows, columns: $0.columns)",
    biases: String = "Matrix.zeros(rows: 1, columns: $0.columns)"
  ) -> String {
    """
        Gradients(
          weights: gradients.weights.map { \(weights) },
          biases: gradients.biases.map { \(biases) })
    """
  }

  private static let velocities = [
    PlantedMistake(
      "8.2", "velocity not kept",
      """
          var newVelocity = zeroVelocity(like: gradients)
          for layer in parameters.weights.indices {
            newVelocity.weights[layer] = coefficient * newVelocity.weights[layer] + gradients.weights[layer]
            newVelocity.biases[layer] = coefficient * newVelocity.biases[layer] + gradients.biases[layer]
            parameters.weights[layer] = parameters.weights[layer] - learningRate * newVelocity.weights[layer]
            parameters.biases[layer] = parameters.biases[layer] - learningRate * newVelocity.biases[layer]
          }
          velocity = newVelocity
      """),
    PlantedMistake("8.2", "starts at the gradient", steps(start: "velocity ?? gradients")),
    PlantedMistake("8.2", "gradient dampened", steps(velocity: "coefficient * v + (1 - coefficient) * g")),
    PlantedMistake("8.2", "coefficient on the gradient", steps(velocity: "v + coefficient * g")),
    PlantedMistake("8.2", "coefficient on both", steps(velocity: "coefficient * (v + g)")),
    PlantedMistake("8.2", "coefficients exchanged", steps(velocity: "(1 - coefficient) * v + g")),
    PlantedMistake("8.2", "coefficient forgotten", steps(velocity: "v + g")),
  ]

  private static let moves = [
    PlantedMistake(
      "8.2", "learning rate in the velocity",
      steps(velocity: "coefficient * v - learningRate * g", move: "place + v")),
    PlantedMistake("8.2", "learning rate twice", steps(velocity: "coefficient * v + learningRate * g")),
    PlantedMistake("8.2", "learning rate forgotten", steps(move: "place - v")),
    PlantedMistake("8.2", "uphill", steps(velocity: "coefficient * v - g")),
    PlantedMistake("8.2", "Nesterov", steps(move: "place - learningRate * (g + coefficient * v)")),
    PlantedMistake(
      "8.2", "old velocity",
      """
          var newVelocity = velocity ?? zeroVelocity(like: gradients)
          for layer in parameters.weights.indices {
            parameters.weights[layer] = parameters.weights[layer] - learningRate * newVelocity.weights[layer]
            parameters.biases[layer] = parameters.biases[layer] - learningRate * newVelocity.biases[layer]
            newVelocity.weights[layer] = coefficient * newVelocity.weights[layer] + gradients.weights[layer]
            newVelocity.biases[layer] = coefficient * newVelocity.biases[layer] + gradients.biases[layer]
          }
          velocity = newVelocity
      """),
  ]

  private static let omissions = [
    PlantedMistake(
      "8.2", "biases without momentum",
      """
          var newVelocity = velocity ?? zeroVelocity(like: gradients)
          for layer in parameters.weights.indices {
            newVelocity.weights[layer] = coefficient * newVelocity.weights[layer] + gradients.weights[layer]
            parameters.weights[layer] = parameters.weights[layer] - learningRate * newVelocity.weights[layer]
            parameters.biases[layer] = parameters.biases[layer] - learningRate * gradients.biases[layer]
          }
          velocity = newVelocity
      """),
    PlantedMistake(
      "8.2", "biases not moved",
      """
          var newVelocity = velocity ?? zeroVelocity(like: gradients)
          for layer in parameters.weights.indices {
            newVelocity.weights[layer] = coefficient * newVelocity.weights[layer] + gradients.weights[layer]
            newVelocity.biases[layer] = coefficient * newVelocity.biases[layer] + gradients.biases[layer]
            parameters.weights[layer] = parameters.weights[layer] - learningRate * newVelocity.weights[layer]
          }
          velocity = newVelocity
      """),
    PlantedMistake("8.2", "first layer left out", steps(layers: "1..<parameters.weights.count")),
    PlantedMistake(
      "8.2", "unchanged",
      """
          var moved = parameters
          var newVelocity = velocity ?? zeroVelocity(like: gradients)
          for layer in moved.weights.indices {
            newVelocity.weights[layer] = coefficient * newVelocity.weights[layer] + gradients.weights[layer]
            newVelocity.biases[layer] = coefficient * newVelocity.biases[layer] + gradients.biases[layer]
            moved.weights[layer] = moved.weights[layer] - learningRate * newVelocity.weights[layer]
            moved.biases[layer] = moved.biases[layer] - learningRate * newVelocity.biases[layer]
          }
          velocity = newVelocity
      """),
  ]

  /// Steps in which the start, the velocity v, the move of a place or the layers are other ones; g is the gradient.
  private static func steps(
    start: String = "velocity ?? zeroVelocity(like: gradients)", velocity: String = "coefficient * v + g",
    move: String = "place - learningRate * v", layers: String = "parameters.weights.indices"
  ) -> String {
    """
        func move(_ place: inout Matrix, _ v: inout Matrix, _ g: Matrix) {
          v = \(velocity)
          place = \(move)
        }
        var newVelocity = \(start)
        for layer in \(layers) {
          move(&parameters.weights[layer], &newVelocity.weights[layer], gradients.weights[layer])
          move(&parameters.biases[layer], &newVelocity.biases[layer], gradients.biases[layer])
        }
        velocity = newVelocity
    """
  }
}
