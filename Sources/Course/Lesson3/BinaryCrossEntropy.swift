import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 3.3: the mean of −(y · log p + (1 − y) · log(1 − p)).
  static let binaryCrossEntropy = Exercise(
    Specification(
      Lesson3.binaryCrossEntropy,
      right: { _, probabilities, labels in Oracle.binaryCrossEntropy(probabilities, labels) },
      misconceptions: misconceptions
    )
    .knowing { input in .rows(input.1.rows) }
    .drawing(Samples.probabilitiesAndLabels)
    .drawingAtEdges(EdgeSamples.probabilitiesAndLabels)
    .tolerating { probabilities, _ in
      // Near the ends 1 − p has few digits, and p and 1 − p may be clipped each by itself.
      let isNearEnd = probabilities.elements.contains { min($0, 1 - $0) < 1e-5 }
      return isNearEnd ? Tolerance(relative: 1e-7, absolute: 2e-8) : .value
    },
    demonstration: Demonstration { student in
      let loss = try student.call(Lesson3.binaryCrossEntropy, PageExample.cache.probabilities, PageExample.labels)
      return [DemonstratedCall("`binaryCrossEntropy(probabilities: A2, labels: y)`", loss)]
    }
  ) { loss in
    [
      loss.check(
        .value, "the mean over 4 examples", on: fourRows,
        independent: (Samples.probabilities(5, seed: 51), Samples.labels(5, seed: 51))),
      loss.check(
        .value, "finite and right at p = 0 and p = 1 for label 0", tolerance: .clipped, on: endsForLabel0,
        independent: endsForLabel1, plain: fourRows),
      loss.check(
        .value, "finite and right at p = 0 and p = 1 for label 1", tolerance: .clipped, on: endsForLabel1,
        independent: endsForLabel0, plain: fourRows),
      loss.checkEverySize("right on 80 batches of 1 to 35 rows, p of any size", count: 80),
    ]
  }
}

extension Oracle {
  static func binaryCrossEntropy(_ probabilities: Matrix, _ labels: Matrix) -> Double {
    var sum = 0.0
    for row in 0..<labels.rows { sum += Oracle.crossEntropy(probabilities[row, 0], labels[row, 0]) }
    return sum / Double(labels.rows)
  }
}

private let misconceptions: [Misconception<(Matrix, Matrix), Double>] = [
  wrongLoss("sum for mean", "This is the sum over the batch: divide by the number of rows to get the mean.") {
    sum(over: $0, $1, Oracle.crossEntropy)
  },
  wrongLoss("sign lost", "The minus sign before the whole is missing: a loss is never negative.") {
    -mean(over: $0, $1, Oracle.crossEntropy)
  },
  wrongLoss(
    "minus on the first term only",
    "The minus covers only the first term: −(y · log p + (1 − y) · log(1 − p)) needs brackets around the sum."
  ) {
    mean(over: $0, $1) { p, y in -y * log(clipped(p)) + (1 - y) * log(1 - clipped(p)) }
  },
  wrongLoss("second term lost", "The term for label 0 is missing: (1 − y) · log(1 − p).") {
    mean(over: $0, $1) { p, y in -y * log(clipped(p)) }
  },
  wrongLoss(
    "not clipped", "p is not clipped: log 0 is −∞. Clip p to 1e-8 … 1 − 1e-8 before taking logarithms."
  ) {
    mean(over: $0, $1) { p, y in -(y * log(p) + (1 - y) * log(1 - p)) }
  },
  wrongLoss(
    "only the lower end clipped",
    "p is clipped at the lower end only: p = 1 leaves log(1 − p) = −∞. Clip to 1e-8 … 1 − 1e-8."
  ) {
    mean(over: $0, $1) { p, y in -(y * log(max(p, 1e-8)) + (1 - y) * log(1 - max(p, 1e-8))) }
  },
  wrongLoss(
    "epsilon added",
    "1e-8 is added inside the logarithms, which changes every loss a little: to clip p to 1e-8 … 1 − 1e-8 is enough."
  ) {
    mean(over: $0, $1) { p, y in -(y * log(p + 1e-8) + (1 - y) * log(1 - p + 1e-8)) }
  },
  wrongLoss("arguments exchanged", "Labels and probabilities are exchanged inside the logarithms.") {
    mean(over: $0, $1) { p, y in Oracle.crossEntropy(y, p) }
  },
  wrongLoss("squared error", "This is the mean squared error (p − y)²; the cross-entropy has logarithms.") {
    mean(over: $0, $1) { p, y in (p - y) * (p - y) }
  },
]

private func clipped(_ p: Double) -> Double { min(max(p, 1e-8), 1 - 1e-8) }

private let fourRows = (Matrix([[0.9], [0.2], [0.6], [0.5]]), Matrix([[1], [0], [0], [1]]))
/// Which end is clipped shows only where the labels at both ends are alike: 0 · log 0 is NaN and hides the rest.
private let endsForLabel0 = (Matrix([[0], [1], [0.5]]), Matrix([[0], [0], [1]]))
private let endsForLabel1 = (Matrix([[1], [0], [0.3], [0.6]]), Matrix([[1], [1], [0], [1]]))
