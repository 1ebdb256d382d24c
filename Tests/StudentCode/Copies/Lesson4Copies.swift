// The solution of lesson 4, for the versions that call it: written by Scripts/make-lessons.

import CourseKit

/// A solved example: the chain rule, once, back through a layer that squares its numbers, a = z².
private func squareDelta(outputSlope: Matrix, preActivation: Matrix) -> Matrix {
  outputSlope * (2 * preActivation)
}

/// 4.1  The output layer's delta, ∂loss/∂Z of each example's own loss: A − y.
func outputDelta(probabilities: Matrix, labels: Matrix) -> Matrix {
  probabilities - labels
}

/// 4.2  A hidden layer's delta: the next layer's delta sent back through that layer's weights, times this layer's slope.
func hiddenDelta(
  nextDelta: Matrix, nextWeights: Matrix, preActivation: Matrix, hidden: Activation
) -> Matrix {
  matmul(nextDelta, nextWeights.transposed) * hidden.derivative(preActivation)
}

/// 4.3  One layer's gradients from its delta: Aᵀ · delta / N for the weights, the delta's column means for the biases.
func layerGradients(delta: Matrix, input: Matrix) -> (weights: Matrix, biases: Matrix) {
  let count = Double(delta.rows)
  let weights = matmul(input.transposed, delta) / count
  let biases = delta.columnSums() / count
  return (weights, biases)
}

/// 4.4  The gradients of every layer, from the last to the first.
func backward(
  cache: ForwardCache, labels: Matrix, parameters: Parameters, hidden: Activation
) -> Gradients {
  var gradients = Gradients(weights: [], biases: [])
  var delta = outputDelta(probabilities: cache.probabilities, labels: labels)
  for layer in stride(from: parameters.weights.count - 1, through: 0, by: -1) {
    let (weights, biases) = layerGradients(delta: delta, input: cache.activations[layer])
    gradients.weights.insert(weights, at: 0)
    gradients.biases.insert(biases, at: 0)
    if layer > 0 {
      delta = hiddenDelta(
        nextDelta: delta, nextWeights: parameters.weights[layer],
        preActivation: cache.preActivations[layer - 1], hidden: hidden)
    }
  }
  return gradients
}
