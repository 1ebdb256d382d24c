// The solution of lesson 5, for the versions that call it: written by Scripts/make-lessons.

import CourseKit

/// A solved example: three of the numbers 0 ..< count, drawn like the balls of a lottery.
private func lottery(count: Int, using generator: inout some RandomNumberGenerator) -> [Int] {
  let numbers = Array(0..<count).shuffled(using: &generator)
  return Array(numbers.prefix(3))
}

/// 5.1  The order in which one epoch shows the examples: their indices, shuffled and cut into batches.
func miniBatches(
  count: Int, batchSize: Int, using generator: inout some RandomNumberGenerator
) -> [[Int]] {
  let size = batchSize > 0 ? batchSize : max(count, 1)
  let order = Array(0..<count).shuffled(using: &generator)
  var batches: [[Int]] = []
  for start in stride(from: 0, to: count, by: size) {
    let end = min(start + size, count)
    batches.append(Array(order[start..<end]))
  }
  return batches
}

/// 5.2  One step downhill: every weight and every bias θ becomes θ − η · gradient.
func gradientDescentStep(_ parameters: inout Parameters, gradients: Gradients, learningRate: Double) {
  for layer in parameters.weights.indices {
    parameters.weights[layer] -= learningRate * gradients.weights[layer]
    parameters.biases[layer] -= learningRate * gradients.biases[layer]
  }
}

/// 5.3  One epoch: each mini-batch goes forward and backward, and its gradients change the parameters.
func trainEpoch(
  _ parameters: inout Parameters, on data: Dataset, batchSize: Int, hidden: Activation,
  using generator: inout some RandomNumberGenerator, update: (inout Parameters, inout Gradients, Int) -> Void
) {
  for indices in miniBatches(count: data.count, batchSize: batchSize, using: &generator) {
    let batch = data.rows(at: indices)
    let cache = forward(batch.features, parameters: parameters, hidden: hidden)
    var gradients = backward(cache: cache, labels: batch.labels, parameters: parameters, hidden: hidden)
    update(&parameters, &gradients, batch.count)
  }
}

/// 5.4  Training: epoch after epoch, with loss and accuracy on both sets written down after each.
func train(
  _ parameters: inout Parameters, on data: Dataset, validation: Dataset, epochs: Int, batchSize: Int,
  hidden: Activation, using generator: inout some RandomNumberGenerator,
  update: (inout Parameters, inout Gradients, Int) -> Void, afterEpoch: (Int, Parameters, History) -> Bool
) -> History {
  var history = History()
  for epoch in stride(from: 1, through: epochs, by: 1) {
    trainEpoch(&parameters, on: data, batchSize: batchSize, hidden: hidden, using: &generator, update: update)
    let learned = forward(data.features, parameters: parameters, hidden: hidden).probabilities
    let held = forward(validation.features, parameters: parameters, hidden: hidden).probabilities
    history.trainingLoss.append(binaryCrossEntropy(probabilities: learned, labels: data.labels))
    history.validationLoss.append(binaryCrossEntropy(probabilities: held, labels: validation.labels))
    history.trainingAccuracy.append(accuracy(probabilities: learned, labels: data.labels))
    history.validationAccuracy.append(accuracy(probabilities: held, labels: validation.labels))
    if afterEpoch(epoch, parameters, history) {
      break
    }
  }
  return history
}
