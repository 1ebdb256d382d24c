extension PlantedMistake {
  /// The wrong versions of the parameter count and of the two initialisers.
  static let lesson2 =
    parameterCount
    + initializer("2.2", right: "sqrt(2 / Double(fanIn))", zero: "sqrt(Double(2 / fanIn))", limit: "6")
    + heDeviations
    + initializer("2.3", right: "sqrt(1 / Double(fanIn))", zero: "sqrt(Double(1 / fanIn))", limit: "3")
    + xavierDeviations

  private static let parameterCount = [
    count("biases forgotten", "fanIn * fanOut"),
    count("bias for each input", "fanIn * fanOut + fanIn"),
    count("one bias for a layer", "fanIn * fanOut + 1"),
    count("sum for product", "fanIn + fanOut"),
    PlantedMistake(
      "2.1", "input layer with biases",
      """
        var weights = 0
        for layer in 1..<layerSizes.count {
          weights += layerSizes[layer - 1] * layerSizes[layer]
        }
        let biases = layerSizes.reduce(0, +)
        return weights + biases
      """),
    PlantedMistake(
      "2.1", "output biases forgotten",
      """
        var count = 0
        for layer in 1..<layerSizes.count {
          count += layerSizes[layer - 1] * layerSizes[layer]
          if layer < layerSizes.count - 1 {
            count += layerSizes[layer]
          }
        }
        return count
      """),
  ]

  /// A loop over the layers that adds up what each one is thought to have.
  private static func count(_ name: String, _ summand: String) -> PlantedMistake {
    PlantedMistake(
      "2.1", name,
      """
        var count = 0
        for layer in 1..<layerSizes.count {
          let fanIn = layerSizes[layer - 1]
          let fanOut = layerSizes[layer]
          count += \(summand)
        }
        return count
      """)
  }

  private static let heDeviations = [
    ("variance as deviation", "2 / Double(fanIn)"),
    ("fan-out for fan-in", "sqrt(2 / Double(fanOut))"),
    ("factor 2 lost", "sqrt(1 / Double(fanIn))"),
    ("Glorot", "sqrt(2 / Double(fanIn + fanOut))"),
    ("root of the fan-in alone", "2 / sqrt(Double(fanIn))"),
    ("root forgotten below", "sqrt(2) / Double(fanIn)"),
  ].map { name, deviation in PlantedMistake("2.2", name, weights(deviation: deviation)) }

  private static let xavierDeviations = [
    ("variance as deviation", "1 / Double(fanIn)"),
    ("He for Xavier", "sqrt(2 / Double(fanIn))"),
    ("fan-out for fan-in", "sqrt(1 / Double(fanOut))"),
    ("Glorot", "sqrt(2 / Double(fanIn + fanOut))"),
    ("brackets lost", "sqrt(1 / Double(fanIn) + Double(fanOut))"),
  ].map { name, deviation in PlantedMistake("2.3", name, weights(deviation: deviation)) }

  /// The mistakes that both initialisers share.
  ///
  /// - Parameters:
  ///   - exercise: the exercise's number.
  ///   - right: the right standard deviation.
  ///   - zero: the standard deviation that a division of whole numbers makes 0.
  ///   - limit: what stands above the fan-in in the limit of uniform numbers with the right variance.
  private static func initializer(
    _ exercise: String, right: String, zero: String, limit: String
  ) -> [PlantedMistake] {
    let scaled = "standardDeviation * generator.nextGaussian()"
    return [
      PlantedMistake(exercise, "not scaled", weights(entry: "generator.nextGaussian()")),
      PlantedMistake(exercise, "zero weights", weights(deviation: zero)),
      PlantedMistake(exercise, "numbers from 0 to 1", weights(entry: "generator.nextUniform()")),
      PlantedMistake(
        exercise, "uniform with the right variance",
        weights(
          first: "let limit = sqrt(\(limit) / Double(fanIn))",
          entry: "Double.random(in: -limit...limit, using: &generator)")),
      PlantedMistake(exercise, "biases not zero", weights(deviation: right, biases: "repeating: 0.01")),
      PlantedMistake(
        exercise, "own generator",
        weights(
          begin: "var random = SystemRandomNumberGenerator()", deviation: right,
          entry: "standardDeviation * random.nextGaussian()")),
      PlantedMistake(
        exercise, "fixed seed",
        weights(begin: "var generator = SeededGenerator(seed: 42)", deviation: right, entry: scaled)),
      PlantedMistake(
        exercise, "one matrix for several layers",
        weights(
          begin: "let normal = (0..<20_000).map { _ in generator.nextGaussian() }", deviation: right,
          entry: "standardDeviation * normal[index]")),
      oneDraw(exercise, right),
    ]
  }

  /// The loop of the solution with some of its lines changed.
  private static func weights(
    begin: String = "", first: String = "", deviation: String = "",
    entry: String = "standardDeviation * generator.nextGaussian()", biases: String = "repeating: 0"
  ) -> String {
    let beginning = begin.isEmpty ? "" : "  \(begin)\n"
    let inLayer = deviation.isEmpty ? first : "let standardDeviation = \(deviation)"
    return beginning + """
        var parameters = Parameters(weights: [], biases: [])
        for layer in 1..<layerSizes.count {
          let fanIn = layerSizes[layer - 1]
          let fanOut = layerSizes[layer]
          \(inLayer)
          var weights = Matrix.zeros(rows: fanIn, columns: fanOut)
          for index in weights.elements.indices {
            weights.elements[index] = \(entry)
          }
          parameters.weights.append(weights)
          parameters.biases.append(Matrix(rows: 1, columns: fanOut, \(biases)))
        }
        return parameters
      """
  }

  /// The draw stands one loop too far out.
  private static func oneDraw(_ exercise: String, _ deviation: String) -> PlantedMistake {
    PlantedMistake(
      exercise, "one draw for several entries",
      """
        var parameters = Parameters(weights: [], biases: [])
        for layer in 1..<layerSizes.count {
          let fanIn = layerSizes[layer - 1]
          let fanOut = layerSizes[layer]
          var weights = Matrix.zeros(rows: fanIn, columns: fanOut)
          for row in 0..<fanIn {
            let weight = \(deviation) * generator.nextGaussian()
            for column in 0..<fanOut {
              weights[row, column] = weight
            }
          }
          parameters.weights.append(weights)
          parameters.biases.append(Matrix.zeros(rows: 1, columns: fanOut))
        }
        return parameters
      """)
  }
}
