extension PlantedMistake {
  // MARK: - 5.3

  /// The solution's loop with some of its lines changed.
  private static func epoch(
    _ name: String, before: String = "",
    batches: String = "miniBatches(count: data.count, batchSize: batchSize, using: &generator)",
    batch: String = "let batch = data.rows(at: indices)",
    gradients: String = """
    let cache = forward(batch.features, parameters: parameters, hidden: hidden)
        var gradients = backward(cache: cache, labels: batch.labels, parameters: parameters, hidden: hidden)
    """,
    update: String = "update(&parameters, &gradients, batch.count)", after: String = ""
  ) -> PlantedMistake {
    let lines = [
      before.isEmpty ? nil : "  \(before)", "  for indices in \(batches) {", "    \(batch)", "    \(gradients)",
      "    \(update)", "  }", after.isEmpty ? nil : "  \(after)",
    ]
    return PlantedMistake("5.3", name, lines.compactMap(\.self).joined(separator: "\n"))
  }

  static let epochs = [
    epoch(
      "update never called", update: "gradientDescentStep(&parameters, gradients: gradients, learningRate: 0.1)"
    ).replacing("var gradients", with: "let gradients"),
    epoch("first batch only", update: "update(&parameters, &gradients, batch.count)\n    return"),
    PlantedMistake(
      "5.3", "update after the loop",
      """
        var gradients = Gradients(weights: [], biases: [])
        var rows = 0
        for indices in miniBatches(count: data.count, batchSize: batchSize, using: &generator) {
          let batch = data.rows(at: indices)
          let cache = forward(batch.features, parameters: parameters, hidden: hidden)
          gradients = backward(cache: cache, labels: batch.labels, parameters: parameters, hidden: hidden)
          rows = batch.count
        }
        update(&parameters, &gradients, rows)
      """),
    epoch(
      "last batch dropped",
      batch:
        "if batchSize > 0 && indices.count < min(batchSize, data.count) { continue }\n    let batch = data.rows(at: indices)"
    ),
    epoch("count for rows", update: "update(&parameters, &gradients, data.count)"),
    epoch("batchSize for rows", update: "update(&parameters, &gradients, batchSize)"),
    epoch("batchSize ignored", batches: "[Array(0..<data.count)]"),
    epoch("one example at a time", batches: "(0..<data.count).shuffled(using: &generator).map({ [$0] })"),
    PlantedMistake(
      "5.3", "gradients of all examples",
      """
        for indices in miniBatches(count: data.count, batchSize: batchSize, using: &generator) {
          let cache = forward(data.features, parameters: parameters, hidden: hidden)
          var gradients = backward(cache: cache, labels: data.labels, parameters: parameters, hidden: hidden)
          update(&parameters, &gradients, indices.count)
        }
      """),
    epoch(
      "gradients at the start", before: "let start = parameters",
      gradients: """
        let cache = forward(batch.features, parameters: start, hidden: hidden)
            var gradients = backward(cache: cache, labels: batch.labels, parameters: start, hidden: hidden)
        """),
    epoch(
      "labels of other examples",
      before: "let labels = data.labels.rows(at: Array(0..<data.count).shuffled(using: &generator))",
      gradients: """
        let cache = forward(batch.features, parameters: parameters, hidden: hidden)
            var gradients = backward(
              cache: cache, labels: labels.rows(at: indices), parameters: parameters, hidden: hidden)
        """),
    epoch(
      "copy changed", before: "var changed = parameters",
      gradients: """
        let cache = forward(batch.features, parameters: changed, hidden: hidden)
            var gradients = backward(cache: cache, labels: batch.labels, parameters: changed, hidden: hidden)
        """, update: "update(&changed, &gradients, batch.count)"),
    epoch(
      "changed outside update",
      update: """
        gradientDescentStep(&parameters, gradients: gradients, learningRate: 0.01)
            update(&parameters, &gradients, batch.count)
        """),
    epoch(
      "not shuffled",
      batches:
        "stride(from: 0, to: data.count, by: max(batchSize, 1)).map({ Array($0..<min($0 + max(batchSize, 1), data.count)) })"
    ),
    epoch(
      "same order in every epoch", before: "var random = SeededGenerator(seed: 7)",
      batches: "miniBatches(count: data.count, batchSize: batchSize, using: &random)"),
    epoch(
      "own generator", before: "var random = SystemRandomNumberGenerator()",
      batches: "miniBatches(count: data.count, batchSize: batchSize, using: &random)"),
  ]

  private func replacing(_ text: String, with other: String) -> PlantedMistake {
    PlantedMistake(exercise, name, body.replacing(text, with: other))
  }

  // MARK: - 5.4

  /// The solution's loop with some of its lines changed.
  private static func training(
    _ name: String, before: String = "", epochs: String = "stride(from: 1, through: epochs, by: 1)",
    train: String = call(), measured: String = "parameters", learned: String = "data", held: String = "validation",
    lists: [String] = ["trainingLoss", "validationLoss", "trainingAccuracy", "validationAccuracy"],
    end: String = "if afterEpoch(epoch, parameters, history) {\n      break\n    }", after: String = ""
  ) -> PlantedMistake {
    PlantedMistake(
      "5.4", name,
      """
        var history = History()
        \(before)
        for epoch in \(epochs) {
          \(train)
          let learned = forward(\(learned).features, parameters: \(measured), hidden: hidden).probabilities
          let held = forward(\(held).features, parameters: \(measured), hidden: hidden).probabilities
          history.\(lists[0]).append(binaryCrossEntropy(probabilities: learned, labels: \(learned).labels))
          history.\(lists[1]).append(binaryCrossEntropy(probabilities: held, labels: \(held).labels))
          history.\(lists[2]).append(accuracy(probabilities: learned, labels: \(learned).labels))
          history.\(lists[3]).append(accuracy(probabilities: held, labels: \(held).labels))
          \(end)
        }
        \(after)
        return history
      """)
  }

  private static func call(
    _ parameters: String = "parameters", on data: String = "data", batchSize: String = "batchSize",
    using generator: String = "generator"
  ) -> String {
    "trainEpoch(&\(parameters), on: \(data), batchSize: \(batchSize), hidden: hidden, using: &\(generator), update: update)"
  }

  static let trainings = [
    training(
      "measured before the epoch", before: "var before = parameters", train: "before = parameters\n    " + call(),
      measured: "before"),
    training("training data twice", held: "data"),
    training("validation data twice", learned: "validation"),
    training("sets exchanged", learned: "validation", held: "data"),
    training(
      "loss and accuracy exchanged",
      lists: ["trainingAccuracy", "validationAccuracy", "trainingLoss", "validationLoss"]),
    training("one epoch too few", epochs: "stride(from: 1, to: epochs, by: 1)"),
    training("counted from 0", epochs: "0..<max(epochs, 0)"),
    training("last epoch alone", train: "history = History()\n    " + call()),
    PlantedMistake(
      "5.4", "nothing written down",
      """
        let history = History()
        for epoch in stride(from: 1, through: epochs, by: 1) {
          \(call())
          if afterEpoch(epoch, parameters, history) { break }
        }
        return history
      """),
    training(
      "written down after afterEpoch",
      train: call() + "\n    if afterEpoch(epoch, parameters, history) { break }", end: ""),
    training("answer ignored", end: "_ = afterEpoch(epoch, parameters, history)"),
    training("stopped upside down", end: "if !afterEpoch(epoch, parameters, history) { break }"),
    training("afterEpoch never called", epochs: "stride(from: 1, through: epochs, by: 1)", end: "")
      .replacing("for epoch in", with: "for _ in"),
    training("afterEpoch once", end: "", after: "_ = afterEpoch(epochs, parameters, history)")
      .replacing("for epoch in", with: "for _ in"),
    training(
      "copy trained", before: "var learner = parameters", train: call("learner"), measured: "learner",
      end: "if afterEpoch(epoch, learner, history) { break }"),
    training("not trained", train: ""),
    training("trained on validation", train: call(on: "validation")),
    training("batchSize ignored", train: call(batchSize: "data.count")),
    training("generator begins anew", train: "var random = generator\n    " + call(using: "random")),
    training("own generator", before: "var random = SystemRandomNumberGenerator()", train: call(using: "random")),
  ]
}
