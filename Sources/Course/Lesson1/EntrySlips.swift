import CourseKit
import Engine

/// What becomes of the results of all entries of z.
typealias Treatment = @Sendable (_ z: Matrix, _ results: Matrix) -> Matrix

/// A function of one number.
typealias EntryFunction = @Sendable (Double) -> Double

extension Matrix {
  /// The matrix of this shape with a function of each entry.
  func entrywise(_ function: (Double) -> Double) -> Matrix {
    Matrix.filled(rows, columns) { function(self[$0, $1]) }
  }
}

enum Results {
  /// Each where its z stands: what is right.
  static let inPlace: Treatment = { _, results in results }
}

extension Slip {
  /// What can be done otherwise where a function is applied to every entry.
  static func treatments(_ point: WritableKeyPath<Choices, Treatment> & Sendable) -> [Slip] {
    partial.flatMap { name, words, covers in
      [
        .at(
          point, "\(name), z elsewhere",
          "\(words) what is missing still holds z. Go through every row and every column."
        ) {
          z, results in
          Matrix.filled(z.rows, z.columns) { covers($0, $1, z) ? results[$0, $1] : z[$0, $1] }
        },
        .at(point, "\(name), 0 elsewhere", "\(words) what is missing is 0. Go through every row and every column.") {
          z, results in
          Matrix.filled(z.rows, z.columns) { covers($0, $1, z) ? results[$0, $1] : 0 }
        },
      ]
    } + [
      .at(
        point, "transposed", "Rows and columns are exchanged: the result for z[row, column] belongs to [row, column]."
      ) { z, results in Matrix.filled(z.columns, z.rows) { results[$1, $0] } },
      .at(
        point, "sizes exchanged",
        "The result has z.columns rows and z.rows columns, its entries in the order of z: exchange the two sizes."
      ) { z, results in Matrix(rows: z.columns, columns: z.rows, elements: results.elements) },
      .at(point, "one row", "The result is a single row of all entries: give it the rows and columns of z.") {
        z, results in
        Matrix(rows: 1, columns: z.elements.count, elements: results.elements)
      },
      .at(point, "one column", "The result is a single column of all entries: give it the rows and columns of z.") {
        z, results in
        Matrix(rows: z.elements.count, columns: 1, elements: results.elements)
      },
      .at(
        point, "column by column",
        "The results are collected column by column, and a matrix holds its entries row by row: go through the rows first."
      ) { z, results in
        let entries = (0..<z.columns).flatMap { column in (0..<z.rows).map { results[$0, column] } }
        return Matrix(rows: z.rows, columns: z.columns, elements: entries)
      },
      .at(point, "first row repeated", "Every row has the results of row 0: each entry of z needs its own.") {
        z, results in
        Matrix.filled(z.rows, z.columns) { _, column in results[0, column] }
      },
      .at(point, "first column repeated", "Every column has the results of column 0: each entry of z needs its own.") {
        z, results in
        Matrix.filled(z.rows, z.columns) { row, _ in results[row, 0] }
      },
      .at(point, "first entry repeated", "Every entry has the result of z[0, 0]: each entry of z needs its own.") {
        z, results in
        Matrix.filled(z.rows, z.columns) { _, _ in results[0, 0] }
      },
      .at(point, "reversed", "The entries are in reversed order: each result belongs where its z stands.") {
        z, results in
        Matrix(rows: z.rows, columns: z.columns, elements: results.elements.reversed())
      },
    ]
  }

  /// What can be done otherwise where entries that are not above 0 have a result of their own.
  static func leftEarly(_ point: WritableKeyPath<Choices, Treatment> & Sendable) -> [Slip] {
    [
      .at(
        point, "ended at the first entry below 0",
        "The loop ends at the first entry that is not above 0, and what comes after it is 0: go on with the next one."
      ) { z, results in
        let end = z.elements.firstIndex { $0 <= 0 } ?? z.elements.count
        return Matrix(
          rows: z.rows, columns: z.columns,
          elements: results.elements.indices.map { $0 < end ? results.elements[$0] : 0 })
      },
      .at(
        point, "row ended at the first entry below 0",
        "What follows an entry that is not above 0 is 0 to the end of its row: go on with the next entry."
      ) { z, results in
        Matrix.filled(z.rows, z.columns) { row, column in
          (0..<column).allSatisfy { z[row, $0] > 0 } ? results[row, column] : 0
        }
      },
      .at(
        point, "first entry of the row decides",
        "The first entry of each row decides for the whole row: ask each entry itself whether it is above 0."
      ) { z, _ in
        Matrix.filled(z.rows, z.columns) { row, column in z[row, 0] > 0 ? z[row, column] : 0 }
      },
      .at(
        point, "zeros behind the others",
        "The entries above 0 come first and the zeros behind them: each result belongs where its z stands."
      ) { z, results in
        let kept = zip(z.elements, results.elements).filter { $0.0 > 0 }.map(\.1)
        return Matrix(
          rows: z.rows, columns: z.columns,
          elements: kept + [Double](repeating: 0, count: z.elements.count - kept.count))
      },
      .at(
        point, "entries below 0 thrown away",
        "Entries that are not above 0 are left out of the result, not set to 0: it has the shape of z."
      ) { z, results in
        let kept = zip(z.elements, results.elements).filter { $0.0 > 0 }.map(\.1)
        return Matrix(rows: 1, columns: kept.count, elements: kept)
      },
    ]
  }

  /// The same where the results are written over activations.
  static func inPlace(
    _ point: WritableKeyPath<Choices, Treatment> & Sendable, _ symbol: String, _ activation: @escaping EntryFunction
  ) -> [Slip] {
    partial.prefix(10).map { name, words, covers in
      .at(
        point, "\(name), \(symbol) elsewhere",
        "\(words) what is missing still holds \(symbol). Go through every row and every column."
      ) { z, results in
        Matrix.filled(z.rows, z.columns) { covers($0, $1, z) ? results[$0, $1] : activation(z[$0, $1]) }
      }
    }
  }

  /// Which entries are reached, where not all are.
  private static var partial: [(name: String, words: String, covers: @Sendable (Int, Int, Matrix) -> Bool)] {
    [
      ("last row left out", "The last row is left out:", { row, _, z in row < z.rows - 1 }),
      ("first row left out", "The first row is left out:", { row, _, _ in row > 0 }),
      ("last column left out", "The last column is left out:", { _, column, z in column < z.columns - 1 }),
      ("first column left out", "The first column is left out:", { _, column, _ in column > 0 }),
      (
        "last entry left out", "The last entry is left out:",
        { row, column, z in row * z.columns + column < z.elements.count - 1 }
      ),
      ("first entry left out", "The first entry is left out:", { row, column, _ in row + column > 0 }),
      ("first row alone", "Only the first row has its results:", { row, _, _ in row == 0 }),
      ("first column alone", "Only the first column has its results:", { _, column, _ in column == 0 }),
      ("first entry alone", "Only the first entry has its result:", { row, column, _ in row + column == 0 }),
      (
        "as many entries as rows", "Only as many entries as there are rows have their results:",
        { row, column, z in row * z.columns + column < z.rows }
      ),
      (
        "as many columns as rows", "Only as many columns as there are rows have their results:",
        { _, column, z in column < z.rows }
      ),
      (
        "as many rows as columns", "Only as many rows as there are columns have their results:",
        { row, _, z in row < z.columns }
      ),
    ]
  }

  /// Signs and factors that do not belong to a result.
  ///
  /// - Parameter symbol: what the result is called.
  static func scales(_ point: WritableKeyPath<Choices, EntryFunction> & Sendable, of symbol: String) -> [Slip] {
    [
      .at(point, "opposite sign", "The sign is the opposite, as in −\(symbol): turn it round.") { a in -a },
      .at(point, "doubled", "There is a factor 2 too many, as in 2 · \(symbol): take it away.") { a in 2 * a },
      .at(point, "halved", "There is a factor ½ too many, as in \(symbol) / 2: take it away.") { a in a / 2 },
    ]
  }

  /// Digits that a result has lost behind the point.
  static func roundings(_ point: WritableKeyPath<Choices, EntryFunction> & Sendable) -> [Slip] {
    [1, 2, 3, 4].map { digits in
      let scale: Double = [1, 10, 100, 1000, 10_000][digits]
      return .at(
        point, "rounded to \(digits) digits",
        "The numbers are rounded to \(digits) digits after the point: keep them all."
      ) { a in (a * scale).rounded() / scale }
    } + [
      .at(point, "in Floats", "The results have the 7 digits of a Float: keep them as Doubles throughout.") { a in
        Double(Float(a))
      }
    ]
  }

  /// All digits that a result has lost behind the point.
  static func wholeNumbers(_ point: WritableKeyPath<Choices, EntryFunction> & Sendable) -> [Slip] {
    [
      .at(
        point, "rounded",
        "These are whole numbers, rounded or from a comparison: the result keeps what is behind the point."
      ) { a in a.rounded() },
      .at(
        point, "fractions dropped", "What stands behind the point is cut off, as Int(…) does: the result is a Double."
      ) { a in a.rounded(.towardZero) },
    ]
  }
}
