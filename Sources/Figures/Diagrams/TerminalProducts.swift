/// An equation in character cells: matrices side by side with the signs between, on as many lines as the width needs.
struct TerminalProducts {
  private(set) var lines: [String]

  private static let gap = 1

  init(_ equation: Diagram.Equation, width: Int, style: TerminalStyle) {
    lines = style.lines([WordLine(spans: [(equation.caption, .bold)])], width: width)
    let largest = max(equation.blocks.flatMap { [$0.rows.length, $0.columns.length] }.max() ?? 1, 1)
    var row: [TerminalCanvas] = []
    for canvas in equation.terms.compactMap({ Self.canvas($0, largest: largest, style: style) }) {
      if !row.isEmpty, Self.width(row + [canvas]) > width {
        lines += Self.joined(row, style: style)
        row = []
      }
      row.append(canvas)
    }
    lines += Self.joined(row, style: style)
    // A matrix that is too wide by itself is written in words, and the others with it.
    guard equation.terms.contains(where: { Self.canvas($0, largest: largest, style: style).width > width }) else {
      return
    }
    lines = style.lines(Diagram("", drawing: .products([equation])).words(isASCII: style.isASCII), width: width)
  }

  private static func width(_ row: [TerminalCanvas]) -> Int { row.map { $0.width + gap }.reduce(-gap, +) }

  private static func joined(_ row: [TerminalCanvas], style: TerminalStyle) -> [String] {
    guard !row.isEmpty else { return [] }
    let middle = row.map(middle).max() ?? 0
    let height = row.map { middle - Self.middle($0) + $0.height }.max() ?? 0
    var canvas = TerminalCanvas(width: width(row), height: height)
    var column = 0
    for part in row {
      canvas.draw(part, column: column, row: middle - Self.middle(part))
      column += part.width + gap
    }
    var lines = canvas.lines(usesColor: style.usesColor)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  /// The row in which a sign stands, or the rows' name of a matrix.
  private static func middle(_ canvas: TerminalCanvas) -> Int { max(0, (canvas.height - 1) / 2) }

  private static func canvas(_ term: Diagram.Term, largest: Int, style: TerminalStyle) -> TerminalCanvas {
    switch term {
    case .sign(let sign):
      let text = style.mathText(sign)
      var canvas = TerminalCanvas(width: text.count, height: 1)
      canvas.write(text, column: 0, row: 0)
      return canvas
    case .matrix(let block): return Self.canvas(block, largest: largest, style: style)
    }
  }

  /// A matrix: the columns' side above, the rows' side on its left, its name inside or below.
  private static func canvas(_ block: Diagram.Block, largest: Int, style: TerminalStyle) -> TerminalCanvas {
    let (above, beside, name) = (
      style.mathText(block.columns.text), style.mathText(block.rows.text), style.mathText(block.name)
    )
    let entries = block.entries.enumerated().map { row, texts in
      texts.enumerated().map { block.isFramed(row, $0) ? "[\(style.mathText($1))]" : " \(style.mathText($1)) " }
    }
    let hasEntries = !entries.isEmpty
    let cell = entries.flatMap(\.self).map(\.count).max() ?? 0
    let inner =
      hasEntries
      ? (width: cell * block.entryColumns, height: entries.count)
      : (
        width: max(name.count + 2, (block.columns.length * 12 + largest / 2) / largest),
        height: max(1, (block.rows.length * 5 + largest / 2) / largest)
      )
    let left = beside.count + 1
    let width = max(left + inner.width + 2, left + above.count, hasEntries ? left + name.count : 0)
    // As much below as above, so that rectangles and signs have one middle.
    var canvas = TerminalCanvas(width: width, height: inner.height + 4)
    let colour = TerminalCanvas.Colour.look(block.isSlope ? 1 : 0)
    canvas.write(above, column: left + max(0, (inner.width + 2 - above.count) / 2), row: 0)
    canvas.write(beside, column: 0, row: 2 + (inner.height - 1) / 2)
    canvas.box(column: left, row: 1, width: inner.width, height: inner.height, style: style, colour)
    for (row, texts) in entries.enumerated() {
      for (column, text) in texts.enumerated() {
        canvas.write(text, column: left + 1 + column * cell + cell - text.count, row: 2 + row)
      }
    }
    let nameRow = hasEntries ? inner.height + 3 : 2 + (inner.height - 1) / 2
    canvas.write(name, column: left + 1 + max(-1, (inner.width - name.count) / 2), row: nameRow, colour)
    return canvas
  }
}
