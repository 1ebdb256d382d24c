import CourseKit

/// Exercise 4.1, right with matrix products or with reduce.
func outputDelta(products right: String, probabilities: Matrix, labels: Matrix) throws -> Matrix {
  switch right {
  case "4.1 a matrix product for every sum":
    let pairs = Matrix(rows: 2, columns: labels.rows, elements: probabilities.elements + labels.elements)
    return matmul(pairs.transposed, Matrix([[1], [-1]]))
  case "4.1 reduce, one term after the other":
    let delta = zip(probabilities.elements, labels.elements).reduce(into: [Double]()) { delta, row in
      delta.append(-(row.1 - row.0))
    }
    return Matrix([delta]).transposed
  default:
    return try outputDelta(closures: right, probabilities: probabilities, labels: labels)
  }
}

/// Exercise 4.2, right with matrix products or with reduce.
func hiddenDelta(
  products right: String, nextDelta: Matrix, nextWeights: Matrix, preActivation: Matrix, hidden: Activation
) throws -> Matrix {
  switch right {
  case "4.2 a matrix product for every sum":
    // The slopes of one example are a diagonal matrix.
    let slopes = hidden.derivative(preActivation)
    let rows = (0..<nextDelta.rows).map { row in
      let back = matmul(nextDelta.rows(at: [row]), nextWeights.transposed)
      return matmul(back, diagonal(slopes.rows(at: [row]))).elements
    }
    return Matrix(rows)
  case "4.2 reduce, one term after the other":
    let (deltas, weights) = (nextDelta.transposed, nextWeights.transposed)
    let zeros = Matrix.zeros(rows: preActivation.rows, columns: preActivation.columns)
    let back = (0..<nextDelta.columns).reduce(into: zeros) { sum, next in
      sum += matmul(deltas.rows(at: [next]).transposed, weights.rows(at: [next]))
    }
    return back * hidden.derivative(preActivation)
  default:
    return try hiddenDelta(
      closures: right, nextDelta: nextDelta, nextWeights: nextWeights, preActivation: preActivation, hidden: hidden)
  }
}

/// Exercise 4.3, right with matrix products or with reduce.
func layerGradients(products right: String, delta: Matrix, input: Matrix) throws -> (weights: Matrix, biases: Matrix) {
  switch right {
  case "4.3 a matrix product for every sum":
    // A row of ones below the turned input gives the biases' gradients as one more row.
    let ones = [Double](repeating: 1, count: input.rows)
    let extended = Matrix(
      rows: input.columns + 1, columns: input.rows, elements: input.transposed.elements + ones)
    let gradients = matmul(extended, delta) / Double(delta.rows)
    return (gradients.rows(at: Array(0..<input.columns)), gradients.rows(at: [input.columns]))
  case "4.3 reduce, one term after the other":
    let start = (
      weights: Matrix.zeros(rows: input.columns, columns: delta.columns),
      biases: Matrix.zeros(rows: 1, columns: delta.columns)
    )
    return (0..<delta.rows).reversed().reduce(into: start) { means, row in
      let own = delta.rows(at: [row]) / Double(delta.rows)
      means.weights += matmul(input.rows(at: [row]).transposed, own)
      means.biases += own
    }
  default:
    return try layerGradients(closures: right, delta: delta, input: input)
  }
}

/// Exercise 4.4, right with matrix products or with reduce.
func backward(
  products right: String, cache: ForwardCache, labels: Matrix, parameters: Parameters, hidden: Activation
) throws -> Gradients {
  switch right {
  case "4.4 a matrix product for every sum":
    var deltas = [outputDelta(probabilities: cache.probabilities, labels: labels)]
    let layers = zip(parameters.weights.dropFirst(), cache.preActivations)
    for (index, (weights, z)) in layers.reversed().enumerated() {
      deltas.append(
        hiddenDelta(nextDelta: deltas[index], nextWeights: weights, preActivation: z, hidden: hidden))
    }
    let gradients = zip(deltas.reversed(), cache.activations).map { layerGradients(delta: $0, input: $1) }
    return Gradients(weights: gradients.map { $0.weights }, biases: gradients.map { $0.biases })
  case "4.4 reduce, one term after the other":
    let start = (
      gradients: Gradients(weights: [], biases: []),
      delta: outputDelta(probabilities: cache.probabilities, labels: labels)
    )
    let walk = parameters.weights.indices.reversed().reduce(into: start) { walk, layer in
      let own = layerGradients(delta: walk.delta, input: cache.activations[layer])
      walk.gradients.weights = [own.weights] + walk.gradients.weights
      walk.gradients.biases = [own.biases] + walk.gradients.biases
      if layer > 0 {
        walk.delta = hiddenDelta(
          nextDelta: walk.delta, nextWeights: parameters.weights[layer],
          preActivation: cache.preActivations[layer - 1], hidden: hidden)
      }
    }
    return walk.gradients
  default:
    return try backward(closures: right, cache: cache, labels: labels, parameters: parameters, hidden: hidden)
  }
}

// BEGIN HELPERS 4 a matrix product for every sum
private func diagonal(_ row: Matrix) -> Matrix {
  var matrix = Matrix.zeros(rows: row.columns, columns: row.columns)
  for index in 0..<row.columns { matrix[index, index] = row[0, index] }
  return matrix
}
// END HELPERS
