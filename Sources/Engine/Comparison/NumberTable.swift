import Vocabulary

/// Wrong numbers beside the expected ones, at a size that a person can read.
///
/// A single number takes one line. A small matrix is shown whole, of a large one the worst entries with their places.
struct NumberTable {
  /// The component of the student's result that is wrong, and what is expected of it.
  let yours: Component
  let expected: Component
  /// The entries of this component that are wrong.
  let differences: [Comparison.Difference]

  /// The columns of a terminal that are left beside the indentation of a report.
  static let width = 72
  /// The most rows, and the most columns, of a matrix that is shown whole.
  static let wholeSize = 4
  /// How many entries of a larger one are shown.
  static let worstCount = 3

  /// The lines of the table.
  var lines: [String] {
    guard isShownWhole else { return worstEntries }
    return sideBySide ?? stacked
  }

  /// The worst entry: of several that are as bad the first.
  var worst: Comparison.Difference? { byError.first }

  /// Whether the whole component is shown: it is small, and each wrong number looks different from the expected one.
  var isShownWhole: Bool {
    !yours.isNumber && yours.matrix.rows <= Self.wholeSize && yours.matrix.columns <= Self.wholeSize
      && yours.matrix.elements.count > 1
      && differences.allSatisfy { yours.text($0.yours) != yours.text($0.expected) }
  }

  private var byError: [Comparison.Difference] {
    // Rounding alone must not decide which of equal errors comes first.
    let places = differences.indices.sorted { one, other in
      let (first, second) = (differences[one].relativeError, differences[other].relativeError)
      return abs(first - second) > 1e-9 * second ? first > second : one < other
    }
    return places.map { differences[$0] }
  }

  /// One line for each of the worst entries: its place, the student's number and the expected one.
  private var worstEntries: [String] {
    let shown = byError.prefix(Self.worstCount)
    let names = shown.map(\.name)
    let nameWidth = names.map(\.count).max() ?? 0
    let mine = shown.map { [text($0, $0.yours)] }.aligned
    let theirs = shown.map { [text($0, $0.expected)] }.aligned
    return shown.indices.map { index in
      let name = nameWidth == 0 ? "" : names[index].filled(to: nameWidth) + "  "
      return (name + "yours \(mine[index])   expected \(theirs[index])").withoutTrailingSpaces
    }
  }

  /// Numbers that differ only far behind the point are shown as far as that.
  private func text(_ difference: Comparison.Difference, _ number: Double) -> String {
    let isTold = yours.text(difference.yours) != yours.text(difference.expected)
    return isTold ? yours.text(number) : number.longText
  }

  private func rows(of component: Component) -> [[String]] {
    (0..<component.matrix.rows).map { row in
      (0..<component.matrix.columns).map { component.text(component.matrix[row, $0]) }
    }
  }

  /// The two matrices in the same lines; nil if they are too wide.
  private var sideBySide: [String]? {
    let (mine, theirs) = (rows(of: yours).aligned, rows(of: expected).aligned)
    let heads = [yours.name.isEmpty ? "" : yours.name + "  ", "yours  ", "   expected  "]
    let lines = zip(mine, theirs).enumerated().map { row, pair in
      let texts = row == 0 ? heads : heads.map { String(repeating: " ", count: $0.count) }
      return (texts[0] + texts[1] + pair.0 + texts[2] + pair.1).withoutTrailingSpaces
    }
    return lines.allSatisfy { $0.count <= Self.width } ? lines : nil
  }

  /// The expected matrix below the student's, the columns of both in line.
  private var stacked: [String] {
    let texts = (rows(of: yours) + rows(of: expected)).aligned
    let (heads, count) = (["yours     ", "expected  "], yours.matrix.rows)
    let lines = texts.enumerated().map { index, text in
      let head = index % count == 0 ? heads[index / count] : String(repeating: " ", count: heads[0].count)
      return (head + text).withoutTrailingSpaces
    }
    return (yours.name.isEmpty ? [] : [yours.name]) + lines
  }
}

extension [[String]] {
  /// The rows of a table, the numbers of each column with their points in line.
  fileprivate var aligned: [String] {
    func point(in text: String) -> Int { text.firstIndex(of: ".").map { text[..<$0].count } ?? text.count }
    let columns = first?.indices ?? 0..<0
    let before = columns.map { column in self.map { point(in: $0[column]) }.max() ?? 0 }
    let after = columns.map { column in self.map { $0[column].count - point(in: $0[column]) }.max() ?? 0 }
    return map { row in
      columns.map { column in
        let start = point(in: row[column])
        return String(repeating: " ", count: before[column] - start)
          + row[column].filled(to: row[column].count + after[column] - (row[column].count - start))
      }.joined(separator: "  ")
    }
  }
}

extension String {
  /// The text with spaces behind it, to this many characters.
  fileprivate func filled(to width: Int) -> String { self + String(repeating: " ", count: Swift.max(0, width - count)) }

  fileprivate var withoutTrailingSpaces: String {
    String(self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)])
  }
}
