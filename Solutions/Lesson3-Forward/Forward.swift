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
  // BEGIN SOLUTION 3.1 linear
  matmul(input, weights).adding(row: biases)
  // END SOLUTION
}

/// 3.2  The whole network from input to probabilities, with everything on the way kept.
///
/// Given: `input` A0 [N, features]; `parameters` of L layers; `hidden`, the activation function of the hidden
/// layers 1 … L − 1: `hidden(z)` applies it. The output layer L takes the sigmoid.
/// Return: the cache with `activations` A0, A1 … AL (L + 1 of them) and `preActivations` Z1 … ZL (L of them).
public func forward(_ input: Matrix, parameters: Parameters, hidden: Activation) -> ForwardCache {
  // BEGIN SOLUTION 3.2 forward
  var cache = ForwardCache(activations: [input], preActivations: [])
  var activation = input
  let layerCount = parameters.weights.count
  for layer in 0..<layerCount {
    let z = linear(activation, weights: parameters.weights[layer], biases: parameters.biases[layer])
    activation = layer == layerCount - 1 ? sigmoid(z) : hidden(z)
    cache.preActivations.append(z)
    cache.activations.append(activation)
  }
  return cache
  // END SOLUTION
}

/// 3.3  The binary cross-entropy, the mean over the batch of −(y · log p + (1 − y) · log(1 − p)).
///
/// Given: `probabilities` p [N, 1]; `labels` y [N, 1], each 0 or 1.
/// Clip p to 1e-8 … 1 − 1e-8 first, because log 0 is −∞. Return: one number.
public func binaryCrossEntropy(probabilities: Matrix, labels: Matrix) -> Double {
  // BEGIN SOLUTION 3.3 binaryCrossEntropy
  var sum = 0.0
  for row in 0..<labels.rows {
    let p = min(max(probabilities[row, 0], 1e-8), 1 - 1e-8)
    let y = labels[row, 0]
    sum -= y * log(p) + (1 - y) * log(1 - p)
  }
  return sum / Double(labels.rows)
  // END SOLUTION
}

/// 3.4  The share of examples that are classified right: p ≥ 0.5 means class 1.
///
/// Given: `probabilities` p [N, 1]; `labels` y [N, 1], each 0 or 1. Return: a number from 0 to 1.
public func accuracy(probabilities: Matrix, labels: Matrix) -> Double {
  // BEGIN SOLUTION 3.4 accuracy
  var right = 0
  for row in 0..<labels.rows {
    let predicted: Double = probabilities[row, 0] >= 0.5 ? 1 : 0
    if predicted == labels[row, 0] {
      right += 1
    }
  }
  return Double(right) / Double(labels.rows)
  // END SOLUTION
}

/// 3.5  The network's decisions: class 1 where the probability is at least 0.5, otherwise class 0.
///
/// Given: as for `forward`. Return: the classes [N, 1], each exactly 0 or 1.
public func predict(_ input: Matrix, parameters: Parameters, hidden: Activation) -> Matrix {
  // BEGIN SOLUTION 3.5 predict
  forward(input, parameters: parameters, hidden: hidden).probabilities.map { p in p >= 0.5 ? 1 : 0 }
  // END SOLUTION
}
