import Markup

/// A page, or a part of one, as lines for a terminal.
package struct PageLayout {
  let style: Style
  /// The columns that a line may take.
  let width: Int
  /// Draws a file's picture in so many columns, with every line ended; nil if it cannot.
  private let drawing: (_ file: String, _ width: Int) -> String?

  /// Lines of this width are read with ease, however wide the terminal is.
  private static let comfortableWidth = 88

  /// Creates a layout for a terminal of this style.
  ///
  /// - Parameters:
  ///   - style: the terminal's width, colours and characters.
  ///   - drawing: draws a file's picture in so many columns, with every line ended; nil if it cannot.
  package init(_ style: Style, drawing: @escaping (_ file: String, _ width: Int) -> String? = { _, _ in nil }) {
    self.init(style, width: min(style.width ?? 80, Self.comfortableWidth), drawing: drawing)
  }

  init(_ style: Style, width: Int, drawing: @escaping (_ file: String, _ width: Int) -> String? = { _, _ in nil }) {
    self.style = style
    self.width = max(width, 20)
    self.drawing = drawing
  }

  /// The text with every line ended.
  package func text(_ markdown: String) -> String {
    lines(of: Block.blocks(of: markdown)).map { $0 + "\n" }.joined()
  }

  private func lines(of blocks: [Block]) -> [String] {
    var lines: [String] = []
    for (index, block) in blocks.enumerated() {
      if index > 0, needsGap(between: blocks[index - 1], and: block) { lines.append("") }
      lines += self.lines(of: block)
    }
    return lines
  }

  private func needsGap(between first: Block, and second: Block) -> Bool {
    switch (first, second) {
    case (.heading, .heading): true
    case (.heading, _), (.item, .item), (.paragraph, .item): false
    default: true
    }
  }

  private func lines(of block: Block) -> [String] {
    switch block {
    case .heading(let level, let text):
      let title = FlowingText(text, style, look: .bold).lines(width: width)
      guard level < 3 else { return title.map(\.text) }
      let underline: Character = style.isASCII ? (level == 1 ? "=" : "-") : (level == 1 ? "═" : "─")
      return title.map(\.text) + [String(repeating: underline, count: title.map(\.columns).max() ?? 0)]
    case .paragraph(let text):
      return FlowingText(text, style).lines(width: width).map(\.text)
    case .item(let marker, let blocks):
      return item(marker, blocks)
    case .code(let lines):
      return lines.flatMap(code)
    case .table(let rows):
      return TableLayout(rows, style).lines(width: width)
    case .details(let summary, let blocks):
      // Nothing can be folded away here.
      return FlowingText(summary, style, look: .bold).lines(width: width).map(\.text) + lines(of: blocks)
    case .quote(let blocks):
      let inner = PageLayout(style, width: width - 2, drawing: drawing).lines(of: blocks)
      return inner.map { $0.isEmpty ? "" : "  " + $0 }
    case .picture(let text, let file):
      // What is to be seen is said where it is not seen.
      guard let drawn = drawing(file, width) else {
        return FlowingText("[Picture: \(text)]", style).lines(width: width).map(\.text)
      }
      return drawn.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }
  }

  private func item(_ marker: String, _ blocks: [Block]) -> [String] {
    var (bullet, blocks) = (marker, blocks)
    if marker.count == 1 { bullet = style.isASCII ? "-" : "•" }
    if case .paragraph(let text)? = blocks.first, text.hasPrefix("[ ] ") {
      bullet = "[ ]"
      blocks[0] = .paragraph(String(text.dropFirst(4)))
    }
    let indentation = bullet.count + 1
    let inner = PageLayout(style, width: width - indentation, drawing: drawing).lines(of: blocks)
    return inner.enumerated().map { index, line in
      let lead = index == 0 ? bullet + " " : String(repeating: " ", count: indentation)
      return line.isEmpty ? "" : lead + line
    }
  }

  private func code(_ line: String) -> [String] {
    let text = style.isASCII ? Style.ascii(line) : line
    return text.wrapped(to: width - 2).split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.isEmpty ? "" : "  " + $0
    }
  }
}

/// A table of a page as lines: in columns where they fit, otherwise row by row.
struct TableLayout {
  private let header: [FlowingText]
  private let rows: [[FlowingText]]
  private let style: Style

  private static let gap = 2

  init(_ table: [[String]], _ style: Style) {
    let count = table.map(\.count).max() ?? 0
    let filled = table.map { $0 + Array(repeating: "", count: count - $0.count) }
    header = (filled.first ?? []).map { FlowingText($0, style, look: .bold) }
    rows = filled.dropFirst().map { $0.map { FlowingText($0, style) } }
    self.style = style
  }

  /// The lines of the table, none wider than the width unless one word is.
  func lines(width: Int) -> [String] {
    columnWidths(in: width).map(columns) ?? records(width: width)
  }

  /// How wide each column is; nil if they do not fit side by side.
  private func columnWidths(in width: Int) -> [Int]? {
    let all = [header] + rows
    let wanted = header.indices.map { column in all.map { $0[column].columns }.max() ?? 0 }
    // A column that is much narrower than what it holds would be a column of single words.
    let least = header.indices.map { column in
      max(all.map { $0[column].longestWord }.max() ?? 0, min(wanted[column], 12), (wanted[column] + 3) / 4)
    }
    let room = width - Self.gap * (header.count - 1)
    if wanted.reduce(0, +) <= room { return wanted }
    guard least.reduce(0, +) <= room else { return nil }
    let shares = (1...max(width, 1)).reversed().lazy.map { limit in zip(least, wanted).map { max($0, min($1, limit)) } }
    return shares.first { $0.reduce(0, +) <= room }
  }

  private func columns(_ widths: [Int]) -> [String] {
    let isBroken = rows.contains { zip($0, widths).contains { $0.columns > $1 } }
    var lines = row(header, widths)
    let rule = widths.map { String(repeating: style.isASCII ? "-" : "─", count: $0) }
    lines.append(style.paint(rule.joined(separator: String(repeating: " ", count: Self.gap)), .faint))
    for (index, cells) in rows.enumerated() {
      // Where a cell takes several lines, a gap shows where the next row begins.
      if isBroken, index > 0 { lines.append("") }
      lines += row(cells, widths)
    }
    return lines
  }

  private func row(_ cells: [FlowingText], _ widths: [Int]) -> [String] {
    let columns = zip(cells, widths).map { $0.lines(width: $1) }
    return (0..<(columns.map(\.count).max() ?? 0)).map { index in
      var text = ""
      var missing = 0
      for (lines, width) in zip(columns, widths) {
        let line = lines.indices.contains(index) ? lines[index] : FlowingText.Line(text: "", columns: 0)
        if line.columns > 0 {
          text += String(repeating: " ", count: missing) + line.text
          missing = 0
        }
        missing += width - line.columns + Self.gap
      }
      return text
    }
  }

  /// Each row as a little list: what each column says, the first one without an indentation.
  private func records(width: Int) -> [String] {
    var lines: [String] = []
    for cells in rows {
      if !lines.isEmpty { lines.append("") }
      for (column, (name, cell)) in zip(header, cells).enumerated() where cell.columns > 0 {
        let text = name.followed(by: ":").joined(with: cell)
        for (index, line) in text.lines(width: width - 4).enumerated() {
          lines.append(String(repeating: " ", count: (column == 0 ? 0 : 2) + (index == 0 ? 0 : 2)) + line.text)
        }
      }
    }
    return lines
  }
}
