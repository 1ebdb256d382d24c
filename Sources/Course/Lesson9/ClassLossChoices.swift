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
  var shift: LogitShift = { logits, row, _ in largest(logits, row) }
  /// Whether the sum goes on from row to row.
  var isSumKept = false
  /// What the logarithm is taken of, given the powers of a row, what was taken from its logits, and the column of its class.
  var added: @Sendable (_ powers: [Double], _ shift: Double, _ column: Int) -> Double = { powers, _, _ in
    powers.reduce(0, +)
  }
  /// The logarithm.
  var logarithm: @Sendable (Double) -> Double = { log($0) }
  /// What of the shift is added again.
  var restored: @Sendable (_ shift: Double) -> Double = { $0 }
  /// What is taken from log Σ exp(z), at a place of the logits.
  var picked: @Sendable (_ logits: Matrix, _ row: Int, _ column: Int) throws -> Double = { $0[$1, $2] }
  /// How the two become the loss of a row.
  var combined: @Sendable (_ logSum: Double, _ picked: Double) -> Double = { logSum, picked in logSum - picked }
  /// What becomes of the loss of a row; for another measure, of its logits and the column of its class.
  var loss: @Sendable (_ loss: Double, _ row: [Double], _ column: Int) -> Double = { loss, _, _ in loss }
  /// 1, or −1 where the sign is lost.
  var sign: Double = 1
  /// What the loss of a row is multiplied with before it is added.
  var weight: @Sendable (_ row: Int, _ rows: Int) -> Double = { _, _ in 1 }
  /// What becomes of the sum.
  var mean: @Sendable (_ sum: Double, _ rows: Int, _ columns: Int) -> Double = { sum, rows, _ in sum / Double(rows) }

  func answer(_ given: Matrix, _ classes: [Int]) throws -> Double {
    let logits = logits(given)
    var (sum, kept) = (0.0, 0.0)
    for index in rows(given.rows) {
      let place = logitRow(index)
      let row = Oracle.row(logits, place)
      let column = column(classes[classRow(index)], row.count)
      guard row.indices.contains(column) else { throw PredictedStop() }
      let powers = row.indices.map { exp(row[$0] - shift(logits, place, $0)) }
      let last = shift(logits, place, row.count - 1)
      let rowSum = added(powers, last, column)
      kept = isSumKept ? kept + rowSum : rowSum
      let logSum = restored(last) + logarithm(kept)
      let term = combined(logSum, try picked(logits, place, column))
      sum += sign * weight(index, given.rows) * loss(term, row, column)
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
