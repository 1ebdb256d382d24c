import CourseKit
import Engine

/// Operations on matrices as a student's program does them: where the shapes do not fit, it stops.
///
/// They are plain loops over the entries, like the judge's right answers.
enum Stopping {
  /// a · b.
  static func product(_ a: Matrix, _ b: Matrix) throws -> Matrix {
    guard a.columns == b.rows else { throw PredictedStop() }
    let (inner, columns) = (a.columns, b.columns)
    return Matrix.filled(a.rows, columns) { row, column in
      var sum = 0.0
      for index in 0..<inner { sum += a.elements[row * inner + index] * b.elements[index * columns + column] }
      return sum
    }
  }

  /// What comes of the entries at the same place.
  static func entrywise(
    _ a: Matrix, _ b: Matrix, _ operation: (Double, Double) -> Double
  ) throws -> Matrix {
    guard a.rows == b.rows, a.columns == b.columns else { throw PredictedStop() }
    var result = a
    for index in a.elements.indices { result.elements[index] = operation(a.elements[index], b.elements[index]) }
    return result
  }

  /// The matrix with rows and columns exchanged.
  static func turned(_ matrix: Matrix) -> Matrix { .filled(matrix.columns, matrix.rows) { matrix[$1, $0] } }

  /// The sum of each column, [1, columns].
  static func columnSums(_ matrix: Matrix) -> Matrix {
    .filled(1, matrix.columns) { _, column in
      var sum = 0.0
      for row in 0..<matrix.rows { sum += matrix[row, column] }
      return sum
    }
  }

  /// The element at an index.
  static func element<Element>(_ array: [Element], _ index: Int) throws -> Element {
    guard array.indices.contains(index) else { throw PredictedStop() }
    return array[index]
  }
}

/// The entries of matrices one after the other: what formulas of a whole network are made of.
func inOneRow(_ matrices: [Matrix]) -> Matrix {
  let entries = matrices.flatMap(\.elements)
  return Matrix(rows: 1, columns: entries.count, elements: entries)
}
