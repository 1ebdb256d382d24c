import CourseKit

/// Exercise 3.1, right in other words.
func linear(right: String, _ input: Matrix, weights: Matrix, biases: Matrix) throws -> Matrix {
  switch right {
  case "3.1 loops over rows and columns, forward without linear":
    var z = Matrix.zeros(rows: input.rows, columns: weights.columns)
    for row in 0..<input.rows {
      for unit in 0..<weights.columns {
        for feature in 0..<input.columns {
          z[row, unit] += input[row, feature] * weights[feature, unit]
        }
        z[row, unit] += biases[0, unit]
      }
    }
    return z
  case "3.1 zip and the sign of the last pre-activation":
    var z = matmul(input, weights)
    for row in 0..<z.rows {
      for (unit, bias) in biases.elements.enumerated() {
        z.elements[row * z.columns + unit] += bias
      }
    }
    return z
  default:
    return try linear(foundation: right, input, weights: weights, biases: biases)
  }
}

/// Exercise 3.2, right in other words.
func forward(right: String, _ input: Matrix, parameters: Parameters, hidden: Activation) throws -> ForwardCache {
  switch right {
  case "3.2 loops over rows and columns, forward without linear":
    var activations = [input]
    var preActivations: [Matrix] = []
    for (weights, biases) in zip(parameters.weights, parameters.biases).dropLast() {
      let z = matmul(activations[activations.count - 1], weights).adding(row: biases)
      preActivations.append(z)
      activations.append(hidden(z))
    }
    let last = parameters.weights.count - 1
    let z = matmul(activations[last], parameters.weights[last]).adding(row: parameters.biases[last])
    preActivations.append(z)
    activations.append(z.map { 1 / (1 + exp(-$0)) })
    return ForwardCache(activations: activations, preActivations: preActivations)
  case "3.2 zip and the sign of the last pre-activation":
    var cache = ForwardCache(activations: [input], preActivations: [])
    for (index, layer) in zip(parameters.weights, parameters.biases).enumerated() {
      let z = linear(cache.probabilities, weights: layer.0, biases: layer.1)
      cache.preActivations.append(z)
      if index + 1 < parameters.weights.count {
        cache.activations.append(hidden(z))
      } else {
        cache.activations.append(Activation.sigmoid(z))
      }
    }
    return cache
  default:
    return try forward(foundation: right, input, parameters: parameters, hidden: hidden)
  }
}

/// Exercise 3.3, right in other words.
func binaryCrossEntropy(right: String, probabilities: Matrix, labels: Matrix) throws -> Double {
  switch right {
  case "3.3 loops over rows and columns, forward without linear":
    // Each of p and 1 − p is kept away from 0 by itself.
    var sum = 0.0
    for row in 0..<labels.rows {
      let p = max(probabilities[row, 0], 1e-8)
      let q = max(1 - probabilities[row, 0], 1e-8)
      sum += labels[row, 0] * log(p) + (1 - labels[row, 0]) * log(q)
    }
    return -sum / Double(labels.rows)
  case "3.3 zip and the sign of the last pre-activation":
    let losses = zip(probabilities.elements, labels.elements).map { p, y in
      let clipped = min(max(p, 1e-8), 1 - 1e-8)
      return y == 1 ? -log(clipped) : -log(1 - clipped)
    }
    return losses.reduce(0, +) / Double(losses.count)
  default:
    return try binaryCrossEntropy(foundation: right, probabilities: probabilities, labels: labels)
  }
}

/// Exercise 3.4, right in other words.
func accuracy(right: String, probabilities: Matrix, labels: Matrix) throws -> Double {
  switch right {
  case "3.4 loops over rows and columns, forward without linear":
    var right = 0.0
    var count = 0.0
    for row in 0..<labels.rows {
      count += 1
      if probabilities[row, 0] >= 0.5 && labels[row, 0] == 1 {
        right += 1
      } else if probabilities[row, 0] < 0.5 && labels[row, 0] == 0 {
        right += 1
      }
    }
    return right / count
  case "3.4 zip and the sign of the last pre-activation":
    let right = zip(probabilities.elements, labels.elements).filter { p, y in p.rounded() == y }
    return Double(right.count) / Double(labels.elements.count)
  default:
    return try accuracy(foundation: right, probabilities: probabilities, labels: labels)
  }
}

/// Exercise 3.5, right in other words.
func predict(right: String, _ input: Matrix, parameters: Parameters, hidden: Activation) throws -> Matrix {
  switch right {
  case "3.5 loops over rows and columns, forward without linear":
    let cache = forward(input, parameters: parameters, hidden: hidden)
    var classes = Matrix.zeros(rows: input.rows, columns: 1)
    for row in 0..<input.rows where cache.activations[parameters.weights.count][row, 0] >= 0.5 {
      classes[row, 0] = 1
    }
    return classes
  case "3.5 zip and the sign of the last pre-activation":
    let cache = forward(input, parameters: parameters, hidden: hidden)
    return cache.preActivations[cache.preActivations.count - 1].map { z in z >= 0 ? 1 : 0 }
  default:
    return try predict(foundation: right, input, parameters: parameters, hidden: hidden)
  }
}
