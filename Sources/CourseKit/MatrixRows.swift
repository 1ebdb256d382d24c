extension Matrix {
  /// Returns the matrix with `row` added to each of its rows: how a bias [1, columns] joins a batch [N, columns].
  ///
  /// Stops the program if `row` is not [1, columns].
  public consuming func adding(row: Matrix, file: StaticString = #file, line: UInt = #line) -> Matrix {
    guard row.rows == 1, row.columns == columns else {
      stop(
        "adding(row:)", with: row, because: "the row must be [1, columns of the matrix]",
        file: file, line: line)
    }
    let count = rows
    let width = columns
    elements.withUnsafeMutableBufferPointer { elements in
      row.elements.withUnsafeBufferPointer { row in
        for index in 0..<count {
          let start = index &* width
          for column in 0..<width { elements[start &+ column] += row[column] }
        }
      }
    }
    return self
  }

  /// Returns the sums of the columns, [1, columns]: one number for each column, all rows added up.
  public func columnSums() -> Matrix {
    Matrix(rows: 1, columns: columns) { sums in
      sums.update(repeating: 0)
      elements.withUnsafeBufferPointer { elements in
        for row in 0..<rows {
          let start = row &* columns
          for column in 0..<columns { sums[column] += elements[start &+ column] }
        }
      }
    }
  }

  /// Returns the rows at `indices`, in that order, [indices.count, columns].
  ///
  /// Stops the program if an index is not a row of the matrix.
  public func rows(
    at indices: [Int], file: StaticString = #file, line: UInt = #line
  ) -> Matrix {
    for index in indices where index < 0 || index >= rows {
      fatalError(
        "Index out of range: row \(index) of a matrix \(shape), whose rows are 0 ..< \(rows)",
        file: file, line: line)
    }
    return Matrix(rows: indices.count, columns: columns) { chosen in
      elements.withUnsafeBufferPointer { elements in
        for (place, index) in indices.enumerated() {
          for column in 0..<columns { chosen[place &* columns &+ column] = elements[index &* columns &+ column] }
        }
      }
    }
  }
}
