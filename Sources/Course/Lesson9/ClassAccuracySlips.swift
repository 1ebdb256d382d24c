import CourseKit
import Engine

let classAccuracySlips: [Slip<ClassAccuracyChoices>] = [
  searchSlips, beginSlips, countedSlips, shareSlips, rowSlips,
]
.flatMap { $0 }

private let searchSlips: [Slip<ClassAccuracyChoices>] = [
  .at(
    \.isBetter, "last of equal ones",
    "Of equal logits the last is taken: the first counts, so a later one must be larger (>, not ≥) to take its place."
  ) { column, row, found in row[column] >= found.logit },
  .at(\.isBetter, "smallest logit", "The smallest logit decides: the class must be where the logit is largest.") {
    column, row, found in row[column] < found.logit
  },
  .at(
    \.isBetter, "neighbour compared",
    "Each logit is compared with the one before it, not with the largest so far: remember the column of the largest."
  ) { column, row, _ in column > 0 && row[column] > row[column - 1] },
  .at(
    \.isBetter, "column 0 compared",
    "Each logit is compared with that of column 0, so the last one above it is chosen: compare with the largest so far."
  ) { column, row, _ in row[column] > row[0] },
  .at(
    \.isBetter, "first above column 0",
    "The first logit above that of column 0 is chosen: go on to the end of the row, a later one may be larger."
  ) { column, row, found in found.column == 0 && row[column] > row[0] },
  .at(
    \.isBetter, "column 0 always", "Column 0 is always chosen: remember the column of the largest logit, too."
  ) { _, _, _ in false },
  .at(
    \.isBetter, "first above 0",
    "The first logit above 0 decides: the class must be where the logit is largest, whatever its sign."
  ) { column, row, _ in row[column] > 0 && row[..<column].allSatisfy { $0 <= 0 } },
  .at(
    \.compared, "largest absolute value",
    "The logit that is farthest from 0 decides: the class must be where the logit is largest, with its sign."
  ) { abs($0) },
  .at(\.compared, "rounded", "The logits are rounded before they are compared: compare them as they are.") {
    $0.rounded()
  },
  .at(\.compared, "fraction dropped", "The logits lose their fractions before they are compared: leave them Doubles.") {
    $0.rounded(.towardZero)
  },
  .at(
    \.compared, "single precision",
    "The logits are compared as Floats, which makes different ones equal: leave them Doubles."
  ) { Double(Float($0)) },
  .at(
    \.isBetter, "larger by 1e-10",
    "A later logit must be larger by about 1e-10 to be chosen: compare the two as they are, with >."
  ) { column, row, found in row[column] > found.logit + 1e-10 },
  .at(
    \.isBetter, "larger by 1e-9",
    "A later logit must be larger by about 1e-9 to be chosen: compare the two as they are, with >."
  ) { column, row, found in row[column] > found.logit + 1e-9 },
  .at(
    \.isBetter, "larger by 1e-8",
    "A later logit must be larger by about 1e-8 to be chosen: compare the two as they are, with >."
  ) { column, row, found in row[column] > found.logit + 1e-8 },
  .at(
    \.isBetter, "larger by 1e-6",
    "A later logit must be larger by about 1e-6 to be chosen: compare the two as they are, with >."
  ) { column, row, found in row[column] > found.logit + 1e-6 },
  .at(
    \.isBetter, "larger by 1e-3",
    "A later logit must be larger by about 1e-3 to be chosen: compare the two as they are, with >."
  ) { column, row, found in row[column] > found.logit + 1e-3 },
  .at(
    \.columns, "last class left out", "The last column is never chosen: the columns are 0 ..< logits.columns."
  ) { row in 0..<max(1, row.count - 1) },
  .at(
    \.columns, "two classes alone",
    "Only the first two columns are compared: there may be more classes, 0 ..< logits.columns."
  ) { row in 0..<min(2, row.count) },
  .at(
    \.columns, "three classes alone",
    "Only the first three columns are compared: there may be more classes, 0 ..< logits.columns."
  ) { row in 0..<min(3, row.count) },
  .at(\.predicted, "first class left out", "Column 0 is never chosen: the columns count from 0.") { _, row in
    row.count == 1 ? 0 : 1 + firstLargest(Array(row.dropFirst()))
  },
  .at(\.predicted, "number from 1", "The classes are counted from 1: the class of the first column is 0.") {
    column, _ in
    column + 1
  },
  .at(\.predicted, "number before", "The class is taken to be the column less 1: the class of the first column is 0.") {
    column, _ in column - 1
  },
]

private let beginSlips: [Slip<ClassAccuracyChoices>] =
  [
    .at(
      \.begun, "column kept from the row before",
      "Each search begins with the column found in the row before: begin each row with column 0."
    ) { row, last in last.map { ($0.column, row[$0.column]) } ?? (0, row[0]) },
    .at(
      \.isColumnKept, "column kept, column 0 not looked at",
      "A column found in the row before is kept, and column 0 is not looked at again: begin each row with column 0.",
      true),
    .at(
      \.begun, "largest kept from the row before",
      "The largest logit of the rows before is kept: begin each row with its own first logit."
    ) { row, last in (0, max(last?.logit ?? row[0], row[0])) },
    .at(
      \.begun, "all kept from the row before",
      "Column and largest logit are kept from the row before: begin each row with column 0 and its logit."
    ) { row, last in last ?? (0, row[0]) },
    .at(
      \.begun, "search from column 1",
      "The search begins with column 1 as the largest, so that of two equal ones column 0 may lose: begin with column 0."
    ) { row, _ in row.count > 1 ? (1, row[1]) : (0, row[0]) },
  ]
  + [1.0, 0, -1, -100].map { start in
    .at(
      \.begun, "largest from \(start.text) up",
      "The largest logit is looked for from \(start.text.replacing("-", with: "−")) up, or from near it: a row that has none above it is taken for class 0. Begin with the row's first logit."
    ) { _, _ in (0, start) }
  }

private let countedSlips: [Slip<ClassAccuracyChoices>] = [
  .at(
    \.counted, "tested in every column",
    "The class is compared inside the search, once for each column: compare it after the loop over the columns."
  ) { row in
    Double(row.logits.indices.count { firstLargest(Array(row.logits[...$0])) == row.oneClass })
  },
  .at(
    \.counted, "one of the two largest",
    "A row counts as right if its class is one of the two largest: only the largest logit counts."
  ) { row in
    let own = row.logits[row.oneClass]
    let before = row.logits.indices.count { row.logits[$0] > own || row.logits[$0] == own && $0 < row.oneClass }
    return before < 2 ? 1 : 0
  },
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
    "A row counts as right if the probability of its class is 0.5 or more: the largest of several may be smaller than that. Compare it with the other columns."
  ) { row in probabilities(row.logits)[row.oneClass] >= 0.5 ? 1 : 0 },
  .at(
    \.counted, "probability above 0.5",
    "A row counts as right if the probability of its class is above 0.5: the largest of several may be smaller than that. Compare it with the other columns."
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
  .at(
    \.share, "divided by N − 1, 1 at least",
    "The count is divided by the number of rows less 1, by 1 if there is one: divide by all of them, logits.rows."
  ) { count, rows, _ in count / max(1, rows - 1) },
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
  .at(
    \.endsAtWrongRow, "ends at the first wrong row", "The loop ends at the first wrong row: go on to the next one.",
    true),
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
  .at(
    \.rows, "last row alone",
    "Only the last row is counted: the count must start at 0 before the loop and grow by += in it."
  ) { count in
    [count - 1]
  },
  .at(\.logitRow, "logits of row 0", "Every class is held against the logits of row 0: take those of its own row.") {
    _ in
    0
  },
  .at(\.classRow, "class of row 0", "Every row is held against the class of row 0: take classes[row].") { _ in 0 },
]
