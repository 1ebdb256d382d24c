import CourseKit

/// Exercise 12.1, right in plain loops or by recursion.
func dropoutMask(
  right: String, rows: Int, columns: Int, keepProbability: Double, using generator: inout some RandomNumberGenerator
) throws -> Matrix {
  switch right {
  case "12.1 loops over rows and units":
    var mask = Matrix.zeros(rows: rows, columns: columns)
    for row in 0..<rows {
      for column in 0..<columns where generator.nextUniform() < keepProbability {
        mask[row, column] = 1 / keepProbability
      }
    }
    return mask
  case "12.1 loops over flat elements":
    var elements: [Double] = []
    let scale = 1 / keepProbability
    for _ in 0..<rows * columns {
      if generator.nextUniform() >= keepProbability { elements.append(0) } else { elements.append(scale) }
    }
    return Matrix(rows: rows, columns: columns, elements: elements)
  case "12.1 recursion":
    func entries(_ count: Int, _ generator: inout some RandomNumberGenerator) -> [Double] {
      if count == 0 { return [] }
      if count > 1 { return entries(count / 2, &generator) + entries(count - count / 2, &generator) }
      return [Double.random(in: 0...1, using: &generator) <= keepProbability ? 1 / keepProbability : 0]
    }
    return Matrix(rows: rows, columns: columns, elements: entries(rows * columns, &generator))
  default:
    return try dropoutMask(
      listed: right, rows: rows, columns: columns, keepProbability: keepProbability, using: &generator)
  }
}

extension DropoutLayer {
  /// Exercise 12.2, right in plain loops or by recursion.
  func forward(right: String, _ input: Matrix, isTraining: Bool) throws -> Matrix {
    switch right {
    case "12.2 loops over rows and units":
      if !isTraining { return input }
      let drawn = dropoutMask(
        rows: input.rows, columns: input.columns, keepProbability: keepProbability, using: &generator)
      var output = Matrix.zeros(rows: input.rows, columns: input.columns)
      for row in 0..<input.rows {
        for column in 0..<input.columns { output[row, column] = input[row, column] * drawn[row, column] }
      }
      mask = drawn
      return output
    case "12.2 loops over flat elements":
      if isTraining == false { return input }
      var output = input
      var drawn = input
      for index in input.elements.indices {
        drawn.elements[index] = generator.nextUniform() < keepProbability ? 1 / keepProbability : 0
        output.elements[index] *= drawn.elements[index]
      }
      self.mask = drawn
      return output
    case "12.2 recursion":
      guard isTraining else { return input }
      mask = dropoutMask(
        rows: input.rows, columns: input.columns, keepProbability: keepProbability, using: &generator)
      let own = kept(mask)
      func products(from index: Int) -> [Double] {
        if index == input.elements.count { return [] }
        return [input.elements[index] * own.elements[index]] + products(from: index + 1)
      }
      return Matrix(rows: input.rows, columns: input.columns, elements: products(from: 0))
    default:
      return try forward(listed: right, input, isTraining: isTraining)
    }
  }

  /// Exercise 12.3, right in plain loops or by recursion.
  func backward(right: String, _ outputGradient: Matrix) throws -> Matrix {
    switch right {
    case "12.3 loops over rows and units":
      let mask = kept(mask)
      var result = Matrix.zeros(rows: outputGradient.rows, columns: outputGradient.columns)
      for row in 0..<result.rows {
        for column in 0..<result.columns { result[row, column] = outputGradient[row, column] * mask[row, column] }
      }
      return result
    case "12.3 loops over flat elements":
      let own = kept(mask)
      var result = outputGradient
      for index in result.elements.indices {
        result.elements[index] = own.elements[index] == 0 ? 0 : outputGradient.elements[index] / keepProbability
      }
      return result
    case "12.3 recursion":
      let own = kept(mask)
      func products(from index: Int) -> [Double] {
        if index == own.elements.count { return [] }
        return [outputGradient.elements[index] * own.elements[index]] + products(from: index + 1)
      }
      return Matrix(rows: own.rows, columns: own.columns, elements: products(from: 0))
    default:
      return try backward(listed: right, outputGradient)
    }
  }
}
