import CourseKit

/// Exercise 3.1, right with matrix products or with reduce.
func linear(products right: String, _ input: Matrix, weights: Matrix, biases: Matrix) throws -> Matrix {
  switch right {
  case "3.1 a matrix product for every sum":
    // A column of ones beside the input, the biases below the weights.
    let ones = [Double](repeating: 1, count: input.rows)
    let extended = Matrix(
      rows: input.columns + 1, columns: input.rows, elements: input.transposed.elements + ones)
    let stacked = Matrix(
      rows: weights.rows + 1, columns: weights.columns, elements: weights.elements + biases.elements)
    return matmul(extended.transposed, stacked)
  case "3.1 reduce, one feature after the other":
    let columns = input.transposed
    let start = Matrix.zeros(rows: input.rows, columns: weights.columns).adding(row: biases)
    return (0..<input.columns).reduce(into: start) { z, feature in
      z += matmul(columns.rows(at: [feature]).transposed, weights.rows(at: [feature]))
    }
  default:
    return try linear(conditions: right, input, weights: weights, biases: biases)
  }
}

/// Exercise 3.2, right with matrix products or with reduce.
func forward(products right: String, _ input: Matrix, parameters: Parameters, hidden: Activation) throws
  -> ForwardCache
{
  switch right {
  case "3.2 a matrix product for every sum":
    let ones = Matrix(rows: input.rows, columns: 1, repeating: 1)
    let functions = [Activation](repeating: hidden, count: parameters.weights.count - 1) + [.sigmoid]
    var cache = ForwardCache(activations: [input], preActivations: [])
    for (layer, function) in functions.enumerated() {
      let z = matmul(cache.probabilities, parameters.weights[layer]) + matmul(ones, parameters.biases[layer])
      cache.preActivations += [z]
      cache.activations += [function(z)]
    }
    return cache
  case "3.2 reduce, one feature after the other":
    let layers = zip(parameters.weights, parameters.biases)
    let start = (activations: [input], preActivations: [Matrix]())
    let all = layers.reduce(start) { cache, layer in
      let z = linear(cache.activations[cache.preActivations.count], weights: layer.0, biases: layer.1)
      let isHidden = cache.activations.count < parameters.weights.count
      return (cache.activations + [isHidden ? hidden(z) : sigmoid(z)], cache.preActivations + [z])
    }
    return ForwardCache(activations: all.activations, preActivations: all.preActivations)
  default:
    return try forward(conditions: right, input, parameters: parameters, hidden: hidden)
  }
}

/// Exercise 3.3, right with matrix products or with reduce.
func binaryCrossEntropy(products right: String, probabilities: Matrix, labels: Matrix) throws -> Double {
  switch right {
  case "3.3 a matrix product for every sum":
    let logarithms = probabilities.map { log(min(max($0, 1e-8), 1 - 1e-8)) }
    let others = probabilities.map { log(1 - min(max($0, 1e-8), 1 - 1e-8)) }
    let sum = matmul(labels.transposed, logarithms) + matmul(labels.map { 1 - $0 }.transposed, others)
    return sum[0, 0] / Double(-labels.rows)
  case "3.3 reduce, one feature after the other":
    return (0..<labels.rows).reduce(0.0) { loss, row in
      let p = min(max(probabilities[row, 0], 1e-8), 1 - 1e-8)
      let y = labels[row, 0]
      return loss - (log(1 - p) + y * (log(p) - log(1 - p))) / Double(labels.rows)
    }
  default:
    return try binaryCrossEntropy(conditions: right, probabilities: probabilities, labels: labels)
  }
}

/// Exercise 3.4, right with matrix products or with reduce.
func accuracy(products right: String, probabilities: Matrix, labels: Matrix) throws -> Double {
  switch right {
  case "3.4 a matrix product for every sum":
    // With −1 and 1 for the classes, the products of a right answer are 1 and those of a wrong one −1.
    let predicted = probabilities.map { p in p < 0.5 ? -1 : 1 }
    let answers = labels.map { y in 2 * y - 1 }
    let agreement = matmul(predicted.transposed, answers)[0, 0] / Double(labels.rows)
    return (1 + agreement) / 2
  case "3.4 reduce, one feature after the other":
    let counts = zip(probabilities.elements, labels.elements).reduce(into: [Bool: Int]()) { counts, row in
      counts[(row.0 >= 0.5) == (row.1 == 1), default: 0] += 1
    }
    return Double(counts[true, default: 0]) / Double(labels.rows)
  default:
    return try accuracy(conditions: right, probabilities: probabilities, labels: labels)
  }
}

/// Exercise 3.5, right with matrix products or with reduce.
func predict(products right: String, _ input: Matrix, parameters: Parameters, hidden: Activation) throws -> Matrix {
  switch right {
  case "3.5 a matrix product for every sum":
    let cache = forward(input, parameters: parameters, hidden: hidden)
    return cache.probabilities.map { p in (0.5...1).contains(p) ? 1 : 0 }
  case "3.5 reduce, one feature after the other":
    let p = forward(input, parameters: parameters, hidden: hidden).probabilities.elements
    return p.indices.reduce(into: Matrix.zeros(rows: p.count, columns: 1)) { classes, row in
      if p[row] >= 0.5 { classes[row, 0] += 1 }
    }
  default:
    return try predict(conditions: right, input, parameters: parameters, hidden: hidden)
  }
}
