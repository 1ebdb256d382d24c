import CourseKit
import Foundation

/// Exercise 5.1, right in other words, with Foundation.
func miniBatches(
  foundation right: String, count: Int, batchSize: Int, using generator: inout some RandomNumberGenerator
) throws -> [[Int]] {
  switch right {
  case "5.1 drawn from a hat, shuffled in place, recursion and a closure":
    var hat = Array(0..<count)
    var batches: [[Int]] = []
    while !hat.isEmpty {
      var batch: [Int] = []
      while !hat.isEmpty && (batchSize <= 0 || batch.count < batchSize) {
        batch.append(hat.remove(at: Int(generator.nextUniform() * Double(hat.count))))
      }
      batches.append(batch)
    }
    return batches
  default:
    return try miniBatches(recursive: right, count: count, batchSize: batchSize, using: &generator)
  }
}

/// Exercise 5.2, right in other words, with Foundation.
func gradientDescentStep(
  foundation right: String, _ parameters: inout Parameters, gradients: Gradients, learningRate: Double
) throws {
  switch right {
  case "5.2 drawn from a hat, shuffled in place, recursion and a closure":
    func step(_ matrices: [Matrix], _ slopes: [Matrix]) -> [Matrix] {
      var result: [Matrix] = []
      for (matrix, slope) in zip(matrices, slopes) {
        result.append(matrix - slope.map { $0 * learningRate })
      }
      return result
    }
    parameters.weights = step(parameters.weights, gradients.weights)
    parameters.biases = step(parameters.biases, gradients.biases)
  default:
    try gradientDescentStep(recursive: right, &parameters, gradients: gradients, learningRate: learningRate)
  }
}

/// Exercise 5.3, right in other words, with Foundation.
func trainEpoch(
  foundation right: String, _ parameters: inout Parameters, on data: Dataset, batchSize: Int, hidden: Activation,
  using generator: inout some RandomNumberGenerator, update: (inout Parameters, inout Gradients, Int) -> Void
) throws {
  switch right {
  case "5.3 drawn from a hat, shuffled in place, recursion and a closure":
    var order = Array(0..<data.count)
    order.shuffle(using: &generator)
    func learn(_ rest: ArraySlice<Int>) {
      if rest.isEmpty { return }
      let batch = data.rows(at: Array(batchSize > 0 ? rest.prefix(batchSize) : rest))
      let cache = forward(batch.features, parameters: parameters, hidden: hidden)
      var gradients = backward(cache: cache, labels: batch.labels, parameters: parameters, hidden: hidden)
      update(&parameters, &gradients, batch.labels.rows)
      learn(rest.dropFirst(batch.count))
    }
    learn(order[...])
  default:
    try trainEpoch(
      recursive: right, &parameters, on: data, batchSize: batchSize, hidden: hidden, using: &generator, update: update)
  }
}

/// Exercise 5.4, right in other words, with Foundation.
func train(
  foundation right: String, _ parameters: inout Parameters, on data: Dataset, validation: Dataset, epochs: Int,
  batchSize: Int, hidden: Activation, using generator: inout some RandomNumberGenerator,
  update: (inout Parameters, inout Gradients, Int) -> Void, afterEpoch: (Int, Parameters, History) -> Bool
) throws -> History {
  switch right {
  case "5.4 drawn from a hat, shuffled in place, recursion and a closure":
    var history = History()
    var isDone = epochs <= 0
    while !isDone {
      trainEpoch(
        &parameters, on: data, batchSize: batchSize, hidden: hidden, using: &generator,
        update: { update(&$0, &$1, $2) })
      func cache(_ set: Dataset) -> Matrix {
        forward(set.features, parameters: parameters, hidden: hidden).probabilities
      }
      history.validationAccuracy.append(accuracy(probabilities: cache(validation), labels: validation.labels))
      history.trainingAccuracy.append(accuracy(probabilities: cache(data), labels: data.labels))
      history.validationLoss.append(binaryCrossEntropy(probabilities: cache(validation), labels: validation.labels))
      history.trainingLoss.append(binaryCrossEntropy(probabilities: cache(data), labels: data.labels))
      let epoch = history.trainingLoss.count
      isDone = afterEpoch(epoch, parameters, history) || epoch == epochs
    }
    return history
  default:
    return try train(
      recursive: right, &parameters, on: data, validation: validation, epochs: epochs, batchSize: batchSize,
      hidden: hidden, using: &generator, update: update, afterEpoch: afterEpoch)
  }
}
