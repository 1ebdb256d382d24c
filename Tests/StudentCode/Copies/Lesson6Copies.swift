// The solution of lesson 6, for the versions that call it: written by Scripts/make-lessons.

import CourseKit

/// A solved example: the largest of all biases.
private func largestBias(_ parameters: Parameters) -> Double {
  var largest = -Double.infinity
  for biases in parameters.biases {
    for bias in biases.elements { largest = max(largest, bias) }
  }
  return largest
}

/// 6.1  The size of all weights together: the root of the sum of the squares of every weight of every layer.
func weightNorm(_ parameters: Parameters) -> Double {
  var sum = 0.0
  for weights in parameters.weights {
    for weight in weights.elements {
      sum += weight * weight
    }
  }
  return sqrt(sum)
}

/// 6.2  What large weights cost: λ / (2N) · the sum of the squares of every weight.
func l2Penalty(_ parameters: Parameters, lambda: Double, sampleCount: Int) -> Double {
  let norm = weightNorm(parameters)
  return lambda / (2 * Double(sampleCount)) * norm * norm
}

/// 6.3  The penalty's slope joins the gradients: λ / N · W is added to the gradient of every weight matrix W.
func addL2Gradient(to gradients: inout Gradients, parameters: Parameters, lambda: Double, sampleCount: Int) {
  for layer in parameters.weights.indices {
    gradients.weights[layer] =
      gradients.weights[layer] + (lambda / Double(sampleCount)) * parameters.weights[layer]
  }
}
