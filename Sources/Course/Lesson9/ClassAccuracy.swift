import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 9.4: the share of rows whose largest logit is that of their class.
  static let classAccuracy: Exercise = Exercise(
    Specification(
      Lesson9.classAccuracy, choosing: ClassAccuracyChoices(),
      right: { choices, _, logits, classes in try choices.answer(logits, classes) }, slips: classAccuracySlips
    )
    .drawing(Samples.logitsAndClasses)
    .drawingAtEdges { size, generator in
      generator.nextUniform() < 0.6
        ? EdgeSamples.equalLogitsAndClasses(size, &generator) : EdgeSamples.logitsAndClasses(size, &generator)
    }
    .made(
      as: "mean(hit), where hit is 1 in a row whose largest logit is that of its class and 0 in any other", .reducing,
      of: ingredients),
    demonstration: Demonstration { student in
      let share = try student.call(Lesson9.classAccuracy, LogitExample.logits, LogitExample.classes)
      return [DemonstratedCall("`classAccuracy(logits: [[2, 1, 0], [0, 3, −1]], classes: [0, 2])`", share)]
    },
    claims: classAccuracyClaims
  ) { measured in
    [
      measured.check(
        .value, "3 of 5 right, negative logits among them",
        on: (
          Matrix([[2, 1, 0], [-3, -1, -2], [0.5, 0.2, 0.9], [-4, -5, -6], [1, 3, 2]]), [0, 1, 2, 2, 0]
        )),
      measured.check(
        .value, "of equal logits the first counts",
        on: (Matrix([[1, 1, 0], [1, 1, 0], [0, 2, 2], [0, 2, 2], [-1, -1, -1]]), [0, 1, 2, 1, 2])),
      measured.check(
        .value, "logits that differ by little, from 1e-12 to 1e-4", on: nearlyEqual),
      measured.checkEverySize(
        "right on 80 batches of 1 to 36 rows, 1 to 9 classes, equal logits among them", count: 80),
    ]
  }
}

private let ingredients: [Ingredient<(Matrix, [Int])>] = [
  Ingredient("hit") { _, input in
    Matrix.filled(input.0.rows, 1) { row, _ in firstLargest(Oracle.row(input.0, row)) == input.1[row] ? 1 : 0 }
  },
  Ingredient("y") { _, input in Matrix.filled(input.0.rows, 1) { row, _ in Double(input.1[row]) } },
  .number("N") { input in Double(input.0.rows) }, .number("K") { input in Double(input.0.columns) },
]

/// Each row has its class in the last column, by less than the row before.
private let nearlyEqual = (
  Matrix([1e-4, 1e-7, 2e-8, 3e-9, 3e-10, 1e-12].map { [0.5, 1, 1 + $0] }), [2, 2, 2, 2, 2, 2]
)

private let classAccuracyClaims: [PageClaim] = [
  PageClaim("the accuracy is 0.50") {
    [try ClassAccuracyChoices().answer(LogitExample.logits, LogitExample.classes)]
  }
]
