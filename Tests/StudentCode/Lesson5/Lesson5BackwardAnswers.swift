import CourseKit

/// Exercise 5.1, right with everything from its end.
func miniBatches(
  backward right: String, count: Int, batchSize: Int, using generator: inout some RandomNumberGenerator
) throws -> [[Int]] {
  switch right {
  case "5.1 everything from its end, the last batch first":
    var order = Array(0..<count)
    for place in stride(from: count - 1, to: 0, by: -1) {
      order.swapAt(place, Int.random(in: 0...place, using: &generator))
    }
    let size = batchSize > 0 ? min(batchSize, max(count, 1)) : max(count, 1)
    var batches: [[Int]] = []
    var start = (count - 1) / size * size
    while start >= 0 && count > 0 {
      batches.insert(order[start..<min(start + size, count)].reversed(), at: 0)
      start -= size
    }
    return batches
  default:
    throw NoSuchVersion(title: right)
  }
}

/// Exercise 5.2, right with everything from its end.
func gradientDescentStep(
  backward right: String, _ parameters: inout Parameters, gradients: Gradients, learningRate: Double
) throws {
  switch right {
  case "5.2 everything from its end, the last batch first":
    for layer in parameters.weights.indices.reversed() {
      parameters.biases[layer] = -learningRate * gradients.biases[layer] + parameters.biases[layer]
      parameters.weights[layer] = -learningRate * gradients.weights[layer] + parameters.weights[layer]
    }
  default:
    throw NoSuchVersion(title: right)
  }
}

/// Exercise 5.3, right with everything from its end.
func trainEpoch(
  backward right: String, _ parameters: inout Parameters, on data: Dataset, batchSize: Int, hidden: Activation,
  using generator: inout some RandomNumberGenerator, update: (inout Parameters, inout Gradients, Int) -> Void
) throws {
  switch right {
  case "5.3 everything from its end, the last batch first":
    var batches = miniBatches(count: data.count, batchSize: batchSize, using: &generator)
    while let indices = batches.popLast() {
      let batch = data.rows(at: indices)
      let cache = forward(batch.features, parameters: parameters, hidden: hidden)
      var gradients = backward(cache: cache, labels: batch.labels, parameters: parameters, hidden: hidden)
      update(&parameters, &gradients, batch.count)
    }
  default:
    throw NoSuchVersion(title: right)
  }
}

/// Exercise 5.4, right with everything from its end.
func train(
  backward right: String, _ parameters: inout Parameters, on data: Dataset, validation: Dataset, epochs: Int,
  batchSize: Int, hidden: Activation, using generator: inout some RandomNumberGenerator,
  update: (inout Parameters, inout Gradients, Int) -> Void, afterEpoch: (Int, Parameters, History) -> Bool
) throws -> History {
  switch right {
  case "5.4 everything from its end, the last batch first":
    var history = History()
    for left in stride(from: epochs - 1, through: 0, by: -1) {
      trainEpoch(&parameters, on: data, batchSize: batchSize, hidden: hidden, using: &generator, update: update)
      let held = forward(validation.features, parameters: parameters, hidden: hidden).probabilities
      history.validationAccuracy += [accuracy(probabilities: held, labels: validation.labels)]
      history.validationLoss += [binaryCrossEntropy(probabilities: held, labels: validation.labels)]
      let learned = forward(data.features, parameters: parameters, hidden: hidden).probabilities
      history.trainingAccuracy += [accuracy(probabilities: learned, labels: data.labels)]
      history.trainingLoss += [binaryCrossEntropy(probabilities: learned, labels: data.labels)]
      if afterEpoch(epochs - left, parameters, history) { break }
    }
    return history
  default:
    throw NoSuchVersion(title: right)
  }
}
