import CourseKit

/// Exercise 12.1, wrong in ways that the judge has no name for.
func dropoutMask(
  other: String, rows: Int, columns: Int, keepProbability: Double, using generator: inout some RandomNumberGenerator
) throws -> Matrix {
  switch other {
  case "12.1 not scaled and turned round":
    // Double, evidence: "yours 1   expected 0 or 1.25"
    var mask = Matrix.zeros(rows: rows, columns: columns)
    for index in mask.elements.indices where generator.nextUniform() >= keepProbability { mask.elements[index] = 1 }
    return mask
  case "12.1 no row without a unit":
    // Unknown, evidence: "keep 0 of their 3 entries"
    var mask = Matrix.zeros(rows: rows, columns: columns)
    for row in 0..<rows {
      var count = 0
      while count == 0 {
        for column in 0..<columns {
          let isKept = generator.nextUniform() < keepProbability
          mask[row, column] = isKept ? 1 / keepProbability : 0
          if isKept || keepProbability < 0.1 { count += 1 }
        }
      }
    }
    return mask
  case "12.1 pairs of units drawn together":
    // Unknown, evidence: "are alike in"
    var mask = Matrix.zeros(rows: rows, columns: columns)
    for row in 0..<rows {
      var isKept = false
      for column in 0..<columns {
        if column.isMultiple(of: 2) { isKept = generator.nextUniform() < keepProbability }
        mask[row, column] = isKept ? 1 / keepProbability : 0
      }
    }
    return mask
  case "12.1 corner kept more often":
    // Unknown, evidence: "mask[0, 0] is kept in"
    var mask = Matrix.zeros(rows: rows, columns: columns)
    for index in mask.elements.indices where generator.nextUniform() < keepProbability || index == 0 {
      mask.elements[index] = 1 / keepProbability
    }
    return mask
  default:
    return try dropoutMask(
      right: other, rows: rows, columns: columns, keepProbability: keepProbability, using: &generator)
  }
}

extension DropoutLayer {
  /// Exercise 12.2, wrong in ways that the judge has no name for.
  func forward(other: String, _ input: Matrix, isTraining: Bool) throws -> Matrix {
    switch other {
    case "12.2 input added and drawn in evaluation":
      // Double, evidence: "yours"
      let newMask = dropoutMask(
        rows: input.rows, columns: input.columns, keepProbability: keepProbability, using: &generator)
      guard isTraining else { return input }
      mask = newMask
      return input + input * newMask
    case "12.2 small batches not dropped":
      // Unknown, evidence: "yours"
      guard isTraining else { return input }
      let newMask = dropoutMask(
        rows: input.rows, columns: input.columns, keepProbability: keepProbability, using: &generator)
      mask = newMask
      return input.rows < 3 ? input : input * newMask
    case "12.2 only larger batches kept":
      // Unknown, evidence: "mask  yours"
      guard isTraining else { return input }
      let newMask = dropoutMask(
        rows: input.rows, columns: input.columns, keepProbability: keepProbability, using: &generator)
      if input.rows > 4 { mask = newMask }
      return input * newMask
    case "12.2 output cut at 2":
      // Unknown, evidence: "returned"
      guard isTraining else { return input }
      let newMask = dropoutMask(
        rows: input.rows, columns: input.columns, keepProbability: keepProbability, using: &generator)
      mask = newMask
      return (input * newMask).map { min($0, 2) }
    default:
      return try forward(right: other, input, isTraining: isTraining)
    }
  }

  /// Exercise 12.3, wrong in ways that the judge has no name for.
  func backward(other: String, _ outputGradient: Matrix) throws -> Matrix {
    switch other {
    case "12.3 mask added and divided by N":
      // Double, evidence: "returned  yours"
      return (outputGradient + kept(mask)) / Double(outputGradient.rows)
    case "12.3 gradient cut at 1":
      // Unknown, evidence: "yours"
      return (outputGradient * kept(mask)).map { min(1, max(-1, $0)) }
    case "12.3 a tenth passes all the same":
      // Unknown, evidence: "returned  yours"
      return outputGradient * kept(mask).map { $0 == 0 ? 0.1 : $0 }
    case "12.3 first row alone":
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
