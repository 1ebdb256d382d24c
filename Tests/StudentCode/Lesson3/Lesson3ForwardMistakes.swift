import CourseKit

/// Exercise 3.1 as the judge knows it wrong.
func linear(mistake: String, _ input: Matrix, weights: Matrix, biases: Matrix) throws -> Matrix {
  switch mistake {
  case "3.1 bias forgotten":
    return matmul(input, weights)
  case "3.1 bias subtracted":
    var z = matmul(input, weights)
    for row in 0..<z.rows {
      for unit in 0..<z.columns {
        z[row, unit] -= biases[0, unit]
      }
    }
    return z
  case "3.1 bias on the first row":
    var z = matmul(input, weights)
    for index in biases.elements.indices {
      z.elements[index] += biases.elements[index]
    }
    return z
  case "3.1 weights transposed":
    try stop(unless: input.columns == weights.columns && weights.rows == biases.columns)
    return matmul(input, weights.transposed).adding(row: biases)
  case "3.1 activated":
    return relu(matmul(input, weights).adding(row: biases))
  case "3.1 squashed":
    let z = matmul(input, weights).adding(row: biases)
    return sigmoid(z)
  default:
    return try linear(other: mistake, input, weights: weights, biases: biases)
  }
}

/// Exercise 3.2 as the judge knows it wrong.
func forward(mistake: String, _ input: Matrix, parameters: Parameters, hidden: Activation) throws -> ForwardCache {
  switch mistake {
  case "3.2 output not squashed":
    var cache = ForwardCache(activations: [input], preActivations: [])
    var activation = input
    let layerCount = parameters.weights.count
    for layer in 0..<layerCount {
      let z = linear(activation, weights: parameters.weights[layer], biases: parameters.biases[layer])
      activation = layer == layerCount - 1 ? z : hidden(z)
      cache.preActivations.append(z)
      cache.activations.append(activation)
    }
    return cache
  case "3.2 sigmoid twice":
    var cache = ForwardCache(activations: [input], preActivations: [])
    var activation = input
    let layerCount = parameters.weights.count
    for layer in 0..<layerCount {
      let z = linear(activation, weights: parameters.weights[layer], biases: parameters.biases[layer])
      activation = layer == layerCount - 1 ? sigmoid(z) : hidden(z)
      cache.preActivations.append(z)
      cache.activations.append(activation)
    }
    cache.activations[layerCount] = sigmoid(activation)
    return cache
  case "3.2 hidden activation at the output":
    var cache = ForwardCache(activations: [input], preActivations: [])
    for layer in parameters.weights.indices {
      let z = linear(
        cache.activations[layer], weights: parameters.weights[layer], biases: parameters.biases[layer])
      cache.preActivations.append(z)
      cache.activations.append(hidden(z))
    }
    return cache
  case "3.2 sigmoid everywhere":
    var cache = ForwardCache(activations: [input], preActivations: [])
    for layer in parameters.weights.indices {
      let z = linear(
        cache.activations[layer], weights: parameters.weights[layer], biases: parameters.biases[layer])
      cache.preActivations.append(z)
      cache.activations.append(sigmoid(z))
    }
    return cache
  case "3.2 always ReLU":
    let layerCount = parameters.weights.count
    var cache = ForwardCache(activations: [input], preActivations: [])
    for layer in parameters.weights.indices {
      let z = linear(
        cache.activations[layer], weights: parameters.weights[layer], biases: parameters.biases[layer])
      cache.preActivations.append(z)
      cache.activations.append(layer == layerCount - 1 ? sigmoid(z) : relu(z))
    }
    return cache
  case "3.2 hidden layers not activated":
    let layerCount = parameters.weights.count
    var cache = ForwardCache(activations: [input], preActivations: [])
    for layer in parameters.weights.indices {
      let z = linear(
        cache.activations[layer], weights: parameters.weights[layer], biases: parameters.biases[layer])
      cache.preActivations.append(z)
      cache.activations.append(layer == layerCount - 1 ? sigmoid(z) : z)
    }
    return cache
  case "3.2 activation not passed on":
    var cache = ForwardCache(activations: [input], preActivations: [])
    var z = input
    for layer in parameters.weights.indices {
      z = linear(z, weights: parameters.weights[layer], biases: parameters.biases[layer])
      let isOutput = layer == parameters.weights.count - 1
      cache.preActivations.append(z)
      cache.activations.append(isOutput ? sigmoid(z) : hidden(z))
    }
    return cache
  case "3.2 input not kept":
    var cache = ForwardCache(activations: [], preActivations: [])
    var activation = input
    for layer in parameters.weights.indices {
      let z = linear(activation, weights: parameters.weights[layer], biases: parameters.biases[layer])
      activation = layer == parameters.weights.count - 1 ? sigmoid(z) : hidden(z)
      cache.preActivations.append(z)
      cache.activations.append(activation)
    }
    return cache
  case "3.2 activations for pre-activations":
    var activations = [input]
    var preActivations: [Matrix] = []
    let layerCount = parameters.weights.count
    for layer in 0..<layerCount {
      let weights = parameters.weights[layer]
      var z = linear(activations[layer], weights: weights, biases: parameters.biases[layer])
      if layer == layerCount - 1 {
        z = sigmoid(z)
      } else {
        z = hidden(z)
      }
      preActivations.append(z)
      activations.append(z)
    }
    return ForwardCache(activations: activations, preActivations: preActivations)
  default:
    return try forward(other: mistake, input, parameters: parameters, hidden: hidden)
  }
}
