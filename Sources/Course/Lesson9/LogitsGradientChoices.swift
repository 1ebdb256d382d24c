import CourseKit
import Engine

/// What can be done otherwise in 9.3.
struct LogitsGradientChoices {
  /// What stands for the probabilities, given the softmax and the logits.
  var probabilities: @Sendable (_ softmax: (Matrix) throws -> Matrix, _ logits: Matrix) throws -> Matrix = {
    softmax, logits in try softmax(logits)
  }
  /// Which rows have a label.
  var isLabelled: @Sendable (_ row: Int, _ shape: Matrix) -> Bool = { _, _ in true }
  /// From which row the class comes, and at which row and column it stands.
  var classRow: @Sendable (_ row: Int, _ rows: Int) -> Int = { row, _ in row }
  var place: @Sendable (_ row: Int, _ oneClass: Int, _ logits: Matrix) -> (row: Int, column: Int) = {
    row, oneClass, _ in
    (row, oneClass)
  }
  /// The entry of Y.
  var label: @Sendable (_ isClass: Bool, _ oneClass: Int) -> Double = { isClass, _ in isClass ? 1 : 0 }
  /// What is taken from what.
  var difference: @Sendable (_ p: Double, _ y: Double) -> Double = { p, y in p - y }
  /// What p and y are divided by before that, each for itself.
  var divided: @Sendable (_ row: Int, _ rows: Int) -> (p: Double, y: Double) = { _, _ in (1, 1) }
  /// What the difference is divided by, and where.
  var divisor: @Sendable (_ rows: Double, _ columns: Double) -> Double = { rows, _ in rows }
  var isDivided: @Sendable (_ row: Int, _ rows: Int, _ isClass: Bool) -> Bool = { _, _, _ in true }
  /// What becomes of the quotient.
  var entry: @Sendable (_ slope: Double, _ p: Double, _ isClass: Bool) -> Double = { slope, _, _ in slope }
  /// What is made of the matrix in the end.
  var finished: @Sendable (Matrix) -> Matrix = { $0 }

  func answer(
    _ logits: Matrix, _ classes: [Int], softmax: (Matrix) throws -> Matrix
  ) throws -> Matrix {
    let p = try probabilities(softmax, logits)
    var isClass = Matrix.zeros(rows: logits.rows, columns: logits.columns)
    for row in 0..<logits.rows where isLabelled(row, logits) {
      let place = place(row, classes[classRow(row, logits.rows)], logits)
      guard (0..<logits.rows).contains(place.row), (0..<logits.columns).contains(place.column) else {
        throw PredictedStop()
      }
      isClass.elements[place.row * logits.columns + place.column] += 1
    }
    return finished(
      Matrix.filled(logits.rows, logits.columns) { row, column in
        let own = isClass[row, column]
        let parts = divided(row, logits.rows)
        let y = own > 1 ? own : label(own == 1, classes[classRow(row, logits.rows)])
        let slope = difference(p[row, column] / parts.p, y / parts.y)
        let divisor = isDivided(row, logits.rows, own > 0) ? divisor(Double(logits.rows), Double(logits.columns)) : 1
        return entry(slope / divisor, p[row, column], own > 0)
      })
  }
}
