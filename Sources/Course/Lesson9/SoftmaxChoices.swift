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
  var shift: @Sendable (_ logits: Matrix, _ row: Int, _ column: Int) -> Double = { logits, row, _ in
    largest(logits, row)
  }
  /// What is made of a logit from which the shift has been taken.
  var power: @Sendable (Double) -> Double = { exp($0) }
  /// What a power is divided by, given what was taken from each logit.
  var divisor: @Sendable (_ powers: Powers) -> Double = { powers in powers.sum(of: powers.row) }
  /// What becomes of the quotient.
  var entry: @Sendable (_ p: Double, _ shape: Matrix) -> Double = { p, _ in p }
  /// Another function of the logits altogether.
  var whole: (@Sendable (_ logits: Matrix) -> Matrix)?
  /// What is made of the matrix in the end.
  var finished: @Sendable (Matrix) -> Matrix = { $0 }

  func answer(_ logits: Matrix) -> Matrix {
    let z = Matrix.filled(logits.rows, logits.columns) { logit(logits[source($0), $1]) }
    if let whole { return finished(whole(z)) }
    let powers = Matrix.filled(z.rows, z.columns) { row, column in power(z[row, column] - shift(z, row, column)) }
    let quotients = Matrix.filled(z.rows, z.columns) { row, column in
      guard isWorkedOut(row, z.rows) else { return 0 }
      let divisor = divisor(Powers(all: powers, logits: z, row: row, column: column))
      return entry(powers[row, column] / divisor, logits)
    }
    return finished(quotients)
  }

  /// The powers of all logits, and the place of the one that is divided.
  struct Powers {
    let all: Matrix
    let logits: Matrix
    let row: Int
    let column: Int

    func sum(of row: Int) -> Double {
      var sum = 0.0
      for column in 0..<all.columns { sum += all[row, column] }
      return sum
    }

    var own: Double { all[row, column] }

    var columnSum: Double {
      var sum = 0.0
      for row in 0..<all.rows { sum += all[row, column] }
      return sum
    }
  }
}

/// The largest logit of a row.
func largest(_ logits: Matrix, _ row: Int) -> Double {
  var largest = logits[row, 0]
  for column in 0..<logits.columns { largest = max(largest, logits[row, column]) }
  return largest
}

/// The smallest logit of a row.
func smallest(_ logits: Matrix, _ row: Int) -> Double { -largest(logits.map { -$0 }, row) }

/// What the logits of a row are on average.
func meanLogit(_ logits: Matrix, _ row: Int) -> Double {
  Oracle.row(logits, row).reduce(0, +) / Double(logits.columns)
}
