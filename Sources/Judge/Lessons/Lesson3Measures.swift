import Contract
import CourseKit

/// Exercises 3.3–3.5: the loss, the accuracy and the decision.
enum MeasureSpecifications {
  static let binaryCrossEntropy = Specification<(Matrix, Matrix), Double>(
    Lesson3.binaryCrossEntropy,
    right: { _, probabilities, labels in Oracle().binaryCrossEntropy(probabilities, labels) },
    misconceptions: [
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
  ).knowing { input in .rows(input.1.rows) }

  static let accuracy = Specification<(Matrix, Matrix), Double>(
    Lesson3.accuracy,
    right: { _, probabilities, labels in Oracle().accuracy(probabilities, labels) },
    misconceptions: [
      wrongLoss("share of errors", "This is the share that is wrong: the accuracy is 1 minus it.") {
        1 - Oracle().accuracy($0, $1)
      },
      wrongLoss(
        "whole-number division",
        "If you divide two whole numbers, the fraction is dropped and any share below 1 is 0: divide Doubles."
      ) {
        Oracle().accuracy($0, $1).rounded(.down)
      },
      wrongLoss("count for share", "This is the count of right answers: divide it by the number of examples.") {
        Oracle().accuracy($0, $1) * Double($1.rows)
      },
      wrongLoss("percent", "This is in percent: the accuracy is a number from 0 to 1.") {
        100 * Oracle().accuracy($0, $1)
      },
      wrongLoss("threshold excluded", "p = 0.5 exactly counts as class 1: the comparison is p ≥ 0.5, not p > 0.5.") {
        mean(over: $0, $1) { p, y in (p > 0.5) == (y == 1) ? 1 : 0 }
      },
      wrongLoss("share of class 1", "This is the share predicted as class 1: the labels are not looked at.") {
        mean(over: $0, $1) { p, _ in p >= 0.5 ? 1 : 0 }
      },
      wrongLoss("only class 1 counted", "Only right answers of class 1 are counted; a right 0 counts as well.") {
        mean(over: $0, $1) { p, y in p >= 0.5 && y == 1 ? 1 : 0 }
      },
      wrongLoss(
        "threshold forgotten",
        "The probabilities themselves are compared with the labels: make classes of them first, 1 where p ≥ 0.5."
      ) {
        mean(over: $0, $1) { p, y in p == y ? 1 : 0 }
      },
    ])

  static let predict = Specification<(Matrix, Parameters, HiddenActivation), Matrix>(
    Lesson3.predict,
    right: { parts, input, parameters, hidden in
      Oracle().classes(try parts.forward(input, parameters, hidden).probabilities)
    },
    misconceptions: [
      wrongClass("probabilities for classes", "These are the probabilities: turn each into class 0 or 1.") { p in p },
      wrongClass("classes exchanged", "The classes are exchanged: p ≥ 0.5 is class 1.") { p in p >= 0.5 ? 0 : 1 },
      wrongClass("threshold excluded", "p = 0.5 exactly is class 1: the comparison is p ≥ 0.5, not p > 0.5.") { p in
        p > 0.5 ? 1 : 0
      },
      wrongClass(
        "threshold at zero",
        "Every row is class 1. If you compare with 0, every probability is above it: the threshold is 0.5."
      ) { p in
        p > 0 ? 1 : 0
      },
      .init(
        "pre-activation compared with 0.5",
        "The last Z is compared with 0.5, not the probability: p ≥ 0.5 is Z ≥ 0."
      ) { parts, input, parameters, hidden in
        let cache = try parts.forward(input, parameters, hidden)
        guard let logits = cache.preActivations.last else { return nil }
        return Matrix.filled(logits.rows, 1) { row, _ in logits[row, 0] >= 0.5 ? 1 : 0 }
      },
      fixed("always ReLU", .relu, "The hidden layers take ReLU whatever is asked for: hand the argument `hidden` on."),
      fixed(
        "always sigmoid", .sigmoid,
        "The hidden layers take the sigmoid whatever is asked for: hand the argument `hidden` on."),
    ])

  private static func wrongLoss(
    _ name: String, _ sentence: String, _ wrong: @escaping @Sendable (Matrix, Matrix) -> Double
  ) -> Misconception<(Matrix, Matrix), Double> {
    .init(name, sentence) { _, probabilities, labels in wrong(probabilities, labels) }
  }

  private static func wrongClass(
    _ name: String, _ sentence: String, _ entry: @escaping @Sendable (Double) -> Double
  ) -> Misconception<(Matrix, Parameters, HiddenActivation), Matrix> {
    .init(name, sentence) { parts, input, parameters, hidden in
      let probabilities = try parts.forward(input, parameters, hidden).probabilities
      return Matrix.filled(probabilities.rows, 1) { row, _ in entry(probabilities[row, 0]) }
    }
  }

  /// A prediction whose hidden layers take one activation function whatever is asked for.
  private static func fixed(
    _ name: String, _ activation: HiddenActivation, _ sentence: String
  ) -> Misconception<(Matrix, Parameters, HiddenActivation), Matrix> {
    .init(name, sentence) { parts, input, parameters, _ in
      Oracle().classes(try parts.forward(input, parameters, activation).probabilities)
    }
  }

  private static func clipped(_ p: Double) -> Double { min(max(p, 1e-8), 1 - 1e-8) }

  private static func sum(
    over probabilities: Matrix, _ labels: Matrix, _ term: (Double, Double) -> Double
  ) -> Double {
    (0..<labels.rows).reduce(0) { $0 + term(probabilities[$1, 0], labels[$1, 0]) }
  }

  private static func mean(
    over probabilities: Matrix, _ labels: Matrix, _ term: (Double, Double) -> Double
  ) -> Double {
    sum(over: probabilities, labels, term) / Double(labels.rows)
  }
}
