import CourseKit

/// Exercise 4.1, right with another way of summing.
func outputDelta(summing right: String, probabilities: Matrix, labels: Matrix) throws -> Matrix {
  switch right {
  case "4.1 compensated sums, in place":
    var delta = probabilities
    for index in delta.elements.indices {
      delta.elements[index] -= labels.elements[index]
    }
    return delta
  case "4.1 each example on its own, running means":
    let rows = (0..<labels.rows).map { row in
      (probabilities.rows(at: [row]) - labels.rows(at: [row])).elements
    }
    return Matrix(rows)
  default:
    return try outputDelta(products: right, probabilities: probabilities, labels: labels)
  }
}

/// Exercise 4.2, right with another way of summing.
func hiddenDelta(
  summing right: String, nextDelta: Matrix, nextWeights: Matrix, preActivation: Matrix, hidden: Activation
) throws -> Matrix {
  switch right {
  case "4.2 compensated sums, in place":
    var delta = hidden.derivative(preActivation)
    for index in delta.elements.indices {
      let (row, unit) = index.quotientAndRemainder(dividingBy: delta.columns)
      var sum = CompensatedSum()
      for next in 0..<nextDelta.columns {
        sum.add(nextDelta[row, next] * nextWeights[unit, next])
      }
      delta.elements[index] *= sum.value
    }
    return delta
  case "4.2 each example on its own, running means":
    var delta: [Double] = []
    for row in 0..<nextDelta.rows {
      let back = matmul(nextDelta.rows(at: [row]), nextWeights.transposed)
      delta += (back * hidden.derivative(preActivation.rows(at: [row]))).elements
    }
    return Matrix(rows: preActivation.rows, columns: preActivation.columns, elements: delta)
  default:
    return try hiddenDelta(
      products: right, nextDelta: nextDelta, nextWeights: nextWeights, preActivation: preActivation, hidden: hidden)
  }
}

/// Exercise 4.3, right with another way of summing.
func layerGradients(summing right: String, delta: Matrix, input: Matrix) throws -> (weights: Matrix, biases: Matrix) {
  switch right {
  case "4.3 compensated sums, in place":
    var weights = Matrix.zeros(rows: input.columns, columns: delta.columns)
    var biases = Matrix.zeros(rows: 1, columns: delta.columns)
    for unit in 0..<delta.columns {
      var sum = CompensatedSum()
      for row in 0..<delta.rows { sum.add(delta[row, unit]) }
      biases[0, unit] = sum.value / Double(delta.rows)
      for feature in 0..<input.columns {
        sum = CompensatedSum()
        for row in 0..<delta.rows { sum.add(input[row, feature] * delta[row, unit]) }
        weights[feature, unit] = sum.value / Double(delta.rows)
      }
    }
    return (weights, biases)
  case "4.3 each example on its own, running means":
    var weights = Matrix.zeros(rows: input.columns, columns: delta.columns)
    var biases = Matrix.zeros(rows: 1, columns: delta.columns)
    for row in 0..<delta.rows {
      let own = delta.rows(at: [row])
      weights += (matmul(input.rows(at: [row]).transposed, own) - weights) / Double(row + 1)
      biases += (own - biases) / Double(row + 1)
    }
    return (weights, biases)
  default:
    return try layerGradients(products: right, delta: delta, input: input)
  }
}

/// Exercise 4.4, right with another way of summing.
func backward(
  summing right: String, cache: ForwardCache, labels: Matrix, parameters: Parameters, hidden: Activation
) throws -> Gradients {
  switch right {
  case "4.4 compensated sums, in place":
    var gradients = Gradients(weights: parameters.weights, biases: parameters.biases)
    var delta = outputDelta(probabilities: cache.probabilities, labels: labels)
    var layer = parameters.weights.count
    while layer > 0 {
      layer -= 1
      let own = layerGradients(delta: delta, input: cache.activations[layer])
      gradients.weights[layer] = own.weights
      gradients.biases[layer] = own.biases
      if layer == 0 { break }
      delta = hiddenDelta(
        nextDelta: delta, nextWeights: parameters.weights[layer],
        preActivation: cache.preActivations[layer - 1], hidden: hidden)
    }
    return gradients
  case "4.4 each example on its own, running means":
    var means = Gradients(weights: parameters.weights, biases: parameters.biases)
    for row in 0..<labels.rows {
      var delta = outputDelta(
        probabilities: cache.probabilities.rows(at: [row]), labels: labels.rows(at: [row]))
      for layer in parameters.weights.indices.reversed() {
        let own = layerGradients(delta: delta, input: cache.activations[layer].rows(at: [row]))
        means.weights[layer] += (own.weights - means.weights[layer]) / Double(row + 1)
        means.biases[layer] += (own.biases - means.biases[layer]) / Double(row + 1)
        guard layer > 0 else { continue }
        delta = hiddenDelta(
          nextDelta: delta, nextWeights: parameters.weights[layer],
          preActivation: cache.preActivations[layer - 1].rows(at: [row]), hidden: hidden)
      }
    }
    return means
  default:
    return try backward(products: right, cache: cache, labels: labels, parameters: parameters, hidden: hidden)
  }
}

// BEGIN HELPERS 4 compensated sums, in place
/// A sum that gives the next term what rounding took from the last one, as Kahan does.
private struct CompensatedSum {
  var value = 0.0
  private var excess = 0.0

  mutating func add(_ term: Double) {
    let corrected = term - excess
    let sum = value + corrected
    excess = (sum - value) - corrected
    value = sum
  }
}
// END HELPERS
