import CourseKit

/// A matrix of normal numbers.
func someMatrix(_ rows: Int, _ columns: Int, seed: UInt64) -> Matrix {
  var generator = SeededGenerator(seed: seed)
  return Matrix(
    rows: rows, columns: columns, elements: (0..<rows * columns).map { _ in generator.nextGaussian() })
}

/// Whether two matrices have the same shape and agree up to rounding.
func areClose(_ a: Matrix, _ b: Matrix) -> Bool {
  a.shape == b.shape && zip(a.elements, b.elements).allSatisfy { abs($0 - $1) <= 1e-12 }
}
