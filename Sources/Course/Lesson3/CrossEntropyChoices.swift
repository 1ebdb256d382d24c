import CourseKit
import Engine

/// What can be done otherwise in 3.3.
struct CrossEntropyChoices {
  /// Which rows are summed.
  var rows: @Sendable (_ count: Int) -> [Int] = { count in Array(0..<count) }
  /// From which row p and y come.
  var probabilityRow: @Sendable (_ row: Int) -> Int = { row in row }
  var labelRow: @Sendable (_ row: Int) -> Int = { row in row }
  /// What the loss of a row is multiplied with before it is added.
  var weight: @Sendable (_ row: Int, _ rows: Int) -> Double = { _, _ in 1 }
  /// What the loss takes as the probability before it is clipped, and as the label.
  var probability: @Sendable (_ p: Double) -> Double = { p in p }
  var label: @Sendable (_ y: Double, _ p: Double) -> Double = { y, _ in y }
  /// What the two logarithms are taken of: p and 1 − p, clipped.
  var arguments: @Sendable (_ p: Double) -> (one: Double, zero: Double) = { p in between(p, 1e-8) }
  /// The logarithm.
  var logarithm: @Sendable (Double) -> Double = { x in log(x) }
  /// The term of label 1 and that of label 0; `q` is 1 − p.
  var first: @Sendable (_ y: Double, _ p: Double, _ q: Double, _ log: (Double) -> Double) -> Double = { y, p, _, log in
    y * log(p)
  }
  var second: @Sendable (_ y: Double, _ p: Double, _ q: Double, _ log: (Double) -> Double) -> Double = { y, _, q, log in
    (1 - y) * log(q)
  }
  /// How they become the loss of a row.
  var combined: @Sendable (_ first: Double, _ second: Double) -> Double = { first, second in -(first + second) }
  /// What becomes of the loss of a row; for another measure, of its probability and label.
  var loss: @Sendable (_ loss: Double, _ p: Double, _ y: Double) -> Double = { loss, _, _ in loss }
  /// What becomes of the sum.
  var mean: @Sendable (_ sum: Double, _ rows: Int) -> Double = { sum, rows in sum / Double(rows) }
  /// Where the sum starts.
  var start: Double = 0

  func answer(_ probabilities: Matrix, _ labels: Matrix) -> Double {
    var sum = start
    for row in rows(labels.rows) {
      let p = probability(probabilities[probabilityRow(row), 0])
      let (one, zero) = arguments(p)
      let y = label(labels[labelRow(row), 0], one)
      let term = combined(first(y, one, zero, logarithm), second(y, one, zero, logarithm))
      sum += weight(row, labels.rows) * loss(term, p, y)
    }
    return mean(sum, labels.rows)
  }
}

/// p and 1 − p with p kept at a distance from both ends.
func between(_ p: Double, _ epsilon: Double) -> (one: Double, zero: Double) {
  let clipped = min(max(p, epsilon), 1 - epsilon)
  return (clipped, 1 - clipped)
}
