import CourseKit
import Engine

/// What can be done otherwise in 9.1.
struct SoftmaxChoices {
  /// From which row the logits of a row come, and whether the row is worked out at all.
  var source: @Sendable (_ row: Int) -> Int = { row in row }
  var isWorkedOut: @Sendable (_ row: Int, _ rows: Int) -> Bool = { _, _ in true }
  /// What is done to a logit before all else.
  var logit: @Sendable (_ z: Double) -> Double = { z in z }
  /// What is taken from the logits of a place before exp.
  var shift: LogitShift = { logits, row, _ in largest(logits, row) }
  /// What is made of a logit and of what is taken from it: what stands above the line, and what is added up below it.
  var power: @Sendable (_ z: Double, _ shift: Double) -> Double = { z, shift in exp(z - shift) }
  /// Whether the sum has a power of its own.
  var addend: (@Sendable (_ z: Double, _ shift: Double) -> Double)?
  /// What a power is divided by.
  var divisor: @Sendable (_ powers: Powers) -> Double = { powers in powers.sum(of: powers.row) }
  /// What becomes of the quotient.
  var entry: @Sendable (_ p: Double, _ logits: Matrix) -> Double = { p, _ in p }
  /// Another function of the logits altogether.
  var whole: (@Sendable (_ logits: Matrix) -> Matrix)?
  /// What is made of the matrix in the end.
  var finished: @Sendable (Matrix) -> Matrix = { $0 }

  func answer(_ logits: Matrix) -> Matrix {
    let z = Matrix.filled(logits.rows, logits.columns) { logit(logits[source($0), $1]) }
    if let whole { return finished(whole(z)) }
    let powers = Matrix.filled(z.rows, z.columns) { power(z[$0, $1], shift(z, $0, $1)) }
    let addends = addend.map { addend in
      Matrix.filled(z.rows, z.columns) { addend(z[$0, $1], shift(z, $0, $1)) }
    }
    let quotients = Matrix.filled(z.rows, z.columns) { row, column in
      guard isWorkedOut(row, z.rows) else { return 0 }
      let divisor = divisor(Powers(all: addends ?? powers, logits: z, row: row, column: column))
      return entry(powers[row, column] / divisor, logits)
    }
    return finished(quotients)
  }

  /// What is added up, and the place of the power that is divided.
  struct Powers {
    let all: Matrix
    let logits: Matrix
    let row: Int
    let column: Int

    func sum(of row: Int, where isAdded: (_ column: Int) -> Bool = { _ in true }) -> Double {
      var sum = 0.0
      for column in 0..<all.columns where isAdded(column) { sum += all[row, column] }
      return sum
    }

    var columnSum: Double {
      var sum = 0.0
      for row in 0..<all.rows { sum += all[row, column] }
      return sum
    }
  }
}
