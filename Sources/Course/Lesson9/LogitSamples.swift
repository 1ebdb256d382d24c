import CourseKit

/// The logits and classes with which the page of lesson 9 calculates.
enum LogitExample {
  /// Two rows, three classes.
  static let logits = Matrix([[2, 1, 0], [0, 3, -1]])
  /// Row 1 is taken for its own class, row 2 for another.
  static let classes = [0, 2]
  /// More of both, among which the first and the last class do not occur.
  static let inner = (Matrix([[0.5, 2, -1, 1.5], [-1, 0.3, 1, -0.5], [2.5, -0.4, 0.8, 0.1]]), [1, 2, 2])
  /// The loss of each row.
  static let losses = classes.indices.map { Oracle.logSumExp(logits, $0) - logits[$0, classes[$0]] }
}

// Logits [N, K] with a class for each row.
extension Samples {
  /// Logits without anything special; those of size 1 are two whole numbers in one row.
  @Sendable static func logits(_ size: Int, _ generator: inout SeededGenerator) -> Matrix {
    if size <= 1 {
      let first = Double(Int.random(in: -3...3, using: &generator))
      return Matrix([[first, first + Double(Int.random(in: 1...3, using: &generator))]])
    }
    let columns = Int.random(in: 2...max(3, min(size, 9)), using: &generator)
    // As many rows as classes would hide what goes along the wrong axis.
    var rows = Int.random(in: 1...2 * size - 1, using: &generator)
    if rows == columns { rows += 1 }
    return Matrix.filled(rows, columns) { _, _ in 1.5 * generator.nextGaussian() }
  }

  /// The same with classes, in half of the cases neither the first nor the last: who counts them from 1 is stopped there.
  @Sendable static func logitsAndClasses(_ size: Int, _ generator: inout SeededGenerator) -> (Matrix, [Int]) {
    let logits = logits(size, &generator)
    let isInner = logits.columns > 2 && generator.nextUniform() < 0.5
    let range = isInner ? 1..<logits.columns - 1 : 0..<logits.columns
    return (logits, (0..<logits.rows).map { _ in Int.random(in: range, using: &generator) })
  }

  static func withClasses(_ logits: Matrix, _ generator: inout SeededGenerator) -> (Matrix, [Int]) {
    (logits, (0..<logits.rows).map { _ in Int.random(in: 0..<logits.columns, using: &generator) })
  }

  /// Logits of a shape with classes, the same for the same seed.
  static func logitsAndClasses(_ rows: Int, _ columns: Int, seed: UInt64) -> (Matrix, [Int]) {
    var generator = SeededGenerator(seed: seed)
    let logits = Matrix.filled(rows, columns) { _, _ in 1.5 * generator.nextGaussian() }
    return withClasses(logits, &generator)
  }
}

extension EdgeSamples {
  /// Logits of any size: far from 0 on either side, equal ones, one class, one row, all below 0.
  @Sendable static func logits(_ size: Int, _ generator: inout SeededGenerator) -> Matrix {
    let rows = count(upTo: 2 * size - 1, &generator)
    let columns = generator.nextUniform() < 0.1 ? 1 : 1 + count(upTo: min(size, 8), &generator)
    let scale = one(of: [0, 1, 1, 30, 400, 1000], &generator)
    let place = one(of: [0, 0, 0, -5, 35, 70, 300, 650, 1000, -35, -300, -1000], &generator)
    let isWhole = generator.nextUniform() < 0.5
    return Matrix.filled(rows, columns) { _, _ in
      let logit = place + scale * generator.nextGaussian()
      return isWhole ? logit.rounded() : logit
    }
  }

  /// The same with classes.
  @Sendable static func logitsAndClasses(_ size: Int, _ generator: inout SeededGenerator) -> (Matrix, [Int]) {
    Samples.withClasses(logits(size, &generator), &generator)
  }

  /// Small whole logits, among which there are equal ones in most rows, with classes.
  @Sendable static func equalLogitsAndClasses(_ size: Int, _ generator: inout SeededGenerator) -> (Matrix, [Int]) {
    let place = Double(Int.random(in: -3...1, using: &generator))
    let columns = 1 + count(upTo: min(size, 5), &generator)
    let logits = Matrix.filled(count(upTo: 2 * size, &generator), columns) { _, _ in
      place + Double(Int.random(in: 0...2, using: &generator))
    }
    return Samples.withClasses(logits, &generator)
  }
}
