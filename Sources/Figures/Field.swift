import CourseKit

/// Probabilities of class 1 at the points of a grid.
public struct Field: Sendable {
  /// What the columns span, from the lowest x to the highest.
  public var xRange: ClosedRange<Double>

  /// What the rows span, from the lowest y to the highest.
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
    let points = PointGrid(xRange: xRange, yRange: yRange, rows: rows, columns: columns).points
    self.init(
      xRange: xRange, yRange: yRange,
      values: Matrix(rows: rows, columns: columns, elements: try probabilities(points).elements))
  }

  /// The points that the values belong to.
  var grid: PointGrid { PointGrid(xRange: xRange, yRange: yRange, rows: values.rows, columns: values.columns) }
}

#if !hasFeature(Embedded)
  extension Field: Codable {}
#endif
