extension PlantedMistake {
  /// The wrong versions of mini-batches, descent step, epoch and training.
  static let lesson5 = batches + steps + epochs + trainings

  // MARK: - 5.1

  /// The solution's loop with some of its lines changed.
  private static func cut(
    _ name: String, size: String = "batchSize > 0 ? batchSize : max(count, 1)",
    order: String = "Array(0..<count).shuffled(using: &generator)", limit: String = "count",
    batch: String = "Array(order[start..<min(start + size, count)])", result: String = "batches"
  ) -> PlantedMistake {
    PlantedMistake(
      "5.1", name,
      """
        let size = \(size)
        let order = \(order)
        var batches: [[Int]] = []
        for start in stride(from: 0, to: \(limit), by: size) {
          batches.append(\(batch))
        }
        return \(result)
      """)
  }

  private static let batches = [
    PlantedMistake(
      "5.1", "last batch dropped",
      """
        let size = batchSize > 0 ? batchSize : max(count, 1)
        let order = Array(0..<count).shuffled(using: &generator)
        return (0..<(count / size)).map { batch in Array(order[(batch * size)..<((batch + 1) * size)]) }
      """),
    cut(
      "last batch filled up", size: "batchSize > 0 ? min(batchSize, max(count, 1)) : max(count, 1)",
      batch: "(start..<(start + size)).map { order[$0 % count] }"),
    PlantedMistake(
      "5.1", "rest joined to the last full batch",
      """
        let size = batchSize > 0 ? min(batchSize, max(count, 1)) : max(count, 1)
        let order = Array(0..<count).shuffled(using: &generator)
        let number = count / size
        return (0..<number).map { batch in
          let end = batch == number - 1 ? count : (batch + 1) * size
          return Array(order[(batch * size)..<end])
        }
      """),
    PlantedMistake(
      "5.1", "empty batch",
      """
        let size = batchSize > 0 ? batchSize : max(count, 1)
        let order = Array(0..<count).shuffled(using: &generator)
        var batches: [[Int]] = []
        var batch: [Int] = []
        for index in order {
          batch.append(index)
          if batch.count == size {
            batches.append(batch)
            batch = []
          }
        }
        batches.append(batch)
        return batches
      """),
    PlantedMistake(
      "5.1", "batchSize as the number of batches",
      """
        let number = batchSize > 0 ? min(batchSize, count) : 1
        let order = Array(0..<count).shuffled(using: &generator)
        var batches = [[Int]](repeating: [], count: number)
        for (place, index) in order.enumerated() {
          batches[place % number].append(index)
        }
        return batches
      """),
    PlantedMistake("5.1", "batchSize ignored", "  return [Array(0..<count).shuffled(using: &generator)]"),
    cut("counted from 1", order: "Array(1...max(count, 1)).shuffled(using: &generator)"),
    cut(
      "drawn with replacement",
      order: "(0..<count).map { _ in Int.random(in: 0..<count, using: &generator) }"),
    cut(
      "each batch from all examples", order: "Array(0..<count)",
      batch: "Array(order.shuffled(using: &generator).prefix(min(size, count - start)))"),
    cut("not shuffled", order: "Array(0..<count)"),
    cut("shuffled after the cut", order: "Array(0..<count)", result: "batches.shuffled(using: &generator)"),
    PlantedMistake(
      "5.1", "no batch for 0",
      """
        guard batchSize > 0 else { return [] }
        let order = Array(0..<count).shuffled(using: &generator)
        return stride(from: 0, to: count, by: batchSize).map { Array(order[$0..<min($0 + batchSize, count)]) }
      """),
    cut("0 taken as 1", size: "max(batchSize, 1)"),
    cut("own generator", order: "Array(0..<count).shuffled()"),
    PlantedMistake(
      "5.1", "fixed seed",
      """
        var random = SeededGenerator(seed: 42)
        let size = batchSize > 0 ? batchSize : max(count, 1)
        let order = Array(0..<count).shuffled(using: &random)
        return stride(from: 0, to: count, by: size).map { Array(order[$0..<min($0 + size, count)]) }
      """),
    PlantedMistake(
      "5.1", "copied generator",
      """
        var random = generator
        let size = batchSize > 0 ? batchSize : max(count, 1)
        let order = Array(0..<count).shuffled(using: &random)
        return stride(from: 0, to: count, by: size).map { Array(order[$0..<min($0 + size, count)]) }
      """),
    swapping("biased swaps", "Int.random(in: 0..<count, using: &generator)"),
    swapping("never in place", "place == 0 ? 0 : Int.random(in: 0..<place, using: &generator)"),
  ]

  /// A shuffle by hand.
  private static func swapping(_ name: String, _ other: String) -> PlantedMistake {
    PlantedMistake(
      "5.1", name,
      """
        let size = batchSize > 0 ? batchSize : max(count, 1)
        var order = Array(0..<count)
        for place in order.indices.reversed() {
          order.swapAt(place, \(other))
        }
        return stride(from: 0, to: count, by: size).map { Array(order[$0..<min($0 + size, count)]) }
      """)
  }

  // MARK: - 5.2

  /// A loop over layers that does the same to weights and biases.
  private static func step(
    _ name: String, layers: String = "parameters.weights.indices", _ right: (_ value: String, _ slope: String) -> String
  ) -> PlantedMistake {
    PlantedMistake(
      "5.2", name,
      """
        for layer in \(layers) {
          parameters.weights[layer] = \(right("parameters.weights[layer]", "gradients.weights[layer]"))
          parameters.biases[layer] = \(right("parameters.biases[layer]", "gradients.biases[layer]"))
        }
      """)
  }

  private static let steps = [
    step("uphill") { "\($0) + learningRate * \($1)" },
    step("learning rate forgotten") { "\($0) - \($1)" },
    step("learning rate twice") { "\($0) - learningRate * (learningRate * \($1))" },
    step("divided by the learning rate") { "\($0) - \($1) / learningRate" },
    step("step for parameters") { "-learningRate * \($1)" },
    step("scaled by the parameter") { "\($0) - learningRate * \($1) * \($0)" },
    PlantedMistake(
      "5.2", "unchanged",
      """
        var changed = parameters
        for layer in parameters.weights.indices {
          changed.weights[layer] = changed.weights[layer] - learningRate * gradients.weights[layer]
          changed.biases[layer] = changed.biases[layer] - learningRate * gradients.biases[layer]
        }
      """),
    PlantedMistake(
      "5.2", "biases forgotten",
      """
        for layer in parameters.weights.indices {
          parameters.weights[layer] = parameters.weights[layer] - learningRate * gradients.weights[layer]
        }
      """),
    PlantedMistake(
      "5.2", "weights forgotten",
      """
        for layer in parameters.weights.indices {
          var weights = parameters.weights[layer]
          weights = weights - learningRate * gradients.weights[layer]
          parameters.biases[layer] = parameters.biases[layer] - learningRate * gradients.biases[layer]
        }
      """),
    step("last layer only", layers: "[parameters.weights.count - 1]") { "\($0) - learningRate * \($1)" },
    step("first layer only", layers: "0..<1") { "\($0) - learningRate * \($1)" },
    step("last layer forgotten", layers: "0..<(parameters.weights.count - 1)") { "\($0) - learningRate * \($1)" },
    step("first layer forgotten", layers: "1..<parameters.weights.count") { "\($0) - learningRate * \($1)" },
  ]
}
