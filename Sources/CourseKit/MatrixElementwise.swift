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
  public static func + (left: consuming Matrix, right: Matrix) -> Matrix {
    left.combine(with: right, "+") { $0 += $1 }
    return left
  }

  /// Returns the differences of entries at the same place.
  ///
  /// Stops the program if the shapes differ.
  public static func - (left: consuming Matrix, right: Matrix) -> Matrix {
    left.combine(with: right, "-") { $0 -= $1 }
    return left
  }

  /// Adds the entries of `right` at the same place.
  ///
  /// Stops the program if the shapes differ.
  public static func += (left: inout Matrix, right: Matrix) {
    left.combine(with: right, "+=") { $0 += $1 }
  }

  /// Subtracts the entries of `right` at the same place.
  ///
  /// Stops the program if the shapes differ.
  public static func -= (left: inout Matrix, right: Matrix) {
    left.combine(with: right, "-=") { $0 -= $1 }
  }

  /// Returns the products of entries at the same place, written ⊙ on the pages.
  ///
  /// The matrix product is `matmul`.
  ///
  /// Stops the program if the shapes differ.
  public static func * (left: consuming Matrix, right: Matrix) -> Matrix {
    left.combine(with: right, "*") { $0 *= $1 }
    return left
  }

  /// Returns the matrix with every entry multiplied by `factor`.
  public static func * (factor: Double, matrix: consuming Matrix) -> Matrix {
    matrix.update { $0 *= factor }
    return matrix
  }

  /// Returns the matrix with every entry multiplied by `factor`.
  public static func * (matrix: consuming Matrix, factor: Double) -> Matrix {
    matrix.update { $0 *= factor }
    return matrix
  }

  /// Returns the matrix with every entry divided by `divisor`.
  public static func / (matrix: consuming Matrix, divisor: Double) -> Matrix {
    matrix.update { $0 /= divisor }
    return matrix
  }

  /// Changes every entry in its place.
  @inline(__always)
  private mutating func update(_ change: (inout Double) -> Void) {
    elements.withUnsafeMutableBufferPointer { elements in
      for index in 0..<elements.count { change(&elements[index]) }
    }
  }

  /// Changes every entry in its place by the entry of another matrix that stands there.
  @inline(__always)
  private mutating func combine(
    with other: Matrix, _ operation: StaticString, _ change: (inout Double, Double) -> Void
  ) {
    guard rows == other.rows, columns == other.columns else {
      stop(operation, with: other, because: "entry by entry, both must have the same shape")
    }
    elements.withUnsafeMutableBufferPointer { elements in
      other.elements.withUnsafeBufferPointer { others in
        for index in 0..<elements.count { change(&elements[index], others[index]) }
      }
    }
  }
}
