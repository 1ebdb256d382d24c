import CourseKit
import Foundation

/// Exercise 3.1, right in other words, with Foundation.
func linear(foundation right: String, _ input: Matrix, weights: Matrix, biases: Matrix) throws -> Matrix {
  switch right {
  case "3.1 Foundation imported, whole matrices, functions of the student's own":
    // The bias as one more weight, of an input that is always 1.
    let ones = Matrix(rows: input.rows, columns: 1, repeating: 1)
    return matmul(ones, biases) + matmul(input, weights)
  default:
    return try linear(recursive: right, input, weights: weights, biases: biases)
  }
}

/// Exercise 3.2, right in other words, with Foundation.
func forward(foundation right: String, _ input: Matrix, parameters: Parameters, hidden: Activation) throws
  -> ForwardCache
{
  switch right {
  case "3.2 Foundation imported, whole matrices, functions of the student's own":
    let first = ForwardCache(activations: [input], preActivations: [])
    return parameters.weights.indices.reduce(into: first) { cache, layer in
      let isLast = layer == parameters.weights.endIndex - 1
      let (weights, biases) = (parameters.weights[layer], parameters.biases[layer])
      cache.preActivations.append(linear(cache.activations[layer], weights: weights, biases: biases))
      cache.activations.append((isLast ? Activation.sigmoid : hidden)(cache.preActivations[layer]))
    }
  default:
    return try forward(recursive: right, input, parameters: parameters, hidden: hidden)
  }
}

/// Exercise 3.3, right in other words, with Foundation.
func binaryCrossEntropy(foundation right: String, probabilities: Matrix, labels: Matrix) throws -> Double {
  switch right {
  case "3.3 Foundation imported, whole matrices, functions of the student's own":
    let p = probabilities.map(clipped)
    let ones = Matrix(rows: labels.rows, columns: labels.columns, repeating: 1)
    let logs = labels * p.map { log($0) } + (ones - labels) * (ones - p).map { log($0) }
    return -logs.columnSums()[0, 0] / Double(labels.rows)
  default:
    return try binaryCrossEntropy(recursive: right, probabilities: probabilities, labels: labels)
  }
}

/// Exercise 3.4, right in other words, with Foundation.
func accuracy(foundation right: String, probabilities: Matrix, labels: Matrix) throws -> Double {
  switch right {
  case "3.4 Foundation imported, whole matrices, functions of the student's own":
    let predicted = probabilities.map { floor($0 + 0.5) }
    let wrong = (predicted - labels).elements.map { fabs($0) }.reduce(0, +)
    return 1 - wrong / Double(labels.rows)
  default:
    return try accuracy(recursive: right, probabilities: probabilities, labels: labels)
  }
}

/// Exercise 3.5, right in other words, with Foundation.
func predict(foundation right: String, _ input: Matrix, parameters: Parameters, hidden: Activation) throws -> Matrix {
  switch right {
  case "3.5 Foundation imported, whole matrices, functions of the student's own":
    let probabilities = forward(input, parameters: parameters, hidden: hidden).activations.last!
    let classes = probabilities.elements.map { floor($0 + 0.5) }
    return Matrix(rows: input.rows, columns: 1, elements: classes)
  default:
    return try predict(recursive: right, input, parameters: parameters, hidden: hidden)
  }
}

// BEGIN HELPERS 3 Foundation imported, whole matrices, functions of the student's own
/// The probability, at least 1e-8 away from 0 and 1.
private func clipped(_ p: Double) -> Double {
  if p < 1e-8 { return 1e-8 }
  if p > 1 - 1e-8 { return 1 - 1e-8 }
  return p
}
// END HELPERS
