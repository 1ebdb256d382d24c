import CourseKit

/// Exercise 4.1, right by recursion or turned over.
func outputDelta(recursive right: String, probabilities: Matrix, labels: Matrix) throws -> Matrix {
  switch right {
  case "4.1 halves by recursion":
    guard labels.rows > 1 else { return Matrix([[probabilities[0, 0] - labels[0, 0]]]) }
    let upper = Array(0..<(labels.rows / 2))
    let lower = Array((labels.rows / 2)..<labels.rows)
    let first = outputDelta(probabilities: probabilities.rows(at: upper), labels: labels.rows(at: upper))
    let second = outputDelta(probabilities: probabilities.rows(at: lower), labels: labels.rows(at: lower))
    return Matrix(rows: labels.rows, columns: 1, elements: first.elements + second.elements)
  case "4.1 turned over, the examples as columns":
    return (probabilities.transposed - labels.transposed).transposed
  default:
    return try outputDelta(summing: right, probabilities: probabilities, labels: labels)
  }
}

/// Exercise 4.2, right by recursion or turned over.
func hiddenDelta(
  recursive right: String, nextDelta: Matrix, nextWeights: Matrix, preActivation: Matrix, hidden: Activation
) throws -> Matrix {
  switch right {
  case "4.2 halves by recursion":
    // What comes back is the sum over each half of the next layer's units.
    let (deltas, weights) = (nextDelta.transposed, nextWeights.transposed)
    func back(_ units: Range<Int>) -> Matrix {
      guard units.count > 1 else {
        return matmul(deltas.rows(at: Array(units)).transposed, weights.rows(at: Array(units)))
      }
      let middle = units.lowerBound + units.count / 2
      return back(units.lowerBound..<middle) + back(middle..<units.upperBound)
    }
    return hidden.derivative(preActivation) * back(0..<nextDelta.columns)
  case "4.2 turned over, the examples as columns":
    let slope = hidden.derivative(preActivation.transposed)
    return (slope * matmul(nextWeights, nextDelta.transposed)).transposed
  default:
    return try hiddenDelta(
      summing: right, nextDelta: nextDelta, nextWeights: nextWeights, preActivation: preActivation, hidden: hidden)
  }
}

/// Exercise 4.3, right by recursion or turned over.
func layerGradients(recursive right: String, delta: Matrix, input: Matrix) throws -> (weights: Matrix, biases: Matrix) {
  switch right {
  case "4.3 halves by recursion":
    guard delta.rows > 1 else { return (matmul(input.transposed, delta), delta) }
    let upper = Array(0..<(delta.rows / 2))
    let lower = Array((delta.rows / 2)..<delta.rows)
    let first = layerGradients(delta: delta.rows(at: upper), input: input.rows(at: upper))
    let second = layerGradients(delta: delta.rows(at: lower), input: input.rows(at: lower))
    let share = Double(upper.count) / Double(delta.rows)
    return (
      share * first.weights + (1 - share) * second.weights, share * first.biases + (1 - share) * second.biases
    )
  case "4.3 turned over, the examples as columns":
    let units = delta.transposed
    var weights: [Double] = []
    var biases: [Double] = []
    for unit in 0..<units.rows {
      let own = units.rows(at: [unit]) / Double(units.columns)
      weights += matmul(own, input).elements
      biases.append(own.elements.reduce(0, +))
    }
    return (
      Matrix(rows: units.rows, columns: input.columns, elements: weights).transposed, Matrix([biases])
    )
  default:
    return try layerGradients(summing: right, delta: delta, input: input)
  }
}

/// Exercise 4.4, right by recursion or turned over.
func backward(
  recursive right: String, cache: ForwardCache, labels: Matrix, parameters: Parameters, hidden: Activation
) throws -> Gradients {
  switch right {
  case "4.4 halves by recursion":
    func gradients(from layer: Int) -> (delta: Matrix, weights: [Matrix], biases: [Matrix]) {
      guard layer + 1 < parameters.weights.count else {
        let delta = outputDelta(probabilities: cache.probabilities, labels: labels)
        let own = layerGradients(delta: delta, input: cache.activations[layer])
        return (delta, [own.weights], [own.biases])
      }
      let later = gradients(from: layer + 1)
      let delta = hiddenDelta(
        nextDelta: later.delta, nextWeights: parameters.weights[layer + 1],
        preActivation: cache.preActivations[layer], hidden: hidden)
      let own = layerGradients(delta: delta, input: cache.activations[layer])
      return (delta, [own.weights] + later.weights, [own.biases] + later.biases)
    }
    let all = gradients(from: 0)
    return Gradients(weights: all.weights, biases: all.biases)
  case "4.4 turned over, the examples as columns":
    var gradients = Gradients(weights: parameters.weights, biases: parameters.biases)
    var delta = (cache.probabilities - labels).transposed / Double(labels.rows)
    let ones = Matrix(rows: labels.rows, columns: 1, repeating: 1)
    for layer in parameters.weights.indices.reversed() {
      gradients.weights[layer] = matmul(delta, cache.activations[layer]).transposed
      gradients.biases[layer] = matmul(delta, ones).transposed
      if layer > 0 {
        let slope = hidden.derivative(cache.preActivations[layer - 1].transposed)
        delta = matmul(parameters.weights[layer], delta) * slope
      }
    }
    return gradients
  default:
    return try backward(summing: right, cache: cache, labels: labels, parameters: parameters, hidden: hidden)
  }
}
