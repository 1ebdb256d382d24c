import CourseKit

/// The line on which a field has one value, as short straight pieces.
enum Contour {
  /// Returns the pieces of the line in grid units: x counts columns and y rows, both from 0.
  ///
  /// In each square of four neighbouring points the line crosses those sides whose ends lie on different sides of
  /// `level`. Squares with a value that is not finite are left out.
  static func pieces(of field: Field, level: Double) -> [(from: Point, to: Point)] {
    let (rows, columns) = (field.values.rows, field.values.columns)
    guard rows > 1, columns > 1 else { return [] }
    var pieces: [(from: Point, to: Point)] = []
    for row in 0..<rows - 1 {
      for column in 0..<columns - 1 {
        // Most squares lie wholly on one side.
        let isAbove = field.values[row, column] >= level
        if isAbove == (field.values[row, column + 1] >= level), isAbove == (field.values[row + 1, column] >= level),
          isAbove == (field.values[row + 1, column + 1] >= level)
        {
          continue
        }
        // Around the square: lower left, lower right, upper right, upper left.
        let corners = [(0, 0), (0, 1), (1, 1), (1, 0)].map { (row + $0.0, column + $0.1) }
        let values = corners.map { field.values[$0.0, $0.1] }
        guard values.allSatisfy({ $0.isFinite }) else { continue }
        let crossings = (0..<4).compactMap { side in
          crossing(corners, values, from: side, to: (side + 1) % 4, level: level)
        }
        switch crossings.count {
        case 2:
          pieces.append((crossings[0], crossings[1]))
        case 4:
          // A saddle: the mean decides which corners belong together.
          let isMiddleAbove = values.reduce(0, +) / 4 >= level
          let first = isMiddleAbove == (values[0] >= level) ? 0 : 1
          pieces.append((crossings[first], crossings[first + 1]))
          pieces.append((crossings[first + 2], crossings[(first + 3) % 4]))
        default:
          break
        }
      }
    }
    return pieces
  }

  private static func crossing(
    _ corners: [(Int, Int)], _ values: [Double], from start: Int, to end: Int, level: Double
  ) -> Point? {
    guard (values[start] >= level) != (values[end] >= level) else { return nil }
    let share = (level - values[start]) / (values[end] - values[start])
    let (startRow, startColumn) = corners[start]
    let (endRow, endColumn) = corners[end]
    return Point(
      Double(startColumn) + share * Double(endColumn - startColumn),
      Double(startRow) + share * Double(endRow - startRow))
  }
}
