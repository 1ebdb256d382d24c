import Contract
import CourseKit
import Wire

@testable import Course

extension PlausibleMistake {
  static let severalClasses: [PlausibleMistake] = softmaxes + classLosses + logitSlopes + classAccuracies

  private static let softmaxes: [PlausibleMistake] = [
    PlausibleMistake(Lesson9.softmax, "smoothed by a tenth") { logits in
      Oracle.softmax(logits).map { 0.9 * $0 + 0.1 / Double(logits.columns) }
    },
    PlausibleMistake(Lesson9.softmax, "temperature of 2") { logits in Oracle.softmax(logits.map { $0 / 2 }) },
    PlausibleMistake(Lesson9.softmax, "squares of the softmax, divided by their sum") { logits in
      Oracle.softmax(logits.map { 2 * $0 }).map { $0 < 1e-6 ? 0 : $0 }
    },
    PlausibleMistake(Lesson9.softmax, "the last class for the rest") { logits in
      var p = Oracle.softmax(logits)
      for row in 0..<p.rows { p[row, p.columns - 1] = 1 - p[row, 0] }
      return p
    },
  ]

  private static func loss(
    _ name: String, _ term: @escaping @Sendable (_ p: [Double], _ own: Int) -> Double
  ) -> PlausibleMistake {
    PlausibleMistake(Lesson9.crossEntropy, name) { logits, classes in
      let terms = classes.indices.map { row in term(probabilities(Oracle.row(logits, row)), classes[row]) }
      return terms.reduce(0, +) / Double(classes.count)
    }
  }

  private static let classLosses: [PlausibleMistake] = [
    loss("focal") { p, own in -(1 - p[own]) * (1 - p[own]) * log(p[own] + 1e-9) },
    loss("distance to the class") { p, own in p.indices.reduce(0) { $0 + p[$1] * abs(Double($1 - own)) } },
    loss("root of 1 − p") { p, own in (1 - p[own]).squareRoot() },
    loss("log of the odds") { p, own in log((1 - p[own] + 1e-9) / (p[own] + 1e-9)) },
  ]

  private static let logitSlopes: [PlausibleMistake] = [
    PlausibleMistake(Lesson9.logitsGradient, "sum of the rows before") { logits, classes in
      var slopes = Oracle.logitsGradient(logits, classes)
      for row in 1..<max(1, slopes.rows) {
        for column in 0..<slopes.columns { slopes[row, column] += slopes[row - 1, column] }
      }
      return slopes
    },
    PlausibleMistake(Lesson9.logitsGradient, "clipped to a tenth") { logits, classes in
      Oracle.logitsGradient(logits, classes).map { min(max($0, -0.1), 0.1) }
    },
    PlausibleMistake(Lesson9.logitsGradient, "classes of the next row") { logits, classes in
      Oracle.logitsGradient(logits, Array(classes.dropFirst() + classes.prefix(1)))
    },
  ]

  private static let classAccuracies: [PlausibleMistake] = [
    PlausibleMistake(Lesson9.classAccuracy, "classes of the next row") { logits, classes in
      let next = Array(classes.dropFirst() + classes.prefix(1))
      let right = next.indices.count { firstLargest(Oracle.row(logits, $0)) == next[$0] }
      return Double(right) / Double(classes.count)
    },
    PlausibleMistake(Lesson9.classAccuracy, "classes that are found at all") { logits, classes in
      let found = Set(classes.indices.map { firstLargest(Oracle.row(logits, $0)) })
      return Double(classes.count { found.contains($0) }) / Double(classes.count)
    },
  ]
}
