import CourseKit

/// Exercise 12.1, right in another order or with other draws.
func dropoutMask(
  ordered right: String, rows: Int, columns: Int, keepProbability: Double,
  using generator: inout some RandomNumberGenerator
) throws -> Matrix {
  switch right {
  case "12.1 from the last to the first":
    var mask = Matrix.zeros(rows: rows, columns: columns)
    for column in (0..<columns).reversed() {
      for row in (0..<rows).reversed() { mask[row, column] = generator.nextUniform() < keepProbability ? 1 : 0 }
    }
    return mask / keepProbability
  case "12.1 whole numbers and other draws":
    var mask = Matrix.zeros(rows: rows, columns: columns)
    for index in mask.elements.indices {
      let share = Double(generator.next() >> 12) / Double(UInt64(1) << 52)
      _ = generator.next()
      mask.elements[index] = 1 - share <= keepProbability ? 1 / keepProbability : 0
    }
    return mask
  case "12.1 functions inside":
    func isKept(_ generator: inout some RandomNumberGenerator) -> Bool {
      Double.random(in: 0..<1, using: &generator) >= 1 - keepProbability
    }
    var mask = Matrix.zeros(rows: rows, columns: columns)
    var index = 0
    while index < rows * columns {
      if isKept(&generator) { mask.elements[index] += 1 / keepProbability }
      index += 1
    }
    return mask
  default:
    return try dropoutMask(
      foundation: right, rows: rows, columns: columns, keepProbability: keepProbability, using: &generator)
  }
}

extension DropoutLayer {
  /// Exercise 12.2, right in another order or with other draws.
  func forward(ordered right: String, _ input: Matrix, isTraining: Bool) throws -> Matrix {
    switch right {
    case "12.2 from the last to the first":
      let output: Matrix
      if isTraining {
        let newMask = dropoutMask(
          rows: input.rows, columns: input.columns, keepProbability: keepProbability, using: &generator)
        output = newMask * input
        mask = newMask
      } else {
        output = input
      }
      return output
    case "12.2 whole numbers and other draws":
      guard isTraining else { return input }
      let elements = input.elements.map { _ in
        Double(generator.next() >> 11) * 0x1p-53 >= keepProbability ? 0 : 1 / keepProbability
      }
      mask = Matrix(rows: input.rows, columns: input.columns, elements: elements)
      return input * kept(mask)
    case "12.2 functions inside":
      func newMask() -> Matrix {
        dropoutMask(
          rows: input.rows, columns: input.columns, keepProbability: keepProbability, using: &generator)
      }
      switch isTraining {
      case true:
        mask = keepProbability == 1 ? input.map { _ in 1 } : newMask()
        return input * kept(mask)
      case false: return input
      }
    default:
      return try forward(foundation: right, input, isTraining: isTraining)
    }
  }

  /// Exercise 12.3, right in another order or with other draws.
  func backward(ordered right: String, _ outputGradient: Matrix) throws -> Matrix {
    switch right {
    case "12.3 from the last to the first":
      let mask = kept(mask)
      var result = outputGradient
      for index in result.elements.indices.reversed() { result.elements[index] *= mask.elements[index] }
      return result
    case "12.3 whole numbers and other draws":
      return kept(mask).map { $0 > 0 ? 1 : 0 } * outputGradient / keepProbability
    case "12.3 functions inside":
      func passed(_ gradient: Matrix, through mask: Matrix) -> Matrix { mask * gradient }
      return passed(outputGradient, through: kept(mask))
    default:
      return try backward(foundation: right, outputGradient)
    }
  }
}
