import CourseKit

/// Exercise 5.1, right with what is collected by functions of sequences.
func miniBatches(
  collecting right: String, count: Int, batchSize: Int, using generator: inout some RandomNumberGenerator
) throws -> [[Int]] {
  switch right {
  case "5.1 inserted at random places, taken from the end, reduce(into:)":
    var order: [Int] = (0..<count).reduce(into: []) { order, index in
      order.insert(index, at: Int.random(in: 0...order.count, using: &generator))
    }
    var batches: [[Int]] = []
    while !order.isEmpty {
      let size = batchSize > 0 ? min(batchSize, order.count) : order.count
      batches.append(Array(order.suffix(size)))
      order.removeLast(size)
    }
    return batches
  case "5.1 each batch chosen from the rest, sequence and first(where:)":
    var rest = Array(0..<count)
    var batches: [[Int]] = []
    while !rest.isEmpty {
      // Each index is taken with the share of places that are still free among the candidates that are left.
      var free = batchSize > 0 ? min(batchSize, rest.count) : rest.count
      var candidates = rest.count
      let isChosen = rest.map { _ in
        defer { candidates -= 1 }
        guard Int.random(in: 0..<candidates, using: &generator) < free else { return false }
        free -= 1
        return true
      }
      batches.append(zip(rest, isChosen).filter { $0.1 }.map { $0.0 })
      rest = zip(rest, isChosen).filter { !$0.1 }.map { $0.0 }
    }
    return batches
  default:
    return try miniBatches(matrix: right, count: count, batchSize: batchSize, using: &generator)
  }
}

/// Exercise 5.2, right with what is collected by functions of sequences.
func gradientDescentStep(
  collecting right: String, _ parameters: inout Parameters, gradients: Gradients, learningRate: Double
) throws {
  switch right {
  case "5.2 inserted at random places, taken from the end, reduce(into:)":
    parameters = parameters.weights.indices.reduce(into: Parameters(weights: [], biases: [])) { new, layer in
      new.weights.append(parameters.weights[layer] - learningRate * gradients.weights[layer])
      new.biases.append(parameters.biases[layer] - learningRate * gradients.biases[layer])
    }
  case "5.2 each batch chosen from the rest, sequence and first(where:)":
    zip(parameters.weights.indices, gradients.weights).forEach { layer, slopes in
      let entries = zip(parameters.weights[layer].elements, slopes.elements)
      parameters.weights[layer].elements = entries.map { $0 - learningRate * $1 }
    }
    zip(parameters.biases.indices, gradients.biases).forEach { layer, slopes in
      let entries = zip(parameters.biases[layer].elements, slopes.elements)
      parameters.biases[layer].elements = entries.map { $0 - learningRate * $1 }
    }
  default:
    try gradientDescentStep(matrix: right, &parameters, gradients: gradients, learningRate: learningRate)
  }
}

/// Exercise 5.3, right with what is collected by functions of sequences.
func trainEpoch(
  collecting right: String, _ parameters: inout Parameters, on data: Dataset, batchSize: Int, hidden: Activation,
  using generator: inout some RandomNumberGenerator, update: (inout Parameters, inout Gradients, Int) -> Void
) throws {
  switch right {
  case "5.3 inserted at random places, taken from the end, reduce(into:)":
    let width = data.features.columns
    parameters = miniBatches(count: data.count, batchSize: batchSize, using: &generator)
      .reduce(into: parameters) { parameters, indices in
        let entries: [Double] = indices.reduce(into: []) { entries, index in
          entries += data.features.elements[(index * width)..<((index + 1) * width)]
        }
        let features = Matrix(rows: indices.count, columns: width, elements: entries)
        let labels = Matrix(indices.map { index in [data.labels[index, 0]] })
        let cache = forward(features, parameters: parameters, hidden: hidden)
        var gradients = backward(cache: cache, labels: labels, parameters: parameters, hidden: hidden)
        update(&parameters, &gradients, indices.count)
      }
  case "5.3 each batch chosen from the rest, sequence and first(where:)":
    let size = batchSize > 0 ? batchSize : max(data.count, 1)
    let batches = sequence(state: (0..<data.count).shuffled(using: &generator)[...]) { rest -> [Int]? in
      guard !rest.isEmpty else { return nil }
      defer { rest = rest.dropFirst(size) }
      return Array(rest.prefix(size))
    }
    batches.forEach { indices in
      let batch = data.rows(at: indices)
      let cache = forward(batch.features, parameters: parameters, hidden: hidden)
      var gradients = backward(cache: cache, labels: batch.labels, parameters: parameters, hidden: hidden)
      update(&parameters, &gradients, indices.count)
    }
  default:
    try trainEpoch(
      matrix: right, &parameters, on: data, batchSize: batchSize, hidden: hidden, using: &generator, update: update)
  }
}

/// Exercise 5.4, right with what is collected by functions of sequences.
func train(
  collecting right: String, _ parameters: inout Parameters, on data: Dataset, validation: Dataset, epochs: Int,
  batchSize: Int, hidden: Activation, using generator: inout some RandomNumberGenerator,
  update: (inout Parameters, inout Gradients, Int) -> Void, afterEpoch: (Int, Parameters, History) -> Bool
) throws -> History {
  switch right {
  case "5.4 inserted at random places, taken from the end, reduce(into:)":
    var (losses, shares): ([[Double]], [[Double]]) = ([[], []], [[], []])
    var history = History()
    for epoch in stride(from: 1, through: epochs, by: 1) {
      trainEpoch(&parameters, on: data, batchSize: batchSize, hidden: hidden, using: &generator, update: update)
      for (number, set) in [data, validation].enumerated() {
        let probabilities = forward(set.features, parameters: parameters, hidden: hidden).probabilities
        losses[number] += [binaryCrossEntropy(probabilities: probabilities, labels: set.labels)]
        shares[number] += [accuracy(probabilities: probabilities, labels: set.labels)]
      }
      (history.trainingLoss, history.validationLoss) = (losses[0], losses[1])
      (history.trainingAccuracy, history.validationAccuracy) = (shares[0], shares[1])
      if afterEpoch(epoch, parameters, history) { return history }
    }
    return history
  case "5.4 each batch chosen from the rest, sequence and first(where:)":
    var history = History()
    _ = (0..<max(epochs, 0)).first { number in
      trainEpoch(&parameters, on: data, batchSize: batchSize, hidden: hidden, using: &generator, update: update)
      let answers = [data, validation].map { set in
        forward(set.features, parameters: parameters, hidden: hidden).probabilities
      }
      history.trainingLoss.append(binaryCrossEntropy(probabilities: answers[0], labels: data.labels))
      history.validationLoss.append(binaryCrossEntropy(probabilities: answers[1], labels: validation.labels))
      history.trainingAccuracy.append(accuracy(probabilities: answers[0], labels: data.labels))
      history.validationAccuracy.append(accuracy(probabilities: answers[1], labels: validation.labels))
      return afterEpoch(number + 1, parameters, history)
    }
    return history
  default:
    return try train(
      matrix: right, &parameters, on: data, validation: validation, epochs: epochs, batchSize: batchSize,
      hidden: hidden, using: &generator, update: update, afterEpoch: afterEpoch)
  }
}
