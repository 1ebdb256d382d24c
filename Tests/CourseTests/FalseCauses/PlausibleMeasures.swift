import Contract
import CourseKit
import Vocabulary

@testable import Course

extension PlausibleMistake {
  static let measures: [PlausibleMistake] = counts + losses + accuracies + classes

  private static let counts: [PlausibleMistake] = [
    PlausibleMistake(Lesson2.parameterCount, "units counted") { $0.reduce(0, +) },
    PlausibleMistake(Lesson2.parameterCount, "a bias for each layer, input included") { sizes in
      zip(sizes, sizes.dropFirst()).reduce(sizes.count) { $0 + $1.0 * $1.1 }
    },
    PlausibleMistake(Lesson2.parameterCount, "the last layer forgotten") { sizes in
      zip(sizes, sizes.dropFirst()).dropLast().reduce(0) { $0 + ($1.0 + 1) * $1.1 }
    },
    PlausibleMistake(Lesson2.parameterCount, "the first layer forgotten") { sizes in
      zip(sizes, sizes.dropFirst()).dropFirst().reduce(0) { $0 + ($1.0 + 1) * $1.1 }
    },
    PlausibleMistake(Lesson2.parameterCount, "one less") { sizes in
      zip(sizes, sizes.dropFirst()).reduce(-1) { $0 + ($1.0 + 1) * $1.1 }
    },
    PlausibleMistake(Lesson2.parameterCount, "product of all") { $0.reduce(1, *) },
  ]

  private static func clipped(_ p: Double, by edge: Double = 1e-8) -> Double { min(max(p, edge), 1 - edge) }

  private static let losses: [PlausibleMistake] = [
    .mean(Lesson3.binaryCrossEntropy, "first term lost") { p, y in -(1 - y) * log(1 - clipped(p)) },
    .mean(Lesson3.binaryCrossEntropy, "divided twice") { p, y in Oracle.crossEntropy(p, y) / 2 },
    .mean(Lesson3.binaryCrossEntropy, "clipped at 1e-15") { p, y in
      -(y * log(clipped(p, by: 1e-15)) + (1 - y) * log(1 - clipped(p, by: 1e-15)))
    },
    .mean(Lesson3.binaryCrossEntropy, "clipped at 1e-7") { p, y in
      -(y * log(clipped(p, by: 1e-7)) + (1 - y) * log(1 - clipped(p, by: 1e-7)))
    },
    .mean(Lesson3.binaryCrossEntropy, "only the upper end clipped") { p, y in
      -(y * log(min(p, 1 - 1e-8)) + (1 - y) * log(1 - min(p, 1 - 1e-8)))
    },
    .mean(Lesson3.binaryCrossEntropy, "NaN set to 0") { p, y in
      let loss = -(y * log(p) + (1 - y) * log(1 - p))
      return loss.isNaN ? 0 : loss
    },
    .mean(Lesson3.binaryCrossEntropy, "binary logarithm") { p, y in Oracle.crossEntropy(p, y) / log(2) },
    .mean(Lesson3.binaryCrossEntropy, "absolute error") { p, y in abs(p - y) },
    .mean(Lesson3.binaryCrossEntropy, "half the squared error") { p, y in (p - y) * (p - y) / 2 },
    .mean(Lesson3.binaryCrossEntropy, "labels exchanged") { p, y in Oracle.crossEntropy(p, 1 - y) },
    PlausibleMistake(Lesson3.binaryCrossEntropy, "divided by the rows less one") { p, y in
      Oracle.binaryCrossEntropy(p, y) * Double(y.rows) / Double(y.rows - 1)
    },
    PlausibleMistake(Lesson3.binaryCrossEntropy, "first row only") { p, y in Oracle.crossEntropy(p[0, 0], y[0, 0]) },
    PlausibleMistake(Lesson3.binaryCrossEntropy, "always 0") { _, _ in 0 },
  ]

  private static let accuracies: [PlausibleMistake] = [
    .mean(Lesson3.accuracy, "share of label 1") { _, y in y },
    .mean(Lesson3.accuracy, "threshold 0.6") { p, y in (p >= 0.6) == (y == 1) ? 1 : 0 },
    .mean(Lesson3.accuracy, "threshold 0.4") { p, y in (p >= 0.4) == (y == 1) ? 1 : 0 },
    .mean(Lesson3.accuracy, "threshold 0") { p, y in (p >= 0) == (y == 1) ? 1 : 0 },
    .mean(Lesson3.accuracy, "mean closeness") { p, y in 1 - abs(p - y) },
    .mean(Lesson3.accuracy, "only class 0 counted") { p, y in p < 0.5 && y == 0 ? 1 : 0 },
    .mean(Lesson3.accuracy, "share of class 0") { p, _ in p < 0.5 ? 1 : 0 },
    .mean(Lesson3.accuracy, "mean probability") { p, _ in p },
    PlausibleMistake(Lesson3.accuracy, "precision") { p, y in
      share(of: { $0 >= 0.5 && $1 == 1 }, among: { a, _ in a >= 0.5 }, p, y)
    },
    PlausibleMistake(Lesson3.accuracy, "recall") { p, y in share(of: { $0 >= 0.5 && $1 == 1 }, among: { $1 == 1 }, p, y)
    },
    PlausibleMistake(Lesson3.accuracy, "only among class 0") { p, y in
      share(of: { $0 < 0.5 && $1 == 0 }, among: { $1 == 0 }, p, y)
    },
    PlausibleMistake(Lesson3.accuracy, "balanced over the classes") { p, y in
      (share(of: { $0 >= 0.5 && $1 == 1 }, among: { $1 == 1 }, p, y)
        + share(of: { $0 < 0.5 && $1 == 0 }, among: { $1 == 0 }, p, y)) / 2
    },
    PlausibleMistake(Lesson3.accuracy, "first row only") { p, y in (p[0, 0] >= 0.5) == (y[0, 0] == 1) ? 1 : 0 },
    PlausibleMistake(Lesson3.accuracy, "always 1") { _, _ in 1 },
    PlausibleMistake(Lesson3.accuracy, "always 0") { _, _ in 0 },
    PlausibleMistake(Lesson3.accuracy, "divided by the rows less one") { p, y in
      Oracle.accuracy(p, y) * Double(y.rows) / Double(y.rows - 1)
    },
  ]

  private static func share(
    of isRight: (Double, Double) -> Bool, among isMeant: (Double, Double) -> Bool, _ p: Matrix, _ y: Matrix
  ) -> Double {
    let meant = zip(p.elements, y.elements).filter { isMeant($0, $1) }
    return Double(meant.count { isRight($0, $1) }) / Double(meant.count)
  }

  private static func predicting(
    _ name: String, _ body: @escaping @Sendable (Matrix) -> Matrix
  ) -> PlausibleMistake {
    PlausibleMistake(Lesson3.predict, name) { input, parameters, hidden in
      body(Oracle.probabilities(input, parameters, hidden))
    }
  }

  private static let classes: [PlausibleMistake] = [
    predicting("sigmoid once more") { $0.map { Oracle.sigmoid($0) >= 0.5 ? 1 : 0 } },
    predicting("threshold 0.6") { $0.map { $0 >= 0.6 ? 1 : 0 } },
    predicting("threshold 1") { $0.map { $0 >= 1 ? 1 : 0 } },
    predicting("classes −1 and 1") { $0.map { $0 >= 0.5 ? 1 : -1 } },
    predicting("all class 1") { $0.map { _ in 1 } },
    predicting("threshold at the mean") { p in
      let mean = p.elements.reduce(0, +) / Double(p.rows)
      return p.map { $0 >= mean ? 1 : 0 }
    },
    predicting("rows in reverse order") { p in
      Matrix(rows: p.rows, columns: 1, elements: p.elements.reversed()).map { $0 >= 0.5 ? 1 : 0 }
    },
    PlausibleMistake(Lesson3.predict, "always tanh") { input, parameters, _ in
      Oracle.probabilities(input, parameters, .tanh).map { $0 >= 0.5 ? 1 : 0 }
    },
  ]
}

extension Oracle {
  /// The probabilities that a network gives.
  static func probabilities(_ input: Matrix, _ parameters: Parameters, _ hidden: HiddenActivation) -> Matrix {
    (try? forward(input, parameters, hidden).probabilities) ?? .zeros(rows: 0, columns: 1)
  }
}
