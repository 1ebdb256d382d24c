import CourseKit
import Engine

let accuracySlips: [Slip<AccuracyChoices>] = classSlips + thresholdSlips + countSlips + shareSlips + rowSlips

private let classSlips: [Slip<AccuracyChoices>] = [
  .at(
    \.predicted, "threshold excluded",
    "p = 0.5 exactly is taken for class 0: it is class 1, too, as class 1 is where p ≥ 0.5."
  ) { p in p > 0.5 ? 1 : 0 },
  .at(
    \.judged, "threshold at the mean",
    "Class 1 begins at the mean p of the batch: it begins at 0.5, whatever the others are."
  ) { p, all in 0.5 + p - all.elements.reduce(0, +) / Double(all.elements.count) },
  .at(
    \.isSticky, "class 1 kept for the next rows",
    "After a row of class 1 every row is of class 1: decide anew for each row, 1 or 0.", true),
  .at(
    \.predicted, "comparison turned",
    "p = 0.5 is judged rightly, all else the wrong way round: the class is 1 where p ≥ 0.5, and it must equal the label."
  ) { p in p <= 0.5 ? 1 : 0 },
  .at(
    \.predicted, "threshold forgotten",
    "The probabilities themselves are compared with the labels: make classes of them first, 1 where p ≥ 0.5."
  ) { p in p },
  .at(
    \.predicted, "every p above 0",
    "Every p above 0 counts as class 1: the threshold is 0.5. Rounding up does the same."
  ) { p in p > 0 ? 1 : 0 },
  .at(
    \.predicted, "only p = 1",
    "Only p = 1 counts as class 1. If you make an Int of p, the fraction is dropped: compare p with 0.5."
  ) { p in p >= 1 ? 1 : 0 },
]

private let thresholdSlips: [Slip<AccuracyChoices>] = Thresholds.others.map { threshold in
  .at(
    \.predicted, "threshold \(threshold)",
    "Class 1 begins at a p of about \(threshold): it begins at 0.5, with p = 0.5 itself."
  ) { p in p >= threshold ? 1 : 0 }
}

private let countSlips: [Slip<AccuracyChoices>] = [
  // Always the same: as a part of a pair it would explain too much.
  .alone(
    \.counted, "no row counted",
    "The result is always 0: add 1 to the count for each row whose class equals its label."
  ) { _ in 0 },
  .at(
    \.counted, "share of errors",
    "This is the share that is wrong: count the rows whose class, 1 where p ≥ 0.5, is the label."
  ) { row in row.predicted == row.y ? 0 : 1 },
  .at(
    \.counted, "share of class 1",
    "This is the share predicted as class 1, whatever the labels are: count the rows whose class equals the label."
  ) { row in
    row.predicted
  },
  .at(\.counted, "share of class 0", "This is the share predicted as class 0: compare each class with its label.") {
    row in
    1 - row.predicted
  },
  .at(
    \.counted, "share of labels 1",
    "This is the share of the labels that are 1, whatever p is: class 1 is where p ≥ 0.5, and it must equal the label."
  ) { row in row.y },
  .at(
    \.counted, "share of labels 0",
    "This is the share of the labels that are 0, whatever p is: class 1 is where p ≥ 0.5."
  ) { row in 1 - row.y },
  .at(\.counted, "only class 1 counted", "Only right answers of class 1 are counted; a right 0 counts as well.") {
    row in
    row.predicted == 1 && row.y == 1 ? 1 : 0
  },
  .at(\.counted, "only class 0 counted", "Only right answers of class 0 are counted: a right 1 counts, too.") { row in
    row.predicted == 0 && row.y == 0 ? 1 : 0
  },
  .at(
    \.counted, "class or label 1", "Every row counts whose class or label is 1: it counts where the two are equal."
  ) { row in row.predicted == 1 || row.y == 1 ? 1 : 0 },
  .at(
    \.counted, "class or label 0",
    "Every row counts but those whose class and label are 1: it counts where the two are equal."
  ) { row in row.predicted == 1 && row.y == 1 ? 0 : 1 },
  .at(
    \.counted, "class 1 beside label 0",
    "Rows of class 1 with label 0 are counted, which are wrong: class and label must be equal."
  ) { row in row.predicted == 1 && row.y == 0 ? 1 : 0 },
  .at(
    \.counted, "class 0 beside label 1",
    "Rows of class 0 with label 1 are counted, which are wrong: count where the two agree."
  ) { row in row.predicted == 0 && row.y == 1 ? 1 : 0 },
  .at(
    \.counted, "class at least the label",
    "Class 1 counts as right whatever the label is: class and label must be equal."
  ) { row in row.predicted >= row.y ? 1 : 0 },
  .at(
    \.counted, "class at most the label",
    "Class 0 counts as right whatever the label is: class and label must be equal."
  ) { row in row.predicted <= row.y ? 1 : 0 },
  .at(\.counted, "all rows counted", "Every row counts as right: count it only if its class equals its label.") { _ in 1
  },
  .at(
    \.counted, "nearer than 0.5 to the label",
    "p = 0.5 exactly counts as wrong whatever the label is: it is class 1, so right beside the label 1."
  ) { row in abs(row.p - row.y) < 0.5 ? 1 : 0 },
  .at(
    \.counted, "not farther than 0.5 from the label",
    "p = 0.5 exactly counts as right whatever the label is: it is class 1, so wrong beside the label 0."
  ) { row in abs(row.p - row.y) <= 0.5 ? 1 : 0 },
  .at(
    \.counted, "label at least p",
    "Label 1 counts as right whatever p is, label 0 only at p = 0: compare the class, 1 where p ≥ 0.5, with the label."
  ) { row in row.y >= row.p ? 1 : 0 },
  .at(
    \.counted, "p at least the label",
    "Label 0 counts as right whatever p is, label 1 only at p = 1: compare the class, 1 where p ≥ 0.5, with the label."
  ) { row in row.p >= row.y ? 1 : 0 },
  .at(\.counted, "p = 0.5 half right", "p = 0.5 exactly counts as half right: it is class 1, right or wrong.") { row in
    row.p == 0.5 ? 0.5 : row.predicted == row.y ? 1 : 0
  },
  .at(
    \.counted, "probability of the label",
    "This is the mean probability of the right label: make classes of p and count."
  ) { row in row.y == 1 ? row.p : 1 - row.p },
  .at(
    \.counted, "mean probability",
    "This is the mean of the probabilities: make classes of them and compare with the labels."
  ) {
    row in row.p
  },
  .at(\.counted, "mean error", "This is the mean of |p − y|: make classes of p and count those that equal the label.") {
    row in abs(row.p - row.y)
  },
  .at(\.counted, "mean difference", "This is the mean of class − label: count the rows where they are equal.") { row in
    row.predicted - row.y
  },
  .at(
    \.counted, "errors subtracted", "Wrong rows are subtracted: a right one counts 1, a wrong one counts 0."
  ) { row in row.predicted == row.y ? 1 : -1 },
]

private let shareSlips: [Slip<AccuracyChoices>] = [
  .at(
    \.share, "precision",
    "This is the precision, the share of right rows among those predicted as 1: count all right rows, divide by all."
  ) { count in count.predictedOnes == 0 ? 0 : count.foundOnes / count.predictedOnes },
  .at(
    \.share, "recall",
    "This is the recall, the share of right rows among those with the label 1: count all right rows, divide by all."
  ) { count in count.labelledOnes == 0 ? 0 : count.foundOnes / count.labelledOnes },
  .at(
    \.share, "balanced accuracy",
    "This is the mean of the two classes' own accuracies: count all right rows, whatever their class, and divide by all."
  ) { count in
    let (ones, zeros) = (count.labelledOnes, Double(count.rows) - count.labelledOnes)
    let found = Double(count.rows) - count.predictedOnes - count.labelledOnes + count.foundOnes
    return ((ones == 0 ? 0 : count.foundOnes / ones) + (zeros == 0 ? 0 : found / zeros)) / 2
  },
  .at(
    \.share, "whole-number division",
    "The result is 0 unless every row is right: a quotient of two whole numbers loses its fraction, divide Doubles, and count row by row."
  ) { count in (count.right / Double(count.rows)).rounded(.down) },
  .at(
    \.share, "count for share", "This is a count of rows: divide it by the number of examples to get the share."
  ) { count in count.right },
  .at(\.share, "percent", "This is in percent: the accuracy is a number from 0 to 1.") { count in
    100 * (count.right / Double(count.rows))
  },
  .at(\.share, "whole percent", "These are whole percents: the accuracy is a number from 0 to 1, with all its digits.")
  {
    count in (100 * count.right / Double(count.rows)).rounded(.down)
  },
  .at(
    \.share, "one row at most", "No more than one row is counted: if you write = 1 in the loop, it must be += 1."
  ) { count in min(count.right, 1) / Double(count.rows) },
  .at(\.share, "count from 1", "The count is too high by 1: it starts at 0.") { count in
    (count.right + 1) / Double(count.rows)
  },
  .at(\.share, "errors not divided", "This is 1 minus the number of errors: divide that number by the rows first.") {
    count in 1 - (Double(count.rows) - count.right)
  },
  .at(
    \.share, "F1",
    "If only rows of class and label 1 count, this is the F1 score: divide all right rows by the number of rows."
  ) { count in 2 * count.right / (count.predictedOnes + count.labelledOnes) },
  .at(\.share, "divided by N − 1", "The count is divided by the number of rows less 1: divide by all of them.") {
    count in
    count.right / Double(count.rows - 1)
  },
  .at(\.share, "divided by N + 1", "The count is divided by one row more than there are: divide by labels.rows.") {
    count in count.right / Double(count.rows + 1)
  },
  .at(\.share, "divided by 2N", "The count is divided by twice the number of rows: divide by labels.rows.") { count in
    count.right / Double(2 * count.rows)
  },
  .at(\.share, "divided by N twice", "The count is divided by the number of rows twice: once makes it the share.") {
    count in count.right / Double(count.rows * count.rows)
  },
  .at(\.share, "rows by right ones", "The number of rows is divided by the count: it is the other way round.") {
    count in
    Double(count.rows) / count.right
  },
  .at(\.share, "right by wrong", "The right rows are divided by the wrong ones: divide by all rows.") { count in
    count.right / (Double(count.rows) - count.right)
  },
  .at(
    \.share, "divided by the ones predicted",
    "The count is divided by the number of rows of class 1: divide by all rows."
  ) {
    count in count.right / count.predictedOnes
  },
  .at(
    \.share, "divided by the ones labelled",
    "The count is divided by the number of labels 1: divide by the number of rows."
  ) {
    count in count.right / count.labelledOnes
  },
  .at(\.share, "rounded to one decimal", "The share is rounded to one decimal: return it with all its digits.") {
    count in
    (10 * count.right / Double(count.rows)).rounded() / 10
  },
  .at(\.share, "rounded to two decimals", "The share is rounded to two decimals: it is wanted with all its digits.") {
    count in (100 * count.right / Double(count.rows)).rounded() / 100
  },
  .at(\.share, "rounded", "The share is rounded to 0 or 1: return it as it is.") { count in
    (count.right / Double(count.rows)).rounded()
  },
]

private let rowSlips: [Slip<AccuracyChoices>] = [
  .at(\.rows, "first row left out", "Row 0 is left out: the first row has index 0.") { count in
    Array(0..<count).dropFirst().map { $0 }
  },
  .at(\.rows, "last row left out", "The last row is left out: the rows are 0 ..< labels.rows.") { count in
    Array(0..<count).dropLast()
  },
  .at(
    \.rows, "first row alone", "Only row 0 is counted: look at all rows. If you return inside the loop, do so after it."
  ) { _ in [0] },
  .at(\.rows, "last row alone", "Only the last row is counted: if you write = in the loop, it must be +=.") { count in
    [count - 1]
  },
  .at(\.rows, "row 0 throughout", "The result tells of row 0 alone: look at each row with its own index.") { count in
    Array(repeating: 0, count: count)
  },
  .at(
    \.probabilityRow, "p of row 0",
    "Every label is compared with the class of row 0: take the p of the row, probabilities[row, 0]."
  ) { _ in 0 },
  .at(
    \.labelRow, "label of row 0",
    "Every class is compared with the label of row 0: take that of the row, labels[row, 0]."
  ) {
    _ in 0
  },
]

/// The thresholds other than 0.5 that are told apart.
enum Thresholds {
  static let others: [Double] = [
    0.05, 0.1, 0.2, 0.25, 0.3, 0.4, 0.45, 0.49, 0.499, 0.501, 0.51, 0.55, 0.6, 0.7, 0.75, 0.8, 0.9, 0.95,
  ]
}
