import Judge

extension RightAnswers {
  /// Lesson 4 in loops, with `zip`, and with the mean taken at other places of the formula.
  static let lesson4 = [
    RightAnswers(
      lesson: Course.lessons[3], style: "loops over rows and columns, layers appended and reversed",
      bodies: [
        "4.1": """
          var delta = Matrix.zeros(rows: labels.rows, columns: 1)
          for row in 0..<labels.rows {
            delta[row, 0] = probabilities[row, 0] - labels[row, 0]
          }
          return delta
        """,
        "4.2": """
          let slope = hidden.derivative(preActivation)
          var delta = Matrix.zeros(rows: preActivation.rows, columns: preActivation.columns)
          for row in 0..<delta.rows {
            for unit in 0..<delta.columns {
              var sum = 0.0
              for next in 0..<nextDelta.columns {
                sum += nextDelta[row, next] * nextWeights[unit, next]
              }
              delta[row, unit] = sum * slope[row, unit]
            }
          }
          return delta
        """,
        "4.3": """
          var weights = Matrix.zeros(rows: input.columns, columns: delta.columns)
          var biases = Matrix.zeros(rows: 1, columns: delta.columns)
          for row in 0..<delta.rows {
            for unit in 0..<delta.columns {
              for feature in 0..<input.columns {
                weights[feature, unit] += input[row, feature] * delta[row, unit] / Double(delta.rows)
              }
              biases[0, unit] += delta[row, unit] / Double(delta.rows)
            }
          }
          return (weights, biases)
        """,
        "4.4": """
          var weights: [Matrix] = []
          var biases: [Matrix] = []
          var delta = outputDelta(probabilities: cache.probabilities, labels: labels)
          for layer in parameters.weights.indices.reversed() {
            let gradients = layerGradients(delta: delta, input: cache.activations[layer])
            weights.append(gradients.weights)
            biases.append(gradients.biases)
            guard layer > 0 else { break }
            delta = hiddenDelta(
              nextDelta: delta, nextWeights: parameters.weights[layer],
              preActivation: cache.preActivations[layer - 1], hidden: hidden)
          }
          return Gradients(weights: weights.reversed(), biases: biases.reversed())
        """,
      ]),
    RightAnswers(
      lesson: Course.lessons[3], style: "slopes computed anew, backward without the lesson's functions",
      importsFoundation: true,
      bodies: [
        "4.1": """
          let differences = zip(probabilities.elements, labels.elements).map { a, y in a - y }
          return Matrix(rows: labels.rows, columns: labels.columns, elements: differences)
        """,
        "4.2": """
          var delta = matmul(nextDelta, nextWeights.transposed)
          for index in delta.elements.indices {
            delta.elements[index] *= slope(preActivation.elements[index], hidden)
          }
          return delta
        """,
        "4.3": """
          let mean = delta * (1 / Double(input.rows))
          return (matmul(mean.transposed, input).transposed, mean.columnSums())
        """,
        "4.4": """
          // First every delta, then every gradient.
          let count = parameters.weights.count
          var deltas = [cache.activations[count] - labels]
          for layer in stride(from: count - 2, through: 0, by: -1) {
            let z = cache.preActivations[layer]
            let slopes = z.map { slope($0, hidden) }
            deltas.insert(matmul(deltas[0], parameters.weights[layer + 1].transposed) * slopes, at: 0)
          }
          var gradients = Gradients(weights: parameters.weights, biases: parameters.biases)
          for layer in 0..<count {
            let rows = Double(labels.rows)
            gradients.weights[layer] = matmul(cache.activations[layer].transposed, deltas[layer]) / rows
            gradients.biases[layer] = deltas[layer].columnSums() / rows
          }
          return gradients
        """,
      ],
      helpers: """
        private func slope(_ z: Double, _ hidden: Activation) -> Double {
          switch hidden {
          case .relu: return z > 0 ? 1 : 0
          case .tanh: return 1 / pow(cosh(z), 2)
          case .sigmoid:
            let a = 1 / (1 + exp(-z))
            return a * (1 - a)
          }
        }
        """),
    RightAnswers(
      lesson: Course.lessons[3], style: "the slope from the activation, the mean as a product, recursion",
      bodies: [
        "4.1": """
          probabilities + labels * -1
        """,
        "4.2": """
          let back = matmul(nextWeights, nextDelta.transposed).transposed
          let a = hidden(preActivation)
          switch hidden {
          case .relu: return back * a.map { $0 > 0 ? 1 : 0 }
          case .tanh: return back - back * a * a
          case .sigmoid: return back * (a - a * a)
          }
        """,
        "4.3": """
          let share = Matrix(rows: 1, columns: delta.rows, repeating: 1 / Double(delta.rows))
          let weights = matmul(input.transposed, delta / Double(delta.rows))
          return (weights: weights, biases: matmul(share, delta))
        """,
        "4.4": """
          var gradients = Gradients(weights: parameters.weights, biases: parameters.biases)
          func goBack(to layer: Int, with delta: Matrix) {
            (gradients.weights[layer], gradients.biases[layer]) =
              layerGradients(delta: delta, input: cache.activations[layer])
            if layer == 0 { return }
            let previous = hiddenDelta(
              nextDelta: delta, nextWeights: parameters.weights[layer],
              preActivation: cache.preActivations[layer - 1], hidden: hidden)
            goBack(to: layer - 1, with: previous)
          }
          goBack(
            to: parameters.weights.count - 1,
            with: outputDelta(probabilities: cache.probabilities, labels: labels))
          return gradients
        """,
      ]),
  ]
}
