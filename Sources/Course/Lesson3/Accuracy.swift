import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 3.4: the share of rows whose class is right.
  static let accuracy: Exercise = Exercise(
    Specification(
      Lesson3.accuracy, choosing: AccuracyChoices(),
      right: { choices, _, probabilities, labels in choices.answer(probabilities, labels) },
      slips: accuracySlips
    )
    .drawing(Samples.probabilitiesAndLabels)
    .drawingAtEdges(EdgeSamples.probabilitiesAndLabels)
    .made(
      as: "mean(hit), where hit is 1 in a row whose class is right and 0 in any other", .reducing,
      of: [
        Ingredient("hit") { _, input in
          Matrix.filled(input.1.rows, 1) { row, _ in isRight(input.0[row, 0], input.1[row, 0]) ? 1 : 0 }
        },
        Ingredient("class") { _, input in input.0.map { $0 >= 0.5 ? 1 : 0 } },
        Ingredient("p") { _, input in input.0 }, Ingredient("y") { _, input in input.1 },
        .number("N") { input in Double(input.1.rows) },
      ]),
    demonstration: Demonstration { student in
      let share = try student.call(Lesson3.accuracy, Matrix([[0.5], [0.75]]), PageExample.labels)
      return [DemonstratedCall("`accuracy(probabilities: [[0.50], [0.75]], labels: [[1], [0]])`", share)]
    }
  ) { measured in
    // Each label stands beside 0.5. Some p are 0 and 1, so that comparing p itself with the label differs from dropping the fraction.
    [
      measured.check(
        .value, "4 of 5 right", on: answers([1, 0.3, 0, 0.55, 0.8], [1, 0, 0, 0, 1])),
      measured.check(
        .value, "p = 0.5 exactly is class 1",
        on: answers([0.5, 0.5, 0.5, 0.1, 0.55, 0.45, 0.45, 0.55], [0, 0, 1, 0, 1, 1, 0, 1])),
      measured.checkEverySize("right on 80 batches of 1 to 35 rows, p on both sides of 0.5", count: 80),
    ]
  }
}

extension Oracle {
  static func accuracy(_ probabilities: Matrix, _ labels: Matrix) -> Double {
    var right = 0
    for row in 0..<labels.rows where isRight(probabilities[row, 0], labels[row, 0]) { right += 1 }
    return Double(right) / Double(labels.rows)
  }
}

/// Returns whether the class that a probability stands for is the label's.
private func isRight(_ probability: Double, _ label: Double) -> Bool { (probability >= 0.5) == (label == 1) }

private func answers(_ probabilities: [Double], _ labels: [Double]) -> (Matrix, Matrix) {
  (Matrix([probabilities]).transposed, Matrix([labels]).transposed)
}
