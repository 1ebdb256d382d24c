import CourseKit

/// Exercise 3.1, wrong in ways that the judge has no name for.
func linear(other: String, _ input: Matrix, weights: Matrix, biases: Matrix) throws -> Matrix {
  switch other {
  case "3.1 bias subtracted and activated":
    // Double, evidence: "yours      2.634    0       0.5502"
    var z = matmul(input, weights)
    for row in 0..<z.rows {
      for unit in 0..<z.columns {
        z[row, unit] = max(0, z[row, unit] - biases[0, unit])
      }
    }
    return z
  default:
    return try linear(demands: other, input, weights: weights, biases: biases)
  }
}

/// Exercise 3.2, wrong in ways that the judge has no name for.
func forward(other: String, _ input: Matrix, parameters: Parameters, hidden: Activation) throws -> ForwardCache {
  switch other {
  case "3.2 output not squashed and hidden layers not activated":
    // Double, evidence: "activations[3]"
    var cache = ForwardCache(activations: [input], preActivations: [])
    for layer in parameters.weights.indices {
      let z = linear(
        cache.activations[layer], weights: parameters.weights[layer], biases: parameters.biases[layer])
      cache.preActivations.append(z)
      cache.activations.append(z)
    }
    return cache
  case "3.2 last layer missing":
    // Unknown, evidence: "activations.count  yours 3   expected 4; wrong as well: preActivations.count"
    var cache = ForwardCache(activations: [input], preActivations: [])
    for layer in parameters.weights.indices.dropLast() {
      let z = linear(
        cache.activations[layer], weights: parameters.weights[layer], biases: parameters.biases[layer])
      cache.preActivations.append(z)
      cache.activations.append(hidden(z))
    }
    return cache
  case "3.2 always tanh":
    // Unknown, evidence: "All else is right."
    var cache = ForwardCache(activations: [input], preActivations: [])
    for layer in parameters.weights.indices {
      let z = linear(
        cache.activations[layer], weights: parameters.weights[layer], biases: parameters.biases[layer])
      cache.preActivations.append(z)
      cache.activations.append(layer == parameters.weights.count - 1 ? sigmoid(z) : tanh(z))
    }
    return cache
  default:
    return try forward(demands: other, input, parameters: parameters, hidden: hidden)
  }
}

/// Exercise 3.3, wrong in ways that the judge has no name for.
func binaryCrossEntropy(other: String, probabilities: Matrix, labels: Matrix) throws -> Double {
  switch other {
  case "3.3 sum for mean and sign lost":
    // Double, evidence: "yours -1.938   expected 0.4845"
    var sum = 0.0
    for row in 0..<labels.rows {
      let p = min(max(probabilities[row, 0], 1e-8), 1 - 1e-8)
      let y = labels[row, 0]
      sum += y * log(p) + (1 - y) * log(1 - p)
    }
    return sum
  case "3.3 log p in both terms":
    // Unknown, evidence: "yours 0.7297   expected 0.4845"
    var sum = 0.0
    for row in 0..<labels.rows {
      let p = min(max(probabilities[row, 0], 1e-8), 1 - 1e-8)
      let y = labels[row, 0]
      sum -= y * log(p) + (1 - y) * log(p)
    }
    return sum / Double(labels.rows)
  default:
    return try binaryCrossEntropy(demands: other, probabilities: probabilities, labels: labels)
  }
}

/// Exercise 3.4, wrong in ways that the judge has no name for.
func accuracy(other: String, probabilities: Matrix, labels: Matrix) throws -> Double {
  switch other {
  case "3.4 share of errors and percent":
    // Double, evidence: "yours 20   expected 0.8"
    var wrong = 0.0
    for row in 0..<labels.rows {
      let predicted: Double = probabilities[row, 0] >= 0.5 ? 1 : 0
      if predicted != labels[row, 0] {
        wrong += 1
      }
    }
    return 100 * wrong / Double(labels.rows)
  default:
    return try accuracy(demands: other, probabilities: probabilities, labels: labels)
  }
}

/// Exercise 3.5, wrong in ways that the judge has no name for.
func predict(other: String, _ input: Matrix, parameters: Parameters, hidden: Activation) throws -> Matrix {
  switch other {
  case "3.5 threshold 0.6":
    // Unknown, evidence: "yours 0   expected 1"
    return forward(input, parameters: parameters, hidden: hidden).probabilities.map { p in p >= 0.6 ? 1 : 0 }
  default:
    return try predict(demands: other, input, parameters: parameters, hidden: hidden)
  }
}
