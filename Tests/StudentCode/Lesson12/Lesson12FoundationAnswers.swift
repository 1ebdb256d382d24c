import CourseKit
import Foundation

/// Exercise 12.1, right in a file that imports Foundation.
func dropoutMask(
  foundation right: String, rows: Int, columns: Int, keepProbability: Double,
  using generator: inout some RandomNumberGenerator
) throws -> Matrix {
  switch right {
  case "12.1 Foundation imported":
    var mask = Matrix.zeros(rows: rows, columns: columns)
    for index in mask.elements.indices {
      mask.elements[index] = floor(keepProbability + generator.nextUniform()) / keepProbability
    }
    return mask
  default:
    throw NoSuchVersion(title: right)
  }
}

extension DropoutLayer {
  /// Exercise 12.2, right in a file that imports Foundation.
  func forward(foundation right: String, _ input: Matrix, isTraining: Bool) throws -> Matrix {
    switch right {
    case "12.2 Foundation imported":
      guard isTraining else { return input }
      let newMask = dropoutMask(
        rows: input.rows, columns: input.columns, keepProbability: keepProbability, using: &generator)
      mask = newMask
      var output = input
      for index in output.elements.indices where newMask.elements[index] < 0.5 { output.elements[index] = 0 }
      return output * pow(keepProbability, -1)
    default:
      throw NoSuchVersion(title: right)
    }
  }

  /// Exercise 12.3, right in a file that imports Foundation.
  func backward(foundation right: String, _ outputGradient: Matrix) throws -> Matrix {
    switch right {
    case "12.3 Foundation imported":
      let mask = kept(self.mask)
      var result = outputGradient
      for index in result.elements.indices { result.elements[index] *= fmax(mask.elements[index], 0) }
      return result
    default:
      throw NoSuchVersion(title: right)
    }
  }
}
