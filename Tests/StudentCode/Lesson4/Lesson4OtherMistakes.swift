import CourseKit

/// Exercise 4.1, wrong in ways that the judge has no name for.
func outputDelta(other: String, probabilities: Matrix, labels: Matrix) throws -> Matrix {
  switch other {
  case "4.1 sign exchanged and mean taken here":
    // Double, evidence: "Every entry is the expected one divided by -3; the batch has 3 rows."
    return (labels - probabilities) / Double(labels.rows)
  case "4.1 squared difference":
    // Unknown, evidence: "yours  0.04   expected  -0.2"
    let difference = probabilities - labels
    return difference * difference
  default:
    return try outputDelta(demands: other, probabilities: probabilities, labels: labels)
  }
}

/// Exercise 4.2, wrong in ways that the judge has no name for.
func hiddenDelta(other: String, nextDelta: Matrix, nextWeights: Matrix, preActivation: Matrix, hidden: Activation)
  throws -> Matrix
{
  switch other {
  case "4.2 slope forgotten and mean taken again":
    // Double, evidence: "worst relative error"
    return matmul(nextDelta, nextWeights.transposed) / Double(nextDelta.rows)
  case "4.2 slope twice":
    // Unknown, evidence: "worst relative error"
    let slope = hidden.derivative(preActivation)
    return matmul(nextDelta, nextWeights.transposed) * slope * slope
  default:
    return try hiddenDelta(
      demands: other, nextDelta: nextDelta, nextWeights: nextWeights, preActivation: preActivation, hidden: hidden)
  }
}

/// Exercise 4.3, wrong in ways that the judge has no name for.
func layerGradients(other: String, delta: Matrix, input: Matrix) throws -> (weights: Matrix, biases: Matrix) {
  switch other {
  case "4.3 mean missing and sign exchanged":
    // Double, evidence: "Every entry is -2 times the expected one."
    let weights = matmul(input.transposed, delta) * -1
    let biases = delta.columnSums() * -1
    return (weights, biases)
  case "4.3 biases of the last row":
    // Unknown, evidence: "Wrong: biases. All else is right."
    let weights = matmul(input.transposed, delta) / Double(delta.rows)
    return (weights, delta.rows(at: [delta.rows - 1]))
  case "4.3 factors in the wrong order, and not divided":
    // Unknown, evidence: "yours [2, 3]   expected [3, 2]: rows and columns are exchanged"
    return (matmul(delta.transposed, input), delta.columnSums())
  default:
    return try layerGradients(demands: other, delta: delta, input: input)
  }
}

/// Exercise 4.4, wrong in ways that the judge has no name for.
func backward(other: String, cache: ForwardCache, labels: Matrix, parameters: Parameters, hidden: Activation) throws
  -> Gradients
{
  switch other {
  case "4.4 layers in reverse order and slope at the activation":
    // Double, evidence: "weights[0]  yours [4, 1]   expected [3, 5]"
    var gradients = Gradients(weights: [], biases: [])
    var delta = outputDelta(probabilities: cache.probabilities, labels: labels)
    for layer in parameters.weights.indices.reversed() {
      let (weights, biases) = layerGradients(delta: delta, input: cache.activations[layer])
      gradients.weights.append(weights)
      gradients.biases.append(biases)
      if layer > 0 {
        delta = hiddenDelta(
          nextDelta: delta, nextWeights: parameters.weights[layer],
          preActivation: cache.activations[layer], hidden: hidden)
      }
    }
    return gradients
  case "4.4 two layers left out":
    // Unknown, evidence: "weights.count  yours 1   expected 3; wrong as well: biases.count"
    var gradients = Gradients(weights: [], biases: [])
    var delta = outputDelta(probabilities: cache.probabilities, labels: labels)
    for layer in stride(from: parameters.weights.count - 1, through: 2, by: -1) {
      let (weights, biases) = layerGradients(delta: delta, input: cache.activations[layer])
      gradients.weights.insert(weights, at: 0)
      gradients.biases.insert(biases, at: 0)
      if layer > 0 {
        delta = hiddenDelta(
          nextDelta: delta, nextWeights: parameters.weights[layer],
          preActivation: cache.preActivations[layer - 1], hidden: hidden)
      }
    }
    return gradients
  case "4.4 mean taken again":
    // Unknown, evidence: "Every entry is the expected one divided by 6; the batch has 6 rows."
    var gradients = Gradients(weights: [], biases: [])
    var delta = outputDelta(probabilities: cache.probabilities, labels: labels)
    for layer in stride(from: parameters.weights.count - 1, through: 0, by: -1) {
      let (weights, biases) = layerGradients(delta: delta, input: cache.activations[layer])
      gradients.weights.insert(weights / Double(labels.rows), at: 0)
      gradients.biases.insert(biases / Double(labels.rows), at: 0)
      if layer > 0 {
        delta = hiddenDelta(
          nextDelta: delta, nextWeights: parameters.weights[layer],
          preActivation: cache.preActivations[layer - 1], hidden: hidden)
      }
    }
    return gradients
  case "4.4 only the last layer":
    // Unknown, evidence: "All else is right."
    var gradients = Gradients(weights: parameters.weights, biases: parameters.biases)
    for layer in parameters.weights.indices {
      gradients.weights[layer] = parameters.weights[layer] * 0
      gradients.biases[layer] = parameters.biases[layer] * 0
    }
    let last = parameters.weights.count - 1
    (gradients.weights[last], gradients.biases[last]) = layerGradients(
      delta: outputDelta(probabilities: cache.probabilities, labels: labels),
      input: cache.activations[last])
    return gradients
  default:
    return try backward(demands: other, cache: cache, labels: labels, parameters: parameters, hidden: hidden)
  }
}
