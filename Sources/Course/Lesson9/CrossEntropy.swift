import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 9.2: the mean of log Σ exp(z) − z_y.
  static let crossEntropy: Exercise = Exercise(
    Specification(
      Lesson9.crossEntropy, choosing: ClassLossChoices(),
      right: { choices, _, logits, classes in try choices.answer(logits, classes) }, slips: classLossSlips
    )
    .knowing { input in .rows(input.0.rows) }
    .drawing(Samples.logitsAndClasses)
    .drawingAtEdges(EdgeSamples.logitsAndClasses)
    .tolerating { logits, _ in
      // The loss is a difference of logits: what rounds them rounds it, too.
      let largest = logits.elements.reduce(1) { max($0, abs($1)) }
      return Tolerance(relative: 1e-9, absolute: 1e-12 * largest)
    }
    .made(
      as: "mean(logΣexp(z) − z_y)", .reducing,
      of: [
        Ingredient("logΣexp(z)") { _, input in
          Matrix.filled(input.0.rows, 1) { row, _ in Oracle.logSumExp(input.0, row) }
        },
        Ingredient("z_y") { _, input in Matrix.filled(input.0.rows, 1) { row, _ in input.0[row, input.1[row]] } },
        Ingredient("max(z)") { _, input in Matrix.filled(input.0.rows, 1) { row, _ in largest(input.0, row) } },
        .number("N") { input in Double(input.0.rows) }, .number("K") { input in Double(input.0.columns) },
      ]),
    demonstration: Demonstration { student in
      let loss = try student.call(Lesson9.crossEntropy, LogitExample.logits, LogitExample.classes)
      return [DemonstratedCall("`crossEntropy(logits: [[2, 1, 0], [0, 3, −1]], classes: [0, 2])`", loss)]
    },
    claims: crossEntropyClaims
  ) { loss in
    [
      // Whoever counts classes from 1 is stopped by the first of them or the last: here neither occurs.
      loss.check(.value, "the mean over three rows of four classes", on: LogitExample.inner),
      loss.check(
        .value, "the mean over the two rows of the page", on: (LogitExample.logits, LogitExample.classes)),
      loss.check(.value, "right where a logit lies 725 above that of the class", on: gap),
      loss.check(
        .value, "right where the probability of the class would round to 0", on: (farApart, [3, 0, 1, 3])),
      loss.checkEverySize("right on 80 batches of 1 to 35 rows, 1 to 9 classes, logits of any size", count: 80),
    ]
  }
}

extension Oracle {
  static func classLoss(_ logits: Matrix, _ classes: [Int]) -> Double {
    var sum = 0.0
    for row in 0..<logits.rows { sum += logSumExp(logits, row) - logits[row, classes[row]] }
    return sum / Double(logits.rows)
  }
}

/// exp(725) overflows, while exp(−725) is still more than 0.
private let gap = (Matrix([[720, -5, 0, 1], [3, 728, 2, 3]]), [1, 0])
private let farApart = Matrix([
  [1000, 998, 990, 3], [-800, 40, 41, 2], [-1000, -1002, -1001, -999], [900, 900, 900, -900],
])

private let crossEntropyClaims: [PageClaim] = [
  PageClaim("and pays 0.4076", LogitExample.losses[0]), PageClaim("and pays 4.0659", LogitExample.losses[1]),
  PageClaim("The batch has the mean, 2.2367", Oracle.classLoss(LogitExample.logits, LogitExample.classes)),
  PageClaim(
    "log 11.1073 − 2 = 0.4076", exp(Oracle.logSumExp(LogitExample.logits, 0)), 2, LogitExample.losses[0]),
  PageClaim("the loss is 1000", Oracle.classLoss(Matrix([[1000, 0]]), [1])),
  PageClaim("no loss is above 27.63", -log(1e-12)),
  PageClaim("the label 0 and the loss 1.3133", Oracle.crossEntropy(Oracle.sigmoid(1), 0)),
  PageClaim("log(1 + e) − 0 = 1.3133", Oracle.classLoss(Matrix([[0, 1]]), [0])),
  PageClaim("log 10 = 2.3026", Oracle.classLoss(Matrix(rows: 1, columns: 10, repeating: 3), [7])),
  PageClaim("never falls below 0.55", softmaxTwice),
]

/// The loss of a sure and right row of three classes whose softmax is taken twice.
private let softmaxTwice = Oracle.classLoss(Matrix([[1, 0, 0]]), [0])
