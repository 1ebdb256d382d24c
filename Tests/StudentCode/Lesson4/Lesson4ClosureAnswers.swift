import CourseKit

/// Exercise 4.1, right with closures or by an identity.
func outputDelta(closures right: String, probabilities: Matrix, labels: Matrix) throws -> Matrix {
  switch right {
  case "4.1 a tape of closures played backwards":
    let differences = zip(probabilities.elements, labels.elements).map(-)
    return Matrix(rows: labels.rows, columns: 1, elements: differences)
  case "4.1 slopes by identities, two passes, every delta from the output anew":
    // y · (A − 1) + (1 − y) · A
    let ones = Matrix(rows: labels.rows, columns: labels.columns, repeating: 1)
    return labels * (probabilities - ones) + (ones - labels) * probabilities
  default:
    throw NoSuchVersion(title: right)
  }
}

/// Exercise 4.2, right with closures or by an identity.
func hiddenDelta(
  closures right: String, nextDelta: Matrix, nextWeights: Matrix, preActivation: Matrix, hidden: Activation
) throws -> Matrix {
  switch right {
  case "4.2 a tape of closures played backwards":
    let steps: [(Matrix) -> Matrix] = [
      { delta in matmul(delta, nextWeights.transposed) },
      { back in back * hidden.derivative(preActivation) },
    ]
    return steps.reduce(nextDelta) { value, step in step(value) }
  case "4.2 slopes by identities, two passes, every delta from the output anew":
    var delta = Matrix.zeros(rows: preActivation.rows, columns: preActivation.columns)
    for unit in (0..<delta.columns).reversed() {
      for row in (0..<delta.rows).reversed() {
        let slope = entrySlope(of: hidden, at: preActivation[row, unit])
        for next in 0..<nextDelta.columns {
          delta[row, unit] += nextDelta[row, next] * slope * nextWeights[unit, next]
        }
      }
    }
    return delta
  default:
    throw NoSuchVersion(title: right)
  }
}

/// Exercise 4.3, right with closures or by an identity.
func layerGradients(closures right: String, delta: Matrix, input: Matrix) throws -> (weights: Matrix, biases: Matrix) {
  switch right {
  case "4.3 a tape of closures played backwards":
    let mean = { (sum: Matrix) in 1 / Double(delta.rows) * sum }
    return (weights: mean(matmul(input.transposed, delta)), biases: mean(delta.columnSums()))
  case "4.3 slopes by identities, two passes, every delta from the output anew":
    // The mean of a product: the product of the means and the covariance.
    let count = Double(delta.rows)
    let (inputMean, deltaMean) = (input.columnSums() / count, delta.columnSums() / count)
    let centredInput = input.adding(row: -1 * inputMean)
    let centredDelta = delta.adding(row: -1 * deltaMean)
    let covariance = matmul(centredInput.transposed, centredDelta) / count
    return (covariance + matmul(inputMean.transposed, deltaMean), deltaMean)
  default:
    throw NoSuchVersion(title: right)
  }
}

/// Exercise 4.4, right with closures or by an identity.
func backward(
  closures right: String, cache: ForwardCache, labels: Matrix, parameters: Parameters, hidden: Activation
) throws -> Gradients {
  switch right {
  case "4.4 a tape of closures played backwards":
    // Each step takes its layer's delta and returns that of the layer before.
    var gradients = Gradients(weights: parameters.weights, biases: parameters.biases)
    var tape: [(Matrix) -> Matrix] = []
    for layer in parameters.weights.indices {
      tape.append { delta in
        (gradients.weights[layer], gradients.biases[layer]) =
          layerGradients(delta: delta, input: cache.activations[layer])
        guard layer > 0 else { return delta }
        return hiddenDelta(
          nextDelta: delta, nextWeights: parameters.weights[layer],
          preActivation: cache.preActivations[layer - 1], hidden: hidden)
      }
    }
    var delta = outputDelta(probabilities: cache.probabilities, labels: labels)
    while let step = tape.popLast() { delta = step(delta) }
    return gradients
  case "4.4 slopes by identities, two passes, every delta from the output anew":
    let layers = parameters.weights.indices
    func delta(of layer: Int) -> Matrix {
      var delta = outputDelta(probabilities: cache.probabilities, labels: labels)
      for later in layers.dropFirst(layer + 1).reversed() {
        delta = hiddenDelta(
          nextDelta: delta, nextWeights: parameters.weights[later],
          preActivation: cache.preActivations[later - 1], hidden: hidden)
      }
      return delta
    }
    let pairs = layers.map { layerGradients(delta: delta(of: $0), input: cache.activations[$0]) }
    return Gradients(weights: pairs.map { $0.weights }, biases: pairs.map { $0.biases })
  default:
    throw NoSuchVersion(title: right)
  }
}

// BEGIN HELPERS 4 slopes by identities, two passes, every delta from the output anew
private func entrySlope(of hidden: Activation, at z: Double) -> Double {
  switch hidden {
  case .relu:
    return z > 0 ? 1 : 0
  case .sigmoid:
    let power = exp(-abs(z))
    return power / (1 + power) / (1 + power)
  case .tanh:
    // tanh′(z) = 4 · σ′(2z)
    return 4 * entrySlope(of: .sigmoid, at: 2 * z)
  }
}
// END HELPERS
