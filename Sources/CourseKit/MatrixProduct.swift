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
    a.stop(
      "matmul", with: b, because: "the columns of the first must equal the rows of the second",
      file: file, line: line)
  }
  var product = Matrix.zeros(rows: a.rows, columns: b.columns)
  for i in 0..<a.rows {
    for k in 0..<a.columns {
      let factor = a.elements[i * a.columns + k]
      for j in 0..<b.columns {
        product.elements[i * b.columns + j] += factor * b.elements[k * b.columns + j]
      }
    }
  }
  return product
}

extension Matrix {
  /// The matrix with rows and columns exchanged, [columns, rows].
  public var transposed: Matrix {
    var result = Matrix.zeros(rows: columns, columns: rows)
    for row in 0..<rows {
      for column in 0..<columns {
        result.elements[column * rows + row] = elements[row * columns + column]
      }
    }
    return result
  }
}
