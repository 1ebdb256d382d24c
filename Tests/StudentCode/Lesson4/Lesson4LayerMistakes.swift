import CourseKit

/// Exercise 4.1 as the judge knows it wrong.
func outputDelta(mistake: String, probabilities: Matrix, labels: Matrix) throws -> Matrix {
  switch mistake {
  case "4.1 sign exchanged":
    return labels - probabilities
  case "4.1 sigmoid slope multiplied in":
    let slope = probabilities.map { a in a * (1 - a) }
    return (probabilities - labels) * slope
  case "4.1 derivative by the probability":
    var delta = probabilities - labels
    for index in delta.elements.indices {
      let a = probabilities.elements[index]
      delta.elements[index] /= a * (1 - a)
    }
    return delta
  case "4.1 mean taken here":
    return (probabilities - labels) / Double(labels.rows)
  case "4.1 factor 2":
    return 2 * (probabilities - labels)
  case "4.1 classes for probabilities":
    let predicted = probabilities.map { a in a >= 0.5 ? 1 : 0 }
    return predicted - labels
  default:
    return try outputDelta(other: mistake, probabilities: probabilities, labels: labels)
  }
}

/// Exercise 4.2 as the judge knows it wrong.
func hiddenDelta(mistake: String, nextDelta: Matrix, nextWeights: Matrix, preActivation: Matrix, hidden: Activation)
  throws -> Matrix
{
  switch mistake {
  case "4.2 slope forgotten":
    return matmul(nextDelta, nextWeights.transposed)
  case "4.2 slope at the activation":
    let sent = matmul(nextDelta, nextWeights.transposed)
    return sent * hidden.derivative(hidden(preActivation))
  case "4.2 value for slope":
    let sent = matmul(nextDelta, nextWeights.transposed)
    return sent * hidden(preActivation)
  case "4.2 pre-activation for slope":
    let sent = matmul(nextDelta, nextWeights.transposed)
    return sent * preActivation
  case "4.2 always the ReLU mask":
    let sent = matmul(nextDelta, nextWeights.transposed)
    return sent * preActivation.map { z in z > 0 ? 1 : 0 }
  case "4.2 always the sigmoid slope":
    let sent = matmul(nextDelta, nextWeights.transposed)
    return sent * sigmoidDerivative(preActivation)
  case "4.2 one at zero":
    var slope = hidden.derivative(preActivation)
    if hidden == .relu {
      slope = preActivation.map { z in z >= 0 ? 1 : 0 }
    }
    return matmul(nextDelta, nextWeights.transposed) * slope
  case "4.2 mean taken again":
    let sent = matmul(nextDelta, nextWeights.transposed)
    return sent * hidden.derivative(preActivation) / Double(nextDelta.rows)
  case "4.2 slope at what comes back":
    return hidden.derivative(matmul(nextDelta, nextWeights.transposed))
  case "4.2 weights not transposed":
    try stop(unless: nextDelta.columns == nextWeights.rows && nextWeights.columns == preActivation.columns)
    return matmul(nextDelta, nextWeights) * hidden.derivative(preActivation)
  default:
    return try hiddenDelta(
      other: mistake, nextDelta: nextDelta, nextWeights: nextWeights, preActivation: preActivation, hidden: hidden)
  }
}

/// Exercise 4.3 as the judge knows it wrong.
func layerGradients(mistake: String, delta: Matrix, input: Matrix) throws -> (weights: Matrix, biases: Matrix) {
  switch mistake {
  case "4.3 mean missing":
    let weights = matmul(input.transposed, delta)
    let biases = delta.columnSums()
    return (weights, biases)
  case "4.3 mean taken twice":
    let count = Double(delta.rows)
    let mean = delta / count
    return (matmul(input.transposed, mean) / count, mean.columnSums() / count)
  case "4.3 mean missing for the biases":
    let count = Double(delta.rows)
    let weights = matmul(input.transposed, delta) / count
    let biases = delta.columnSums()
    return (weights, biases)
  case "4.3 mean missing for the weights":
    let count = Double(delta.rows)
    let weights = matmul(input.transposed, delta)
    let biases = delta.columnSums() / count
    return (weights, biases)
  case "4.3 divided by the units":
    let count = Double(delta.columns)
    let weights = matmul(input.transposed, delta) / count
    let biases = delta.columnSums() / count
    return (weights, biases)
  case "4.3 sign exchanged":
    let count = Double(delta.rows)
    let weights = matmul(input.transposed, delta) / -count
    let biases = delta.columnSums() / -count
    return (weights, biases)
  case "4.3 weights transposed":
    let count = Double(delta.rows)
    return (matmul(delta.transposed, input) / count, delta.columnSums() / count)
  case "4.3 biases summed along the rows":
    let count = Double(delta.rows)
    let weights = matmul(input.transposed, delta) / count
    let biases = delta.transposed.columnSums() / count
    return (weights, biases)
  case "4.3 biases not summed":
    let count = Double(delta.rows)
    return (matmul(input.transposed, delta) / count, delta / count)
  case "4.3 biases from the weights":
    let weights = matmul(input.transposed, delta) / Double(delta.rows)
    return (weights, weights.columnSums())
  case "4.3 bias of the first row":
    let count = Double(delta.rows)
    let weights = matmul(input.transposed, delta) / count
    return (weights: weights, biases: delta.rows(at: [0]))
  case "4.3 one total for all biases":
    let count = Double(delta.rows)
    let weights = matmul(input.transposed, delta) / count
    let total = delta.elements.reduce(0, +) / count
    return (weights, Matrix(rows: 1, columns: delta.columns, repeating: total))
  default:
    return try layerGradients(other: mistake, delta: delta, input: input)
  }
}
