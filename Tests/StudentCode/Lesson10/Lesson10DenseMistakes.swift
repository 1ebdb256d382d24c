import CourseKit

extension Dense {
  /// Exercise 10.1 as the judge knows it wrong.
  func forward(mistake: String, _ input: Matrix, isTraining: Bool) throws -> Matrix {
    switch mistake {
    case "10.1 kept in evaluation as well":
      self.input = input
      return matmul(input, weights).adding(row: biases)
    case "10.1 never kept":
      return matmul(input, weights).adding(row: biases)
    case "10.1 kept in evaluation only":
      if !isTraining { self.input = input }
      return matmul(input, weights).adding(row: biases)
    case "10.1 cleared by an evaluation":
      self.input = isTraining ? input : nil
      return matmul(input, weights).adding(row: biases)
    case "10.1 first one kept for ever":
      if isTraining, self.input == nil { self.input = input }
      return matmul(input, weights).adding(row: biases)
    case "10.1 biases missing":
      if isTraining { self.input = input }
      return matmul(input, weights)
    case "10.1 biases in the first row only":
      if isTraining { self.input = input }
      var output = matmul(input, weights)
      for unit in 0..<output.columns { output[0, unit] += biases[0, unit] }
      return output
    case "10.1 output kept":
      let output = matmul(input, weights).adding(row: biases)
      if isTraining { self.input = output }
      return output
    case "10.1 input kept transposed":
      if isTraining { self.input = input.transposed }
      return matmul(input, weights).adding(row: biases)
    case "10.1 ReLU applied":
      if isTraining { self.input = input }
      return matmul(input, weights).adding(row: biases).map { max(0, $0) }
    case "10.1 input returned in evaluation":
      guard isTraining else { return input }
      self.input = input
      return matmul(input, weights).adding(row: biases)
    case "10.1 biases missing in evaluation":
      let product = matmul(input, weights)
      guard isTraining else { return product }
      self.input = input
      return product.adding(row: biases)
    default:
      return try forward(other: mistake, input, isTraining: isTraining)
    }
  }

  /// Exercise 10.2 as the judge knows it wrong.
  func backward(mistake: String, _ outputGradient: Matrix) throws -> Matrix {
    switch mistake {
    case "10.2 1/N once more":
      let delta = outputGradient / Double(outputGradient.rows)
      weightGradient = matmul(kept(input).transposed, delta)
      biasGradient = delta.columnSums()
      return matmul(delta, weights.transposed)
    case "10.2 weights' mean":
      weightGradient = matmul(kept(input).transposed, outputGradient) / Double(outputGradient.rows)
      biasGradient = outputGradient.columnSums()
      return matmul(outputGradient, weights.transposed)
    case "10.2 biases' mean":
      weightGradient = matmul(kept(input).transposed, outputGradient)
      biasGradient = outputGradient.columnSums() / Double(outputGradient.rows)
      return matmul(outputGradient, weights.transposed)
    case "10.2 both means":
      let rows = Double(outputGradient.rows)
      weightGradient = matmul(kept(input).transposed, outputGradient) / rows
      biasGradient = outputGradient.columnSums() / rows
      return matmul(outputGradient, weights.transposed)
    case "10.2 weight gradient transposed":
      weightGradient = matmul(outputGradient.transposed, kept(input))
      biasGradient = outputGradient.columnSums()
      return matmul(outputGradient, weights.transposed)
    case "10.2 sum over the units":
      weightGradient = matmul(kept(input).transposed, outputGradient)
      biasGradient = outputGradient.transposed.columnSums().transposed
      return matmul(outputGradient, weights.transposed)
    case "10.2 rows not added up":
      weightGradient = matmul(kept(input).transposed, outputGradient)
      biasGradient = outputGradient
      return matmul(outputGradient, weights.transposed)
    case "10.2 gradients summed over calls":
      weightGradient += matmul(kept(input).transposed, outputGradient)
      biasGradient += outputGradient.columnSums()
      return matmul(outputGradient, weights.transposed)
    case "10.2 weight gradient summed over calls":
      weightGradient += matmul(kept(input).transposed, outputGradient)
      biasGradient = outputGradient.columnSums()
      return matmul(outputGradient, weights.transposed)
    case "10.2 bias gradient not set":
      weightGradient = matmul(kept(input).transposed, outputGradient)
      return matmul(outputGradient, weights.transposed)
    case "10.2 gradients not set":
      _ = matmul(kept(input).transposed, outputGradient)
      return matmul(outputGradient, weights.transposed)
    case "10.2 outputGradient returned":
      weightGradient = matmul(kept(input).transposed, outputGradient)
      biasGradient = outputGradient.columnSums()
      return outputGradient
    case "10.2 returned transposed":
      weightGradient = matmul(kept(input).transposed, outputGradient)
      biasGradient = outputGradient.columnSums()
      return matmul(weights, outputGradient.transposed)
    case "10.2 masked by the input":
      let input = kept(input)
      weightGradient = matmul(input.transposed, outputGradient)
      biasGradient = outputGradient.columnSums()
      return matmul(outputGradient, weights.transposed) * input.map { $0 > 0 ? 1 : 0 }
    case "10.2 cleared by backward":
      weightGradient = matmul(kept(input).transposed, outputGradient)
      biasGradient = outputGradient.columnSums()
      input = nil
      return matmul(outputGradient, weights.transposed)
    case "10.2 no stop without an input":
      let input = input ?? Matrix.zeros(rows: outputGradient.rows, columns: weights.rows)
      weightGradient = matmul(input.transposed, outputGradient)
      biasGradient = outputGradient.columnSums()
      return matmul(outputGradient, weights.transposed)
    default:
      return try backward(other: mistake, outputGradient)
    }
  }
}
