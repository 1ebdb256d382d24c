import CourseKit

extension Dense {
  /// Exercise 10.1, wrong in ways that the judge has no name for.
  func forward(other: String, _ input: Matrix, isTraining: Bool) throws -> Matrix {
    switch other {
    case "10.1 biases missing and kept in evaluation as well":
      // Double, evidence: "returned  yours"
      self.input = input
      return matmul(input, weights)
    case "10.1 first bias left out":
      // Unknown, evidence: "returned[0, 0]  yours 6   expected 7"
      if isTraining { self.input = input }
      var output = matmul(input, weights)
      for row in 0..<output.rows {
        for unit in 1..<max(1, output.columns) { output[row, unit] += biases[0, unit] }
      }
      return output
    case "10.1 only larger batches kept":
      // Unknown, evidence: "input  yours"
      if isTraining, input.rows >= self.input?.rows ?? 0 { self.input = input }
      return matmul(input, weights).adding(row: biases)
    case "10.1 batches of one row not kept":
      // Unknown, evidence: "input  yours nil   expected [1, 1]"
      if isTraining, input.rows > 1 { self.input = input }
      return matmul(input, weights).adding(row: biases)
    default:
      return try forward(right: other, input, isTraining: isTraining)
    }
  }

  /// Exercise 10.2, wrong in ways that the judge has no name for.
  func backward(other: String, _ outputGradient: Matrix) throws -> Matrix {
    switch other {
    case "10.2 biases' mean and gradient returned":
      // Double, evidence: "returned  yours [4, 2]   expected [4, 3]"
      weightGradient = matmul(kept(input).transposed, outputGradient)
      biasGradient = outputGradient.columnSums() / Double(outputGradient.rows)
      return outputGradient
    case "10.2 divided by one row less":
      // Unknown, evidence: "weightGradient"
      weightGradient = matmul(kept(input).transposed, outputGradient) / Double(max(1, outputGradient.rows - 1))
      biasGradient = outputGradient.columnSums()
      return matmul(outputGradient, weights.transposed)
    case "10.2 gradients cut at 1":
      // Unknown, evidence: "weightGradient"
      weightGradient = matmul(kept(input).transposed, outputGradient).map { min(1, max(-1, $0)) }
      biasGradient = outputGradient.columnSums()
      return matmul(outputGradient, weights.transposed)
    case "10.2 last input kept for one more call":
      // Unknown, evidence: "input  yours"
      let input = kept(input)
      weightGradient = matmul(input.transposed, outputGradient)
      biasGradient = outputGradient.columnSums()
      self.input = 2 * input
      return matmul(outputGradient, weights.transposed)
    default:
      return try backward(right: other, outputGradient)
    }
  }
}

extension ReLULayer {
  /// Exercise 10.3, wrong in ways that the judge has no name for.
  func forward(other: String, _ input: Matrix, isTraining: Bool) throws -> Matrix {
    switch other {
    case "10.3 1 at 0 and kept in evaluation as well":
      // Double, evidence: "mask"
      mask = input.map { $0 >= 0 ? 1 : 0 }
      return input.map { max(0, $0) }
    case "10.3 almost 0 counts as 0":
      // Unknown, evidence: "yours 0"
      if isTraining { mask = input.map { $0 > 1e-9 ? 1 : 0 } }
      return input.map { max(0, $0) }
    case "10.3 2 above 2":
      // Unknown, evidence: "mask  yours"
      if isTraining { mask = input.map { $0 > 2 ? 2 : $0 > 0 ? 1 : 0 } }
      return input.map { max(0, $0) }
    case "10.3 masks collected":
      // Unknown, evidence: "mask  yours"
      let new = input.map { $0 > 0 ? 1 : 0 }
      if isTraining {
        if let old = mask, old.rows == new.rows { mask = old * new } else { mask = new }
      }
      return input.map { max(0, $0) }
    default:
      return try forward(right: other, input, isTraining: isTraining)
    }
  }

  /// Exercise 10.4, wrong in ways that the judge has no name for.
  func backward(other: String, _ outputGradient: Matrix) throws -> Matrix {
    switch other {
    case "10.4 mask added and divided by N":
      // Double, evidence: "returned  yours"
      return (outputGradient + kept(mask)) / Double(outputGradient.rows)
    case "10.4 a tenth passes all the same":
      // Unknown, evidence: "returned  yours"
      return outputGradient * kept(mask).map { $0 == 0 ? 0.1 : $0 }
    case "10.4 gradient cut at 1":
      // Unknown, evidence: "yours"
      return (outputGradient * kept(mask)).map { min(1, max(-1, $0)) }
    case "10.4 first row alone":
      // Unknown, evidence: "returned  yours"
      var result = outputGradient * kept(mask)
      for row in 1..<max(1, result.rows) {
        for unit in 0..<result.columns { result[row, unit] = 0 }
      }
      return result
    default:
      return try backward(right: other, outputGradient)
    }
  }
}

extension Sequential {
  /// Exercise 10.5, wrong in ways that the judge has no name for.
  func forward(other: String, _ input: Matrix, isTraining: Bool) throws -> Matrix {
    switch other {
    case "10.5 always training and last layer left out":
      // Double, evidence: "yours"
      var output = input
      for layer in layers.dropLast() { output = layer.forward(output, isTraining: true) }
      return output
    case "10.5 three layers only":
      // Unknown, evidence: "layers[3].input  yours nil   expected"
      var output = input
      for layer in layers.prefix(3) { output = layer.forward(output, isTraining: isTraining) }
      return output
    case "10.5 only the first layer told of training":
      // Unknown, evidence: "layers[1].isTraining  yours false   expected true"
      var output = input
      for (index, layer) in layers.enumerated() {
        output = layer.forward(output, isTraining: isTraining && index == 0)
      }
      return output
    case "10.5 output doubled":
      // Unknown, evidence: "returned[0, 0]  yours 18   expected 9"
      var output = input
      for layer in layers { output = layer.forward(output, isTraining: isTraining) }
      return layers.isEmpty ? output : 2 * output
    default:
      return try forward(right: other, input, isTraining: isTraining)
    }
  }

  /// Exercise 10.6, wrong in ways that the judge has no name for.
  func backward(other: String, _ outputGradient: Matrix) throws -> Matrix {
    switch other {
    case "10.6 forwards and first result returned":
      // Double, evidence: "layers[1].outputGradient  yours"
      var results: [Matrix] = []
      for layer in layers { results.append(layer.backward(results.last ?? outputGradient)) }
      return results.first ?? outputGradient
    case "10.6 three layers only":
      // Unknown, evidence: "layers[0].outputGradient  yours nil   expected"
      var gradient = outputGradient
      for layer in layers.suffix(3).reversed() { gradient = layer.backward(gradient) }
      return gradient
    case "10.6 halved on the way":
      // Unknown, evidence: "layers[0].outputGradient[0, 0]  yours 1.5   expected 3"
      var gradient = outputGradient
      for layer in layers.reversed() { gradient = 0.5 * layer.backward(gradient) }
      return gradient
    case "10.6 gradient of one row":
      // Unknown, evidence: "layers[0].outputGradient  yours"
      var gradient = outputGradient
      for layer in layers.reversed() { gradient = layer.backward(gradient).columnSums() }
      return gradient
    default:
      return try backward(right: other, outputGradient)
    }
  }
}

/// Exercise 10.7, wrong in ways that the judge has no name for.
func sgdStep(other: String, _ model: Layer, learningRate: Double, weightDecay: Double) throws {
  switch other {
  case "10.7 decay halved and biases not moved":
    // Double, evidence: "parameters[0]  yours"
    for (index, gradient) in model.gradients.enumerated() where index % 2 == 0 {
      model.parameters[index] -= learningRate * (gradient + 0.5 * weightDecay * model.parameters[index])
    }
  case "10.7 decay above 1 cut":
    // Unknown, evidence: "parameters"
    for (index, gradient) in model.gradients.enumerated() {
      model.parameters[index] -= learningRate * (gradient + min(1, weightDecay) * model.parameters[index])
    }
  case "10.7 four parameters only":
    // Unknown, evidence: "parameters"
    for (index, gradient) in model.gradients.prefix(4).enumerated() {
      model.parameters[index] -= learningRate * (gradient + weightDecay * model.parameters[index])
    }
  case "10.7 gradient of 0 moves nothing":
    // Unknown, evidence: "parameters"
    for (index, gradient) in model.gradients.enumerated() {
      for entry in gradient.elements.indices where gradient.elements[entry] != 0 {
        let p = model.parameters[index].elements[entry]
        model.parameters[index].elements[entry] = p - learningRate * (gradient.elements[entry] + weightDecay * p)
      }
    }
  default:
    try sgdStep(right: other, model, learningRate: learningRate, weightDecay: weightDecay)
  }
}
