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
        let square = Square(of: field, level: level, row: row, column: column)
        guard square.values.allSatisfy({ $0.isFinite }) else { continue }
        let crossings = (0..<4).compactMap { square.crossing(side: $0) }
        switch crossings.count {
        case 2:
          pieces.append((crossings[0], crossings[1]))
        case 4:
          // A saddle: the mean decides which corners belong together.
          let isMiddleAbove = square.values.reduce(0, +) / 4 >= level
          let first = isMiddleAbove == square.isAbove(0) ? 0 : 1
          pieces.append((crossings[first], crossings[first + 1]))
          pieces.append((crossings[first + 2], crossings[(first + 3) % 4]))
        default:
          break
        }
      }
    }
    return pieces
  }
}

/// Four neighbouring points of a field, around their square: lower left, lower right, upper right, upper left.
private struct Square {
  let values: [Double]
  private let level: Double
  private let places: [(row: Int, column: Int)]

  init(of field: Field, level: Double, row: Int, column: Int) {
    places = [(row, column), (row, column + 1), (row + 1, column + 1), (row + 1, column)]
    values = places.map { field.values[$0.row, $0.column] }
    self.level = level
  }

  func isAbove(_ corner: Int) -> Bool { values[corner] >= level }

  func corner(_ corner: Int) -> Point { Point(Double(places[corner].column), Double(places[corner].row)) }

  /// Where the line crosses the side from a corner to the next one, if it does.
  func crossing(side: Int) -> Point? {
    let next = (side + 1) % 4
    guard isAbove(side) != isAbove(next) else { return nil }
    let share = (level - values[side]) / (values[next] - values[side])
    let (start, end) = (corner(side), corner(next))
    return Point(start.x + share * (end.x - start.x), start.y + share * (end.y - start.y))
  }
}
