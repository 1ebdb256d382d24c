import Judge

extension RightAnswers {
  /// Lesson 3 in loops, with `zip`, and without the lesson's own functions.
  static let lesson3 = [
    RightAnswers(
      lesson: Course.lessons[2], style: "loops over rows and columns, forward without linear",
      bodies: [
        "3.1": """
          var z = Matrix.zeros(rows: input.rows, columns: weights.columns)
          for row in 0..<input.rows {
            for unit in 0..<weights.columns {
              for feature in 0..<input.columns {
                z[row, unit] += input[row, feature] * weights[feature, unit]
              }
              z[row, unit] += biases[0, unit]
            }
          }
          return z
        """,
        "3.2": """
          var activations = [input]
          var preActivations: [Matrix] = []
          for (weights, biases) in zip(parameters.weights, parameters.biases).dropLast() {
            let z = matmul(activations[activations.count - 1], weights).adding(row: biases)
            preActivations.append(z)
            activations.append(hidden(z))
          }
          let last = parameters.weights.count - 1
          let z = matmul(activations[last], parameters.weights[last]).adding(row: parameters.biases[last])
          preActivations.append(z)
          activations.append(z.map { 1 / (1 + exp(-$0)) })
          return ForwardCache(activations: activations, preActivations: preActivations)
        """,
        "3.3": """
          // Each of p and 1 − p is kept away from 0 by itself.
          var sum = 0.0
          for row in 0..<labels.rows {
            let p = max(probabilities[row, 0], 1e-8)
            let q = max(1 - probabilities[row, 0], 1e-8)
            sum += labels[row, 0] * log(p) + (1 - labels[row, 0]) * log(q)
          }
          return -sum / Double(labels.rows)
        """,
        "3.4": """
          var right = 0.0
          var count = 0.0
          for row in 0..<labels.rows {
            count += 1
            if probabilities[row, 0] >= 0.5 && labels[row, 0] == 1 {
              right += 1
            } else if probabilities[row, 0] < 0.5 && labels[row, 0] == 0 {
              right += 1
            }
          }
          return right / count
        """,
        "3.5": """
          let cache = forward(input, parameters: parameters, hidden: hidden)
          var classes = Matrix.zeros(rows: input.rows, columns: 1)
          for row in 0..<input.rows where cache.activations[parameters.weights.count][row, 0] >= 0.5 {
            classes[row, 0] = 1
          }
          return classes
        """,
      ]),
    RightAnswers(
      lesson: Course.lessons[2], style: "zip and the sign of the last pre-activation",
      bodies: [
        "3.1": """
          var z = matmul(input, weights)
          for row in 0..<z.rows {
            for (unit, bias) in biases.elements.enumerated() {
              z.elements[row * z.columns + unit] += bias
            }
          }
          return z
        """,
        "3.2": """
          var cache = ForwardCache(activations: [input], preActivations: [])
          for (index, layer) in zip(parameters.weights, parameters.biases).enumerated() {
            let z = linear(cache.probabilities, weights: layer.0, biases: layer.1)
            cache.preActivations.append(z)
            if index + 1 < parameters.weights.count {
              cache.activations.append(hidden(z))
            } else {
              cache.activations.append(Activation.sigmoid(z))
            }
          }
          return cache
        """,
        "3.3": """
          let losses = zip(probabilities.elements, labels.elements).map { p, y in
            let clipped = min(max(p, 1e-8), 1 - 1e-8)
            return y == 1 ? -log(clipped) : -log(1 - clipped)
          }
          return losses.reduce(0, +) / Double(losses.count)
        """,
        "3.4": """
          let right = zip(probabilities.elements, labels.elements).filter { p, y in p.rounded() == y }
          return Double(right.count) / Double(labels.elements.count)
        """,
        "3.5": """
          let cache = forward(input, parameters: parameters, hidden: hidden)
          return cache.preActivations[cache.preActivations.count - 1].map { z in z >= 0 ? 1 : 0 }
        """,
      ]),
    RightAnswers(
      lesson: Course.lessons[2], style: "Foundation imported, whole matrices, functions of the student's own",
      importsFoundation: true,
      bodies: [
        "3.1": """
          // The bias as one more weight, of an input that is always 1.
          let ones = Matrix(rows: input.rows, columns: 1, repeating: 1)
          return matmul(ones, biases) + matmul(input, weights)
        """,
        "3.2": """
          let first = ForwardCache(activations: [input], preActivations: [])
          return parameters.weights.indices.reduce(into: first) { cache, layer in
            let isLast = layer == parameters.weights.endIndex - 1
            let (weights, biases) = (parameters.weights[layer], parameters.biases[layer])
            cache.preActivations.append(linear(cache.activations[layer], weights: weights, biases: biases))
            cache.activations.append((isLast ? Activation.sigmoid : hidden)(cache.preActivations[layer]))
          }
        """,
        "3.3": """
          let p = probabilities.map(clipped)
          let ones = Matrix(rows: labels.rows, columns: labels.columns, repeating: 1)
          let logs = labels * p.map { log($0) } + (ones - labels) * (ones - p).map { log($0) }
          return -logs.columnSums()[0, 0] / Double(labels.rows)
        """,
        "3.4": """
          let predicted = probabilities.map { floor($0 + 0.5) }
          let wrong = (predicted - labels).elements.map { fabs($0) }.reduce(0, +)
          return 1 - wrong / Double(labels.rows)
        """,
        "3.5": """
          let probabilities = forward(input, parameters: parameters, hidden: hidden).activations.last!
          let classes = probabilities.elements.map { floor($0 + 0.5) }
          return Matrix(rows: input.rows, columns: 1, elements: classes)
        """,
      ],
      helpers: """
        /// The probability, at least 1e-8 away from 0 and 1.
        private func clipped(_ p: Double) -> Double {
          if p < 1e-8 { return 1e-8 }
          if p > 1 - 1e-8 { return 1 - 1e-8 }
          return p
        }
        """),
  ]
}
