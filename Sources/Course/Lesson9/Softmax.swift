import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 9.1: exp(z) / Σ exp(z), row by row.
  static let softmax: Exercise = Exercise(
    Specification(
      Lesson9.softmax, choosing: SoftmaxChoices(), right: { choices, _, logits in choices.answer(logits) },
      slips: softmaxSlips
    )
    .drawing(Samples.logits)
    .drawingAtEdges(EdgeSamples.logits)
    .made(
      as: "exp(z) / Σexp(z), with the sum over the row",
      of: [
        Ingredient("z") { _, logits in logits },
        Ingredient("exp(z)") { _, logits in logits.map { CourseKit.exp($0) } },
        Ingredient("Σexp(z)") { _, logits in
          Matrix.filled(logits.rows, 1) { row, _ in CourseKit.exp(Oracle.logSumExp(logits, row)) }
        },
        Ingredient("max(z)") { _, logits in
          Matrix.filled(logits.rows, 1) { row, _ in Oracle.row(logits, row).max() ?? 0 }
        },
        .number("N") { logits in Double(logits.rows) }, .number("K") { logits in Double(logits.columns) },
      ]),
    demonstration: Demonstration { student in
      [DemonstratedCall("`softmax([[2, 1, 0], [0, 3, −1]])`", try student.call(Lesson9.softmax, LogitExample.logits))]
    },
    claims: softmaxClaims
  ) { softmax in
    [
      softmax.check(.shape, "[2, 3]", on: LogitExample.logits),
      softmax.check(.value, "the two rows of the page", on: LogitExample.logits),
      softmax.check(
        .value, "finite and right at logits of ±1000",
        on: Matrix([[1000, 999, -1000], [-1000, -1001, -1000.5], [0, 1000, 1000], [1000, -1000, -900]])),
      softmax.checkEverySize("right on 80 batches of 1 to 35 rows, 1 to 9 classes, logits of any size", count: 80),
    ]
  }
}

extension Oracle {
  static func row(_ matrix: Matrix, _ row: Int) -> [Double] { (0..<matrix.columns).map { matrix[row, $0] } }

  /// log Σ exp(z) of a row, with the largest logit taken out.
  static func logSumExp(_ logits: Matrix, _ row: Int) -> Double {
    let row = Oracle.row(logits, row)
    let largest = row.max() ?? 0
    return largest + log(row.reduce(0) { sum, z in sum + exp(z - largest) })
  }

  static func softmax(_ logits: Matrix) -> Matrix { SoftmaxChoices().answer(logits) }
}

private let softmaxClaims: [PageClaim] = [
  PageClaim(
    "| 7.3891, 2.7183, 1 | 11.1073 | 0.6652, 0.2447, 0.0900 | 0 | 0.4076 |", exp(2), exp(1), exp(0),
    exp(Oracle.logSumExp(LogitExample.logits, 0)), page[0, 0], page[0, 1], page[0, 2], 0, LogitExample.losses[0]),
  PageClaim(
    "| 1, 20.0855, 0.3679 | 21.4534 | 0.0466, 0.9362, 0.0171 | 2 | 4.0659 |", exp(0), exp(3), exp(-1),
    exp(Oracle.logSumExp(LogitExample.logits, 1)), page[1, 0], page[1, 1], page[1, 2], 2, LogitExample.losses[1]),
  PageClaim("row 1 gave its class\n0.6652", page[0, 0]),
  PageClaim("row 2 gave its class 0.0171", page[1, 2]),
  PageClaim("z = 1, p = 0.7311", Oracle.softmax(Matrix([[0, 1]]))[0, 1]),
  PageClaim("exp(5) = 148.41 times", exp(5)),
]

private let page = Oracle.softmax(LogitExample.logits)
