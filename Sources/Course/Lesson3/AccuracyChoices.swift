import CourseKit
import Engine

/// What can be done otherwise in 3.4.
struct AccuracyChoices {
  /// Which rows are looked at.
  var rows: @Sendable (_ count: Int) -> [Int] = { count in Array(0..<count) }
  /// From which row p and y come.
  var probabilityRow: @Sendable (_ row: Int) -> Int = { row in row }
  var labelRow: @Sendable (_ row: Int) -> Int = { row in row }
  /// What the threshold is held against, from p and those of all rows.
  var judged: @Sendable (_ p: Double, _ all: Matrix) -> Double = { p, _ in p }
  /// Whether a row that follows one of class 1 is of class 1 as well.
  var isSticky = false
  /// The class that p stands for.
  var predicted: @Sendable (_ p: Double) -> Double = { p in p >= 0.5 ? 1 : 0 }
  /// What a row counts.
  var counted: @Sendable (_ row: Row) -> Double = { row in row.predicted == row.y ? 1 : 0 }
  /// What becomes of the count.
  var share: @Sendable (_ count: Count) -> Double = { count in count.right / Double(count.rows) }

  typealias Row = (p: Double, y: Double, predicted: Double)
  /// How many rows count as right, how many there are, and how many are predicted as 1, have the label 1, or both.
  typealias Count = (right: Double, rows: Int, predictedOnes: Double, labelledOnes: Double, foundOnes: Double)

  func answer(_ probabilities: Matrix, _ labels: Matrix) -> Double {
    var count = Count(right: 0, rows: labels.rows, predictedOnes: 0, labelledOnes: 0, foundOnes: 0)
    var last = 0.0
    for row in rows(labels.rows) {
      let (p, y) = (probabilities[probabilityRow(row), 0], labels[labelRow(row), 0])
      var predicted = predicted(judged(p, probabilities))
      if isSticky, last == 1 { predicted = 1 }
      last = predicted
      count.right += counted((p, y, predicted))
      count.predictedOnes += predicted == 1 ? 1 : 0
      count.labelledOnes += y
      count.foundOnes += predicted == 1 && y == 1 ? 1 : 0
    }
    return share(count)
  }
}
