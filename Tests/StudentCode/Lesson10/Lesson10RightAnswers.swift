import CourseKit

extension Dense {
  /// Exercise 10.1, right in plain loops or by recursion.
  func forward(right: String, _ input: Matrix, isTraining: Bool) throws -> Matrix {
    switch right {
    case "10.1 loops over rows and units":
      if isTraining { self.input = input }
      var output = Matrix.zeros(rows: input.rows, columns: weights.columns)
      for row in 0..<input.rows {
        for unit in 0..<weights.columns {
          output[row, unit] = biases[0, unit]
          for feature in 0..<input.columns { output[row, unit] += input[row, feature] * weights[feature, unit] }
        }
      }
      return output
    case "10.1 loops over flat elements":
      if isTraining == true { self.input = input }
      var elements: [Double] = []
      for row in 0..<input.rows {
        for unit in 0..<weights.columns {
          var sum = 0.0
          for feature in 0..<input.columns {
            sum += input.elements[row * input.columns + feature] * weights.elements[feature * weights.columns + unit]
          }
          elements.append(sum + biases.elements[unit])
        }
      }
      return Matrix(rows: input.rows, columns: weights.columns, elements: elements)
    case "10.1 recursion":
      if isTraining { self.input = input }
      func dot(_ row: Int, _ unit: Int, from feature: Int) -> Double {
        if feature == input.columns { return biases[0, unit] }
        return input[row, feature] * weights[feature, unit] + dot(row, unit, from: feature + 1)
      }
      return Matrix((0..<input.rows).map { row in (0..<weights.columns).map { dot(row, $0, from: 0) } })
    default:
      return try forward(listed: right, input, isTraining: isTraining)
    }
  }

  /// Exercise 10.2, right in plain loops or by recursion.
  func backward(right: String, _ outputGradient: Matrix) throws -> Matrix {
    switch right {
    case "10.2 loops over rows and units":
      let input = kept(input)
      var slope = Matrix.zeros(rows: input.rows, columns: input.columns)
      weightGradient = Matrix.zeros(rows: weights.rows, columns: weights.columns)
      biasGradient = Matrix.zeros(rows: 1, columns: weights.columns)
      for row in 0..<input.rows {
        for unit in 0..<weights.columns {
          biasGradient[0, unit] += outputGradient[row, unit]
          for feature in 0..<weights.rows {
            weightGradient[feature, unit] += input[row, feature] * outputGradient[row, unit]
            slope[row, feature] += outputGradient[row, unit] * weights[feature, unit]
          }
        }
      }
      return slope
    case "10.2 loops over flat elements":
      let x = kept(input).elements
      let (fanIn, fanOut) = (weights.rows, weights.columns)
      var slope = [Double](repeating: 0, count: outputGradient.rows * fanIn)
      weightGradient.elements = [Double](repeating: 0, count: fanIn * fanOut)
      biasGradient.elements = [Double](repeating: 0, count: fanOut)
      for (place, g) in outputGradient.elements.enumerated() {
        let (row, unit) = (place / fanOut, place % fanOut)
        biasGradient.elements[unit] += g
        for feature in 0..<fanIn {
          weightGradient.elements[feature * fanOut + unit] += g * x[row * fanIn + feature]
          slope[row * fanIn + feature] += g * weights.elements[feature * fanOut + unit]
        }
      }
      return Matrix(rows: outputGradient.rows, columns: fanIn, elements: slope)
    case "10.2 recursion":
      let input = kept(input)
      func add(_ row: Int) {
        if row == outputGradient.rows { return }
        let gradient = outputGradient.rows(at: [row])
        weightGradient += matmul(input.rows(at: [row]).transposed, gradient)
        biasGradient += gradient
        add(row + 1)
      }
      weightGradient = 0 * weights
      biasGradient = 0 * biases
      add(0)
      return matmul(outputGradient, weights.transposed)
    default:
      return try backward(listed: right, outputGradient)
    }
  }
}

extension ReLULayer {
  /// Exercise 10.3, right in plain loops or by recursion.
  func forward(right: String, _ input: Matrix, isTraining: Bool) throws -> Matrix {
    switch right {
    case "10.3 loops over rows and units":
      var output = input
      var isOpen = Matrix.zeros(rows: input.rows, columns: input.columns)
      for row in 0..<input.rows {
        for unit in 0..<input.columns {
          if input[row, unit] > 0 { isOpen[row, unit] = 1 } else { output[row, unit] = 0 }
        }
      }
      if isTraining { mask = isOpen }
      return output
    case "10.3 loops over flat elements":
      var (output, isOpen) = (input, input)
      for index in input.elements.indices {
        isOpen.elements[index] = input.elements[index] > 0 ? 1 : 0
        output.elements[index] *= isOpen.elements[index]
      }
      if isTraining { mask = isOpen }
      return output
    case "10.3 recursion":
      func cut(_ entries: ArraySlice<Double>) -> [Double] {
        guard let first = entries.first else { return [] }
        return [first > 0 ? first : 0] + cut(entries.dropFirst())
      }
      let output = Matrix(rows: input.rows, columns: input.columns, elements: cut(input.elements[...]))
      if isTraining { mask = output.map { $0 > 0 ? 1 : 0 } }
      return output
    default:
      return try forward(listed: right, input, isTraining: isTraining)
    }
  }

  /// Exercise 10.4, right in plain loops or by recursion.
  func backward(right: String, _ outputGradient: Matrix) throws -> Matrix {
    switch right {
    case "10.4 loops over rows and units":
      let mask = kept(mask)
      var slope = outputGradient
      for row in 0..<slope.rows {
        for unit in 0..<slope.columns where mask[row, unit] == 0 { slope[row, unit] = 0 }
      }
      return slope
    case "10.4 loops over flat elements":
      var slope = kept(mask)
      for index in slope.elements.indices { slope.elements[index] *= outputGradient.elements[index] }
      return slope
    case "10.4 recursion":
      let mask = kept(mask)
      func pass(_ index: Int) -> [Double] {
        if index == mask.elements.count { return [] }
        return [outputGradient.elements[index] * mask.elements[index]] + pass(index + 1)
      }
      return Matrix(rows: mask.rows, columns: mask.columns, elements: pass(0))
    default:
      return try backward(listed: right, outputGradient)
    }
  }
}

extension Sequential {
  /// Exercise 10.5, right in plain loops or by recursion.
  func forward(right: String, _ input: Matrix, isTraining: Bool) throws -> Matrix {
    switch right {
    case "10.5 loops over rows and units":
      var output = input
      for index in 0..<layers.count { output = layers[index].forward(output, isTraining: isTraining) }
      return output
    case "10.5 loops over flat elements":
      var output = input
      for layer in layers[0...] { output = layer.forward(output, isTraining: isTraining) }
      return output
    case "10.5 recursion":
      func through(_ rest: ArraySlice<Layer>, _ input: Matrix) -> Matrix {
        guard let first = rest.first else { return input }
        return through(rest.dropFirst(), first.forward(input, isTraining: isTraining))
      }
      return through(layers[...], input)
    default:
      return try forward(listed: right, input, isTraining: isTraining)
    }
  }

  /// Exercise 10.6, right in plain loops or by recursion.
  func backward(right: String, _ outputGradient: Matrix) throws -> Matrix {
    switch right {
    case "10.6 loops over rows and units":
      var gradient = outputGradient
      for index in stride(from: layers.count - 1, through: 0, by: -1) { gradient = layers[index].backward(gradient) }
      return gradient
    case "10.6 loops over flat elements":
      var gradient = outputGradient
      var index = layers.count
      while index > 0 {
        index -= 1
        gradient = layers[index].backward(gradient)
      }
      return gradient
    case "10.6 recursion":
      func back(_ rest: ArraySlice<Layer>, _ gradient: Matrix) -> Matrix {
        guard let last = rest.last else { return gradient }
        return back(rest.dropLast(), last.backward(gradient))
      }
      return back(layers[...], outputGradient)
    default:
      return try backward(listed: right, outputGradient)
    }
  }
}

/// Exercise 10.7, right in plain loops or by recursion.
func sgdStep(right: String, _ model: Layer, learningRate: Double, weightDecay: Double) throws {
  switch right {
  case "10.7 loops over rows and units":
    for index in 0..<model.parameters.count {
      let gradient = model.gradients[index]
      for row in 0..<gradient.rows {
        for column in 0..<gradient.columns {
          let p = model.parameters[index][row, column]
          model.parameters[index][row, column] = p - learningRate * (gradient[row, column] + weightDecay * p)
        }
      }
    }
  case "10.7 loops over flat elements":
    var parameters = model.parameters
    let gradients = model.gradients
    for index in parameters.indices {
      for entry in parameters[index].elements.indices {
        let direction = gradients[index].elements[entry] + parameters[index].elements[entry] * weightDecay
        parameters[index].elements[entry] -= direction * learningRate
      }
    }
    model.parameters = parameters
  case "10.7 recursion":
    func moved(_ parameters: ArraySlice<Matrix>, _ gradients: ArraySlice<Matrix>) -> [Matrix] {
      guard let p = parameters.first, let g = gradients.first else { return [] }
      return [p - learningRate * (g + weightDecay * p)] + moved(parameters.dropFirst(), gradients.dropFirst())
    }
    model.parameters = moved(model.parameters[...], model.gradients[...])
  default:
    try sgdStep(listed: right, model, learningRate: learningRate, weightDecay: weightDecay)
  }
}
