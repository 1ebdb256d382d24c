import Judge

extension RightAnswers {
  /// Lesson 6 with loops, with whole matrices and with Foundation; 6.2 with the norm and without.
  static let lesson6 = [
    RightAnswers(
      lesson: Course.lessons[5], style: "loops over rows and columns, the penalty without the norm",
      bodies: [
        "6.1": """
          var sum = 0.0
          for layer in 0..<parameters.weights.count {
            let weights = parameters.weights[layer]
            for row in 0..<weights.rows {
              for column in 0..<weights.columns {
                sum += weights[row, column] * weights[row, column]
              }
            }
          }
          return sum.squareRoot()
        """,
        "6.2": """
          var sum = 0.0
          for weights in parameters.weights {
            for weight in weights.elements { sum += weight * weight }
          }
          return lambda * sum / Double(2 * sampleCount)
        """,
        "6.3": """
          for layer in 0..<parameters.weights.count {
            for index in 0..<parameters.weights[layer].elements.count {
              let weight = parameters.weights[layer].elements[index]
              gradients.weights[layer].elements[index] += lambda * weight / Double(sampleCount)
            }
          }
        """,
      ]),
    RightAnswers(
      lesson: Course.lessons[5], style: "whole matrices, map and reduce",
      bodies: [
        "6.1": """
          let squares = parameters.weights.map { ($0 * $0).columnSums().elements.reduce(0, +) }
          return sqrt(squares.reduce(0, +))
        """,
        "6.2": """
          let norm = weightNorm(parameters)
          return 0.5 * lambda * (norm * norm) / Double(sampleCount)
        """,
        "6.3": """
          gradients.weights = zip(gradients.weights, parameters.weights).map { gradient, weights in
            gradient + weights * lambda / Double(sampleCount)
          }
        """,
      ]),
    RightAnswers(
      lesson: Course.lessons[5], style: "Foundation imported, functions of the student's own",
      importsFoundation: true,
      bodies: [
        "6.1": """
          return pow(sumOfSquares(parameters), 0.5)
        """,
        "6.2": """
          let share = lambda / Double(sampleCount)
          return share * sumOfSquares(parameters) / 2
        """,
        "6.3": """
          let share = lambda / Double(sampleCount)
          var sums: [Matrix] = []
          for (gradient, weights) in zip(gradients.weights, parameters.weights) {
            sums.append(share * weights + gradient)
          }
          gradients = Gradients(weights: sums, biases: gradients.biases)
        """,
      ],
      helpers: """
        /// The squares of all weights, added up.
        private func sumOfSquares(_ parameters: Parameters) -> Double {
          parameters.weights.flatMap { $0.elements }.map { pow($0, 2) }.reduce(0, +)
        }
        """),
  ]
}
