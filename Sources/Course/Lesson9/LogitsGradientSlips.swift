import CourseKit
import Engine

/// What can be done otherwise in 9.3.
struct LogitsGradientChoices {
  /// What stands for the probabilities, given the softmax and the logits.
  var probabilities: @Sendable (_ softmax: (Matrix) throws -> Matrix, _ logits: Matrix) throws -> Matrix = {
    softmax, logits in try softmax(logits)
  }
  /// From which row the class comes, and which column stands for it.
  var classRow: @Sendable (_ row: Int) -> Int = { row in row }
  var column: @Sendable (_ oneClass: Int, _ count: Int) -> Int = { oneClass, _ in oneClass }
  /// The entry of Y.
  var label: @Sendable (_ isClass: Bool, _ oneClass: Int) -> Double = { isClass, _ in isClass ? 1 : 0 }
  /// What is taken from what.
  var difference: @Sendable (_ p: Double, _ y: Double) -> Double = { p, y in p - y }
  /// What p and y are divided by before that, each for itself.
  var divided: @Sendable (_ rows: Double) -> (p: Double, y: Double) = { _ in (1, 1) }
  /// What the difference is divided by.
  var divisor: @Sendable (_ rows: Double, _ columns: Double) -> Double = { rows, _ in rows }
  /// What becomes of the quotient.
  var entry: @Sendable (_ slope: Double, _ p: Double, _ isClass: Bool) -> Double = { slope, _, _ in slope }
  /// What is made of the matrix in the end.
  var finished: @Sendable (Matrix) -> Matrix = { $0 }

  func answer(
    _ logits: Matrix, _ classes: [Int], softmax: (Matrix) throws -> Matrix
  ) throws -> Matrix {
    let p = try probabilities(softmax, logits)
    let (rows, columns) = (Double(logits.rows), Double(logits.columns))
    for row in 0..<logits.rows where !(0..<logits.columns).contains(column(classes[classRow(row)], logits.columns)) {
      throw PredictedStop()
    }
    let slopes = Matrix.filled(logits.rows, logits.columns) { row, place in
      let oneClass = classes[classRow(row)]
      let isClass = column(oneClass, logits.columns) == place
      let parts = divided(rows)
      let slope = difference(p[row, place] / parts.p, label(isClass, oneClass) / parts.y) / divisor(rows, columns)
      return entry(slope, p[row, place], isClass)
    }
    return finished(slopes)
  }
}

let logitsGradientSlips: [Slip<LogitsGradientChoices>] = [
  differenceSlips, labelSlips, divisorSlips, probabilitySlips, finishedSlips,
]
.flatMap { $0 }

private let differenceSlips: [Slip<LogitsGradientChoices>] = [
  .at(
    \.difference, "sign exchanged",
    "This is (Y − P) / N: it has the opposite sign of the loss's slope, so a step against it makes the loss rise. It is P − Y."
  ) { p, y in y - p },
  .at(
    \.difference, "Y forgotten", "This is P / N: take 1 away in the column of the row's class, (P − Y) / N."
  ) { p, _ in p },
  .at(\.difference, "Y alone", "P is missing from the difference: it is (P − Y) / N.") { _, y in -y },
  .at(\.difference, "sum", "P and Y are added: the slope is their difference, P − Y.") { p, y in p + y },
  .at(\.difference, "product", "P and Y are multiplied: the slope is their difference, P − Y.") { p, y in p * y },
  .at(
    \.difference, "absolute value",
    "The slope has lost its sign, |P − Y|: it must be negative in the column of the class, P − Y."
  ) { p, y in abs(p - y) },
  .at(\.difference, "squared", "This is the squared error (P − Y)²: the slope is P − Y itself.") { p, y in
    (p - y) * (p - y)
  },
  .at(
    \.difference, "−Y / P",
    "This is −Y / P, the slope by the probability: by the logit it is P − Y, because the softmax's own slope has cancelled it."
  ) { p, y in -y / p },
]

private let labelSlips: [Slip<LogitsGradientChoices>] = [
  .at(
    \.label, "class number in its column",
    "The class's number is subtracted in its column: whatever the number is, 1 is subtracted there."
  ) { isClass, oneClass in isClass ? Double(oneClass) : 0 },
  .at(
    \.label, "class number in every column",
    "The class's number is subtracted in every column: Y is 1 in the column of the class, 0 in the others."
  ) { _, oneClass in Double(oneClass) },
  .at(
    \.label, "1 in every column", "1 is subtracted in every column: only in that of the row's class."
  ) { _, _ in 1 },
  .at(
    \.label, "1 in all other columns",
    "1 is subtracted in all columns but that of the class: Y is 1 in the column of the class, 0 in the others."
  ) { isClass, _ in isClass ? 0 : 1 },
  .at(
    \.label, "labels −1 and 1", "Y is −1 in the columns of the other classes: it is 0 there."
  ) { isClass, _ in isClass ? 1 : -1 },
  .at(
    \.column, "classes counted from 1",
    "1 is subtracted left of the class's column, and class 0 stops the program: classes count from 0, as columns do."
  ) { oneClass, _ in oneClass - 1 },
  .at(
    \.column, "next class",
    "1 is subtracted right of the class's column, and the last class stops the program: classes count from 0, as columns do."
  ) { oneClass, _ in oneClass + 1 },
  .at(\.column, "class 0 throughout", "1 is subtracted in column 0 of every row: the column is classes[row].") { _, _ in
    0
  },
  .at(\.column, "last class throughout", "1 is subtracted in the last column of every row: the column is classes[row].")
  {
    _, count in count - 1
  },
  .at(
    \.classRow, "class of row 0", "1 is subtracted in the column of row 0's class: each row has its own, classes[row]."
  ) {
    _ in 0
  },
]

private let divisorSlips: [Slip<LogitsGradientChoices>] = [
  .at(
    \.divisor, "not divided by N",
    "This is P − Y: the loss is a mean over the rows, so its slope is divided by their number, once, here."
  ) { _, _ in 1 },
  .at(
    \.divisor, "divided by K",
    "P − Y is divided by the number of classes, logits.columns: the mean goes over the rows, logits.rows."
  ) { _, columns in columns },
  .at(
    \.divisor, "divided by all entries",
    "P − Y is divided by the number of all logits: each row has one loss, divide by logits.rows."
  ) { rows, columns in rows * columns },
  .at(\.divisor, "divided by N twice", "P − Y is divided by the number of rows twice: once is enough.") { rows, _ in
    rows * rows
  },
  .at(\.divisor, "divided by N − 1", "P − Y is divided by the number of rows less 1: divide by all of them.") {
    rows, _ in rows - 1
  },
  .at(\.divisor, "divided by N + 1", "P − Y is divided by one row more than there are: divide by logits.rows.") {
    rows, _ in rows + 1
  },
  .at(\.divisor, "multiplied by N", "P − Y is multiplied by the number of rows: divide by it.") { rows, _ in 1 / rows },
  .at(\.divisor, "factor 2", "The factor 2 belongs to the squared error: here it is (P − Y) / N without it.") {
    rows, _ in rows / 2
  },
  .at(\.divisor, "factor ½", "There is a factor ½ too many: it is (P − Y) / N.") { rows, _ in 2 * rows },
  .at(
    \.divided, "1 subtracted after the division",
    "P is divided by N first and 1 subtracted then, P / N − Y: subtract first, and divide the difference."
  ) { rows in (1, 1 / rows) },
  .at(
    \.divided, "Y alone divided by N",
    "Only Y is divided by N, P − Y / N: it is the difference that is divided, (P − Y) / N."
  ) { rows in (1 / rows, 1) },
]

private let probabilitySlips: [Slip<LogitsGradientChoices>] = [
  .at(
    \.probabilities, "logits for probabilities", "This is (Z − Y) / N: take the softmax of the logits first."
  ) { _, logits in logits },
  .at(
    \.probabilities, "softmax taken twice", "The softmax is taken of the softmax: take it of the logits, once."
  ) { softmax, logits in try softmax(softmax(logits)) },
  .at(
    \.probabilities, "sigmoid for softmax", "P is the sigmoid of each logit: it is the softmax of the row, 9.1."
  ) { _, logits in logits.map { Oracle.sigmoid($0) } },
  .at(
    \.probabilities, "exp for softmax",
    "exp(z) stands in the place of P: it is divided by the sum of the row, as 9.1 does."
  ) { _, logits in logits.map { CourseKit.exp($0) } },
  .at(
    \.probabilities, "logarithm of P", "log P stands in the place of P: the slope is (P − Y) / N."
  ) { softmax, logits in try softmax(logits).map { CourseKit.log($0) } },
  .at(
    \.probabilities, "1 for the largest",
    "P is 1 for the largest logit and 0 elsewhere, so that a right row has no slope: take the probabilities themselves."
  ) { _, logits in
    Matrix.filled(logits.rows, logits.columns) { row, column in
      Oracle.row(logits, row).firstIndex(of: largest(logits, row)) == column ? 1 : 0
    }
  },
]

private let finishedSlips: [Slip<LogitsGradientChoices>] = [
  .at(
    \.entry, "own class alone",
    "Only the column of the row's class has a slope: the others have one, too, P / N, which pushes them down."
  ) { slope, _, isClass in isClass ? slope : 0 },
  .at(
    \.entry, "other classes alone", "The column of the row's class stays 0: its slope is (P − 1) / N."
  ) { slope, _, isClass in isClass ? 0 : slope },
  .at(
    \.entry, "slope of the sigmoid multiplied in",
    "P · (1 − P) is multiplied in: with the cross-entropy it has cancelled, the slope is (P − Y) / N alone."
  ) { slope, p, _ in slope * p * (1 - p) },
  .at(\.entry, "multiplied by P", "P is multiplied in once more: the slope is (P − Y) / N alone.") { slope, p, _ in
    slope * p
  },
  .at(\.finished, "first row left out", "The first row stays 0: rows count from 0, and each has its own slopes.") {
    slopes in Matrix.filled(slopes.rows, slopes.columns) { $0 == 0 ? 0 : slopes[$0, $1] }
  },
  .at(\.finished, "last row left out", "The last row stays 0: go through all rows, each has its own slopes.") {
    slopes in
    Matrix.filled(slopes.rows, slopes.columns) { $0 == slopes.rows - 1 ? 0 : slopes[$0, $1] }
  },
  .at(
    \.finished, "first row alone",
    "Only row 0 has slopes, the others stay 0: go through all rows. If you return inside the loop, do so after it."
  ) { slopes in Matrix.filled(slopes.rows, slopes.columns) { $0 == 0 ? slopes[$0, $1] : 0 } },
  .at(
    \.finished, "rows added up", "The rows are added up: each keeps its own slopes, [N, K], in the shape of the logits."
  ) { Stopping.columnSums($0) },
  .at(
    \.finished, "rows and columns exchanged", "Rows and columns are exchanged: the slopes have the shape of the logits."
  ) { Stopping.turned($0) },
]
