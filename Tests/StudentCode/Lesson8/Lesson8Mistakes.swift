import CourseKit

extension MomentumOptimizer {
  /// Exercise 8.1 as the judge knows it wrong.
  func zeroVelocity(mistake: String, like gradients: Gradients) throws -> Gradients {
    switch mistake {
    case "8.1 ones":
      return Gradients(
        weights: gradients.weights.map { Matrix(rows: $0.rows, columns: $0.columns, repeating: 1) },
        biases: gradients.biases.map { Matrix(rows: $0.rows, columns: $0.columns, repeating: 1) })
    case "8.1 copies of the gradients":
      let velocity = gradients
      return velocity
    case "8.1 weights transposed":
      return Gradients(
        weights: gradients.weights.map { Matrix.zeros(rows: $0.columns, columns: $0.rows) },
        biases: gradients.biases.map { Matrix.zeros(rows: 1, columns: $0.columns) })
    case "8.1 biases as columns":
      return Gradients(
        weights: gradients.weights.map { Matrix.zeros(rows: $0.rows, columns: $0.columns) },
        biases: gradients.biases.map { Matrix.zeros(rows: $0.columns, columns: 1) })
    case "8.1 biases in the shapes of the weights":
      let zeros = gradients.weights.map { 0 * $0 }
      return Gradients(weights: zeros, biases: zeros)
    case "8.1 weights in the shapes of the biases":
      let zeros = gradients.biases.map { 0 * $0 }
      return Gradients(weights: zeros, biases: zeros)
    case "8.1 biases missing":
      var velocity = Gradients(weights: [], biases: [])
      for weights in gradients.weights {
        velocity.weights.append(Matrix.zeros(rows: weights.rows, columns: weights.columns))
      }
      return velocity
    case "8.1 first layer only":
      let (weights, biases) = (gradients.weights[0], gradients.biases[0])
      return Gradients(
        weights: [Matrix.zeros(rows: weights.rows, columns: weights.columns)],
        biases: [Matrix.zeros(rows: 1, columns: biases.columns)])
    case "8.1 first layer left out":
      var velocity = Gradients(weights: [], biases: [])
      for layer in 1..<gradients.weights.count {
        velocity.weights.append(0 * gradients.weights[layer])
        velocity.biases.append(0 * gradients.biases[layer])
      }
      return velocity
    case "8.1 one shape for every layer":
      let last = gradients.weights.count - 1
      var velocity = Gradients(weights: [], biases: [])
      for _ in gradients.weights.indices {
        velocity.weights.append(0 * gradients.weights[last])
        velocity.biases.append(0 * gradients.biases[last])
      }
      return velocity
    case "8.1 one number a layer":
      let zeros = gradients.weights.map { _ in Matrix.zeros(rows: 1, columns: 1) }
      return Gradients(weights: zeros, biases: zeros)
    default:
      return try zeroVelocity(other: mistake, like: gradients)
    }
  }

  /// Exercise 8.2 as the judge knows it wrong.
  mutating func step(mistake: String, _ parameters: inout Parameters, gradients: Gradients, learningRate: Double) throws
  {
    switch mistake {
    case "8.2 velocity not kept":
      var newVelocity = zeroVelocity(like: gradients)
      for layer in parameters.weights.indices {
        newVelocity.weights[layer] = coefficient * newVelocity.weights[layer] + gradients.weights[layer]
        newVelocity.biases[layer] = coefficient * newVelocity.biases[layer] + gradients.biases[layer]
        parameters.weights[layer] = parameters.weights[layer] - learningRate * newVelocity.weights[layer]
        parameters.biases[layer] = parameters.biases[layer] - learningRate * newVelocity.biases[layer]
      }
      velocity = newVelocity
    case "8.2 starts at the gradient":
      func move(_ place: inout Matrix, _ v: inout Matrix, _ g: Matrix) {
        v = coefficient * v + g
        place = place - learningRate * v
      }
      var newVelocity = velocity ?? gradients
      for layer in parameters.weights.indices {
        move(&parameters.weights[layer], &newVelocity.weights[layer], gradients.weights[layer])
        move(&parameters.biases[layer], &newVelocity.biases[layer], gradients.biases[layer])
      }
      velocity = newVelocity
    case "8.2 gradient dampened":
      func move(_ place: inout Matrix, _ v: inout Matrix, _ g: Matrix) {
        v = coefficient * v + (1 - coefficient) * g
        place = place - learningRate * v
      }
      var newVelocity = velocity ?? zeroVelocity(like: gradients)
      for layer in parameters.weights.indices {
        move(&parameters.weights[layer], &newVelocity.weights[layer], gradients.weights[layer])
        move(&parameters.biases[layer], &newVelocity.biases[layer], gradients.biases[layer])
      }
      velocity = newVelocity
    case "8.2 coefficient on the gradient":
      func move(_ place: inout Matrix, _ v: inout Matrix, _ g: Matrix) {
        v = v + coefficient * g
        place = place - learningRate * v
      }
      var newVelocity = velocity ?? zeroVelocity(like: gradients)
      for layer in parameters.weights.indices {
        move(&parameters.weights[layer], &newVelocity.weights[layer], gradients.weights[layer])
        move(&parameters.biases[layer], &newVelocity.biases[layer], gradients.biases[layer])
      }
      velocity = newVelocity
    case "8.2 coefficient on both":
      func move(_ place: inout Matrix, _ v: inout Matrix, _ g: Matrix) {
        v = coefficient * (v + g)
        place = place - learningRate * v
      }
      var newVelocity = velocity ?? zeroVelocity(like: gradients)
      for layer in parameters.weights.indices {
        move(&parameters.weights[layer], &newVelocity.weights[layer], gradients.weights[layer])
        move(&parameters.biases[layer], &newVelocity.biases[layer], gradients.biases[layer])
      }
      velocity = newVelocity
    case "8.2 coefficients exchanged":
      func move(_ place: inout Matrix, _ v: inout Matrix, _ g: Matrix) {
        v = (1 - coefficient) * v + g
        place = place - learningRate * v
      }
      var newVelocity = velocity ?? zeroVelocity(like: gradients)
      for layer in parameters.weights.indices {
        move(&parameters.weights[layer], &newVelocity.weights[layer], gradients.weights[layer])
        move(&parameters.biases[layer], &newVelocity.biases[layer], gradients.biases[layer])
      }
      velocity = newVelocity
    case "8.2 coefficient forgotten":
      func move(_ place: inout Matrix, _ v: inout Matrix, _ g: Matrix) {
        v = v + g
        place = place - learningRate * v
      }
      var newVelocity = velocity ?? zeroVelocity(like: gradients)
      for layer in parameters.weights.indices {
        move(&parameters.weights[layer], &newVelocity.weights[layer], gradients.weights[layer])
        move(&parameters.biases[layer], &newVelocity.biases[layer], gradients.biases[layer])
      }
      velocity = newVelocity
    case "8.2 learning rate in the velocity":
      func move(_ place: inout Matrix, _ v: inout Matrix, _ g: Matrix) {
        v = coefficient * v - learningRate * g
        place = place + v
      }
      var newVelocity = velocity ?? zeroVelocity(like: gradients)
      for layer in parameters.weights.indices {
        move(&parameters.weights[layer], &newVelocity.weights[layer], gradients.weights[layer])
        move(&parameters.biases[layer], &newVelocity.biases[layer], gradients.biases[layer])
      }
      velocity = newVelocity
    case "8.2 learning rate twice":
      func move(_ place: inout Matrix, _ v: inout Matrix, _ g: Matrix) {
        v = coefficient * v + learningRate * g
        place = place - learningRate * v
      }
      var newVelocity = velocity ?? zeroVelocity(like: gradients)
      for layer in parameters.weights.indices {
        move(&parameters.weights[layer], &newVelocity.weights[layer], gradients.weights[layer])
        move(&parameters.biases[layer], &newVelocity.biases[layer], gradients.biases[layer])
      }
      velocity = newVelocity
    case "8.2 learning rate forgotten":
      func move(_ place: inout Matrix, _ v: inout Matrix, _ g: Matrix) {
        v = coefficient * v + g
        place = place - v
      }
      var newVelocity = velocity ?? zeroVelocity(like: gradients)
      for layer in parameters.weights.indices {
        move(&parameters.weights[layer], &newVelocity.weights[layer], gradients.weights[layer])
        move(&parameters.biases[layer], &newVelocity.biases[layer], gradients.biases[layer])
      }
      velocity = newVelocity
    case "8.2 uphill":
      func move(_ place: inout Matrix, _ v: inout Matrix, _ g: Matrix) {
        v = coefficient * v - g
        place = place - learningRate * v
      }
      var newVelocity = velocity ?? zeroVelocity(like: gradients)
      for layer in parameters.weights.indices {
        move(&parameters.weights[layer], &newVelocity.weights[layer], gradients.weights[layer])
        move(&parameters.biases[layer], &newVelocity.biases[layer], gradients.biases[layer])
      }
      velocity = newVelocity
    case "8.2 Nesterov":
      func move(_ place: inout Matrix, _ v: inout Matrix, _ g: Matrix) {
        v = coefficient * v + g
        place = place - learningRate * (g + coefficient * v)
      }
      var newVelocity = velocity ?? zeroVelocity(like: gradients)
      for layer in parameters.weights.indices {
        move(&parameters.weights[layer], &newVelocity.weights[layer], gradients.weights[layer])
        move(&parameters.biases[layer], &newVelocity.biases[layer], gradients.biases[layer])
      }
      velocity = newVelocity
    case "8.2 old velocity":
      var newVelocity = velocity ?? zeroVelocity(like: gradients)
      for layer in parameters.weights.indices {
        parameters.weights[layer] = parameters.weights[layer] - learningRate * newVelocity.weights[layer]
        parameters.biases[layer] = parameters.biases[layer] - learningRate * newVelocity.biases[layer]
        newVelocity.weights[layer] = coefficient * newVelocity.weights[layer] + gradients.weights[layer]
        newVelocity.biases[layer] = coefficient * newVelocity.biases[layer] + gradients.biases[layer]
      }
      velocity = newVelocity
    case "8.2 biases without momentum":
      var newVelocity = velocity ?? zeroVelocity(like: gradients)
      for layer in parameters.weights.indices {
        newVelocity.weights[layer] = coefficient * newVelocity.weights[layer] + gradients.weights[layer]
        parameters.weights[layer] = parameters.weights[layer] - learningRate * newVelocity.weights[layer]
        parameters.biases[layer] = parameters.biases[layer] - learningRate * gradients.biases[layer]
      }
      velocity = newVelocity
    case "8.2 biases not moved":
      var newVelocity = velocity ?? zeroVelocity(like: gradients)
      for layer in parameters.weights.indices {
        newVelocity.weights[layer] = coefficient * newVelocity.weights[layer] + gradients.weights[layer]
        newVelocity.biases[layer] = coefficient * newVelocity.biases[layer] + gradients.biases[layer]
        parameters.weights[layer] = parameters.weights[layer] - learningRate * newVelocity.weights[layer]
      }
      velocity = newVelocity
    case "8.2 first layer left out":
      func move(_ place: inout Matrix, _ v: inout Matrix, _ g: Matrix) {
        v = coefficient * v + g
        place = place - learningRate * v
      }
      var newVelocity = velocity ?? zeroVelocity(like: gradients)
      for layer in 1..<parameters.weights.count {
        move(&parameters.weights[layer], &newVelocity.weights[layer], gradients.weights[layer])
        move(&parameters.biases[layer], &newVelocity.biases[layer], gradients.biases[layer])
      }
      velocity = newVelocity
    case "8.2 unchanged":
      var moved = parameters
      var newVelocity = velocity ?? zeroVelocity(like: gradients)
      for layer in moved.weights.indices {
        newVelocity.weights[layer] = coefficient * newVelocity.weights[layer] + gradients.weights[layer]
        newVelocity.biases[layer] = coefficient * newVelocity.biases[layer] + gradients.biases[layer]
        moved.weights[layer] = moved.weights[layer] - learningRate * newVelocity.weights[layer]
        moved.biases[layer] = moved.biases[layer] - learningRate * newVelocity.biases[layer]
      }
      velocity = newVelocity
    default:
      try step(stored: mistake, &parameters, gradients: gradients, learningRate: learningRate)
    }
  }
}
