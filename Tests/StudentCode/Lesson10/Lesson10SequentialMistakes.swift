import CourseKit

extension Sequential {
  /// Exercise 10.5 as the judge knows it wrong.
  func forward(mistake: String, _ input: Matrix, isTraining: Bool) throws -> Matrix {
    switch mistake {
    case "10.5 the same for every layer":
      var output = input
      for layer in layers { output = layer.forward(input, isTraining: isTraining) }
      return output
    case "10.5 from the last layer to the first":
      var output = input
      for layer in layers.reversed() { output = layer.forward(output, isTraining: isTraining) }
      return output
    case "10.5 first layer left out":
      var output = input
      for layer in layers.dropFirst() { output = layer.forward(output, isTraining: isTraining) }
      return output
    case "10.5 last layer left out":
      var output = input
      for layer in layers.dropLast() { output = layer.forward(output, isTraining: isTraining) }
      return output
    case "10.5 last layer left out, no layers stop":
      try stop(unless: !layers.isEmpty)
      var output = input
      for index in 0..<layers.count - 1 { output = layers[index].forward(output, isTraining: isTraining) }
      return output
    case "10.5 first layer only":
      for layer in layers { return layer.forward(input, isTraining: isTraining) }
      return input
    case "10.5 always training":
      var output = input
      for layer in layers { output = layer.forward(output, isTraining: true) }
      return output
    case "10.5 never training":
      return layers.reduce(input) { output, layer in layer.forward(output, isTraining: false) }
    case "10.5 training turned round":
      return layers.reduce(input) { $1.forward($0, isTraining: !isTraining) }
    case "10.5 input returned":
      var output = input
      for layer in layers { output = layer.forward(output, isTraining: isTraining) }
      return layers.isEmpty ? output : input
    case "10.5 every layer twice":
      var output = input
      for layer in layers {
        let hidden = layer.forward(output, isTraining: isTraining)
        output = layer.forward(hidden, isTraining: isTraining)
      }
      return output
    default:
      return try forward(other: mistake, input, isTraining: isTraining)
    }
  }

  /// Exercise 10.6 as the judge knows it wrong.
  func backward(mistake: String, _ outputGradient: Matrix) throws -> Matrix {
    switch mistake {
    case "10.6 from the first layer to the last":
      var gradient = outputGradient
      for layer in layers { gradient = layer.backward(gradient) }
      return gradient
    case "10.6 layers turned round for good":
      layers.reverse()
      var gradient = outputGradient
      for layer in layers { gradient = layer.backward(gradient) }
      return gradient
    case "10.6 the same for every layer":
      var gradient = outputGradient
      for layer in layers.reversed() { gradient = layer.backward(outputGradient) }
      return gradient
    case "10.6 outputGradient returned":
      var gradient = outputGradient
      for layer in layers.reversed() { gradient = layer.backward(gradient) }
      return layers.isEmpty ? gradient : outputGradient
    case "10.6 first layer left out":
      var gradient = outputGradient
      for layer in layers.dropFirst().reversed() { gradient = layer.backward(gradient) }
      return gradient
    case "10.6 first layer left out, no layers stop":
      try stop(unless: !layers.isEmpty)
      var gradient = outputGradient
      for index in (1..<layers.count).reversed() { gradient = layers[index].backward(gradient) }
      return gradient
    case "10.6 last layer left out":
      var gradient = outputGradient
      for layer in layers.dropLast().reversed() { gradient = layer.backward(gradient) }
      return gradient
    case "10.6 last layer only":
      guard let last = layers.last else { return outputGradient }
      return last.backward(outputGradient)
    case "10.6 first result returned":
      var results: [Matrix] = []
      for layer in layers.reversed() { results.append(layer.backward(results.last ?? outputGradient)) }
      return results.first ?? outputGradient
    case "10.6 two layers at most":
      var gradient = outputGradient
      for layer in layers.suffix(2).reversed() { gradient = layer.backward(gradient) }
      return gradient
    default:
      return try backward(other: mistake, outputGradient)
    }
  }
}

/// Exercise 10.7 as the judge knows it wrong.
func sgdStep(mistake: String, _ model: Layer, learningRate: Double, weightDecay: Double) throws {
  switch mistake {
  case "10.7 uphill":
    for (index, gradient) in model.gradients.enumerated() {
      model.parameters[index] += learningRate * (gradient + weightDecay * model.parameters[index])
    }
  case "10.7 decay's sign":
    for (index, gradient) in model.gradients.enumerated() {
      model.parameters[index] -= learningRate * (gradient - weightDecay * model.parameters[index])
    }
  case "10.7 decay missing":
    for (index, gradient) in model.gradients.enumerated() { model.parameters[index] -= learningRate * gradient }
  case "10.7 decay not multiplied by the learning rate":
    for (index, gradient) in model.gradients.enumerated() {
      let p = model.parameters[index]
      model.parameters[index] = p - learningRate * gradient - weightDecay * p
    }
  case "10.7 decay multiplied by the learning rate twice":
    for (index, gradient) in model.gradients.enumerated() {
      let decay = learningRate * weightDecay * model.parameters[index]
      model.parameters[index] -= learningRate * (gradient + decay)
    }
  case "10.7 decay after the step":
    for (index, gradient) in model.gradients.enumerated() {
      model.parameters[index] -= learningRate * gradient
      model.parameters[index] -= learningRate * weightDecay * model.parameters[index]
    }
  case "10.7 learning rate missing":
    for (index, gradient) in model.gradients.enumerated() {
      model.parameters[index] -= gradient + weightDecay * model.parameters[index]
    }
  case "10.7 biases without decay":
    for (index, gradient) in model.gradients.enumerated() {
      let decay = index % 2 == 0 ? weightDecay : 0
      model.parameters[index] -= learningRate * (gradient + decay * model.parameters[index])
    }
  case "10.7 single rows without decay":
    for (index, gradient) in model.gradients.enumerated() {
      let p = model.parameters[index]
      model.parameters[index] = p - learningRate * (p.rows == 1 ? gradient : gradient + weightDecay * p)
    }
  case "10.7 not written back":
    var parameters = model.parameters
    for (index, gradient) in model.gradients.enumerated() {
      parameters[index] -= learningRate * (gradient + weightDecay * parameters[index])
    }
  case "10.7 first parameter only":
    guard let gradient = model.gradients.first else { return }
    model.parameters[0] -= learningRate * (gradient + weightDecay * model.parameters[0])
  case "10.7 biases not moved":
    for (index, gradient) in model.gradients.enumerated() where index % 2 == 0 {
      model.parameters[index] -= learningRate * (gradient + weightDecay * model.parameters[index])
    }
  case "10.7 parameters replaced":
    for (index, gradient) in model.gradients.enumerated() {
      model.parameters[index] = learningRate * (gradient + weightDecay * model.parameters[index])
    }
  default:
    try sgdStep(other: mistake, model, learningRate: learningRate, weightDecay: weightDecay)
  }
}
