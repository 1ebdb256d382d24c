import CourseKit

/// Exercise 3.1, right by recursion or turned over.
func linear(recursive right: String, _ input: Matrix, weights: Matrix, biases: Matrix) throws -> Matrix {
  switch right {
  case "3.1 halves by recursion":
    // A · W is the sum of the products over each half of the features.
    let columns = input.transposed
    func product(_ features: Range<Int>) -> Matrix {
      guard features.count > 1 else {
        return matmul(columns.rows(at: Array(features)).transposed, weights.rows(at: Array(features)))
      }
      let middle = features.lowerBound + features.count / 2
      return product(features.lowerBound..<middle) + product(middle..<features.upperBound)
    }
    return product(0..<input.columns).adding(row: biases)
  case "3.1 turned over, the examples as columns":
    var z = matmul(weights.transposed, input.transposed)
    for unit in 0..<z.rows {
      for example in 0..<z.columns {
        z[unit, example] += biases[0, unit]
      }
    }
    return z.transposed
  default:
    return try linear(summing: right, input, weights: weights, biases: biases)
  }
}

/// Exercise 3.2, right by recursion or turned over.
func forward(recursive right: String, _ input: Matrix, parameters: Parameters, hidden: Activation) throws
  -> ForwardCache
{
  switch right {
  case "3.2 halves by recursion":
    func cache(_ activation: Matrix, from layer: Int) -> ForwardCache {
      guard layer < parameters.weights.count else {
        return ForwardCache(activations: [activation], preActivations: [])
      }
      let z = linear(activation, weights: parameters.weights[layer], biases: parameters.biases[layer])
      let isOutput = layer + 1 == parameters.weights.count
      let rest = cache(isOutput ? sigmoid(z) : hidden(z), from: layer + 1)
      return ForwardCache(
        activations: [activation] + rest.activations, preActivations: [z] + rest.preActivations)
    }
    return cache(input, from: 0)
  case "3.2 turned over, the examples as columns":
    let ones = Matrix(rows: 1, columns: input.rows, repeating: 1)
    var activations = [input.transposed]
    var preActivations: [Matrix] = []
    for layer in parameters.weights.indices {
      let product = matmul(parameters.weights[layer].transposed, activations[layer])
      preActivations.append(product + matmul(parameters.biases[layer].transposed, ones))
      let function = layer == parameters.weights.indices.last ? .sigmoid : hidden
      activations.append(function(preActivations[layer]))
    }
    return ForwardCache(
      activations: activations.map { $0.transposed }, preActivations: preActivations.map { $0.transposed })
  default:
    return try forward(summing: right, input, parameters: parameters, hidden: hidden)
  }
}

/// Exercise 3.3, right by recursion or turned over.
func binaryCrossEntropy(recursive right: String, probabilities: Matrix, labels: Matrix) throws -> Double {
  switch right {
  case "3.3 halves by recursion":
    let losses = sum(over: 0..<labels.rows) { row in
      let p = min(max(probabilities[row, 0], 1e-8), 1 - 1e-8)
      return labels[row, 0] == 1 ? log(p) : log(1 - p)
    }
    return losses / -Double(labels.rows)
  case "3.3 turned over, the examples as columns":
    let (p, y) = (probabilities.transposed, labels.transposed)
    var loss = 0.0
    for example in stride(from: y.columns - 1, through: 0, by: -1) {
      let likelihood = y[0, example] * p[0, example] + (1 - y[0, example]) * (1 - p[0, example])
      loss -= log(min(max(likelihood, 1e-8), 1 - 1e-8)) / Double(y.columns)
    }
    return loss
  default:
    return try binaryCrossEntropy(summing: right, probabilities: probabilities, labels: labels)
  }
}

/// Exercise 3.4, right by recursion or turned over.
func accuracy(recursive right: String, probabilities: Matrix, labels: Matrix) throws -> Double {
  switch right {
  case "3.4 halves by recursion":
    let hits: Int = sum(over: 0..<labels.rows) { row in
      (probabilities[row, 0] < 0.5) == (labels[row, 0] == 0) ? 1 : 0
    }
    return Double(hits) / Double(labels.rows)
  case "3.4 turned over, the examples as columns":
    let (p, y) = (probabilities.transposed, labels.transposed)
    var misses = 0
    for example in 0..<y.columns where (p[0, example] >= 0.5) != (y[0, example] == 1) {
      misses += 1
    }
    return Double(y.columns - misses) / Double(y.columns)
  default:
    return try accuracy(summing: right, probabilities: probabilities, labels: labels)
  }
}

/// Exercise 3.5, right by recursion or turned over.
func predict(recursive right: String, _ input: Matrix, parameters: Parameters, hidden: Activation) throws -> Matrix {
  switch right {
  case "3.5 halves by recursion":
    guard input.rows > 1 else {
      let p = forward(input, parameters: parameters, hidden: hidden).probabilities
      return p.map { $0 < 0.5 ? 0 : 1 }
    }
    let middle = input.rows / 2
    let upper = predict(input.rows(at: Array(0..<middle)), parameters: parameters, hidden: hidden)
    let lower = predict(input.rows(at: Array(middle..<input.rows)), parameters: parameters, hidden: hidden)
    return Matrix(rows: input.rows, columns: 1, elements: upper.elements + lower.elements)
  case "3.5 turned over, the examples as columns":
    let p = forward(input, parameters: parameters, hidden: hidden).probabilities.transposed
    var classes = Matrix(rows: 1, columns: p.columns, repeating: 1)
    for example in 0..<p.columns where p[0, example] < 0.5 {
      classes[0, example] = 0
    }
    return classes.transposed
  default:
    return try predict(summing: right, input, parameters: parameters, hidden: hidden)
  }
}

// BEGIN HELPERS 3 halves by recursion
/// The sum over the first half of the rows and that over the second.
private func sum<Term: AdditiveArithmetic>(over rows: Range<Int>, _ term: (Int) -> Term) -> Term {
  guard rows.count > 1 else { return rows.isEmpty ? .zero : term(rows.lowerBound) }
  let middle = rows.lowerBound + rows.count / 2
  return sum(over: rows.lowerBound..<middle, term) + sum(over: middle..<rows.upperBound, term)
}
// END HELPERS
