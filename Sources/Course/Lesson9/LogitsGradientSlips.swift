import CourseKit
import Engine

let logitsGradientSlips: [Slip<LogitsGradientChoices>] = [
  differenceSlips, labelSlips, placeSlips, divisorSlips, dividedSlips, probabilitySlips, keptSlips, finishedSlips,
]
.flatMap { $0 }

private let differenceSlips: [Slip<LogitsGradientChoices>] = [
  .at(
    \.difference, "sign exchanged",
    "Y − P stands where P − Y must be: it has the opposite sign of the loss's slope, so a step against it makes the loss rise."
  ) { p, y in y - p },
  .at(
    \.difference, "Y forgotten", "Y is missing: subtract 1 in the column of the row's class."
  ) { p, _ in p },
  .at(\.difference, "Y alone", "P is missing from the difference: it is (P − Y) / N.") { _, y in -y },
  .at(\.difference, "sum", "P and Y are added: the slope is their difference, P − Y.") { p, y in p + y },
  .at(\.difference, "product", "P and Y are multiplied: the slope is their difference, P − Y.") { p, y in p * y },
  .at(
    \.difference, "absolute value",
    "In the column of the class the sign is lost, as in |P − Y| or 1 − P: it must be P − 1 there, which is negative."
  ) { p, y in abs(p - y) },
  .at(\.difference, "squared", "P − Y is squared: the slope needs the difference itself, with its sign.") { p, y in
    (p - y) * (p - y)
  },
  .at(
    \.difference, "−1 in the column of the class",
    "The entry of the class is −1 (or −1 / N): subtract 1 from its P, with -=, instead of putting −1 there."
  ) { p, y in y == 1 ? -1 : p },
  .at(
    \.difference, "1 − P in the other columns",
    "The other columns have 1 − P: their slope is P, as nothing is subtracted there."
  ) { p, y in y == 1 ? p - 1 : 1 - p },
  .at(
    \.difference, "−Y / P",
    "−Y / P is the slope by the probability: by the logit P − Y must stand there, because the softmax's own slope cancels P."
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
]

private let placeSlips: [Slip<LogitsGradientChoices>] = [
  .at(
    \.place, "classes counted from 1",
    "1 is subtracted left of the class's column, and class 0 stops the program: classes count from 0, as columns do."
  ) { row, oneClass, _ in (row, oneClass - 1) },
  .at(
    \.place, "next class",
    "1 is subtracted right of the class's column, and the last class stops the program: classes count from 0, as columns do."
  ) { row, oneClass, _ in (row, oneClass + 1) },
  .at(
    \.place, "next class, the last one's is the first",
    "1 is subtracted right of the class's column, for the last class in column 0: the column is classes[row] itself."
  ) { row, oneClass, logits in (row, (oneClass + 1) % logits.columns) },
  .at(
    \.place, "class before, 0 at least",
    "1 is subtracted left of the class's column, for class 0 in its own: the column is classes[row] itself."
  ) { row, oneClass, _ in (row, max(0, oneClass - 1)) },
  .at(\.place, "class 0 throughout", "1 is subtracted in column 0 of every row: the column is classes[row].") {
    row, _, _ in
    (row, 0)
  },
  .at(\.place, "last class throughout", "1 is subtracted in the last column of every row: the column is classes[row].")
  {
    row, _, logits in (row, logits.columns - 1)
  },
  .at(
    \.place, "row's number for the class",
    "1 is subtracted in the column of the row's own number: the column is that of its class, classes[row]."
  ) { row, _, _ in (row, row) },
  .at(
    \.place, "largest logit's column",
    "1 is subtracted in the column of the row's largest logit: it must be that of its class, classes[row]."
  ) { row, _, logits in (row, firstLargest(Oracle.row(logits, row))) },
  .at(
    \.place, "row and column exchanged",
    "1 is subtracted with row and column exchanged: the place is gradient[row, classes[row]]."
  ) { row, oneClass, _ in (oneClass, row) },
  .at(
    \.classRow, "class of row 0", "1 is subtracted in the column of row 0's class: each row has its own, classes[row]."
  ) { _, _ in 0 },
  .at(
    \.classRow, "classes backwards",
    "The classes are taken in the opposite order, the last for row 0: row and class have the same index."
  ) { row, rows in rows - 1 - row },
  .at(
    \.isLabelled, "1 not subtracted in row 0", "In row 0 nothing is subtracted: the first row has index 0."
  ) { row, _ in row > 0 },
  .at(
    \.isLabelled, "1 not subtracted in the last row",
    "In the last row nothing is subtracted: the rows are 0 ..< logits.rows."
  ) { row, logits in row < logits.rows - 1 },
  .at(
    \.isLabelled, "1 subtracted in row 0 alone",
    "Only in row 0 is 1 subtracted: go through all rows. If you return inside the loop, do so after it."
  ) { row, _ in row == 0 },
  .at(
    \.isLabelled, "1 subtracted in as many rows as classes",
    "1 is subtracted in no more rows than there are classes: the rows are 0 ..< logits.rows."
  ) { row, logits in row < logits.columns },
]

private let divisorSlips: [Slip<LogitsGradientChoices>] = [
  .at(
    \.divisor, "not divided by N",
    "The division by the number of rows is missing: the loss is a mean over the rows, so its slope is divided by them, once."
  ) { _, _ in 1 },
  .at(
    \.divisor, "whole-number division",
    "Every entry is 0 if there are two rows or more: 1 / logits.rows is a quotient of whole numbers, divide by Double(logits.rows)."
  ) { rows, _ in rows == 1 ? 1 : .infinity },
  .at(
    \.divisor, "divided by K",
    "The difference is divided by the number of classes, logits.columns: the mean goes over the rows, logits.rows."
  ) { _, columns in columns },
  .at(
    \.divisor, "divided by all entries",
    "The difference is divided by the number of all logits: each row has one loss, divide by logits.rows."
  ) { rows, columns in rows * columns },
  .at(\.divisor, "divided by N twice", "The difference is divided by the number of rows twice: once is enough.") {
    rows, _ in
    rows * rows
  },
  .at(\.divisor, "divided by N − 1", "The difference is divided by the number of rows less 1: divide by all of them.") {
    rows, _ in rows - 1
  },
  .at(\.divisor, "divided by N + 1", "The difference is divided by one row more than there are: divide by logits.rows.")
  {
    rows, _ in rows + 1
  },
  .at(\.divisor, "multiplied by N", "The difference is multiplied by the number of rows: divide by it.") { rows, _ in
    1 / rows
  },
  .at(\.divisor, "factor 2", "The factor 2 belongs to the squared error: here the difference is divided by N alone.") {
    rows, _ in rows / 2
  },
  .at(\.divisor, "factor ½", "There is a factor ½ too many: the difference is divided by N alone.") { rows, _ in
    2 * rows
  },
]

private let dividedSlips: [Slip<LogitsGradientChoices>] = [
  .at(
    \.divided, "1 subtracted after the division",
    "P is divided by N first and 1 subtracted then, P / N − Y: subtract first, and divide the difference."
  ) { _, rows in (1, 1 / Double(rows)) },
  .at(
    \.divided, "Y alone divided by N",
    "Only Y is divided by N, P − Y / N: it must be the difference that is divided, (P − Y) / N."
  ) { _, rows in (1 / Double(rows), 1) },
  .at(
    \.divided, "1 / N subtracted before the division",
    "Y is divided by N twice, P once: subtract 1 itself, and divide the difference."
  ) { _, rows in (1, Double(rows)) },
  .at(
    \.divided, "divided in each turn",
    "The whole matrix is divided by N in every turn of the loop: divide it once, after the loop."
  ) { row, rows in
    let power = { (exponent: Int) in (0..<exponent).reduce(1) { product, _ in product * Double(rows) } }
    return (power(rows - 1), power(rows - 1 - row))
  },
  .at(
    \.isDivided, "class's column alone divided",
    "Only the column of the row's class is divided by N: divide the whole matrix."
  ) { _, _, isClass in isClass },
  .at(
    \.isDivided, "class's column not divided",
    "The column of the row's class is not divided by N: divide the whole matrix."
  ) { _, _, isClass in !isClass },
  .at(\.isDivided, "row 0 not divided", "Row 0 is not divided by N: the first row has index 0.") { row, _, _ in row > 0
  },
  .at(\.isDivided, "last row not divided", "The last row is not divided by N: the rows are 0 ..< logits.rows.") {
    row, rows, _ in row < rows - 1
  },
  .at(
    \.isDivided, "row 0 alone divided",
    "Only row 0 is divided by N: go through all rows. If you return inside the loop, do so after it."
  ) { row, _, _ in row == 0 },
]

private let probabilitySlips: [Slip<LogitsGradientChoices>] = [
  .at(
    \.probabilities, "exp overflows",
    "The probabilities are made without subtracting the row's largest logit, so that exp overflows: call softmax, or subtract it first."
  ) { _, logits in
    Matrix.filled(logits.rows, logits.columns) { row, column in
      CourseKit.exp(logits[row, column]) / Oracle.row(logits, row).reduce(0) { $0 + CourseKit.exp($1) }
    }
  },
  .at(
    \.probabilities, "softmax down the columns",
    "The probabilities add up to 1 down the columns: an example is a row, so each row must add up to 1."
  ) { _, logits in Stopping.turned(Oracle.softmax(Stopping.turned(logits))) },
  .at(
    \.probabilities, "logits divided by N first",
    "The logits are divided by N before the softmax: leave them as they are, it is the difference that is divided."
  ) { softmax, logits in try softmax(logits.map { $0 / Double(logits.rows) }) },
  .at(
    \.probabilities, "logits for probabilities", "The logits stand in the place of P: take their softmax first, 9.1."
  ) { _, logits in logits },
  .at(
    \.probabilities, "softmax taken twice", "The softmax is taken of the softmax: take it of the logits, once."
  ) { softmax, logits in try softmax(softmax(logits)) },
  .at(
    \.probabilities, "sigmoid for softmax", "P is the sigmoid of each logit: it must be the softmax of the row, 9.1."
  ) { _, logits in logits.map { Oracle.sigmoid($0) } },
  .at(
    \.probabilities, "exp for softmax",
    "exp(z) stands in the place of P: it must be divided by the sum of the row, as in 9.1."
  ) { _, logits in logits.map { CourseKit.exp($0) } },
  .at(
    \.probabilities, "logarithm of P", "log P stands in the place of P: take P itself."
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

private let keptSlips: [Slip<LogitsGradientChoices>] = [1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3].map { epsilon in
  .at(
    \.probabilities, "P kept above \(short(epsilon))",
    "P is kept between \(short(epsilon)) and 1 − \(short(epsilon)): leave the bounds out, there is no logarithm here."
  ) { softmax, logits in try softmax(logits).map { min(max($0, epsilon), 1 - epsilon) } }
}

private let finishedSlips: [Slip<LogitsGradientChoices>] = [
  .at(
    \.entry, "own class alone",
    "Only the column of the row's class has a slope: the others must have one, too, P / N, which pushes them down."
  ) { slope, _, isClass in isClass ? slope : 0 },
  .at(
    \.entry, "other classes alone",
    "The column of the row's class is 0: subtract 1 from its P, nothing else, so that it is (P − 1) / N."
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
