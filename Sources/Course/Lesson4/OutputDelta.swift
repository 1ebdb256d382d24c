import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 4.1: δ = A − y.
  static let outputDelta: Exercise = Exercise(
    Specification(
      Lesson4.outputDelta, choosing: DeltaChoices(),
      right: { choices, _, a, y in
        let delta = Matrix.filled(a.rows, a.columns) { row, column in
          let (p, label) = (choices.probability(a[row, column]), choices.label(y, row))
          return choices.difference(p, label) * choices.factor(a[row, column], a.rows)
        }
        return choices.finished(delta)
      }, slips: slips
    )
    .knowing { input in .rows(input.0.rows) }
    .drawing(Samples.probabilitiesAndLabels)
    .drawingAtEdges(EdgeSamples.probabilitiesAndLabels)
    .made(
      as: "A − y",
      of: [
        Ingredient("A") { _, input in input.0 }, Ingredient("y") { _, input in input.1 },
        .number("N") { input in Double(input.0.rows) },
      ]),
    demonstration: Demonstration { student in
      let delta = try student.call(Lesson4.outputDelta, Matrix([[0.5], [0.75]]), PageExample.labels)
      return [DemonstratedCall("`outputDelta(probabilities: [[0.50], [0.75]], labels: [[1], [0]])`", delta)]
    },
    claims: [
      PageClaim("delta 0.1437 in row 2", PageExample.outputDelta[1, 0] * Oracle.slope(1, .sigmoid), 2),
      PageClaim("in row 2 instead of 0.7311", PageExample.outputDelta[1, 0]),
    ]
  ) { output in
    [
      output.check(.shape, "[5, 1]", on: fiveRows),
      output.check(
        .value, "A − y on the worked example", on: (Matrix([[0.8], [0.3], [0.6]]), Matrix([[1], [0], [0]]))),
      output.check(
        .gradient, "agrees with central differences of each example's loss", tolerance: .gradient,
        on: fiveRows,
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

/// What can be done otherwise in 4.1.
private struct DeltaChoices {
  /// What stands for the probability.
  var probability: @Sendable (_ a: Double) -> Double = { a in a }
  /// The label of a row.
  var label: @Sendable (_ labels: Matrix, _ row: Int) -> Double = { labels, row in labels[row, 0] }
  /// What is taken from what.
  var difference: @Sendable (_ p: Double, _ y: Double) -> Double = { p, y in p - y }
  /// What the difference is multiplied with.
  var factor: @Sendable (_ a: Double, _ rows: Int) -> Double = { _, _ in 1 }
  /// What is made of the matrix in the end.
  var finished: @Sendable (Matrix) -> Matrix = { $0 }
}

private let slips: [Slip<DeltaChoices>] = [
  .at(
    \.difference, "sign exchanged",
    "This is y − A: it has the opposite sign of the loss's slope, so a step against it makes the loss rise. It is A − y."
  ) { p, y in y - p },
  .at(
    \.difference, "absolute value",
    "The delta has lost its sign, |A − y|: it must be negative where A is below y, so it is A − y."
  ) { p, y in abs(p - y) },
  .at(\.difference, "squared", "This is the squared error (A − y)²: the delta is A − y itself.") { p, y in
    (p - y) * (p - y)
  },
  .at(\.difference, "sum", "A and y are added: the delta is their difference, A − y.") { p, y in p + y },
  .at(\.difference, "product", "A and y are multiplied: the delta is their difference, A − y.") { p, y in p * y },
  .at(\.difference, "label forgotten", "This is A alone: take the label away, A − y.") { p, _ in p },
  .at(\.difference, "label alone", "The probability A is missing from the difference: it is A − y.") { _, y in -y },
  .at(
    \.factor, "sigmoid slope multiplied in",
    "The slope A · (1 − A) of the sigmoid is multiplied in; with cross-entropy it has cancelled: the delta is A − y alone."
  ) { a, _ in a * (1 - a) },
  .at(
    \.factor, "slope taken at the activation",
    "The slope σ′ is multiplied in, and it is taken at A; with cross-entropy there is no slope here: the delta is A − y."
  ) { a, _ in Oracle.slope(a, .sigmoid) },
  .at(
    \.factor, "derivative by the probability",
    "This is ∂loss/∂A = (A − y) / (A · (1 − A)); the delta is ∂loss/∂Z, in which the denominator has cancelled."
  ) { a, _ in 1 / (a * (1 - a)) },
  .at(
    \.factor, "mean taken here", "The division by the number of rows belongs to 4.3: here it would come twice."
  ) { _, rows in 1 / Double(rows) },
  .at(\.factor, "factor 2", "The factor 2 belongs to the squared error; cross-entropy gives A − y without it.") {
    _, _ in 2
  },
  .at(\.factor, "factor ½", "There is a factor ½ too many: cross-entropy gives A − y without it.") { _, _ in 0.5 },
  .at(\.factor, "times the rows", "The delta is multiplied by the number of rows: it is A − y alone.") { _, rows in
    Double(rows)
  },
  .at(
    \.probability, "classes for probabilities, 0.5 down",
    "The probabilities became classes first, 1 above 0.5: use them as they are."
  ) { a in a > 0.5 ? 1 : 0 },
  .at(
    \.probability, "classes for probabilities", "The probabilities were rounded to 0 and 1 first: use them as they are."
  ) { a in a >= 0.5 ? 1 : 0 },
  .at(\.probability, "sigmoid taken again", "The sigmoid is taken of A, which is a probability already: use A itself.")
  {
    a in Oracle.sigmoid(a)
  },
  .at(
    \.difference, "delta 0 where the class is right",
    "Rows whose class is right have the delta 0, as in the perceptron rule: the delta is A − y for all of them."
  ) { p, y in (p >= 0.5) == (y == 1) ? 0 : p - y },
  .at(
    \.difference, "small deltas 0",
    "Rows whose A − y lies between −0.5 and 0.5 have the delta 0: it is A − y for all of them."
  ) { p, y in abs(p - y) < 0.5 ? 0 : p - y },
  .at(\.difference, "−y / A", "This is −y / A, a slope by the probability: by the pre-activation it is A − y.") {
    p, y in -y / p
  },
  .at(
    \.probability, "probabilities clipped to 0.01 … 0.99",
    "The probabilities are clipped to 0.01 … 0.99: use them as they are."
  ) { a in min(max(a, 0.01), 0.99) },
  .at(
    \.probability, "probabilities clipped to 1e-8 … 1 − 1e-8",
    "The probabilities are clipped as in the loss: nothing divides by them here, use them as they are."
  ) { a in min(max(a, 1e-8), 1 - 1e-8) },
  .at(
    \.label, "label of the first row", "The label of row 0 stands in every row: each has its own, labels[row, 0]."
  ) { y, _ in y[0, 0] },
  .at(
    \.label, "label of the last row left out",
    "In the last row A comes back without its label: take the label away in all rows, A − y."
  ) { y, row in row == y.rows - 1 ? 0 : y[row, 0] },
  .at(
    \.label, "label of the first row left out",
    "In the first row A comes back without its label: take the label away in all rows, A − y."
  ) { y, row in row == 0 ? 0 : y[row, 0] },
  .at(\.label, "labels −1 and 1", "The labels are turned into −1 and 1: they stay 0 and 1, the delta is A − y.") {
    y, row in 2 * y[row, 0] - 1
  },
  .at(\.finished, "first row left out", "The first row stays 0: rows count from 0, and each has its own A − y.") {
    delta in Matrix.filled(delta.rows, delta.columns) { $0 == 0 ? 0 : delta[$0, $1] }
  },
  .at(\.finished, "last row left out", "The last row stays 0: go through all rows, each has its own A − y.") {
    delta in Matrix.filled(delta.rows, delta.columns) { $0 == delta.rows - 1 ? 0 : delta[$0, $1] }
  },
  .at(
    \.finished, "examples added up", "The examples are added up: each keeps its own delta, a row for each, [N, 1]."
  ) { Stopping.columnSums($0) },
  .at(
    \.finished, "mean of the examples", "This is the mean over the examples: each keeps its own delta, [N, 1]."
  ) { delta in Stopping.columnSums(delta).map { $0 / Double(delta.rows) } },
  .at(
    \.finished, "one mean for every example", "Every example has the mean of all deltas: each has its own, A − y."
  ) { delta in
    let sum = delta.elements.reduce(0, +)
    return delta.map { _ in sum / Double(delta.rows) }
  },
  .at(
    \.finished, "rows and columns exchanged", "The delta is a row here: it is a column as A and y are, [N, 1]."
  ) { Stopping.turned($0) },
]

private let fiveRows = (Samples.probabilities(5, seed: 71), Samples.labels(5, seed: 71))
private let sevenRows = (Samples.probabilities(7, seed: 72), Samples.labels(7, seed: 72))
