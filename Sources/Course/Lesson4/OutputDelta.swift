import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 4.1: δ = A − y.
  static let outputDelta = Exercise(
    Specification(
      Lesson4.outputDelta, right: { _, a, y in Oracle.outputDelta(a, y) }, misconceptions: misconceptions
    )
    .knowing { input in .rows(input.0.rows) }
    .drawing(Samples.probabilitiesAndLabels)
    .drawingAtEdges(EdgeSamples.probabilitiesAndLabels)
    .made(of: [Ingredient("A") { _, input in input.0 }, Ingredient("y") { _, input in input.1 }]),
    demonstration: Demonstration { student in
      let delta = try student.call(Lesson4.outputDelta, PageExample.cache.probabilities, PageExample.labels)
      return [DemonstratedCall("`outputDelta(probabilities: A2, labels: y)`", delta)]
    },
    claims: [
      PageClaim("delta 0.1437 in row 2", PageExample.outputDelta[1, 0] * Oracle.slope(1, .sigmoid), 2),
      PageClaim("in row 2 instead of 0.7311", PageExample.outputDelta[1, 0]),
    ]
  ) { output in
    [
      output.check(.shape, "[5, 1]", on: fiveRows, independent: sevenRows),
      output.check(
        .value, "A − y on the worked example", on: (Matrix([[0.8], [0.3], [0.6]]), Matrix([[1], [0], [0]])),
        independent: sevenRows),
      output.check(
        .gradient, "agrees with central differences of each example's loss", tolerance: .gradient,
        on: fiveRows, independent: sevenRows,
        expected: {
          Matrix.filled(5, 1) { row, _ in
            let logit = log(fiveRows.0[row, 0] / (1 - fiveRows.0[row, 0]))
            return CentralDifferences.gradient(at: Matrix([[logit]])) {
              Oracle.crossEntropy(Oracle.sigmoid($0[0, 0]), fiveRows.1[row, 0])
            }[0, 0]
          }
        }),
      output.checkEverySize("right on 60 batches of 1 to 35 rows, p = 0 and p = 1 among them"),
    ]
  }
}

extension Oracle {
  static func outputDelta(_ probabilities: Matrix, _ labels: Matrix) -> Matrix {
    Matrix.filled(labels.rows, labels.columns) { probabilities[$0, $1] - labels[$0, $1] }
  }
}

private let misconceptions: [Misconception<(Matrix, Matrix), Matrix>] = [
  wrongOutput(
    "sign exchanged", "This is y − A: with the descent step θ − η · gradient the loss would rise. It is A − y."
  ) { a, y, _ in y - a },
  wrongOutput(
    "sigmoid slope multiplied in",
    "The slope A · (1 − A) of the sigmoid is multiplied in; with cross-entropy it has cancelled: the delta is A − y alone."
  ) { a, y, _ in (a - y) * a * (1 - a) },
  wrongOutput(
    "derivative by the probability",
    "This is ∂loss/∂A = (A − y) / (A · (1 − A)); the delta is ∂loss/∂Z, in which the denominator has cancelled."
  ) { a, y, _ in (a - y) / (a * (1 - a)) },
  wrongOutput(
    "mean taken here", "The division by the number of rows belongs to 4.3: here it would come twice."
  ) { a, y, rows in (a - y) / rows },
  wrongOutput("factor 2", "The factor 2 belongs to the squared error; cross-entropy gives A − y without it.") {
    a, y, _ in 2 * (a - y)
  },
  wrongOutput("classes for probabilities", "The probabilities were rounded to 0 and 1 first: use them as they are.") {
    a, y, _ in (a >= 0.5 ? 1 : 0) - y
  },
]

private func wrongOutput(
  _ name: String, _ sentence: String, _ entry: @escaping @Sendable (Double, Double, Double) -> Double
) -> Misconception<(Matrix, Matrix), Matrix> {
  .init(name, sentence) { _, a, y in
    Matrix.filled(a.rows, a.columns) { entry(a[$0, $1], y[$0, $1], Double(a.rows)) }
  }
}

private let fiveRows = (Samples.probabilities(5, seed: 71), Samples.labels(5, seed: 71))
private let sevenRows = (Samples.probabilities(7, seed: 72), Samples.labels(7, seed: 72))
