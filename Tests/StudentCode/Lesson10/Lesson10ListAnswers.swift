import CourseKit

extension Dense {
  /// Exercise 10.1, right with lists, early exits or one example after the other.
  func forward(listed right: String, _ input: Matrix, isTraining: Bool) throws -> Matrix {
    switch right {
    case "10.1 map, zip and reduce":
      if isTraining { self.input = input }
      let output = (0..<input.rows).map { row in
        (0..<weights.columns).map { unit in
          (0..<weights.rows).map { input[row, $0] * weights[$0, unit] }.reduce(biases[0, unit], +)
        }
      }
      return Matrix(output)
    case "10.1 early exits and force":
      let output = matmul(input, weights).adding(row: biases)
      guard isTraining else { return output }
      self.input = input
      return output
    case "10.1 example by example":
      if isTraining { self.input = input }
      var rows: [Double] = []
      for index in 0..<input.rows { rows += (matmul(input.rows(at: [index]), weights) + biases).elements }
      return Matrix(rows: input.rows, columns: weights.columns, elements: rows)
    default:
      return try forward(ordered: right, input, isTraining: isTraining)
    }
  }

  /// Exercise 10.2, right with lists, early exits or one example after the other.
  func backward(listed right: String, _ outputGradient: Matrix) throws -> Matrix {
    switch right {
    case "10.2 map, zip and reduce":
      let input = kept(input)
      weightGradient = Matrix(
        (0..<weights.rows).map { feature in
          (0..<weights.columns).map { unit in
            (0..<input.rows).map { input[$0, feature] * outputGradient[$0, unit] }.reduce(0, +)
          }
        })
      biasGradient = Matrix([
        (0..<weights.columns).map { unit in (0..<input.rows).map { outputGradient[$0, unit] }.reduce(0, +) }
      ])
      return Matrix(
        (0..<input.rows).map { row in
          (0..<weights.rows).map { feature in
            (0..<weights.columns).map { outputGradient[row, $0] * weights[feature, $0] }.reduce(0, +)
          }
        })
    case "10.2 early exits and force":
      guard let input else { fatalError("There was no forward in training.") }
      defer { biasGradient = outputGradient.columnSums() }
      weightGradient = matmul(input.transposed, outputGradient)
      return matmul(outputGradient, weights.transposed)
    case "10.2 example by example":
      let x = kept(input)
      var (newWeights, newBiases) = (0 * weightGradient, 0 * biasGradient)
      var back: [Double] = []
      for index in 0..<x.rows {
        let (example, gradient) = (x.rows(at: [index]), outputGradient.rows(at: [index]))
        newWeights += matmul(example.transposed, gradient)
        newBiases += gradient
        back += matmul(weights, gradient.transposed).elements
      }
      (weightGradient, biasGradient) = (newWeights, newBiases)
      return Matrix(rows: x.rows, columns: x.columns, elements: back)
    default:
      return try backward(ordered: right, outputGradient)
    }
  }
}

extension ReLULayer {
  /// Exercise 10.3, right with lists, early exits or one example after the other.
  func forward(listed right: String, _ input: Matrix, isTraining: Bool) throws -> Matrix {
    switch right {
    case "10.3 map, zip and reduce":
      let isOpen = input.map { $0 > 0 ? 1 : 0 }
      mask = isTraining ? isOpen : mask
      let elements = zip(input.elements, isOpen.elements).map { $0 * $1 }
      return Matrix(rows: input.rows, columns: input.columns, elements: elements)
    case "10.3 early exits and force":
      defer { if isTraining { mask = input.map { $0 <= 0 ? 0 : 1 } } }
      return input.map { x in
        guard x > 0 else { return 0 }
        return x
      }
    case "10.3 example by example":
      var (outputs, masks): ([Double], [Double]) = ([], [])
      for index in 0..<input.rows {
        let example = input.rows(at: [index])
        outputs += example.map { max($0, 0) }.elements
        masks += example.map { $0 > 0 ? 1 : 0 }.elements
      }
      if isTraining { mask = Matrix(rows: input.rows, columns: input.columns, elements: masks) }
      return Matrix(rows: input.rows, columns: input.columns, elements: outputs)
    default:
      return try forward(ordered: right, input, isTraining: isTraining)
    }
  }

  /// Exercise 10.4, right with lists, early exits or one example after the other.
  func backward(listed right: String, _ outputGradient: Matrix) throws -> Matrix {
    switch right {
    case "10.4 map, zip and reduce":
      let mask = kept(mask)
      let elements = zip(outputGradient.elements, mask.elements).map { gradient, isOpen in isOpen > 0 ? gradient : 0 }
      return Matrix(rows: mask.rows, columns: mask.columns, elements: elements)
    case "10.4 early exits and force":
      return mask! * outputGradient
    case "10.4 example by example":
      let mask = kept(mask)
      var back: [Double] = []
      for index in 0..<mask.rows { back += (outputGradient.rows(at: [index]) * mask.rows(at: [index])).elements }
      return Matrix(rows: mask.rows, columns: mask.columns, elements: back)
    default:
      return try backward(ordered: right, outputGradient)
    }
  }
}

extension Sequential {
  /// Exercise 10.5, right with lists, early exits or one example after the other.
  func forward(listed right: String, _ input: Matrix, isTraining: Bool) throws -> Matrix {
    switch right {
    case "10.5 map, zip and reduce":
      return layers.reduce(input) { output, layer in layer.forward(output, isTraining: isTraining) }
    case "10.5 early exits and force":
      guard var output = layers.first?.forward(input, isTraining: isTraining) else { return input }
      for layer in layers.dropFirst() { output = layer.forward(output, isTraining: isTraining) }
      return output
    case "10.5 example by example":
      var results = [input]
      for layer in layers { results.append(layer.forward(results[results.count - 1], isTraining: isTraining)) }
      return results[layers.count]
    default:
      return try forward(ordered: right, input, isTraining: isTraining)
    }
  }

  /// Exercise 10.6, right with lists, early exits or one example after the other.
  func backward(listed right: String, _ outputGradient: Matrix) throws -> Matrix {
    switch right {
    case "10.6 map, zip and reduce":
      return layers.reversed().reduce(outputGradient) { gradient, layer in layer.backward(gradient) }
    case "10.6 early exits and force":
      guard var gradient = layers.last?.backward(outputGradient) else { return outputGradient }
      for layer in layers.dropLast().reversed() { gradient = layer.backward(gradient) }
      return gradient
    case "10.6 example by example":
      var results = [outputGradient]
      for layer in layers.reversed() { results.insert(layer.backward(results[0]), at: 0) }
      return results[0]
    default:
      return try backward(ordered: right, outputGradient)
    }
  }
}

/// Exercise 10.7, right with lists, early exits or one example after the other.
func sgdStep(listed right: String, _ model: Layer, learningRate: Double, weightDecay: Double) throws {
  switch right {
  case "10.7 map, zip and reduce":
    model.parameters = zip(model.parameters, model.gradients).map { p, g in p - learningRate * (g + weightDecay * p) }
  case "10.7 early exits and force":
    guard !model.parameters.isEmpty else { return }
    for (index, gradient) in model.gradients.enumerated() {
      if weightDecay == 0 {
        model.parameters[index] -= learningRate * gradient
        continue
      }
      model.parameters[index] -= learningRate * (gradient + weightDecay * model.parameters[index])
    }
  case "10.7 example by example":
    var moved: [Matrix] = []
    for (parameter, gradient) in zip(model.parameters, model.gradients) {
      let direction = gradient + weightDecay * parameter
      moved.append(parameter - direction * learningRate)
    }
    model.parameters = moved
  default:
    try sgdStep(ordered: right, model, learningRate: learningRate, weightDecay: weightDecay)
  }
}
