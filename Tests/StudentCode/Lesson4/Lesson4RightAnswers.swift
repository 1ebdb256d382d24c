import CourseKit

/// Exercise 4.1, right in other words.
func outputDelta(right: String, probabilities: Matrix, labels: Matrix) throws -> Matrix {
  switch right {
  case "4.1 loops over rows and columns, layers appended and reversed":
    var delta = Matrix.zeros(rows: labels.rows, columns: 1)
    for row in 0..<labels.rows {
      delta[row, 0] = probabilities[row, 0] - labels[row, 0]
    }
    return delta
  case "4.1 the slope from the activation, the mean as a product, recursion":
    return probabilities + labels * -1
  default:
    return try outputDelta(foundation: right, probabilities: probabilities, labels: labels)
  }
}

/// Exercise 4.2, right in other words.
func hiddenDelta(right: String, nextDelta: Matrix, nextWeights: Matrix, preActivation: Matrix, hidden: Activation)
  throws -> Matrix
{
  switch right {
  case "4.2 loops over rows and columns, layers appended and reversed":
    let slope = hidden.derivative(preActivation)
    var delta = Matrix.zeros(rows: preActivation.rows, columns: preActivation.columns)
    for row in 0..<delta.rows {
      for unit in 0..<delta.columns {
        var sum = 0.0
        for next in 0..<nextDelta.columns {
          sum += nextDelta[row, next] * nextWeights[unit, next]
        }
        delta[row, unit] = sum * slope[row, unit]
      }
    }
    return delta
  case "4.2 the slope from the activation, the mean as a product, recursion":
    let back = matmul(nextWeights, nextDelta.transposed).transposed
    let a = hidden(preActivation)
    switch hidden {
    case .relu: return back * a.map { $0 > 0 ? 1 : 0 }
    case .tanh: return back - back * a * a
    case .sigmoid: return back * (a - a * a)
    }
  default:
    return try hiddenDelta(
      foundation: right, nextDelta: nextDelta, nextWeights: nextWeights, preActivation: preActivation, hidden: hidden)
  }
}

/// Exercise 4.3, right in other words.
func layerGradients(right: String, delta: Matrix, input: Matrix) throws -> (weights: Matrix, biases: Matrix) {
  switch right {
  case "4.3 loops over rows and columns, layers appended and reversed":
    var weights = Matrix.zeros(rows: input.columns, columns: delta.columns)
    var biases = Matrix.zeros(rows: 1, columns: delta.columns)
    for row in 0..<delta.rows {
      for unit in 0..<delta.columns {
        for feature in 0..<input.columns {
          weights[feature, unit] += input[row, feature] * delta[row, unit] / Double(delta.rows)
        }
        biases[0, unit] += delta[row, unit] / Double(delta.rows)
      }
    }
    return (weights, biases)
  case "4.3 the slope from the activation, the mean as a product, recursion":
    let share = Matrix(rows: 1, columns: delta.rows, repeating: 1 / Double(delta.rows))
    let weights = matmul(input.transposed, delta / Double(delta.rows))
    return (weights: weights, biases: matmul(share, delta))
  default:
    return try layerGradients(foundation: right, delta: delta, input: input)
  }
}

/// Exercise 4.4, right in other words.
func backward(right: String, cache: ForwardCache, labels: Matrix, parameters: Parameters, hidden: Activation) throws
  -> Gradients
{
  switch right {
  case "4.4 loops over rows and columns, layers appended and reversed":
    var weights: [Matrix] = []
    var biases: [Matrix] = []
    var delta = outputDelta(probabilities: cache.probabilities, labels: labels)
    for layer in parameters.weights.indices.reversed() {
      let gradients = layerGradients(delta: delta, input: cache.activations[layer])
      weights.append(gradients.weights)
      biases.append(gradients.biases)
      guard layer > 0 else { break }
      delta = hiddenDelta(
        nextDelta: delta, nextWeights: parameters.weights[layer],
        preActivation: cache.preActivations[layer - 1], hidden: hidden)
    }
    return Gradients(weights: weights.reversed(), biases: biases.reversed())
  case "4.4 the slope from the activation, the mean as a product, recursion":
    var gradients = Gradients(weights: parameters.weights, biases: parameters.biases)
    func goBack(to layer: Int, with delta: Matrix) {
      (gradients.weights[layer], gradients.biases[layer]) =
        layerGradients(delta: delta, input: cache.activations[layer])
      if layer == 0 { return }
      let previous = hiddenDelta(
        nextDelta: delta, nextWeights: parameters.weights[layer],
        preActivation: cache.preActivations[layer - 1], hidden: hidden)
      goBack(to: layer - 1, with: previous)
    }
    goBack(
      to: parameters.weights.count - 1,
      with: outputDelta(probabilities: cache.probabilities, labels: labels))
    return gradients
  default:
    return try backward(foundation: right, cache: cache, labels: labels, parameters: parameters, hidden: hidden)
  }
}
