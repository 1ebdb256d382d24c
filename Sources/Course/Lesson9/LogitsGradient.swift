import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 9.3: (P − Y) / N.
  static let logitsGradient: Exercise = Exercise(
    Specification(
      Lesson9.logitsGradient, calls: ["9.1"], choosing: LogitsGradientChoices(),
      right: { choices, answers, logits, classes in
        try choices.answer(logits, classes) { try answers(Lesson9.softmax, $0) }
      }, slips: logitsGradientSlips
    )
    .knowing { input in .rows(input.0.rows) }
    .drawing(Samples.logitsAndClasses)
    .drawingAtEdges(EdgeSamples.logitsAndClasses)
    .made(
      as: "(P − Y) / N",
      of: [
        Ingredient("P") { answers, input in try answers(Lesson9.softmax, input.0) },
        Ingredient("Y") { _, input in Oracle.oneHot(input.1, input.0.columns) },
        Ingredient("Z") { _, input in input.0 },
        .number("N") { input in Double(input.0.rows) }, .number("K") { input in Double(input.0.columns) },
      ]),
    demonstration: Demonstration { student in
      let slopes = try student.call(Lesson9.logitsGradient, LogitExample.logits, LogitExample.classes)
      return [DemonstratedCall("`logitsGradient(logits: [[2, 1, 0], [0, 3, −1]], classes: [0, 2])`", slopes)]
    },
    claims: logitsGradientClaims
  ) { slopes in
    [
      // Whoever counts classes from 1 is stopped by the first of them or the last: here neither occurs.
      slopes.check(.shape, "[3, 4]", on: LogitExample.inner),
      slopes.check(.value, "three rows of four classes", on: LogitExample.inner),
      slopes.check(.value, "the two rows of the page", on: (LogitExample.logits, LogitExample.classes)),
      slopes.check(
        .gradient, "agrees with central differences of the loss", tolerance: .gradient, on: fiveRows,
        expected: {
          CentralDifferences.gradient(at: fiveRows.0) { Oracle.classLoss($0, fiveRows.1) }
        }),
      slopes.checkEverySize("right on 60 batches of 1 to 35 rows, 1 to 9 classes"),
    ]
  }
}

extension Oracle {
  /// 1 in the column of each row's class, 0 in the others.
  static func oneHot(_ classes: [Int], _ count: Int) -> Matrix {
    Matrix.filled(classes.count, count) { row, column in classes[row] == column ? 1 : 0 }
  }

  static func logitsGradient(_ logits: Matrix, _ classes: [Int]) -> Matrix {
    let (p, y) = (softmax(logits), oneHot(classes, logits.columns))
    return Matrix.filled(logits.rows, logits.columns) { row, column in
      (p[row, column] - y[row, column]) / Double(logits.rows)
    }
  }
}

private let fiveRows = Samples.logitsAndClasses(5, 4, seed: 93)

private let logitsGradientClaims: [PageClaim] = [
  PageClaim("Row 1 has −0.1674, 0.1224 and 0.0450", slopes[0, 0], slopes[0, 1], slopes[0, 2]),
  PageClaim("0.0233, 0.4681 and −0.4914", slopes[1, 0], slopes[1, 1], slopes[1, 2]),
]

private let slopes = Oracle.logitsGradient(LogitExample.logits, LogitExample.classes)
