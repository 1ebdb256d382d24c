// Lesson 3 · The forward pass
//
// The page beside this file, README.md, explains each exercise. Check your work with
//
//     swift run course-check lesson3

import Activations
import CourseKit

/// A solved example: every column less its mean, so that the points lie around 0.
///
/// Given: `points` [N, columns]. Return: a matrix of the same shape.
private func centered(_ points: Matrix) -> Matrix {
  let means = points.columnSums() / Double(points.rows)  // [1, columns]
  return points.adding(row: -1 * means)
}

/// 3.1  One layer's linear step: Z = A · W + b.
///
/// Given: `input` A [N, fanIn], one example a row; `weights` W [fanIn, fanOut]; `biases` b [1, fanOut].
/// Return: the pre-activations Z [N, fanOut].
public func linear(_ input: Matrix, weights: Matrix, biases: Matrix) -> Matrix {
  // TODO 3.1: write linear.
  fatalError("TODO: 3.1 linear")
}

/// 3.2  The whole network from input to probabilities, with everything on the way kept.
///
/// Given: `input` A0 [N, features]; `parameters` of L layers; `hidden`, the activation function of the hidden
/// layers 1 … L − 1: `hidden(z)` applies it. The output layer L takes the sigmoid.
/// Return: the cache with `activations` A0, A1 … AL (L + 1 of them) and `preActivations` Z1 … ZL (L of them).
public func forward(_ input: Matrix, parameters: Parameters, hidden: Activation) -> ForwardCache {
  // TODO 3.2: write forward.
  fatalError("TODO: 3.2 forward")
}

/// 3.3  The binary cross-entropy, the mean over the batch of −(y · log p + (1 − y) · log(1 − p)).
///
/// Given: `probabilities` p [N, 1]; `labels` y [N, 1], each 0 or 1.
/// Clip p to 1e-8 … 1 − 1e-8 first, because log 0 is −∞. Return: one number.
public func binaryCrossEntropy(probabilities: Matrix, labels: Matrix) -> Double {
  // TODO 3.3: write binaryCrossEntropy.
  fatalError("TODO: 3.3 binaryCrossEntropy")
}

/// 3.4  The share of examples that are classified right: p ≥ 0.5 means class 1.
///
/// Given: `probabilities` p [N, 1]; `labels` y [N, 1], each 0 or 1. Return: a number from 0 to 1.
public func accuracy(probabilities: Matrix, labels: Matrix) -> Double {
  // TODO 3.4: write accuracy.
  fatalError("TODO: 3.4 accuracy")
}

/// 3.5  The network's decisions: class 1 where the probability is at least 0.5, otherwise class 0.
///
/// Given: as for `forward`. Return: the classes [N, 1], each exactly 0 or 1.
public func predict(_ input: Matrix, parameters: Parameters, hidden: Activation) -> Matrix {
  // TODO 3.5: write predict.
  fatalError("TODO: 3.5 predict")
}
