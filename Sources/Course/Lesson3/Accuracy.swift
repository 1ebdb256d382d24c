import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 3.4: the share of rows whose class is right.
  static let accuracy = Exercise(
    Specification(
      Lesson3.accuracy, right: { _, probabilities, labels in Oracle.accuracy(probabilities, labels) },
      misconceptions: misconceptions
    ).drawing(Samples.probabilitiesAndLabels).drawingAtEdges(EdgeSamples.probabilitiesAndLabels),
    demonstration: Demonstration { student in
      let share = try student.call(Lesson3.accuracy, PageExample.cache.probabilities, PageExample.labels)
      return [DemonstratedCall("`accuracy(probabilities: A2, labels: y)`", share)]
    }
  ) { measured in
    // Each label stands beside 0.5. Some p are 0 and 1, so that comparing p itself with the label differs from dropping the fraction.
    [
      measured.check(
        .value, "4 of 5 right", on: answers([1, 0.3, 0, 0.55, 0.8], [1, 0, 0, 0, 1]),
        independent: mixed(seed: 61)),
      measured.check(
        .value, "p = 0.5 exactly is class 1",
        on: answers([0.5, 0.5, 0.5, 0.1, 0.55, 0.45, 0.45, 0.55], [0, 0, 1, 0, 1, 1, 0, 1]),
        independent: mixed(seed: 62)),
      measured.checkEverySize("right on 80 batches of 1 to 35 rows, p on both sides of 0.5", count: 80),
    ]
  }
}

extension Oracle {
  static func accuracy(_ probabilities: Matrix, _ labels: Matrix) -> Double {
    var right = 0
    for row in 0..<labels.rows where (probabilities[row, 0] >= 0.5) == (labels[row, 0] == 1) { right += 1 }
    return Double(right) / Double(labels.rows)
  }
}

private let misconceptions: [Misconception<(Matrix, Matrix), Double>] = [
  wrongLoss("share of errors", "This is the share that is wrong: the accuracy is 1 minus it.") {
    1 - Oracle.accuracy($0, $1)
  },
  wrongLoss(
    "whole-number division",
    "If you divide two whole numbers, the fraction is dropped and any share below 1 is 0: divide Doubles."
  ) {
    Oracle.accuracy($0, $1).rounded(.down)
  },
  wrongLoss("count for share", "This is the count of right answers: divide it by the number of examples.") {
    Oracle.accuracy($0, $1) * Double($1.rows)
  },
  wrongLoss("percent", "This is in percent: the accuracy is a number from 0 to 1.") {
    100 * Oracle.accuracy($0, $1)
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
]

/// Many rows of a few probabilities, so that hardly two wrong ways count the same.
private func mixed(seed: UInt64) -> (Matrix, Matrix) {
  var generator = SeededGenerator(seed: seed)
  let probabilities = (0..<29).map { _ in EdgeSamples.one(of: [0, 0.1, 0.3, 0.45, 0.5, 0.5, 0.55, 0.7, 1], &generator) }
  return answers(probabilities, probabilities.map { _ in generator.nextUniform() < 0.6 ? 1 : 0 })
}

private func answers(_ probabilities: [Double], _ labels: [Double]) -> (Matrix, Matrix) {
  (Matrix([probabilities]).transposed, Matrix([labels]).transposed)
}
