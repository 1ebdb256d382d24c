import CourseKit

/// Probabilities of several classes at the points of a grid.
public struct ClassRegions: Codable, Sendable {
  /// The points that the probabilities belong to.
  public let grid: PointGrid

  /// One row for each of the grid's points and one column for each class, [rows · columns, K].
  public let probabilities: Matrix

  /// Creates regions from the probabilities at the points of a grid, [rows · columns, K].
  ///
  /// Stops the program if there is not one row for each point.
  public init(grid: PointGrid, probabilities: Matrix, file: StaticString = #file, line: UInt = #line) {
    guard probabilities.rows == grid.rows * grid.columns else {
      fatalError(
        "ClassRegions: probabilities \(probabilities.shape) for \(grid.rows) · \(grid.columns) points: there must be "
          + "one row for each", file: file, line: line)
    }
    self.grid = grid
    self.probabilities = probabilities
  }

  /// Creates regions by asking for the probabilities [rows · columns, K] at all points [rows · columns, 2] at once.
  ///
  /// Stops the program if there is not one row for each point.
  public init(
    xRange: ClosedRange<Double>, yRange: ClosedRange<Double>, rows: Int = 60, columns: Int = 60,
    probabilities: (Matrix) throws -> Matrix
  ) rethrows {
    let grid = PointGrid(xRange: xRange, yRange: yRange, rows: rows, columns: columns)
    self.init(grid: grid, probabilities: try probabilities(grid.points))
  }

  /// The number of classes K.
  public var classCount: Int { probabilities.columns }

  /// Returns the likeliest class at a point of the grid, the first of equals, and its probability.
  ///
  /// There is none where a probability is not finite.
  public func likeliest(row: Int, column: Int) -> (class: Int, probability: Double)? {
    leader(row: row, column: column).map { ($0.class, $0.probability) }
  }

  /// The likeliest class at a point with its probability and the next one's.
  private func leader(row: Int, column: Int) -> (class: Int, probability: Double, next: Double)? {
    let point = row * grid.columns + column
    var leader = (class: 0, probability: -Double.infinity, next: -Double.infinity)
    for oneClass in 0..<classCount {
      let probability = probabilities[point, oneClass]
      guard probability.isFinite else { return nil }
      if probability > leader.probability {
        leader = (oneClass, probability, leader.probability)
      } else {
        leader.next = max(leader.next, probability)
      }
    }
    return classCount > 0 ? leader : nil
  }

  /// By how much a class is likelier than all others at each point: its region's edge is where that is 0.
  func margin(of oneClass: Int) -> Field {
    var values = Matrix(rows: grid.rows, columns: grid.columns, repeating: .nan)
    for row in 0..<grid.rows {
      for column in 0..<grid.columns {
        guard let leader = leader(row: row, column: column) else { continue }
        let others = oneClass == leader.class ? leader.next : leader.probability
        values[row, column] = probabilities[row * grid.columns + column, oneClass] - others
      }
    }
    return Field(xRange: grid.xRange, yRange: grid.yRange, values: values)
  }

  /// How sure a probability of the likeliest class is: 0 where all K are equally likely, 1 where it is certain.
  func certainty(of probability: Double) -> Double {
    let least = 1 / Double(max(classCount, 2))
    return min(max((probability - least) / (1 - least), 0), 1)
  }
}
