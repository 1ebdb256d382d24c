import CourseKit

extension Dense {
  /// Exercise 10.1, right in another order or with other operations.
  func forward(ordered right: String, _ input: Matrix, isTraining: Bool) throws -> Matrix {
    switch right {
    case "10.1 from the last to the first":
      var output = Matrix.zeros(rows: input.rows, columns: weights.columns)
      for row in (0..<input.rows).reversed() {
        for unit in (0..<weights.columns).reversed() {
          for feature in (0..<input.columns).reversed() {
            output[row, unit] += weights[feature, unit] * input[row, feature]
          }
          output[row, unit] += biases[0, unit]
        }
      }
      if isTraining { self.input = input }
      return output
    case "10.1 products with ones":
      if isTraining { self.input = input }
      let ones = Matrix(rows: input.rows, columns: 1, repeating: 1)
      return matmul(input, weights) + matmul(ones, biases)
    case "10.1 functions inside":
      func output() -> Matrix { matmul(input, weights).adding(row: biases) }
      switch isTraining {
      case true:
        self.input = input
        return output()
      case false: return output()
      }
    default:
      return try forward(foundation: right, input, isTraining: isTraining)
    }
  }

  /// Exercise 10.2, right in another order or with other operations.
  func backward(ordered right: String, _ outputGradient: Matrix) throws -> Matrix {
    switch right {
    case "10.2 from the last to the first":
      let back = matmul(outputGradient, weights.transposed)
      biasGradient = Matrix.zeros(rows: 1, columns: outputGradient.columns)
      for row in (0..<outputGradient.rows).reversed() { biasGradient += outputGradient.rows(at: [row]) }
      weightGradient = matmul(outputGradient.transposed, kept(input)).transposed
      return back
    case "10.2 products with ones":
      let input = kept(input)
      let ones = Matrix(rows: 1, columns: outputGradient.rows, repeating: 1)
      weightGradient = matmul(input.transposed, outputGradient)
      biasGradient = matmul(ones, outputGradient)
      return matmul(weights, outputGradient.transposed).transposed
    case "10.2 functions inside":
      func sums(_ matrix: Matrix) -> Matrix { matrix.columnSums() }
      func back(_ gradient: Matrix) -> Matrix { matmul(gradient, weights.transposed) }
      let turned = kept(input).transposed
      (weightGradient, biasGradient) = (matmul(turned, outputGradient), sums(outputGradient))
      return back(outputGradient)
    default:
      return try backward(foundation: right, outputGradient)
    }
  }
}

extension ReLULayer {
  /// Exercise 10.3, right in another order or with other operations.
  func forward(ordered right: String, _ input: Matrix, isTraining: Bool) throws -> Matrix {
    switch right {
    case "10.3 from the last to the first":
      var output = input
      for index in output.elements.indices.reversed() where !(output.elements[index] > 0) { output.elements[index] = 0 }
      if isTraining { mask = output.map { $0 == 0 ? 0 : 1 } }
      return output
    case "10.3 products with ones":
      let isOpen = input.map { $0 > 0 ? 1 : 0 }
      if isTraining { mask = isOpen }
      return isOpen * input
    case "10.3 functions inside":
      func isOpen(_ x: Double) -> Double { x > 0 ? 1 : 0 }
      func cut(_ x: Double) -> Double { isOpen(x) == 1 ? x : 0 }
      if isTraining { mask = input.map(isOpen) }
      return input.map(cut)
    default:
      return try forward(foundation: right, input, isTraining: isTraining)
    }
  }

  /// Exercise 10.4, right in another order or with other operations.
  func backward(ordered right: String, _ outputGradient: Matrix) throws -> Matrix {
    switch right {
    case "10.4 from the last to the first":
      var back = outputGradient
      let mask = kept(mask)
      for index in back.elements.indices.reversed() { back.elements[index] *= mask.elements[index] }
      return back
    case "10.4 products with ones":
      let ones = Matrix(rows: outputGradient.rows, columns: outputGradient.columns, repeating: 1)
      return ones * outputGradient * kept(mask)
    case "10.4 functions inside":
      func pass(_ gradient: Matrix, _ mask: Matrix) -> Matrix { gradient * mask }
      return pass(outputGradient, kept(mask))
    default:
      return try backward(foundation: right, outputGradient)
    }
  }
}

extension Sequential {
  /// Exercise 10.5, right in another order or with other operations.
  func forward(ordered right: String, _ input: Matrix, isTraining: Bool) throws -> Matrix {
    switch right {
    case "10.5 from the last to the first":
      var rest = Array(layers.reversed())
      var output = input
      while let layer = rest.popLast() { output = layer.forward(output, isTraining: isTraining) }
      return output
    case "10.5 products with ones":
      var output = input.map { 1 * $0 }
      for (_, layer) in layers.enumerated() { output = layer.forward(output, isTraining: isTraining) }
      return output
    case "10.5 functions inside":
      var output = input
      func pass(through layer: Layer) { output = layer.forward(output, isTraining: isTraining) }
      layers.forEach(pass)
      return output
    default:
      return try forward(foundation: right, input, isTraining: isTraining)
    }
  }

  /// Exercise 10.6, right in another order or with other operations.
  func backward(ordered right: String, _ outputGradient: Matrix) throws -> Matrix {
    switch right {
    case "10.6 from the last to the first":
      var rest = layers
      var gradient = outputGradient
      while let layer = rest.popLast() { gradient = layer.backward(gradient) }
      return gradient
    case "10.6 products with ones":
      var gradient = outputGradient.map { 1 * $0 }
      for (_, layer) in layers.enumerated().reversed() { gradient = layer.backward(gradient) }
      return gradient
    case "10.6 functions inside":
      var gradient = outputGradient
      let walk: (Layer) -> Void = { layer in gradient = layer.backward(gradient) }
      layers.reversed().forEach(walk)
      return gradient
    default:
      return try backward(foundation: right, outputGradient)
    }
  }
}

/// Exercise 10.7, right in another order or with other operations.
func sgdStep(ordered right: String, _ model: Layer, learningRate: Double, weightDecay: Double) throws {
  switch right {
  case "10.7 from the last to the first":
    var parameters = model.parameters
    for index in parameters.indices.reversed() {
      parameters[index] = (1 - learningRate * weightDecay) * parameters[index] - learningRate * model.gradients[index]
    }
    model.parameters = parameters
  case "10.7 products with ones":
    let shares = Matrix([[1 - learningRate * weightDecay, -learningRate]])
    var moved: [Matrix] = []
    for (parameter, gradient) in zip(model.parameters, model.gradients) {
      let both = Matrix(rows: 2, columns: gradient.elements.count, elements: parameter.elements + gradient.elements)
      moved.append(Matrix(rows: gradient.rows, columns: gradient.columns, elements: matmul(shares, both).elements))
    }
    model.parameters = moved
  case "10.7 functions inside":
    func move(_ p: inout Matrix, _ g: Matrix) { p -= learningRate * g + learningRate * weightDecay * p }
    var parameters = model.parameters
    for (index, gradient) in model.gradients.enumerated() { move(&parameters[index], gradient) }
    model.parameters = parameters
  default:
    try sgdStep(foundation: right, model, learningRate: learningRate, weightDecay: weightDecay)
  }
}
