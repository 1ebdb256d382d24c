/// Returns the matrix product a · b as a textbook computes it: the one to read, and the one that `matmul` is held against.
///
/// - Parameters:
///   - a: the left matrix [rows, inner].
///   - b: the right matrix [inner, columns].
/// - Returns: the product [rows, columns], as `matmul` has it up to rounding.
///
/// Stops the program if `a.columns` differs from `b.rows`.
public func textbookProduct(_ a: Matrix, _ b: Matrix, file: StaticString = #file, line: UInt = #line) -> Matrix {
  guard a.columns == b.rows else {
    a.stop(
      "textbookProduct", with: b, because: "the columns of the first must equal the rows of the second",
      file: file, line: line)
  }
  var product = Matrix.zeros(rows: a.rows, columns: b.columns)
  for i in 0..<a.rows {
    for k in 0..<a.columns {
      for j in 0..<b.columns {
        product[i, j] += a[i, k] * b[k, j]
      }
    }
  }
  return product
}
