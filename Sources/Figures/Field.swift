import CourseKit

/// Probabilities of class 1 at the points of a grid.
///
/// The grid reaches from end to end of both ranges: column 0 lies at the lowest x and the last one at the highest,
/// row 0 at the lowest y and the last one at the highest.
public struct Field: Sendable {
  /// What the columns span.
  public var xRange: ClosedRange<Double>

  /// What the rows span.
  public var yRange: ClosedRange<Double>

  /// The probabilities, [rows, columns]; row 0 is the lowest y.
  public var values: Matrix

  /// Creates a field from the probabilities at its grid's points, [rows, columns].
  public init(xRange: ClosedRange<Double>, yRange: ClosedRange<Double>, values: Matrix) {
    self.xRange = xRange
    self.yRange = yRange
    self.values = values
  }

  /// Creates a field by asking for the probabilities [rows · columns, 1] at all points [rows · columns, 2] at once.
  ///
  /// Stops the program if there is not one probability for each point.
  public init(
    xRange: ClosedRange<Double>, yRange: ClosedRange<Double>, rows: Int = 60, columns: Int = 60,
    probabilities: (Matrix) throws -> Matrix
  ) rethrows {
    let points = Field.gridPoints(xRange: xRange, yRange: yRange, rows: rows, columns: columns)
    self.init(
      xRange: xRange, yRange: yRange,
      values: Matrix(rows: rows, columns: columns, elements: try probabilities(points).elements))
  }

  /// Returns the points of a grid as examples, [rows · columns, 2]: row after row, the lowest y first.
  public static func gridPoints(
    xRange: ClosedRange<Double>, yRange: ClosedRange<Double>, rows: Int, columns: Int
  ) -> Matrix {
    var elements: [Double] = []
    elements.reserveCapacity(2 * rows * columns)
    for row in 0..<rows {
      for column in 0..<columns {
        elements += [place(column, of: columns, in: xRange), place(row, of: rows, in: yRange)]
      }
    }
    return Matrix(rows: rows * columns, columns: 2, elements: elements)
  }

  /// Where the grid's point at `row`, `column` lies.
  func point(row: Int, column: Int) -> Point {
    Point(
      Field.place(column, of: values.columns, in: xRange),
      Field.place(row, of: values.rows, in: yRange))
  }

  private static func place(_ index: Int, of count: Int, in range: ClosedRange<Double>) -> Double {
    guard count > 1 else { return range.lowerBound }
    let share = Double(index) / Double(count - 1)
    return range.lowerBound * (1 - share) + range.upperBound * share
  }
}
