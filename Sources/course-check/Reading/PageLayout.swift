/// A page, or a part of one, as lines for a terminal.
struct PageLayout {
  let style: Style
  /// The columns that a line may take.
  let width: Int

  /// Lines of this width are read with ease, however wide the terminal is.
  private static let comfortableWidth = 88

  init(_ style: Style) {
    self.init(style, width: min(style.width ?? 80, Self.comfortableWidth))
  }

  init(_ style: Style, width: Int) {
    self.style = style
    self.width = max(width, 20)
  }

  /// The text with every line ended.
  func text(_ markdown: String) -> String {
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
    let inner = PageLayout(style, width: width - indentation).lines(of: blocks)
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
