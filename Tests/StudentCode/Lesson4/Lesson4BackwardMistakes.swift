import CourseKit

/// Exercise 4.4 as the judge knows it wrong.
func backward(mistake: String, cache: ForwardCache, labels: Matrix, parameters: Parameters, hidden: Activation) throws
  -> Gradients
{
  switch mistake {
  case "4.4 layers in reverse order":
    var gradients = Gradients(weights: [], biases: [])
    var delta = outputDelta(probabilities: cache.probabilities, labels: labels)
    for layer in parameters.weights.indices.reversed() {
      let (weights, biases) = layerGradients(delta: delta, input: cache.activations[layer])
      gradients.weights.append(weights)
      gradients.biases.append(biases)
      if layer > 0 {
        delta = hiddenDelta(
          nextDelta: delta, nextWeights: parameters.weights[layer],
          preActivation: cache.preActivations[layer - 1], hidden: hidden)
      }
    }
    return gradients
  case "4.4 first layer left out":
    var gradients = Gradients(weights: [], biases: [])
    var delta = outputDelta(probabilities: cache.probabilities, labels: labels)
    for layer in stride(from: parameters.weights.count - 1, to: 0, by: -1) {
      let (weights, biases) = layerGradients(
        delta: delta, input: cache.activations[layer])
      gradients.weights.insert(weights, at: 0)
      gradients.biases.insert(biases, at: 0)
      if layer > 0 {
        delta = hiddenDelta(
          nextDelta: delta, nextWeights: parameters.weights[layer],
          preActivation: cache.preActivations[layer - 1], hidden: hidden)
      }
    }
    return gradients
  case "4.4 weights already updated":
    var parameters = parameters
    var gradients = Gradients(weights: [], biases: [])
    var delta = outputDelta(probabilities: cache.probabilities, labels: labels)
    for layer in stride(from: parameters.weights.count - 1, through: 0, by: -1) {
      let (weights, biases) = layerGradients(delta: delta, input: cache.activations[layer])
      gradients.weights.insert(weights, at: 0)
      gradients.biases.insert(biases, at: 0)
      parameters.weights[layer] = parameters.weights[layer] - 0.1 * weights
      if layer > 0 {
        delta = hiddenDelta(
          nextDelta: delta, nextWeights: parameters.weights[layer],
          preActivation: cache.preActivations[layer - 1], hidden: hidden)
      }
    }
    return gradients
  case "4.4 slope of the output's Z":
    try stop(unless: parameters.weights.dropFirst().allSatisfy { $0.rows == $0.columns })
    var gradients = Gradients(weights: [], biases: [])
    var delta = outputDelta(probabilities: cache.probabilities, labels: labels)
    for layer in stride(from: parameters.weights.count - 1, through: 0, by: -1) {
      let (weights, biases) = layerGradients(
        delta: delta, input: cache.activations[layer])
      gradients.weights.insert(weights, at: 0)
      gradients.biases.insert(biases, at: 0)
      if layer > 0 {
        delta = hiddenDelta(
          nextDelta: delta, nextWeights: parameters.weights[layer],
          preActivation: cache.preActivations[layer], hidden: hidden)
      }
    }
    return gradients
  case "4.4 slope at the activation":
    var gradients = Gradients(weights: [], biases: [])
    var delta = outputDelta(probabilities: cache.probabilities, labels: labels)
    for layer in stride(from: parameters.weights.count - 1, through: 0, by: -1) {
      let (weights, biases) = layerGradients(
        delta: delta, input: cache.activations[layer])
      gradients.weights.insert(weights, at: 0)
      gradients.biases.insert(biases, at: 0)
      if layer > 0 {
        delta = hiddenDelta(
          nextDelta: delta, nextWeights: parameters.weights[layer],
          preActivation: cache.activations[layer], hidden: hidden)
      }
    }
    return gradients
  case "4.4 input one layer too high":
    var gradients = Gradients(weights: [], biases: [])
    var delta = outputDelta(probabilities: cache.probabilities, labels: labels)
    for layer in stride(from: parameters.weights.count - 1, through: 0, by: -1) {
      let (weights, biases) = layerGradients(
        delta: delta, input: cache.activations[layer + 1])
      gradients.weights.insert(weights, at: 0)
      gradients.biases.insert(biases, at: 0)
      if layer > 0 {
        delta = hiddenDelta(
          nextDelta: delta, nextWeights: parameters.weights[layer],
          preActivation: cache.preActivations[layer - 1], hidden: hidden)
      }
    }
    return gradients
  case "4.4 pre-activation as input":
    var gradients = Gradients(weights: [], biases: [])
    var delta = outputDelta(probabilities: cache.probabilities, labels: labels)
    for layer in stride(from: parameters.weights.count - 1, through: 0, by: -1) {
      let (weights, biases) = layerGradients(
        delta: delta, input: layer == 0 ? cache.activations[0] : cache.preActivations[layer - 1])
      gradients.weights.insert(weights, at: 0)
      gradients.biases.insert(biases, at: 0)
      if layer > 0 {
        delta = hiddenDelta(
          nextDelta: delta, nextWeights: parameters.weights[layer],
          preActivation: cache.preActivations[layer - 1], hidden: hidden)
      }
    }
    return gradients
  case "4.4 weights of the wrong layer":
    try stop(unless: fitOneLayerTooLow(parameters.weights))
    var gradients = Gradients(weights: [], biases: [])
    var delta = outputDelta(probabilities: cache.probabilities, labels: labels)
    for layer in stride(from: parameters.weights.count - 1, through: 0, by: -1) {
      let (weights, biases) = layerGradients(
        delta: delta, input: cache.activations[layer])
      gradients.weights.insert(weights, at: 0)
      gradients.biases.insert(biases, at: 0)
      if layer > 0 {
        delta = hiddenDelta(
          nextDelta: delta, nextWeights: parameters.weights[layer - 1],
          preActivation: cache.preActivations[layer - 1], hidden: hidden)
      }
    }
    return gradients
  case "4.4 always ReLU":
    var gradients = Gradients(weights: [], biases: [])
    var delta = outputDelta(probabilities: cache.probabilities, labels: labels)
    for layer in stride(from: parameters.weights.count - 1, through: 0, by: -1) {
      let (weights, biases) = layerGradients(
        delta: delta, input: cache.activations[layer])
      gradients.weights.insert(weights, at: 0)
      gradients.biases.insert(biases, at: 0)
      if layer > 0 {
        delta = hiddenDelta(
          nextDelta: delta, nextWeights: parameters.weights[layer],
          preActivation: cache.preActivations[layer - 1], hidden: .relu)
      }
    }
    return gradients
  case "4.4 always sigmoid":
    var gradients = Gradients(weights: [], biases: [])
    var delta = outputDelta(probabilities: cache.probabilities, labels: labels)
    for layer in stride(from: parameters.weights.count - 1, through: 0, by: -1) {
      let (weights, biases) = layerGradients(
        delta: delta, input: cache.activations[layer])
      gradients.weights.insert(weights, at: 0)
      gradients.biases.insert(biases, at: 0)
      if layer > 0 {
        delta = hiddenDelta(
          nextDelta: delta, nextWeights: parameters.weights[layer],
          preActivation: cache.preActivations[layer - 1], hidden: .sigmoid)
      }
    }
    return gradients
  case "4.4 new delta dropped":
    try stop(unless: parameters.weights.dropFirst().allSatisfy { $0.columns == 1 })
    var gradients = Gradients(weights: [], biases: [])
    let delta = outputDelta(probabilities: cache.probabilities, labels: labels)
    for layer in stride(from: parameters.weights.count - 1, through: 0, by: -1) {
      let (weights, biases) = layerGradients(delta: delta, input: cache.activations[layer])
      gradients.weights.insert(weights, at: 0)
      gradients.biases.insert(biases, at: 0)
      if layer > 0 {
        let delta = hiddenDelta(
          nextDelta: delta, nextWeights: parameters.weights[layer],
          preActivation: cache.preActivations[layer - 1], hidden: hidden)
        _ = delta
      }
    }
    return gradients
  case "4.4 delta not passed on":
    try stop(unless: parameters.weights.dropFirst().allSatisfy { $0.columns == 1 })
    var gradients = Gradients(weights: [], biases: [])
    let lastDelta = outputDelta(probabilities: cache.probabilities, labels: labels)
    for layer in parameters.weights.indices.reversed() {
      var delta = lastDelta
      if layer < parameters.weights.count - 1 {
        delta = hiddenDelta(
          nextDelta: lastDelta, nextWeights: parameters.weights[layer + 1],
          preActivation: cache.preActivations[layer], hidden: hidden)
      }
      let (weights, biases) = layerGradients(delta: delta, input: cache.activations[layer])
      gradients.weights.insert(weights, at: 0)
      gradients.biases.insert(biases, at: 0)
    }
    return gradients
  default:
    return try backward(other: mistake, cache: cache, labels: labels, parameters: parameters, hidden: hidden)
  }
}

/// Whether deltas can go back through the weights of the layer below the one that they come from.
private func fitOneLayerTooLow(_ weights: [Matrix]) -> Bool {
  zip(weights, weights.dropFirst()).allSatisfy { below, own in
    below.columns == own.columns && below.rows == below.columns
  }
}
