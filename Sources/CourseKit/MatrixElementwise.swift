extension Matrix {
  /// Returns the matrix of the same shape whose entries are `transform(entry)`.
  @inlinable @inline(__always)
  public func map(_ transform: (Double) -> Double) -> Matrix {
    Matrix(rows: rows, columns: columns) { result in
      elements.withUnsafeBufferPointer { elements in
        for index in 0..<elements.count { result[index] = transform(elements[index]) }
      }
    }
  }

  /// Returns the sums of entries at the same place.
  ///
  /// Stops the program if the shapes differ.
  public static func + (left: Matrix, right: Matrix) -> Matrix {
    left.combined(with: right, "+") { $0 + $1 }
  }

  /// Returns the differences of entries at the same place.
  ///
  /// Stops the program if the shapes differ.
  public static func - (left: Matrix, right: Matrix) -> Matrix {
    left.combined(with: right, "-") { $0 - $1 }
  }

  /// Adds the entries of `right` at the same place.
  ///
  /// Stops the program if the shapes differ.
  public static func += (left: inout Matrix, right: Matrix) { left = left + right }

  /// Subtracts the entries of `right` at the same place.
  ///
  /// Stops the program if the shapes differ.
  public static func -= (left: inout Matrix, right: Matrix) { left = left - right }

  /// Returns the products of entries at the same place, written ⊙ on the pages.
  ///
  /// The matrix product is `matmul`.
  ///
  /// Stops the program if the shapes differ.
  public static func * (left: Matrix, right: Matrix) -> Matrix {
    left.combined(with: right, "*") { $0 * $1 }
  }

  /// Returns the matrix with every entry multiplied by `factor`.
  public static func * (factor: Double, matrix: Matrix) -> Matrix {
    matrix.map { factor * $0 }
  }

  /// Returns the matrix with every entry multiplied by `factor`.
  public static func * (matrix: Matrix, factor: Double) -> Matrix {
    matrix.map { $0 * factor }
  }

  /// Returns the matrix with every entry divided by `divisor`.
  public static func / (matrix: Matrix, divisor: Double) -> Matrix {
    matrix.map { $0 / divisor }
  }

  @inline(__always)
  private func combined(
    with other: Matrix, _ operation: StaticString, _ combine: (Double, Double) -> Double
  ) -> Matrix {
    guard rows == other.rows, columns == other.columns else {
      stop(operation, with: other, because: "entry by entry, both must have the same shape")
    }
    return Matrix(rows: rows, columns: columns) { result in
      elements.withUnsafeBufferPointer { left in
        other.elements.withUnsafeBufferPointer { right in
          for index in 0..<left.count { result[index] = combine(left[index], right[index]) }
        }
      }
    }
  }
}
