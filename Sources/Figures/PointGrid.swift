import CourseKit

/// Points of the plane in rows and columns, from end to end of both ranges.
///
/// Column 0 lies at the lowest x and the last one at the highest, row 0 at the lowest y and the last one at the
/// highest.
public struct PointGrid: Sendable {
  /// What the columns span.
  public var xRange: ClosedRange<Double>

  /// What the rows span.
  public var yRange: ClosedRange<Double>

  /// The number of rows.
  public var rows: Int

  /// The number of columns.
  public var columns: Int

  /// Creates a grid of so many rows and columns.
  public init(xRange: ClosedRange<Double>, yRange: ClosedRange<Double>, rows: Int = 60, columns: Int = 60) {
    self.xRange = xRange
    self.yRange = yRange
    self.rows = rows
    self.columns = columns
  }

  /// The grid's points as examples, [rows · columns, 2]: row after row, the lowest y first.
  public var points: Matrix {
    var elements: [Double] = []
    elements.reserveCapacity(2 * rows * columns)
    for row in 0..<rows {
      for column in 0..<columns {
        elements += [
          PointGrid.place(column, of: columns, in: xRange), PointGrid.place(row, of: rows, in: yRange),
        ]
      }
    }
    return Matrix(rows: rows * columns, columns: 2, elements: elements)
  }

  private static func place(_ index: Int, of count: Int, in range: ClosedRange<Double>) -> Double {
    guard count > 1 else { return range.lowerBound }
    let share = Double(index) / Double(count - 1)
    return range.lowerBound * (1 - share) + range.upperBound * share
  }

  /// Whether the grid has squares, and a place on the page.
  var isDrawable: Bool {
    Drawable.contains(xRange.lowerBound, isLogarithmic: false)
      && Drawable.contains(xRange.upperBound, isLogarithmic: false)
      && Drawable.contains(yRange.lowerBound, isLogarithmic: false)
      && Drawable.contains(yRange.upperBound, isLogarithmic: false)
      && xRange.upperBound > xRange.lowerBound && yRange.upperBound > yRange.lowerBound && rows > 1 && columns > 1
  }

  /// The grid's point nearest to a place; nil outside.
  func nearest(to point: Point) -> (row: Int, column: Int)? {
    guard xRange.contains(point.x), yRange.contains(point.y) else { return nil }
    return (
      row: PointGrid.index(of: point.y, in: yRange, count: rows),
      column: PointGrid.index(of: point.x, in: xRange, count: columns)
    )
  }

  private static func index(of value: Double, in range: ClosedRange<Double>, count: Int) -> Int {
    let fraction = Scale(range).fraction(value) ?? 0
    return Int((fraction * Double(count - 1)).rounded())
  }
}

#if !hasFeature(Embedded)
  extension PointGrid: Codable {}
#endif
