import CourseKit
import Foundation

/// Exercise 4.1, right in other words, with Foundation.
func outputDelta(foundation right: String, probabilities: Matrix, labels: Matrix) throws -> Matrix {
  switch right {
  case "4.1 slopes computed anew, backward without the lesson's functions":
    let differences = zip(probabilities.elements, labels.elements).map { a, y in a - y }
    return Matrix(rows: labels.rows, columns: labels.columns, elements: differences)
  default:
    return try outputDelta(recursive: right, probabilities: probabilities, labels: labels)
  }
}

/// Exercise 4.2, right in other words, with Foundation.
func hiddenDelta(
  foundation right: String, nextDelta: Matrix, nextWeights: Matrix, preActivation: Matrix, hidden: Activation
) throws -> Matrix {
  switch right {
  case "4.2 slopes computed anew, backward without the lesson's functions":
    var delta = matmul(nextDelta, nextWeights.transposed)
    for index in delta.elements.indices {
      delta.elements[index] *= slope(preActivation.elements[index], hidden)
    }
    return delta
  default:
    return try hiddenDelta(
      recursive: right, nextDelta: nextDelta, nextWeights: nextWeights, preActivation: preActivation, hidden: hidden)
  }
}

/// Exercise 4.3, right in other words, with Foundation.
func layerGradients(foundation right: String, delta: Matrix, input: Matrix) throws -> (weights: Matrix, biases: Matrix)
{
  switch right {
  case "4.3 slopes computed anew, backward without the lesson's functions":
    let mean = delta * (1 / Double(input.rows))
    return (matmul(mean.transposed, input).transposed, mean.columnSums())
  default:
    return try layerGradients(recursive: right, delta: delta, input: input)
  }
}

/// Exercise 4.4, right in other words, with Foundation.
func backward(foundation right: String, cache: ForwardCache, labels: Matrix, parameters: Parameters, hidden: Activation)
  throws -> Gradients
{
  switch right {
  case "4.4 slopes computed anew, backward without the lesson's functions":
    // First every delta, then every gradient.
    let count = parameters.weights.count
    var deltas = [cache.activations[count] - labels]
    for layer in stride(from: count - 2, through: 0, by: -1) {
      let z = cache.preActivations[layer]
      let slopes = z.map { slope($0, hidden) }
      deltas.insert(matmul(deltas[0], parameters.weights[layer + 1].transposed) * slopes, at: 0)
    }
    var gradients = Gradients(weights: parameters.weights, biases: parameters.biases)
    for layer in 0..<count {
      let rows = Double(labels.rows)
      gradients.weights[layer] = matmul(cache.activations[layer].transposed, deltas[layer]) / rows
      gradients.biases[layer] = deltas[layer].columnSums() / rows
    }
    return gradients
  default:
    return try backward(recursive: right, cache: cache, labels: labels, parameters: parameters, hidden: hidden)
  }
}

// BEGIN HELPERS 4 slopes computed anew, backward without the lesson's functions
private func slope(_ z: Double, _ hidden: Activation) -> Double {
  switch hidden {
  case .relu: return z > 0 ? 1 : 0
  case .tanh: return 1 / pow(cosh(z), 2)
  case .sigmoid:
    let a = 1 / (1 + exp(-z))
    return a * (1 - a)
  }
}
// END HELPERS
