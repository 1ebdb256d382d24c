import Contract
import CourseKit

/// The exercises that put parts together, computed with any parts.
enum Network {
  static func forward(
    _ input: Matrix, _ parameters: Parameters, _ hidden: HiddenActivation, with parts: any Parts
  ) throws -> ForwardCache {
    var cache = ForwardCache(activations: [input], preActivations: [])
    for layer in parameters.weights.indices {
      let z = try parts.linear(cache.probabilities, parameters.weights[layer], parameters.biases[layer])
      let isOutput = layer == parameters.weights.count - 1
      cache.preActivations.append(z)
      cache.activations.append(try parts.activation(z, isOutput ? .sigmoid : hidden))
    }
    return cache
  }

  static func hiddenDelta(
    _ nextDelta: Matrix, _ nextWeights: Matrix, _ preActivation: Matrix, _ hidden: HiddenActivation,
    with parts: any Parts
  ) throws -> Matrix {
    let slope = try parts.slope(preActivation, hidden)
    return Matrix.filled(preActivation.rows, preActivation.columns) { row, unit in
      var sum = 0.0
      for next in 0..<nextDelta.columns { sum += nextDelta[row, next] * nextWeights[unit, next] }
      return sum * slope[row, unit]
    }
  }

  static func backward(
    _ cache: ForwardCache, _ labels: Matrix, _ parameters: Parameters, _ hidden: HiddenActivation,
    with parts: any Parts
  ) throws -> Gradients {
    let layerCount = parameters.weights.count
    var gradients = Gradients(weights: parameters.weights, biases: parameters.biases)
    var delta = try parts.outputDelta(cache.probabilities, labels)
    for layer in (0..<layerCount).reversed() {
      let own = try parts.layerGradients(delta, cache.activations[layer])
      gradients.weights[layer] = own.weights
      gradients.biases[layer] = own.biases
      if layer > 0 {
        delta = try parts.hiddenDelta(
          delta, parameters.weights[layer], cache.preActivations[layer - 1], hidden)
      }
    }
    return gradients
  }
}
