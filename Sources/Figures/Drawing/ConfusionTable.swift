/// A panel's confusion matrix: how many examples of each class were taken for each class.
struct ConfusionTable {
  let names: [String]

  /// The counts [K, K], whatever was given: a row is a true class, a column a predicted one.
  let counts: [[Int]]

  private let sums: [Double]

  /// Fails if the panel has no confusion matrix.
  init?(_ panel: Panel) {
    let tables = panel.marks.lazy.compactMap { mark in
      if case .confusion(let counts, let names) = mark, !names.isEmpty { (counts: counts, names: names) } else { nil }
    }
    guard let table = tables.first else { return nil }
    names = table.names
    counts = table.names.indices.map { row in
      table.names.indices.map { column in
        let isGiven = table.counts.indices.contains(row) && table.counts[row].indices.contains(column)
        return isGiven ? max(table.counts[row][column], 0) : 0
      }
    }
    sums = counts.map { $0.map(Double.init).reduce(0, +) }
  }

  /// The number of classes K.
  var size: Int { names.count }

  /// The share of a class's examples that were taken for another; 0 for a class without examples.
  func share(_ row: Int, _ column: Int) -> Double { sums[row] > 0 ? Double(counts[row][column]) / sums[row] : 0 }

  /// A text for each cell, [K, K].
  func texts(_ text: (_ row: Int, _ column: Int) -> String) -> [[String]] {
    names.indices.map { row in names.indices.map { text(row, $0) } }
  }

  /// The names, with their numbers before them: so one knows them where they are shortened, or stand for themselves.
  var numberedNames: [String] { names.enumerated().map { "\($0.offset) \($0.element)" } }
}
