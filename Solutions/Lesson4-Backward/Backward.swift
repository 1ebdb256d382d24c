// Lesson 4 · The backward pass
//
// The page beside this file, README.md, explains each exercise. Check your work with
//
//     swift run course-check lesson4

import Activations
import CourseKit

/// A solved example: the chain rule, once, back through a layer that squares its numbers, a = z².
///
/// Given: `outputSlope`, ∂loss/∂a [N, units]; `preActivation` Z, of the same shape. Return: ∂loss/∂Z [N, units]. The slope
/// of z² is 2z, and slopes on the way multiply, entry by entry.
private func squareDelta(outputSlope: Matrix, preActivation: Matrix) -> Matrix {
  outputSlope * (2 * preActivation)
}

/// 4.1  The output layer's delta, ∂loss/∂Z of each example's own loss: A − y.
///
/// Sigmoid and cross-entropy together make it this short. The mean over the batch comes in 4.3, not here.
/// Given: `probabilities` A [N, 1]; `labels` y [N, 1]. Return: the delta [N, 1].
public func outputDelta(probabilities: Matrix, labels: Matrix) -> Matrix {
  // BEGIN SOLUTION 4.1 outputDelta
  probabilities - labels
  // END SOLUTION
}

/// 4.2  A hidden layer's delta: the next layer's delta sent back through that layer's weights, times this layer's slope.
///
/// Given: `nextDelta` [N, next units]; `nextWeights` [units, next units]; `preActivation` Z of this layer
/// [N, units]; `hidden`, whose slope is `hidden.derivative(z)`. Return: the delta [N, units].
public func hiddenDelta(
  nextDelta: Matrix, nextWeights: Matrix, preActivation: Matrix, hidden: Activation
) -> Matrix {
  // BEGIN SOLUTION 4.2 hiddenDelta
  matmul(nextDelta, nextWeights.transposed) * hidden.derivative(preActivation)
  // END SOLUTION
}

/// 4.3  One layer's gradients from its delta: Aᵀ · delta / N for the weights, the delta's column means for the biases.
///
/// Given: `delta` of this layer [N, fanOut]; `input` A, what went into this layer [N, fanIn].
/// Return: `weights` [fanIn, fanOut] and `biases` [1, fanOut].
public func layerGradients(delta: Matrix, input: Matrix) -> (weights: Matrix, biases: Matrix) {
  // BEGIN SOLUTION 4.3 layerGradients
  let count = Double(delta.rows)
  let weights = matmul(input.transposed, delta) / count
  let biases = delta.columnSums() / count
  return (weights, biases)
  // END SOLUTION
}

/// 4.4  The gradients of every layer, from the last to the first.
///
/// Given: `cache` of the forward pass (activations A0 … AL, pre-activations Z1 … ZL: `preActivations[l - 1]` is Zl);
/// `labels` y [N, 1]; `parameters`; `hidden`. Return: the gradients of the mean loss, the first layer first.
public func backward(
  cache: ForwardCache, labels: Matrix, parameters: Parameters, hidden: Activation
) -> Gradients {
  // BEGIN SOLUTION 4.4 backward
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
  // END SOLUTION
}
