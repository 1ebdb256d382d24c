import CourseKit

/// Exercise 5.1, right with loops that run backwards, or with types and closures of the student's own.
func miniBatches(
  looping right: String, count: Int, batchSize: Int, using generator: inout some RandomNumberGenerator
) throws -> [[Int]] {
  switch right {
  case "5.1 inside-out and shuffled twice, biases and the last layer first":
    var order: [Int] = []
    while order.count < count {
      order.append(order.count)
      order.swapAt(order.count - 1, Int.random(in: 0..<order.count, using: &generator))
    }
    order.shuffle(using: &generator)
    var batches: [[Int]] = []
    while !order.isEmpty {
      let size = batchSize < 1 || batchSize > order.count ? order.count : batchSize
      batches.append(order[..<size].reversed())
      order.removeFirst(size)
    }
    return batches
  case "5.1 sorted tickets, types of the student's own and closures":
    let tickets = (0..<count).map { index in Ticket(number: generator.nextUniform(), index: index) }
    let isFull: ([Int]) -> Bool = { batch in batchSize > 0 && batch.count == batchSize }
    var batches: [[Int]] = []
    for ticket in tickets.sorted(by: >) {
      if let last = batches.indices.last, !isFull(batches[last]) {
        batches[last].append(ticket.index)
      } else {
        batches.append([ticket.index])
      }
    }
    return batches
  default:
    return try miniBatches(backward: right, count: count, batchSize: batchSize, using: &generator)
  }
}

/// Exercise 5.2, right with loops that run backwards, or with types and closures of the student's own.
func gradientDescentStep(
  looping right: String, _ parameters: inout Parameters, gradients: Gradients, learningRate: Double
) throws {
  switch right {
  case "5.2 inside-out and shuffled twice, biases and the last layer first":
    for layer in stride(from: gradients.biases.count - 1, through: 0, by: -1) {
      for unit in stride(from: gradients.biases[layer].columns - 1, through: 0, by: -1) {
        parameters.biases[layer][0, unit] -= gradients.biases[layer][0, unit] * learningRate
        for input in stride(from: gradients.weights[layer].rows - 1, through: 0, by: -1) {
          parameters.weights[layer][input, unit] -= gradients.weights[layer][input, unit] * learningRate
        }
      }
    }
  case "5.2 sorted tickets, types of the student's own and closures":
    let descend: (inout [Matrix], [Matrix]) -> Void = { matrices, slopes in
      for (layer, slope) in slopes.enumerated() { matrices[layer] += slope * -learningRate }
    }
    descend(&parameters.weights, gradients.weights)
    descend(&parameters.biases, gradients.biases)
  default:
    try gradientDescentStep(backward: right, &parameters, gradients: gradients, learningRate: learningRate)
  }
}

/// Exercise 5.3, right with loops that run backwards, or with types and closures of the student's own.
func trainEpoch(
  looping right: String, _ parameters: inout Parameters, on data: Dataset, batchSize: Int, hidden: Activation,
  using generator: inout some RandomNumberGenerator, update: (inout Parameters, inout Gradients, Int) -> Void
) throws {
  switch right {
  case "5.3 inside-out and shuffled twice, biases and the last layer first":
    var batches = miniBatches(count: data.count, batchSize: batchSize, using: &generator)
    while let indices = batches.first {
      // The batch's mean from the gradients of its examples, one at a time.
      var mean = Gradients(weights: [], biases: [])
      for index in indices.reversed() {
        let cache = forward(data.features.rows(at: [index]), parameters: parameters, hidden: hidden)
        let labels = data.labels.rows(at: [index])
        let own = backward(cache: cache, labels: labels, parameters: parameters, hidden: hidden)
        for layer in own.biases.indices.reversed() {
          if mean.weights.count < own.weights.count {
            mean.biases.insert(own.biases[layer] / Double(indices.count), at: 0)
            mean.weights.insert(own.weights[layer] / Double(indices.count), at: 0)
          } else {
            mean.biases[layer] += own.biases[layer] / Double(indices.count)
            mean.weights[layer] += own.weights[layer] / Double(indices.count)
          }
        }
      }
      update(&parameters, &mean, indices.count)
      batches.removeFirst()
    }
  case "5.3 sorted tickets, types of the student's own and closures":
    let examples = (0..<data.count).map { row in
      Example(features: (0..<data.features.columns).map { data.features[row, $0] }, label: data.labels[row, 0])
    }
    let gradients: ([Example], Parameters) -> Gradients = { batch, parameters in
      let cache = forward(Matrix(batch.map(\.features)), parameters: parameters, hidden: hidden)
      let labels = Matrix(rows: batch.count, columns: 1, elements: batch.map(\.label))
      return backward(cache: cache, labels: labels, parameters: parameters, hidden: hidden)
    }
    for indices in miniBatches(count: data.count, batchSize: batchSize, using: &generator) {
      var slopes = gradients(indices.map { examples[$0] }, parameters)
      update(&parameters, &slopes, indices.count)
    }
  default:
    try trainEpoch(
      backward: right, &parameters, on: data, batchSize: batchSize, hidden: hidden, using: &generator, update: update)
  }
}

/// Exercise 5.4, right with loops that run backwards, or with types and closures of the student's own.
func train(
  looping right: String, _ parameters: inout Parameters, on data: Dataset, validation: Dataset, epochs: Int,
  batchSize: Int, hidden: Activation, using generator: inout some RandomNumberGenerator,
  update: (inout Parameters, inout Gradients, Int) -> Void, afterEpoch: (Int, Parameters, History) -> Bool
) throws -> History {
  switch right {
  case "5.4 inside-out and shuffled twice, biases and the last layer first":
    var history = History()
    var left = epochs
    while left > 0 {
      left -= 1
      trainEpoch(&parameters, on: data, batchSize: batchSize, hidden: hidden, using: &generator, update: update)
      let held = forward(validation.features, parameters: parameters, hidden: hidden).activations.last!
      let learned = forward(data.features, parameters: parameters, hidden: hidden).activations.last!
      history.validationAccuracy.append(accuracy(probabilities: held, labels: validation.labels))
      history.validationLoss.append(binaryCrossEntropy(probabilities: held, labels: validation.labels))
      history.trainingAccuracy.append(accuracy(probabilities: learned, labels: data.labels))
      history.trainingLoss.append(binaryCrossEntropy(probabilities: learned, labels: data.labels))
      if afterEpoch(epochs - left, parameters, history) { left = 0 }
    }
    return history
  case "5.4 sorted tickets, types of the student's own and closures":
    let lists: [(Dataset, loss: WritableKeyPath<History, [Double]>, accuracy: WritableKeyPath<History, [Double]>)] = [
      (data, \.trainingLoss, \.trainingAccuracy), (validation, \.validationLoss, \.validationAccuracy),
    ]
    var history = History()
    if epochs <= 0 { return history }
    repeat {
      trainEpoch(&parameters, on: data, batchSize: batchSize, hidden: hidden, using: &generator, update: update)
      for list in lists {
        let answers = forward(list.0.features, parameters: parameters, hidden: hidden).probabilities
        history[keyPath: list.loss].append(binaryCrossEntropy(probabilities: answers, labels: list.0.labels))
        history[keyPath: list.accuracy].append(accuracy(probabilities: answers, labels: list.0.labels))
      }
    } while !afterEpoch(history.trainingLoss.count, parameters, history) && history.trainingLoss.count < epochs
    return history
  default:
    return try train(
      backward: right, &parameters, on: data, validation: validation, epochs: epochs, batchSize: batchSize,
      hidden: hidden, using: &generator, update: update, afterEpoch: afterEpoch)
  }
}

// BEGIN HELPERS 5 sorted tickets, types of the student's own and closures
/// An index with a random number, by which it is sorted.
private struct Ticket: Comparable {
  let number: Double
  let index: Int

  static func < (left: Ticket, right: Ticket) -> Bool { left.number < right.number }
}

/// One row of a dataset.
private struct Example {
  let features: [Double]
  let label: Double
}
// END HELPERS
