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
  // TODO 5.1: write miniBatches.
  fatalError("TODO: 5.1 miniBatches")
}

/// 5.2  One step downhill: every weight and every bias θ becomes θ − η · gradient.
///
/// Given: `parameters`, to be changed in place; `gradients` of the same shapes; `learningRate` η.
public func gradientDescentStep(_ parameters: inout Parameters, gradients: Gradients, learningRate: Double) {
  // TODO 5.2: write gradientDescentStep.
  fatalError("TODO: 5.2 gradientDescentStep")
}

/// 5.3  One epoch: each mini-batch goes forward and backward, and its gradients change the parameters.
///
/// Given: `data`; `batchSize` and `generator` as in 5.1; `hidden` as in 3.2; `update`, which changes the parameters:
/// call `update(&parameters, &gradients, rows)` once for each batch, with the number of its rows.
public func trainEpoch(
  _ parameters: inout Parameters, on data: Dataset, batchSize: Int, hidden: Activation,
  using generator: inout some RandomNumberGenerator, update: (inout Parameters, inout Gradients, Int) -> Void
) {
  // TODO 5.3: write trainEpoch.
  fatalError("TODO: 5.3 trainEpoch")
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
  // TODO 5.4: write train.
  fatalError("TODO: 5.4 train")
}
