import CourseKit
import Engine

/// What can be done otherwise in 9.4.
struct ClassAccuracyChoices {
  /// Which rows are looked at.
  var rows: @Sendable (_ count: Int) -> [Int] = { count in Array(0..<count) }
  /// From which row the logits and the class come.
  var logitRow: @Sendable (_ row: Int) -> Int = { row in row }
  var classRow: @Sendable (_ row: Int) -> Int = { row in row }
  /// Which class a row's logits are taken for.
  var predicted: @Sendable (_ row: [Double]) -> Int = { row in firstLargest(row) }
  /// What a row counts.
  var counted: @Sendable (_ row: Row) -> Double = { row in row.predicted == row.oneClass ? 1 : 0 }
  /// What becomes of the count.
  var share: @Sendable (_ count: Double, _ rows: Double, _ columns: Double) -> Double = { count, rows, _ in count / rows
  }

  /// One row: its logits, the class that they are taken for, and its own.
  typealias Row = (logits: [Double], predicted: Int, oneClass: Int)

  func answer(_ logits: Matrix, _ classes: [Int]) throws -> Double {
    var count = 0.0
    for row in rows(logits.rows) {
      let values = Oracle.row(logits, logitRow(row))
      count += counted((values, predicted(values), classes[classRow(row)]))
    }
    return share(count, Double(logits.rows), Double(logits.columns))
  }
}

/// The place of the largest number, the first of equal ones.
func firstLargest(_ row: [Double]) -> Int {
  var best = 0
  for column in row.indices where row[column] > row[best] { best = column }
  return best
}

let classAccuracySlips: [Slip<ClassAccuracyChoices>] = [predictedSlips, countedSlips, shareSlips, rowSlips]
  .flatMap { $0 }

private let predictedSlips: [Slip<ClassAccuracyChoices>] = [
  .at(
    \.predicted, "last of equal ones",
    "Of equal logits the last is taken: the first counts, so a later one must be larger (>, not ≥) to take its place."
  ) { row in row.indices.reduce(0) { row[$1] >= row[$0] ? $1 : $0 } },
  .at(
    \.predicted, "largest from 0 up",
    "The largest logit is looked for from 0 up: a row whose logits are all negative is taken for class 0. Begin with the row's first logit."
  ) { row in
    var (best, largest) = (0, 0.0)
    for column in row.indices where row[column] > largest { (best, largest) = (column, row[column]) }
    return best
  },
  .at(
    \.predicted, "largest from 0 up, last of equal ones",
    "The search begins at 0 and takes the last of equal logits: begin with the row's first logit, and let only a larger one (>) take its place."
  ) { row in
    var (best, largest) = (0, 0.0)
    for column in row.indices where row[column] >= largest { (best, largest) = (column, row[column]) }
    return best
  },
  .at(\.predicted, "smallest logit", "The smallest logit decides: the class is where the logit is largest.") { row in
    firstLargest(row.map { -$0 })
  },
  .at(
    \.predicted, "largest absolute value",
    "The logit that is farthest from 0 decides: the class is where the logit is largest, with its sign."
  ) { row in firstLargest(row.map { abs($0) }) },
  .at(
    \.predicted, "first class left out", "Column 0 is never chosen: the columns count from 0."
  ) { row in row.count == 1 ? 0 : 1 + firstLargest(Array(row.dropFirst())) },
  .at(
    \.predicted, "last class left out", "The last column is never chosen: the columns are 0 ..< logits.columns."
  ) { row in row.count == 1 ? 0 : firstLargest(row.dropLast()) },
  .at(
    \.predicted, "neighbour compared",
    "Each logit is compared with the one before it, not with the largest so far: remember the column of the largest."
  ) { row in
    var best = 0
    for column in row.indices.dropFirst() where row[column] > row[column - 1] { best = column }
    return best
  },
  .at(
    \.predicted, "column 0 compared",
    "Each logit is compared with that of column 0, so the last one above it is chosen: compare with the largest so far."
  ) { row in
    var best = 0
    for column in row.indices where row[column] > row[0] { best = column }
    return best
  },
  .at(
    \.predicted, "first above 0",
    "The first logit above 0 decides: the class is where the logit is largest, whatever its sign."
  ) { row in row.firstIndex { $0 > 0 } ?? 0 },
  .at(
    \.predicted, "number from 1", "The classes are counted from 1: the class of the first column is 0."
  ) { row in firstLargest(row) + 1 },
  .at(
    \.predicted, "two classes alone",
    "Only the first two columns are compared: there may be more classes, 0 ..< logits.columns."
  ) { row in row.count > 1 && row[1] > row[0] ? 1 : 0 },
  .at(
    \.predicted, "rounded", "The logits are rounded before they are compared: compare them as they are."
  ) { row in firstLargest(row.map { $0.rounded() }) },
]

private let countedSlips: [Slip<ClassAccuracyChoices>] = [
  .at(
    \.counted, "equal to the largest",
    "A row counts as right if its class's logit equals the largest, even where an equal one comes first: of equal logits the first is the class."
  ) { row in row.logits[row.oneClass] == row.logits.max() ? 1 : 0 },
  .at(
    \.counted, "larger than all others",
    "A row whose largest logit occurs twice counts as wrong: the first of equal ones is the class, which can be the right one."
  ) { row in
    let others = row.logits.indices.filter { $0 != row.oneClass }
    return others.allSatisfy { row.logits[row.oneClass] > row.logits[$0] } ? 1 : 0
  },
  .at(
    \.counted, "share of errors",
    "This is the share that is wrong: count the rows whose largest logit is that of their class."
  ) { row in row.predicted == row.oneClass ? 0 : 1 },
  .at(
    \.counted, "logit above 0",
    "A row counts as right if its class's logit is above 0: it must be the largest of the row, whatever its sign."
  ) { row in row.logits[row.oneClass] > 0 ? 1 : 0 },
  .at(
    \.counted, "probability of at least 0.5",
    "A row counts as right if the probability of its class is 0.5 or more: with several classes the largest may be smaller than that."
  ) { row in probabilities(row.logits)[row.oneClass] >= 0.5 ? 1 : 0 },
  .at(
    \.counted, "probability above 0.5",
    "A row counts as right if the probability of its class is above 0.5: with several classes the largest may be smaller than that."
  ) { row in probabilities(row.logits)[row.oneClass] > 0.5 ? 1 : 0 },
  .at(
    \.counted, "mean probability",
    "This is the mean probability of the right class: count the rows whose largest logit is that of their class."
  ) { row in probabilities(row.logits)[row.oneClass] },
  .at(
    \.counted, "class number for the column's",
    "The classes' numbers are averaged: count the rows where the column of the largest logit equals the class."
  ) { row in Double(row.predicted) },
  .at(
    \.counted, "distance of the classes",
    "This is the mean distance |predicted − class|: a row is right or wrong, however far the classes' numbers are apart."
  ) { row in abs(Double(row.predicted - row.oneClass)) },
  .at(
    \.counted, "class at most",
    "A row counts wherever the predicted class is not above its own: the two must be equal."
  ) { row in row.predicted <= row.oneClass ? 1 : 0 },
  .at(
    \.counted, "class at least",
    "A row counts wherever the predicted class is not below its own: the two must be equal."
  ) { row in row.predicted >= row.oneClass ? 1 : 0 },
  .at(\.counted, "class 0 left out", "Right rows of class 0 do not count: class 0 is a class as any other.") { row in
    row.predicted == row.oneClass && row.oneClass > 0 ? 1 : 0
  },
  .at(\.counted, "errors subtracted", "Wrong rows are subtracted: a right one counts 1, a wrong one 0.") { row in
    row.predicted == row.oneClass ? 1 : -1
  },
  .at(
    \.counted, "all rows counted", "Every row counts as right: count it only if its largest logit is that of its class."
  ) {
    _ in 1
  },
  .alone(
    \.counted, "no row counted",
    "The result is always 0: add 1 to the count for each row whose largest logit is that of its class."
  ) { _ in 0 },
]

private let shareSlips: [Slip<ClassAccuracyChoices>] = [
  .at(\.share, "count for share", "This is a count of rows: divide it by the number of examples to get the share.") {
    count, _, _ in count
  },
  .at(
    \.share, "whole-number division",
    "The result is 0 unless every row is right: a quotient of two whole numbers loses its fraction, divide Doubles."
  ) { count, rows, _ in (count / rows).rounded(.down) },
  .at(
    \.share, "divided by K", "The count is divided by the number of classes: divide by that of the rows, logits.rows."
  ) { count, _, columns in count / columns },
  .at(
    \.share, "divided by all entries", "The count is divided by the number of all logits: divide by logits.rows."
  ) { count, rows, columns in count / (rows * columns) },
  .at(\.share, "percent", "This is in percent: the accuracy is a number from 0 to 1.") { count, rows, _ in
    100 * (count / rows)
  },
  .at(\.share, "divided by N − 1", "The count is divided by the number of rows less 1: divide by all of them.") {
    count, rows, _ in count / (rows - 1)
  },
  .at(\.share, "divided by N + 1", "The count is divided by one row more than there are: divide by logits.rows.") {
    count, rows, _ in count / (rows + 1)
  },
  .at(\.share, "divided by N twice", "The count is divided by the number of rows twice: once makes it the share.") {
    count, rows, _ in count / (rows * rows)
  },
  .at(\.share, "count from 1", "The count is too high by 1: it starts at 0.") { count, rows, _ in (count + 1) / rows },
  .at(\.share, "one row at most", "No more than one row is counted: if you write = 1 in the loop, it must be += 1.") {
    count, rows, _ in min(count, 1) / rows
  },
  .at(\.share, "rounded to two decimals", "The share is rounded to two decimals: return it with all its digits.") {
    count, rows, _ in (100 * count / rows).rounded() / 100
  },
]

private let rowSlips: [Slip<ClassAccuracyChoices>] = [
  .at(\.rows, "first row left out", "Row 0 is left out: the first row has index 0.") { count in
    Array(Array(0..<count).dropFirst())
  },
  .at(\.rows, "last row left out", "The last row is left out: the rows are 0 ..< logits.rows.") { count in
    Array(0..<count - 1)
  },
  .at(
    \.rows, "first row alone",
    "Only row 0 is counted: look at all rows. If you return inside the loop, do so after it."
  ) { _ in [0] },
  .at(\.rows, "last row alone", "Only the last row is counted: if you write = in the loop, it must be +=.") { count in
    [count - 1]
  },
  .at(\.logitRow, "logits of row 0", "Every class is held against the logits of row 0: take those of its own row.") {
    _ in
    0
  },
  .at(\.classRow, "class of row 0", "Every row is held against the class of row 0: take classes[row].") { _ in 0 },
]
