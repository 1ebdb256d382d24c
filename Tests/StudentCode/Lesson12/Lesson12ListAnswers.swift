import CourseKit

/// Exercise 12.1, right with lists, early exits or one example after the other.
func dropoutMask(
  listed right: String, rows: Int, columns: Int, keepProbability: Double,
  using generator: inout some RandomNumberGenerator
) throws -> Matrix {
  switch right {
  case "12.1 map, zip and reduce":
    return Matrix(rows: rows, columns: columns, repeating: 1 / keepProbability)
      .map { generator.nextUniform() < keepProbability ? $0 : 0 }
  case "12.1 early exits and force":
    if keepProbability == 1 { return Matrix(rows: rows, columns: columns, repeating: 1) }
    var mask = Matrix(rows: rows, columns: columns, repeating: 1 / keepProbability)
    for index in 0..<mask.elements.count {
      if generator.nextUniform() < keepProbability { continue }
      mask.elements[index] = 0
    }
    return mask
  case "12.1 example by example":
    return Matrix(
      (0..<rows).map { _ in
        let draws = (0..<columns).map { _ in generator.nextUniform() }
        return draws.map { $0 < keepProbability ? 1 / keepProbability : 0 }
      })
  default:
    return try dropoutMask(
      ordered: right, rows: rows, columns: columns, keepProbability: keepProbability, using: &generator)
  }
}

extension DropoutLayer {
  /// Exercise 12.2, right with lists, early exits or one example after the other.
  func forward(listed right: String, _ input: Matrix, isTraining: Bool) throws -> Matrix {
    switch right {
    case "12.2 map, zip and reduce":
      guard isTraining else { return input }
      let newMask = dropoutMask(
        rows: input.rows, columns: input.columns, keepProbability: keepProbability, using: &generator)
      mask = newMask
      return Matrix(
        rows: input.rows, columns: input.columns, elements: zip(input.elements, newMask.elements).map { $0 * $1 })
    case "12.2 early exits and force":
      if isTraining {
        mask = dropoutMask(
          rows: input.rows, columns: input.columns, keepProbability: keepProbability, using: &generator)
        return input * mask!
      }
      return input
    case "12.2 example by example":
      guard isTraining else { return input }
      var (all, output): ([Double], [Double]) = ([], [])
      for index in 0..<input.rows {
        let own = dropoutMask(rows: 1, columns: input.columns, keepProbability: keepProbability, using: &generator)
        all += own.elements
        output += (input.rows(at: [index]) * own).elements
      }
      mask = Matrix(rows: input.rows, columns: input.columns, elements: all)
      return Matrix(rows: input.rows, columns: input.columns, elements: output)
    default:
      return try forward(ordered: right, input, isTraining: isTraining)
    }
  }

  /// Exercise 12.3, right with lists, early exits or one example after the other.
  func backward(listed right: String, _ outputGradient: Matrix) throws -> Matrix {
    switch right {
    case "12.3 map, zip and reduce":
      let mask = kept(mask)
      return Matrix(
        rows: mask.rows, columns: mask.columns, elements: zip(outputGradient.elements, mask.elements).map { $0 * $1 })
    case "12.3 early exits and force":
      guard let mask = self.mask else { fatalError("There was no forward in training.") }
      return outputGradient * mask
    case "12.3 example by example":
      let own = kept(mask)
      var result: [Double] = []
      for index in 0..<own.rows { result += (outputGradient.rows(at: [index]) * own.rows(at: [index])).elements }
      return Matrix(rows: own.rows, columns: own.columns, elements: result)
    default:
      return try backward(ordered: right, outputGradient)
    }
  }
}
