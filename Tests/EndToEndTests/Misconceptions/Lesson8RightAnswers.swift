import Judge

extension RightAnswers {
  /// Lesson 8 with a velocity made when it is needed, with the opposite sign, and begun by the first gradient.
  static let lesson8 = [
    RightAnswers(
      lesson: Course.lessons[7], style: "loops over the entries, the velocity made without zeroVelocity",
      bodies: [
        "8.1": """
            var zeros = gradients
            for layer in gradients.weights.indices {
              for index in gradients.weights[layer].elements.indices { zeros.weights[layer].elements[index] = 0 }
              for index in gradients.biases[layer].elements.indices { zeros.biases[layer].elements[index] = 0 }
            }
            return zeros
        """,
        "8.2": """
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
        """,
      ]),
    RightAnswers(
      lesson: Course.lessons[7], style: "the velocity has the opposite sign and is added",
      bodies: [
        "8.1": """
            var velocity = Gradients(weights: [], biases: [])
            for (weights, biases) in zip(gradients.weights, gradients.biases) {
              velocity.weights.append(Matrix(rows: weights.rows, columns: weights.columns, repeating: 0))
              velocity.biases.append(Matrix(rows: 1, columns: biases.columns, repeating: 0))
            }
            return velocity
        """,
        "8.2": """
            let old = velocity ?? zeroVelocity(like: gradients)
            let new = Gradients(
              weights: zip(old.weights, gradients.weights).map { coefficient * $0 - $1 },
              biases: zip(old.biases, gradients.biases).map { coefficient * $0 - $1 })
            parameters.weights = zip(parameters.weights, new.weights).map { $0 + learningRate * $1 }
            parameters.biases = zip(parameters.biases, new.biases).map { $0 + learningRate * $1 }
            velocity = new
        """,
      ]),
    RightAnswers(
      lesson: Course.lessons[7], style: "Foundation imported, the first gradient is the first velocity",
      importsFoundation: true,
      bodies: [
        "8.1": """
            return Gradients(weights: gradients.weights.map(zeros), biases: gradients.biases.map(zeros))
        """,
        "8.2": """
            if var moving = velocity {
              for layer in gradients.weights.indices {
                moving.weights[layer] = gradients.weights[layer] + moving.weights[layer] * coefficient
                moving.biases[layer] = gradients.biases[layer] + moving.biases[layer] * coefficient
              }
              velocity = moving
            } else {
              velocity = gradients
            }
            guard let velocity else { return }
            for layer in gradients.weights.indices.reversed() {
              parameters.biases[layer] = parameters.biases[layer] - velocity.biases[layer] * learningRate
              parameters.weights[layer] = parameters.weights[layer] - velocity.weights[layer] * learningRate
            }
        """,
      ],
      helpers: """
        /// Zeros in the shape of a matrix.
        private func zeros(_ matrix: Matrix) -> Matrix {
          matrix.map { _ in 0 }
        }
        """),
  ]
}
