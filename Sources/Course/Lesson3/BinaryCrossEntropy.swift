import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 3.3: the mean of −(y · log p + (1 − y) · log(1 − p)).
  static let binaryCrossEntropy: Exercise = Exercise(
    Specification(
      Lesson3.binaryCrossEntropy, choosing: CrossEntropyChoices(),
      right: { choices, _, probabilities, labels in choices.answer(probabilities, labels) }, slips: crossEntropySlips
    )
    .knowing { input in .rows(input.1.rows) }
    .drawing(Samples.probabilitiesAndLabels)
    .drawingAtEdges(EdgeSamples.probabilitiesAndLabels)
    .tolerating { probabilities, _ in
      // Near the ends 1 − p has few digits, and p and 1 − p may be clipped each by itself.
      let isNearEnd = probabilities.elements.contains { min($0, 1 - $0) < 1e-5 }
      return isNearEnd ? .nearEnds : .value
    }
    .made(
      as: "−mean(y·log(p) + (1 − y)·log(1 − p))", .reducing,
      of: [
        Ingredient("y·log(p)") { _, input in
          Matrix.filled(input.1.rows, 1) { row, _ in -input.1[row, 0] * Oracle.crossEntropy(input.0[row, 0], 1) }
        },
        Ingredient("(1−y)·log(1−p)") { _, input in
          Matrix.filled(input.1.rows, 1) { row, _ in (input.1[row, 0] - 1) * Oracle.crossEntropy(input.0[row, 0], 0) }
        },
        Ingredient("p") { _, input in input.0 }, Ingredient("y") { _, input in input.1 },
        .number("N") { input in Double(input.1.rows) },
      ]),
    demonstration: Demonstration { student in
      let loss = try student.call(Lesson3.binaryCrossEntropy, Matrix([[0.5], [0.25]]), PageExample.labels)
      return [DemonstratedCall("`binaryCrossEntropy(probabilities: [[0.50], [0.25]], labels: [[1], [0]])`", loss)]
    }
  ) { loss in
    [
      loss.check(
        .value, "the mean over 4 examples", on: fourRows),
      loss.check(
        .value, "finite and right at p = 0 and p = 1 for label 0", tolerance: .clipped, on: endsForLabel0),
      loss.check(
        .value, "finite and right at p = 0 and p = 1 for label 1", tolerance: .clipped, on: endsForLabel1),
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

private let fourRows = (Matrix([[0.9], [0.2], [0.6], [0.5]]), Matrix([[1], [0], [0], [1]]))
/// Which end is clipped shows only where the labels at both ends are alike: 0 · log 0 is NaN and hides the rest.
private let endsForLabel0 = (Matrix([[0], [1], [0.5]]), Matrix([[0], [0], [1]]))
private let endsForLabel1 = (Matrix([[1], [0], [0.3], [0.6]]), Matrix([[1], [1], [0], [1]]))
