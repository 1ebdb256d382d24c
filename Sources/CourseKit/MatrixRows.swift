extension Matrix {
  /// Returns the matrix with `row` added to each of its rows: how a bias [1, columns] joins a batch [N, columns].
  ///
  /// Stops the program if `row` is not [1, columns].
  public func adding(row: Matrix, file: StaticString = #file, line: UInt = #line) -> Matrix {
    guard row.rows == 1, row.columns == columns else {
      stop(
        "adding(row:)", with: row, because: "the row must be [1, columns of the matrix]",
        file: file, line: line)
    }
    var result = self
    for start in stride(from: 0, to: elements.count, by: max(columns, 1)) {
      for column in 0..<columns {
        result.elements[start + column] += row.elements[column]
      }
    }
    return result
  }

  /// Returns the sums of the columns, [1, columns]: one number for each column, all rows added up.
  public func columnSums() -> Matrix {
    var sums = Matrix.zeros(rows: 1, columns: columns)
    for row in 0..<rows {
      for column in 0..<columns {
        sums.elements[column] += elements[row * columns + column]
      }
    }
    return sums
  }

  /// Returns the rows at `indices`, in that order, [indices.count, columns].
  ///
  /// Stops the program if an index is not a row of the matrix.
  public func rows(
    at indices: [Int], file: StaticString = #file, line: UInt = #line
  ) -> Matrix {
    var chosen: [Double] = []
    chosen.reserveCapacity(indices.count * columns)
    for index in indices {
      guard index >= 0, index < rows else {
        fatalError(
          "Index out of range: row \(index) of a matrix \(shape), whose rows are 0 ..< \(rows)",
          file: file, line: line)
      }
      chosen += elements[(index * columns)..<((index + 1) * columns)]
    }
    return Matrix(rows: indices.count, columns: columns, elements: chosen)
  }
}
