internal import Kernels

/// Returns the matrix product a · b: entry [i, j] is the sum over k of a[i, k] · b[k, j].
///
/// - Parameters:
///   - a: the left matrix [rows, inner].
///   - b: the right matrix [inner, columns].
/// - Returns: the product [rows, columns].
///
/// Stops the program if `a.columns` differs from `b.rows`.
public func matmul(
  _ a: Matrix, _ b: Matrix, file: StaticString = #file, line: UInt = #line
) -> Matrix {
  guard a.columns == b.rows else {
    // A matrix multiplied by itself is meant as a square of each entry more often than not.
    a.stop(
      "matmul", with: b,
      because: a == b
        ? "the columns of the first must equal the rows of the second (the square of each entry is a * a)"
        : "the columns of the first must equal the rows of the second",
      file: file, line: line)
  }
  return Matrix(rows: a.rows, columns: b.columns) { product in
    a.elements.withUnsafeBufferPointer { left in
      b.elements.withUnsafeBufferPointer { right in
        guard let left = left.baseAddress, let right = right.baseAddress, let product = product.baseAddress else {
          // A matrix without entries may have no address; a sum of nothing is 0.
          return product.update(repeating: 0)
        }
        multiply(left, right, into: product, rows: a.rows, inner: a.columns, columns: b.columns)
      }
    }
  }
}

extension Matrix {
  /// The matrix with rows and columns exchanged, [columns, rows].
  public var transposed: Matrix {
    Matrix(rows: columns, columns: rows) { result in
      elements.withUnsafeBufferPointer { elements in
        guard let elements = elements.baseAddress, let result = result.baseAddress else { return }
        transpose(elements, into: result, rows: rows, columns: columns)
      }
    }
  }
}
