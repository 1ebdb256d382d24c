import CourseKit
import Engine

let classLossSlips: [Slip<ClassLossChoices>] = [
  logSumSlips, pickedSlips, probabilitySlips, smallestProbabilitySlips, classLossMeasureSlips, meanSlips,
  rowSlips, largestLogitSlips(\.shift),
].flatMap { $0 }

private let logSumSlips: [Slip<ClassLossChoices>] = [
  .at(
    \.restored, "largest not added again",
    "The largest logit is subtracted before exp and not added again after the logarithm: the loss is the largest + log Σ − z_y."
  ) { _ in 0 },
  .at(
    \.restored, "largest subtracted again",
    "The largest logit is subtracted once more after the logarithm: there it must be added."
  ) { -$0 },
  .at(
    \.isSumKept, "sum not reset", "The sum goes on from the rows before: set it to 0 at the beginning of each row.",
    true),
  .at(
    \.added, "own class left out",
    "The sum is that of the other classes: the class's own exp is part of it, too."
  ) { powers, _, column in powers.indices.reduce(0) { $1 == column ? $0 : $0 + powers[$1] } },
  // Always 0: as a part of a pair it would explain too much.
  .alone(
    \.added, "own class alone",
    "Every loss is 0. If only the class's own exp(z) is in the sum, its logarithm is z_y: the sum goes over all columns."
  ) { powers, _, column in powers[column] },
  .at(
    \.added, "first class left out", "Column 0 is left out of the sum: columns count from 0."
  ) { powers, _, _ in powers.dropFirst().reduce(0, +) },
  .at(
    \.added, "last class left out", "The last column is left out of the sum: the columns are 0 ..< logits.columns."
  ) { powers, _, _ in powers.dropLast().reduce(0, +) },
  .at(
    \.added, "mean for sum",
    "The logarithm is that of the mean of exp over the classes: take that of the sum."
  ) { powers, _, _ in powers.reduce(0, +) / Double(powers.count) },
  .at(
    \.added, "largest for sum",
    "This is the largest logit − z_y: log Σ exp(z) must stand in the place of the largest. If the largest is subtracted before exp, that is the largest + log(sum)."
  ) { _, _, _ in 1 },
  .at(
    \.added, "sum from 1",
    "The sum is too large by 1: it starts at 0 and holds one exp for each class, nothing else."
  ) { powers, _, _ in 1 + powers.reduce(0, +) },
  .at(
    \.added, "1 added to the sum of exp(z)",
    "1 is added to Σ exp(z): with several classes the row's own terms are the whole sum."
  ) { powers, shift, _ in exp(-shift) + powers.reduce(0, +) },
  .at(
    \.logarithm, "logarithm forgotten",
    "The logarithm is missing: the sum of exp itself stands where its logarithm must be."
  ) { $0 },
  .at(\.logarithm, "logarithm of base 2", "The logarithm is that of base 2: the loss has the natural one, `log`.") {
    log($0) / log(2)
  },
  .at(\.logarithm, "logarithm of base 10", "The logarithm is that of base 10: the loss has the natural one, `log`.") {
    log($0) / log(10)
  },
]

private let pickedSlips: [Slip<ClassLossChoices>] = [
  .at(
    \.sign, "sign exchanged",
    "The sign is exchanged, so that the result is never positive: a loss is log Σ exp(z) − z_y, or −log p.", -1),
  .at(\.combined, "sum", "z_y is added: the loss is log Σ exp(z) − z_y.") { logSum, picked in logSum + picked },
  .at(\.combined, "z_y forgotten", "z_y is missing, so that the classes do not count: take it away from log Σ exp(z).")
  {
    logSum, _ in
    logSum
  },
  .at(\.combined, "z_y alone", "The logarithm of the sum is missing: the loss is log Σ exp(z) − z_y.") { _, picked in
    -picked
  },
  .at(
    \.column, "classes counted from 1",
    "The logit left of the class's own is taken, and class 0 stops the program: classes count from 0, as columns do."
  ) { oneClass, _ in oneClass - 1 },
  .at(
    \.column, "next class",
    "The logit right of the class's own is taken, and the last class stops the program: classes count from 0, as columns do."
  ) { oneClass, _ in oneClass + 1 },
  .at(
    \.column, "class before, 0 at least",
    "The logit left of the class's own is taken, for class 0 its own: classes count from 0, as columns do."
  ) { oneClass, _ in max(0, oneClass - 1) },
  .at(
    \.picked, "row and column exchanged",
    "The logit of the class is looked up with row and column exchanged: it is logits[row, classes[row]]."
  ) { logits, row, column in
    guard column < logits.rows, row < logits.columns else { throw PredictedStop() }
    return logits[column, row]
  },
  .at(
    \.column, "class 0 throughout", "Every row is taken for one of class 0: each has its own class, classes[row]."
  ) { _, _ in 0 },
  .at(
    \.column, "last class throughout",
    "The last column is taken in every row: it is that of the row's class, classes[row]."
  ) { _, count in count - 1 },
  .at(
    \.picked, "largest logit for z_y",
    "The row's largest logit stands where z_y must be, so that the classes do not count: take logits[row, classes[row]]."
  ) { logits, row, _ in largest(logits, row) },
  .at(
    \.picked, "class number for z_y",
    "The class's number itself is subtracted: it must be the logit in its column, logits[row, classes[row]]."
  ) { _, _, column in Double(column) },
  .at(
    \.picked, "all logits for z_y", "All logits of the row are subtracted: only that of its class must be, z_y."
  ) { logits, row, _ in Oracle.row(logits, row).reduce(0, +) },
  .at(
    \.picked, "largest taken from z_y alone",
    "The largest logit is taken from z_y, too, although it has been added again to the logarithm: do either, not both."
  ) { logits, row, column in logits[row, column] - largest(logits, row) },
  .at(
    \.picked, "exp of z_y", "exp(z_y) is subtracted: beside the logarithm of the sum stands z_y itself."
  ) { logits, row, column in exp(logits[row, column]) },
]

private let probabilitySlips: [Slip<ClassLossChoices>] = [
  .at(
    \.loss, "logarithm of the probability",
    "The logarithm is taken of the probability, which gives ∞ where p has been rounded to 0. Leave the probability out: log Σ exp(z) − z_y."
  ) { _, row, column in -log(probabilities(row)[column]) },
  .at(
    \.loss, "logarithm of the probability, nothing subtracted",
    "exp overflows on the way to p, of which the logarithm is taken: subtract the row's largest logit, and leave p out, log Σ exp(z) − z_y."
  ) { _, row, column in -log(exp(row[column]) / row.reduce(0) { $0 + exp($1) }) },
]

private let smallestProbabilitySlips: [Slip<ClassLossChoices>] = [
  1e-15, 1e-12, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-3,
].flatMap { epsilon -> [Slip<ClassLossChoices>] in
  let (number, most) = (short(epsilon), (-log(epsilon)).text)
  let added: Slip<ClassLossChoices> = .at(
    \.loss, "\(number) added to the probability",
    "\(number) is added to the probability: no loss can be larger than \(most), however wrong the logits are. Leave the probability out: log Σ exp(z) − z_y."
  ) { _, row, column in -log(probabilities(row)[column] + epsilon) }
  let kept: Slip<ClassLossChoices> = .at(
    \.loss, "probability kept above \(number)",
    "The probability is kept above \(number) before its logarithm, so that no loss is larger than \(most). Leave the probability out: log Σ exp(z) − z_y."
  ) { _, row, column in -log(max(probabilities(row)[column], epsilon)) }
  let clipped: Slip<ClassLossChoices> = .at(
    \.loss, "probability clipped at \(number)",
    "The probability is clipped to \(number) … 1 − \(number), as in lesson 3: here no probability is needed, the loss is log Σ exp(z) − z_y."
  ) { _, row, column in -log(min(max(probabilities(row)[column], epsilon), 1 - epsilon)) }
  // Nearer to 1 than that rounding hides the upper end.
  return epsilon < 1e-11 ? [added, kept] : [added, kept, clipped]
}

private let meanSlips: [Slip<ClassLossChoices>] = [
  .at(
    \.weight, "mean by halving",
    "At each row the mean becomes (old + new) / 2, so that late rows weigh more: add all losses up and divide once."
  ) { row, rows in Double(rows) * exp(Double(row - rows) * log(2)) },
  .at(
    \.weight, "mean by halving, from the first row",
    "At each later row the mean becomes (old + new) / 2, so that late rows weigh more: add all losses up, then divide."
  ) { row, rows in Double(rows) * exp(Double(max(row, 1) - rows) * log(2)) },
  .at(\.mean, "sum for mean", "This is the sum over the batch: divide by the number of rows to get the mean.") {
    sum, _, _ in sum
  },
  .at(\.mean, "divided by 2N", "The sum is divided by twice the number of rows: the mean divides it by the number.") {
    sum, rows, _ in sum / Double(2 * rows)
  },
  .at(\.mean, "divided by N − 1", "The sum is divided by the number of rows less 1: divide by all of them.") {
    sum, rows, _ in sum / Double(rows - 1)
  },
  .at(\.mean, "divided by N + 1", "The sum is divided by one row more than there are: divide by logits.rows.") {
    sum, rows, _ in sum / Double(rows + 1)
  },
  .at(\.mean, "divided by N twice", "The sum is divided by the number of rows twice: once makes it the mean.") {
    sum, rows, _ in sum / Double(rows * rows)
  },
  .at(
    \.mean, "divided by K",
    "The sum is divided by the number of classes, logits.columns: the mean divides it by that of the rows, logits.rows."
  ) { sum, _, columns in sum / Double(columns) },
  .at(
    \.mean, "divided by all entries",
    "The sum is divided by the number of all logits: each row has one loss, divide by logits.rows."
  ) { sum, rows, columns in sum / Double(rows * columns) },
  .at(\.mean, "multiplied by N", "The sum is multiplied by the number of rows: divide it to get the mean.") {
    sum, rows, _ in sum * Double(rows)
  },
  .at(
    \.mean, "exponential of the mean", "This is e to the mean loss, the perplexity: the mean loss itself is asked for."
  ) { sum, rows, _ in exp(sum / Double(rows)) },
  .at(
    \.weight, "divided in each turn",
    "The sum is divided by the number of rows in every turn: divide it once, after the loop."
  ) { row, rows in (row..<rows).dropFirst().reduce(1) { weight, _ in weight / Double(rows) } },
]

private let rowSlips: [Slip<ClassLossChoices>] = [
  .at(\.rows, "first row left out", "Row 0 is left out of the sum: the first row has index 0.") { count in
    Array(Array(0..<count).dropFirst())
  },
  .at(\.rows, "last row left out", "The last row is left out of the sum: the rows are 0 ..< logits.rows.") { count in
    Array(0..<count - 1)
  },
  .at(
    \.rows, "first row alone", "Only row 0 is in the sum: if you return inside the loop, do so after it."
  ) { _ in [0] },
  .at(\.rows, "last row alone", "Only the last row is summed: if you write = in the loop, it must be +=.") { count in
    [count - 1]
  },
  .at(
    \.logitRow, "logits of row 0", "The logits of row 0 stand in every term: take those of the row, logits[row, …]."
  ) { _ in 0 },
  .at(\.classRow, "class of row 0", "The class of row 0 stands in every term: take that of the row, classes[row].") {
    _ in 0
  },
]
