import CourseKit
import Engine

/// What is taken from the logits of a place before exp.
typealias LogitShift = @Sendable (_ logits: Matrix, _ row: Int, _ column: Int) -> Double

/// The largest logit of a row.
func largest(_ logits: Matrix, _ row: Int) -> Double {
  var largest = logits[row, 0]
  for column in 0..<logits.columns { largest = max(largest, logits[row, column]) }
  return largest
}

/// What can be subtracted instead of the row's largest logit, and how the search for it can go wrong, in 9.1 and in 9.2.
///
/// A shift changes no result as long as exp neither overflows nor underflows, so each sentence says no more than what is seen
/// there.
func largestLogitSlips<Choices>(_ point: WritableKeyPath<Choices, LogitShift> & Sendable) -> [Slip<Choices>] {
  [
    .at(
      point, "nothing subtracted",
      "The row's largest logit is not subtracted before exp: exp(1000) is ∞ and exp(−1000) is 0, so that large logits give NaN or ∞."
    ) { _, _, _ in 0 },
    .at(
      point, "largest of all subtracted",
      "The largest logit of the whole matrix is subtracted: in a row far below it every exp is 0. Take the largest of each row by itself."
    ) { logits, _, _ in logits.elements.max() ?? 0 },
    .at(
      point, "largest of row 0 subtracted",
      "What is subtracted is the largest logit of row 0, in every row: find the largest anew for each row."
    ) { logits, _, _ in largest(logits, 0) },
    .at(
      point, "largest so far subtracted",
      "In a later row the largest logit of a row before it is subtracted, so that all its exp can be 0: find the largest among the row's own logits."
    ) { logits, row, _ in (0...row).map { largest(logits, $0) }.max() ?? 0 },
    .at(
      point, "smallest subtracted",
      "The smallest logit of the row is subtracted, so that exp overflows where another is more than 709 above it: subtract the largest."
    ) { logits, row, _ in -largest(logits.map { -$0 }, row) },
    .at(
      point, "mean subtracted",
      "The mean of the row is subtracted, so that exp overflows where a logit is more than 709 above it: subtract the largest."
    ) { logits, row, _ in Oracle.row(logits, row).reduce(0, +) / Double(logits.columns) },
    .at(
      point, "first logit subtracted",
      "The first logit of the row is subtracted, so that exp overflows where another is more than 709 above it: find the largest of them all."
    ) { logits, row, _ in logits[row, 0] },
    .at(
      point, "last logit subtracted",
      "The last logit of the row is subtracted, so that exp overflows where another is more than 709 above it: find the largest of them all."
    ) { logits, row, _ in logits[row, logits.columns - 1] },
    .at(
      point, "last logit not compared",
      "The last column has no part in the search for the largest logit, so that exp overflows where it is far above the others: the columns are 0 ..< logits.columns."
    ) { logits, row, _ in
      logits.columns == 1 ? logits[row, 0] : Oracle.row(logits, row).dropLast().max() ?? 0
    },
    .at(
      point, "first logit not compared",
      "The first column has no part in the search for the largest logit, so that exp overflows where it is far above the others: columns count from 0."
    ) { logits, row, _ in
      logits.columns == 1 ? logits[row, 0] : Oracle.row(logits, row).dropFirst().max() ?? 0
    },
    .at(
      point, "neighbour compared",
      "In the search for the largest logit each is compared with the one before it: compare it with the largest so far."
    ) { logits, row, _ in
      var found = logits[row, 0]
      for column in 1..<max(1, logits.columns) where logits[row, column] > logits[row, column - 1] {
        found = logits[row, column]
      }
      return found
    },
    .at(
      point, "first one compared",
      "In the search for the largest logit each is compared with the first: compare it with the largest so far."
    ) { logits, row, _ in
      var found = logits[row, 0]
      for column in 1..<max(1, logits.columns) where logits[row, column] > logits[row, 0] {
        found = logits[row, column]
      }
      return found
    },
    .at(
      point, "largest of the columns so far",
      "What is subtracted is the largest logit up to the column itself, not the same for the whole row: find the largest first, in a loop of its own."
    ) { logits, row, column in (0...column).map { logits[row, $0] }.max() ?? 0 },
    .at(
      point, "largest from 0 up",
      "The largest logit is looked for from 0 up: in a row of negative logits 0 is subtracted, and exp(−1000) is 0. Begin with the row's first logit."
    ) { logits, row, _ in max(0, largest(logits, row)) },
    .at(
      point, "largest absolute value subtracted",
      "The largest absolute value is subtracted: in a row of −1000 that is 1000, and every exp becomes 0. Take the largest logit, with its sign."
    ) { logits, row, _ in Oracle.row(logits, row).map { abs($0) }.max() ?? 0 },
    .at(
      point, "largest added", "The largest logit is added before exp, which overflows all the sooner: subtract it."
    ) { logits, row, _ in -largest(logits, row) },
  ]
}
