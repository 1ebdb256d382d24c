// The solution of lesson 3, for the versions that call it: written by Scripts/make-lessons.

import CourseKit

/// A solved example: every column less its mean, so that the points lie around 0.
private func centered(_ points: Matrix) -> Matrix {
  let means = points.columnSums() / Double(points.rows)  // [1, columns]
  return points.adding(row: -1 * means)
}

/// 3.1  One layer's linear step: Z = A · W + b.
func linear(_ input: Matrix, weights: Matrix, biases: Matrix) -> Matrix {
  matmul(input, weights).adding(row: biases)
}

/// 3.2  The whole network from input to probabilities, with everything on the way kept.
func forward(_ input: Matrix, parameters: Parameters, hidden: Activation) -> ForwardCache {
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
}

/// 3.3  The binary cross-entropy, the mean over the batch of −(y · log p + (1 − y) · log(1 − p)).
func binaryCrossEntropy(probabilities: Matrix, labels: Matrix) -> Double {
  var sum = 0.0
  for row in 0..<labels.rows {
    let p = min(max(probabilities[row, 0], 1e-8), 1 - 1e-8)
    let y = labels[row, 0]
    sum -= y * log(p) + (1 - y) * log(1 - p)
  }
  return sum / Double(labels.rows)
}

/// 3.4  The share of examples that are classified right: p ≥ 0.5 means class 1.
func accuracy(probabilities: Matrix, labels: Matrix) -> Double {
  var right = 0
  for row in 0..<labels.rows {
    let predicted: Double = probabilities[row, 0] >= 0.5 ? 1 : 0
    if predicted == labels[row, 0] {
      right += 1
    }
  }
  return Double(right) / Double(labels.rows)
}

/// 3.5  The network's decisions: class 1 where the probability is at least 0.5, otherwise class 0.
func predict(_ input: Matrix, parameters: Parameters, hidden: Activation) -> Matrix {
  forward(input, parameters: parameters, hidden: hidden).probabilities.map { p in p >= 0.5 ? 1 : 0 }
}
