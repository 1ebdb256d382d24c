import CourseKit
import Engine

/// What can be done otherwise in 9.2.
struct ClassLossChoices {
  /// Which rows are summed.
  var rows: @Sendable (_ count: Int) -> [Int] = { count in Array(0..<count) }
  /// From which row the logits and the class come.
  var logitRow: @Sendable (_ row: Int) -> Int = { row in row }
  var classRow: @Sendable (_ row: Int) -> Int = { row in row }
  /// Which column stands for a class.
  var column: @Sendable (_ oneClass: Int, _ count: Int) -> Int = { oneClass, _ in oneClass }
  /// What stands in the place of the logits.
  var logits: @Sendable (Matrix) -> Matrix = { $0 }
  /// What is taken from the logits of a row before exp.
  var shift: @Sendable (_ logits: Matrix, _ row: Int) -> Double = { logits, row in largest(logits, row) }
  /// What the logarithm is taken of, given the powers of a row and the column of its class.
  var added: @Sendable (_ powers: [Double], _ column: Int) -> Double = { powers, _ in powers.reduce(0, +) }
  /// The logarithm.
  var logarithm: @Sendable (Double) -> Double = { log($0) }
  /// What of the shift is added again.
  var restored: @Sendable (_ shift: Double) -> Double = { $0 }
  /// What is taken from log Σ exp(z).
  var picked: @Sendable (_ row: [Double], _ column: Int) -> Double = { row, column in row[column] }
  /// How the two become the loss of a row.
  var combined: @Sendable (_ logSum: Double, _ picked: Double) -> Double = { logSum, picked in logSum - picked }
  /// What becomes of the loss of a row; for another measure, of its logits and the column of its class.
  var loss: @Sendable (_ loss: Double, _ row: [Double], _ column: Int) -> Double = { loss, _, _ in loss }
  /// What the loss of a row is multiplied with before it is added.
  var weight: @Sendable (_ row: Int, _ rows: Int) -> Double = { _, _ in 1 }
  /// What becomes of the sum.
  var mean: @Sendable (_ sum: Double, _ rows: Int, _ columns: Int) -> Double = { sum, rows, _ in sum / Double(rows) }

  func answer(_ given: Matrix, _ classes: [Int]) throws -> Double {
    let logits = logits(given)
    var sum = 0.0
    for index in rows(given.rows) {
      let row = Oracle.row(logits, logitRow(index))
      let column = column(classes[classRow(index)], row.count)
      guard row.indices.contains(column) else { throw PredictedStop() }
      let shift = shift(logits, logitRow(index))
      let powers = row.map { exp($0 - shift) }
      let logSum = restored(shift) + logarithm(added(powers, column))
      sum += weight(index, given.rows) * loss(combined(logSum, picked(row, column)), row, column)
    }
    return mean(sum, given.rows, given.columns)
  }
}

/// The probabilities of a row of logits.
func probabilities(_ row: [Double]) -> [Double] {
  let largest = row.max() ?? 0
  let powers = row.map { exp($0 - largest) }
  let sum = powers.reduce(0, +)
  return powers.map { $0 / sum }
}
