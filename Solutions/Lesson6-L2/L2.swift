// Lesson 6 · L2 regularisation
//
// The page beside this file, README.md, explains each exercise. Check your work with
//
//     swift run course-check lesson6

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
///
/// Given: `parameters`. Return: one number. The biases do not count.
public func weightNorm(_ parameters: Parameters) -> Double {
  // BEGIN SOLUTION 6.1 weightNorm
  var sum = 0.0
  for weights in parameters.weights {
    for weight in weights.elements {
      sum += weight * weight
    }
  }
  return sqrt(sum)
  // END SOLUTION
}

/// 6.2  What large weights cost: λ / (2N) · the sum of the squares of every weight.
///
/// Given: `parameters`; `lambda` λ, the strength; `sampleCount` N, the rows of the batch. Return: one number, which joins
/// the loss. The biases do not count.
public func l2Penalty(_ parameters: Parameters, lambda: Double, sampleCount: Int) -> Double {
  // BEGIN SOLUTION 6.2 l2Penalty
  let norm = weightNorm(parameters)
  return lambda / (2 * Double(sampleCount)) * norm * norm
  // END SOLUTION
}

/// 6.3  The penalty's slope joins the gradients: λ / N · W is added to the gradient of every weight matrix W.
///
/// Given: `gradients`, to be changed in place; `parameters`; `lambda` and `sampleCount` as in 6.2. Biases stay as they are.
public func addL2Gradient(to gradients: inout Gradients, parameters: Parameters, lambda: Double, sampleCount: Int) {
  // BEGIN SOLUTION 6.3 addL2Gradient
  for layer in parameters.weights.indices {
    gradients.weights[layer] =
      gradients.weights[layer] + (lambda / Double(sampleCount)) * parameters.weights[layer]
  }
  // END SOLUTION
}
