/// Four neighbouring entries of a row: a block of four rows is turned over in the registers.
private typealias Lanes = SIMD4<Double>

private let width = Lanes.scalarCount

/// Writes the columns of a matrix as rows.
///
/// - Parameters:
///   - matrix: [rows, columns], row after row.
///   - result: room for [columns, rows].
func transpose(
  _ matrix: UnsafePointer<Double>, into result: UnsafeMutablePointer<Double>, rows: Int, columns: Int
) {
  let blockRows = rows - rows % width
  let blockColumns = columns - columns % width
  for column in stride(from: 0, to: blockColumns, by: width) {
    for row in stride(from: 0, to: blockRows, by: width) {
      transposeBlock(matrix + (row &* columns &+ column), columns, into: result + (column &* rows &+ row), rows)
    }
  }
  for row in 0..<rows {
    for column in (row < blockRows ? blockColumns : 0)..<columns {
      result[column &* rows &+ row] = matrix[row &* columns &+ column]
    }
  }
}

/// Writes four columns of four rows; neighbouring rows are `columns` apart, and `rows` in the result.
@inline(__always)
private func transposeBlock(
  _ block: UnsafePointer<Double>, _ columns: Int, into result: UnsafeMutablePointer<Double>, _ rows: Int
) {
  let first = Lanes(at: block)
  let second = Lanes(at: block + columns)
  let third = Lanes(at: block + 2 &* columns)
  let fourth = Lanes(at: block + 3 &* columns)
  for column in 0..<width {
    Lanes(first[column], second[column], third[column], fourth[column]).store(at: result + column &* rows)
  }
}
