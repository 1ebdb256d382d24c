// Lesson 5 · Mini-batches and the training loop
//
// The page beside this file, README.md, explains each exercise. Check your work with
//
//     swift run course-check lesson5

import Activations
import Backward
import CourseKit
import Forward

/// A solved example: three of the numbers 0 ..< count, drawn like the balls of a lottery.
private func lottery(count: Int, using generator: inout some RandomNumberGenerator) -> [Int] {
  let numbers = Array(0..<count).shuffled(using: &generator)
  return Array(numbers.prefix(3))
}

/// 5.1  The order in which one epoch shows the examples: their indices, shuffled and cut into batches.
///
/// Given: `count`, the number of examples; `batchSize`, how many a batch holds (0 or less, or more than there are: all in
/// one batch); `generator`, the source of randomness. Return: every index 0 ..< count exactly once, in random order; each
/// batch has `batchSize` indices, and the last one what is left over. No batch is empty.
public func miniBatches(
  count: Int, batchSize: Int, using generator: inout some RandomNumberGenerator
) -> [[Int]] {
  // BEGIN SOLUTION 5.1 miniBatches
  let size = batchSize > 0 ? batchSize : max(count, 1)
  let order = Array(0..<count).shuffled(using: &generator)
  var batches: [[Int]] = []
  for start in stride(from: 0, to: count, by: size) {
    let end = min(start + size, count)
    batches.append(Array(order[start..<end]))
  }
  return batches
  // END SOLUTION
}

/// 5.2  One step downhill: every weight and every bias θ becomes θ − η · gradient.
///
/// Given: `parameters`, to be changed in place; `gradients` of the same shapes; `learningRate` η.
public func gradientDescentStep(_ parameters: inout Parameters, gradients: Gradients, learningRate: Double) {
  // BEGIN SOLUTION 5.2 gradientDescentStep
  for layer in parameters.weights.indices {
    parameters.weights[layer] -= learningRate * gradients.weights[layer]
    parameters.biases[layer] -= learningRate * gradients.biases[layer]
  }
  // END SOLUTION
}

/// 5.3  One epoch: each mini-batch goes forward and backward, and its gradients change the parameters.
///
/// Given: `data`; `batchSize` and `generator` as in 5.1; `hidden` as in 3.2; `update`, which changes the parameters:
/// call `update(&parameters, &gradients, rows)` once for each batch, with the number of its rows.
public func trainEpoch(
  _ parameters: inout Parameters, on data: Dataset, batchSize: Int, hidden: Activation,
  using generator: inout some RandomNumberGenerator, update: (inout Parameters, inout Gradients, Int) -> Void
) {
  // BEGIN SOLUTION 5.3 trainEpoch
  for indices in miniBatches(count: data.count, batchSize: batchSize, using: &generator) {
    let batch = data.rows(at: indices)
    let cache = forward(batch.features, parameters: parameters, hidden: hidden)
    var gradients = backward(cache: cache, labels: batch.labels, parameters: parameters, hidden: hidden)
    update(&parameters, &gradients, batch.count)
  }
  // END SOLUTION
}

/// 5.4  Training: epoch after epoch, with loss and accuracy on both sets written down after each.
///
/// Given: `data` to learn from and `validation` to measure on; the number of `epochs`; the rest as in 5.3; `afterEpoch`:
/// call `afterEpoch(epoch, parameters, history)` when epoch 1, 2 … is written down; if it returns true, stop.
/// Return: the history, an entry for each epoch that was trained.
public func train(
  _ parameters: inout Parameters, on data: Dataset, validation: Dataset, epochs: Int, batchSize: Int,
  hidden: Activation, using generator: inout some RandomNumberGenerator,
  update: (inout Parameters, inout Gradients, Int) -> Void, afterEpoch: (Int, Parameters, History) -> Bool
) -> History {
  // BEGIN SOLUTION 5.4 train
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
  // END SOLUTION
}
