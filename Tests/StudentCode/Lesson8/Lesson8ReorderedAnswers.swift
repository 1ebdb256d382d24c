import CourseKit

extension MomentumOptimizer {
  /// Exercise 8.1, right with the same work in another order.
  func zeroVelocity(reordered right: String, like gradients: Gradients) throws -> Gradients {
    switch right {
    case "8.1 recursion from the last layer to the first":
      func zeros(_ matrices: ArraySlice<Matrix>) -> [Matrix] {
        guard let last = matrices.last else { return [] }
        return zeros(matrices.dropLast()) + [Matrix.zeros(rows: last.rows, columns: last.columns)]
      }
      return Gradients(weights: zeros(gradients.weights[...]), biases: zeros(gradients.biases[...]))
    case "8.1 all layers at once, then the parameters, zeros made where they are needed":
      var velocity = gradients
      velocity.weights = velocity.weights.map { weights in
        Matrix(Array(repeating: Array(repeating: 0, count: weights.columns), count: weights.rows))
      }
      velocity.biases = velocity.biases.map { biases in Matrix([Array(repeating: 0, count: biases.columns)]) }
      return velocity
    case "8.1 biases before weights, the old share before the gradient":
      var velocity = Gradients(weights: [], biases: [])
      for layer in stride(from: gradients.biases.count - 1, through: 0, by: -1) {
        velocity.biases.insert(gradients.biases[layer].map { _ in 0 }, at: 0)
        velocity.weights.insert(gradients.weights[layer].map { _ in 0 }, at: 0)
      }
      return velocity
    case "8.1 in place on the elements, through the optional":
      var velocity = gradients
      for layer in velocity.weights.indices {
        let (weights, biases) = (velocity.weights[layer].elements, velocity.biases[layer].elements)
        velocity.weights[layer].elements.replaceSubrange(weights.indices, with: weights.map { _ in 0 })
        velocity.biases[layer].elements.replaceSubrange(biases.indices, with: biases.map { _ in 0 })
      }
      return velocity
    default:
      return try zeroVelocity(joined: right, like: gradients)
    }
  }

  /// Exercise 8.2, right with the same work in another order.
  mutating func step(
    reordered right: String, _ parameters: inout Parameters, gradients: Gradients, learningRate: Double
  ) throws {
    switch right {
    case "8.2 recursion from the last layer to the first":
      var moving = velocity ?? zeroVelocity(like: gradients)
      let kept = coefficient
      func move(_ layer: Int) {
        if layer < 0 { return }
        moving.weights[layer] = gradients.weights[layer] + kept * moving.weights[layer]
        moving.biases[layer] = gradients.biases[layer] + kept * moving.biases[layer]
        parameters.weights[layer] -= learningRate * moving.weights[layer]
        parameters.biases[layer] -= learningRate * moving.biases[layer]
        move(layer - 1)
      }
      move(gradients.weights.count - 1)
      velocity = moving
    case "8.2 all layers at once, then the parameters, zeros made where they are needed":
      let old = velocity
      velocity = Gradients(
        weights: gradients.weights.enumerated().map { layer, gradient in
          let zeros = Matrix.zeros(rows: gradient.rows, columns: gradient.columns)
          return coefficient * (old?.weights[layer] ?? zeros) + gradient
        },
        biases: gradients.biases.enumerated().map { layer, gradient in
          let zeros = Matrix.zeros(rows: 1, columns: gradient.columns)
          return coefficient * (old?.biases[layer] ?? zeros) + gradient
        })
      for (layer, velocity) in velocity!.weights.enumerated() { parameters.weights[layer] -= learningRate * velocity }
      for (layer, velocity) in velocity!.biases.enumerated() { parameters.biases[layer] -= learningRate * velocity }
    case "8.2 biases before weights, the old share before the gradient":
      var new = velocity ?? zeroVelocity(like: gradients)
      for layer in stride(from: gradients.biases.count - 1, through: 0, by: -1) {
        // θ − ηβv first, then − ηg.
        let kept = (biases: coefficient * new.biases[layer], weights: coefficient * new.weights[layer])
        parameters.biases[layer] -= learningRate * kept.biases
        parameters.weights[layer] -= learningRate * kept.weights
        parameters.biases[layer] -= learningRate * gradients.biases[layer]
        parameters.weights[layer] -= learningRate * gradients.weights[layer]
        new.biases[layer] = kept.biases + gradients.biases[layer]
        new.weights[layer] = kept.weights + gradients.weights[layer]
      }
      velocity = new
    case "8.2 in place on the elements, through the optional":
      if velocity == nil { velocity = zeroVelocity(like: gradients) }
      for (layer, slopes) in gradients.weights.enumerated() {
        for (index, slope) in slopes.elements.enumerated() {
          velocity?.weights[layer].elements[index] *= coefficient
          velocity?.weights[layer].elements[index] += slope
          parameters.weights[layer].elements[index] -= (velocity?.weights[layer].elements[index] ?? 0) * learningRate
        }
      }
      for (layer, slopes) in gradients.biases.enumerated() {
        for (index, slope) in slopes.elements.enumerated() {
          velocity?.biases[layer].elements[index] *= coefficient
          velocity?.biases[layer].elements[index] += slope
          parameters.biases[layer].elements[index] -= (velocity?.biases[layer].elements[index] ?? 0) * learningRate
        }
      }
    default:
      try step(joined: right, &parameters, gradients: gradients, learningRate: learningRate)
    }
  }
}
