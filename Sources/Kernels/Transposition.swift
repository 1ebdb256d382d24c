/// Four neighbouring entries of a row: a block of four rows is turned over in the registers.
private typealias Lanes = SIMD4<Double>

private let width = Lanes.scalarCount

/// Writes the columns of a matrix as rows.
///
/// - Parameters:
///   - matrix: [rows, columns], row after row.
///   - result: room for [columns, rows].
public func transpose(
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
  let first = UnsafeRawPointer(block).loadUnaligned(as: Lanes.self)
  let second = UnsafeRawPointer(block + columns).loadUnaligned(as: Lanes.self)
  let third = UnsafeRawPointer(block + 2 &* columns).loadUnaligned(as: Lanes.self)
  let fourth = UnsafeRawPointer(block + 3 &* columns).loadUnaligned(as: Lanes.self)
  for column in 0..<width {
    let entries = Lanes(first[column], second[column], third[column], fourth[column])
    UnsafeMutableRawPointer(result + column &* rows).storeBytes(of: entries, as: Lanes.self)
  }
}
