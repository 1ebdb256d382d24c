import CourseKit

/// 2.1  How many numbers a network learns: every weight and every bias of every layer.
func parameterCount(layerSizes: [Int]) -> Int {
  var count = 0
  for layer in 1..<layerSizes.count {
    let fanIn = layerSizes[layer - 1]
    let fanOut = layerSizes[layer]
    count += fanIn * fanOut + fanOut
  }
  return count
}

/// 2.2  Starting parameters for ReLU layers: weights normal with mean 0 and variance 2 / fanIn, biases 0.
func heInitialized(
  layerSizes: [Int], using generator: inout some RandomNumberGenerator
) -> Parameters {
  var parameters = Parameters(weights: [], biases: [])
  for layer in 1..<layerSizes.count {
    let fanIn = layerSizes[layer - 1]
    let fanOut = layerSizes[layer]
    let standardDeviation = sqrt(2 / Double(fanIn))
    var weights = Matrix.zeros(rows: fanIn, columns: fanOut)
    for index in weights.elements.indices {
      weights.elements[index] = standardDeviation * generator.nextGaussian()
    }
    parameters.weights.append(weights)
    parameters.biases.append(Matrix.zeros(rows: 1, columns: fanOut))
  }
  return parameters
}

/// 2.3  Starting parameters for tanh and sigmoid layers: as 2.2, with variance 1 / fanIn.
func xavierInitialized(
  layerSizes: [Int], using generator: inout some RandomNumberGenerator
) -> Parameters {
  var parameters = Parameters(weights: [], biases: [])
  for layer in 1..<layerSizes.count {
    let fanIn = layerSizes[layer - 1]
    let fanOut = layerSizes[layer]
    let standardDeviation = sqrt(1 / Double(fanIn))
    var weights = Matrix.zeros(rows: fanIn, columns: fanOut)
    for index in weights.elements.indices {
      weights.elements[index] = standardDeviation * generator.nextGaussian()
    }
    parameters.weights.append(weights)
    parameters.biases.append(Matrix.zeros(rows: 1, columns: fanOut))
  }
  return parameters
}

/// 3.1  One layer's linear step: Z = A · W + b.
func linear(_ input: Matrix, weights: Matrix, biases: Matrix) -> Matrix {
  matmul(input, weights).adding(row: biases)
}

/// 3.2  The whole network from input to probabilities, with everything on the way kept.
func forward(_ input: Matrix, parameters: Parameters, hidden: Activation) -> ForwardCache {
  var cache = ForwardCache(activations: [input], preActivations: [])
  var activation = input
  let layerCount = parameters.weights.count
  for layer in 0..<layerCount {
    let z = linear(activation, weights: parameters.weights[layer], biases: parameters.biases[layer])
    activation = layer == layerCount - 1 ? sigmoid(z) : hidden(z)
    cache.preActivations.append(z)
    cache.activations.append(activation)
  }
  return cache
}

/// 3.3  The binary cross-entropy, the mean over the batch of −(y · log p + (1 − y) · log(1 − p)).
func binaryCrossEntropy(probabilities: Matrix, labels: Matrix) -> Double {
  var sum = 0.0
  for row in 0..<labels.rows {
    let p = min(max(probabilities[row, 0], 1e-8), 1 - 1e-8)
    let y = labels[row, 0]
    sum -= y * log(p) + (1 - y) * log(1 - p)
  }
  return sum / Double(labels.rows)
}

/// 3.4  The share of examples that are classified right: p ≥ 0.5 means class 1.
func accuracy(probabilities: Matrix, labels: Matrix) -> Double {
  var right = 0
  for row in 0..<labels.rows {
    let predicted: Double = probabilities[row, 0] >= 0.5 ? 1 : 0
    if predicted == labels[row, 0] {
      right += 1
    }
  }
  return Double(right) / Double(labels.rows)
}

/// 3.5  The network's decisions: class 1 where the probability is at least 0.5, otherwise class 0.
func predict(_ input: Matrix, parameters: Parameters, hidden: Activation) -> Matrix {
  forward(input, parameters: parameters, hidden: hidden).probabilities.map { p in p >= 0.5 ? 1 : 0 }
}

/// 4.1  The output layer's delta, ∂loss/∂Z of each example's own loss: A − y.
func outputDelta(probabilities: Matrix, labels: Matrix) -> Matrix {
  probabilities - labels
}

/// 4.2  A hidden layer's delta: the next layer's delta sent back through that layer's weights, times this layer's slope.
func hiddenDelta(
  nextDelta: Matrix, nextWeights: Matrix, preActivation: Matrix, hidden: Activation
) -> Matrix {
  matmul(nextDelta, nextWeights.transposed) * hidden.derivative(preActivation)
}

/// 4.3  One layer's gradients from its delta: Aᵀ · delta / N for the weights, the delta's column means for the biases.
func layerGradients(delta: Matrix, input: Matrix) -> (weights: Matrix, biases: Matrix) {
  let count = Double(delta.rows)
  let weights = matmul(input.transposed, delta) / count
  let biases = delta.columnSums() / count
  return (weights, biases)
}

/// 4.4  The gradients of every layer, from the last to the first.
func backward(
  cache: ForwardCache, labels: Matrix, parameters: Parameters, hidden: Activation
) -> Gradients {
  var gradients = Gradients(weights: [], biases: [])
  var delta = outputDelta(probabilities: cache.probabilities, labels: labels)
  for layer in stride(from: parameters.weights.count - 1, through: 0, by: -1) {
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
}
