import Judge

extension RightAnswers {
  /// Lesson 2 with other ways of counting and of drawing.
  static let lesson2 = [
    RightAnswers(
      lesson: Course.lessons[1], style: "zip, Box-Muller and columns filled one after the other",
      importsFoundation: true,
      bodies: [
        "2.1": """
          zip(layerSizes, layerSizes.dropFirst()).map { fanIn, fanOut in (fanIn + 1) * fanOut }.reduce(0, +)
        """,
        "2.2": """
          var parameters = Parameters(weights: [], biases: [])
          for (fanIn, fanOut) in zip(layerSizes, layerSizes.dropFirst()) {
            var elements: [Double] = []
            for _ in 0..<(fanIn * fanOut) {
              let radius = sqrt(-2 * log(1 - generator.nextUniform()))
              let angle = 2 * Double.pi * generator.nextUniform()
              elements.append(radius * cos(angle) * sqrt(2.0 / Double(fanIn)))
            }
            parameters.weights.append(Matrix(rows: fanIn, columns: fanOut, elements: elements))
            parameters.biases.append(Matrix(rows: 1, columns: fanOut, repeating: 0))
          }
          return parameters
        """,
        "2.3": """
          var weights: [Matrix] = []
          var biases: [Matrix] = []
          for layer in 0..<(layerSizes.count - 1) {
            var matrix = Matrix.zeros(rows: layerSizes[layer], columns: layerSizes[layer + 1])
            for column in 0..<matrix.columns {
              for row in 0..<matrix.rows {
                matrix[row, column] = generator.nextGaussian() / Double(matrix.rows).squareRoot()
              }
            }
            weights.append(matrix)
            biases.append(.zeros(rows: 1, columns: matrix.columns))
          }
          return Parameters(weights: weights, biases: biases)
        """,
      ]),
    RightAnswers(
      lesson: Course.lessons[1], style: "recursion, map, and one function for both initialisers",
      bodies: [
        "2.1": """
          guard layerSizes.count > 1 else { return 0 }
          let rest = parameterCount(layerSizes: Array(layerSizes.dropFirst()))
          return layerSizes[0] * layerSizes[1] + layerSizes[1] + rest
        """,
        "2.2": """
          initialized(layerSizes: layerSizes, gain: 2, using: &generator)
        """,
        "2.3": """
          initialized(layerSizes: layerSizes, gain: 1, using: &generator)
        """,
      ],
      helpers: """
        /// Normal weights with variance gain / fanIn.
        private func initialized(
          layerSizes: [Int], gain: Double, using generator: inout some RandomNumberGenerator
        ) -> Parameters {
          let biases = layerSizes.dropFirst().map { Matrix.zeros(rows: 1, columns: $0) }
          let weights = zip(layerSizes, layerSizes.dropFirst()).map { fanIn, fanOut in
            Matrix.zeros(rows: fanIn, columns: fanOut)
              .map { _ in generator.nextGaussian() * sqrt(gain / Double(fanIn)) }
          }
          return Parameters(weights: weights, biases: biases)
        }
        """),
  ]
}
