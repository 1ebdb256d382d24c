/// What stands in the cells of a confusion matrix, and at its edges.
struct TerminalConfusionForm {
  /// To so many characters a numbered label may be shortened.
  static let shortestLabel = 10

  /// The texts in the cells, [K, K].
  let cells: [[String]]

  /// The lines above each column, K times equally many.
  let heads: [[String]]

  /// The labels of the rows, K.
  let labels: [String]

  /// What the cells mean; empty for counts.
  let key: String

  let longestLabel: Int
  let cellWidth: Int
  private let isNumbered: Bool

  private init(
    _ table: ConfusionTable, cells: [[String]], heads: [[String]], isNumbered: Bool, key: String, rowTitle: String,
    style: TerminalStyle
  ) {
    self.cells = cells
    self.heads = heads
    self.isNumbered = isNumbered
    self.key = key
    labels = (isNumbered ? table.numberedNames : table.names).map(style.text)
    cellWidth = (cells + heads).joined().map(\.count).max() ?? 1
    longestLabel = (labels + [style.text(rowTitle)]).map(\.count).max() ?? 0
  }

  /// The least width of the whole table.
  private var width: Int {
    (isNumbered ? min(longestLabel, Self.shortestLabel) : longestLabel) + 1 + cellWidth * labels.count
  }

  /// Returns the form that says most in so many columns.
  ///
  /// Counts come before percents, and names above the columns before numbers. The last form has one character a cell.
  static func fitting(
    _ table: ConfusionTable, width: Int, rowTitle: String, style: TerminalStyle
  ) -> TerminalConfusionForm {
    let numbers = table.names.indices.map { "\($0)" }
    // What is right stands in brackets.
    func framed(_ key: String, isNumbered: Bool, _ text: (Int, Int) -> String) -> TerminalConfusionForm {
      TerminalConfusionForm(
        table,
        cells: table.texts { row, column in
          let text = table.counts[row][column] == 0 ? style.zero : text(row, column)
          return row == column ? "[\(text)]" : " \(text) "
        }, heads: (isNumbered ? numbers : table.names.map(style.text)).map { [" \($0) "] }, isNumbered: isNumbered,
        key: key, rowTitle: rowTitle, style: style)
    }
    let texts = [false, true].map { isNumbered in
      framed("", isNumbered: isNumbered) { "\(table.counts[$0][$1])" }
    }
    let percents = [false, true].map { isNumbered in
      framed("Percent of the examples of the true class", isNumbered: isNumbered) { row, column in
        // Not even one of a million errors is rounded away.
        let share = table.share(row, column)
        return share < 1 ? "\(min(Int((share * 100).rounded()), 99))" : "100"
      }
    }
    let shades = style.shareShades
    let digits = numbers.last?.count ?? 0
    let shaded = TerminalConfusionForm(
      table,
      cells: table.texts { String(shades[Int((table.share($0, $1) * Double(shades.count - 1)).rounded(.up))]) },
      heads: numbers.map { (String(repeating: " ", count: digits - $0.count) + $0).map { String($0) } },
      isNumbered: true, key: key(of: shades), rowTitle: rowTitle, style: style)
    return (texts + percents).first { $0.width <= width } ?? shaded
  }

  private static func key(of shades: [Character]) -> String {
    let steps = shades.enumerated().dropFirst().map { "\($0.element) to \($0.offset * 100 / (shades.count - 1))%" }
    return "\(shades[0]) none, \(steps.joined(separator: ", ")) of the examples of the true class"
  }
}

extension TerminalStyle {
  /// What stands in a cell without examples.
  fileprivate var zero: String { isASCII ? "." : "·" }

  /// The shades of a share: none at all, then up to a quarter, a half, three quarters and all.
  fileprivate var shareShades: [Character] { isASCII ? [".", "-", "+", "*", "#"] : ["·", "░", "▒", "▓", "█"] }
}
