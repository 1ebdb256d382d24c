extension Diagram {
  /// The diagram in character cells: lines of at most `width` columns, each ended by a newline; `height` says nothing here.
  ///
  /// Matrices are drawn side by side, layers of a chain as boxes below one another. Of a network and of a graph each node
  /// is written with what flows into it, column after column.
  public func terminal(width: Int, height: Int, style: TerminalStyle) -> String {
    let width = max(width, 12)
    var parts = [style.lines([WordLine(spans: [(title, .bold)])], width: width)]
    switch drawing {
    case .graph:
      parts.append(style.lines(words(isASCII: style.isASCII), width: width))
    case .chain(let boxes, let arrows):
      parts.append(TerminalChain(ChainLayout(boxes: boxes, arrows: arrows), width: width, style: style).lines)
    case .products(let equations):
      parts += equations.map { TerminalProducts($0, width: width, style: style).lines }
    }
    if let legend {
      let slope = legendSlope.map { [($0, TerminalCanvas.Colour.look(1))] } ?? []
      parts.append(style.lines([WordLine(spans: [(legend.value, .look(0))] + slope)], width: width))
    }
    parts += notes.map { style.lines([WordLine(spans: [($0, .plain)])], width: width) }
    return parts.filter { !$0.isEmpty }.joined(separator: [""]).map { $0 + "\n" }.joined()
  }

  /// What the legend says of slopes: after a ∂ where that stands before each of them.
  var legendSlope: String? {
    if case .products = drawing { return legend?.slope }
    return legend?.slopeText
  }
}

extension TerminalStyle {
  /// Lines of words in as many lines as the width needs: broken between spans, and within one that is too long.
  func lines(_ wordLines: [WordLine], width: Int) -> [String] {
    var rows: [[(text: String, colour: TerminalCanvas.Colour, column: Int)]] = []
    for line in wordLines {
      var column = width
      for span in line.spans where !span.text.isEmpty {
        let (indent, gap) = (min(line.indent, width / 4), 2)
        let words = mathText(span.text)
        if column + gap + words.count <= width, column < width {
          rows[rows.count - 1].append((words, span.colour, column + gap))
          column += gap + words.count
          continue
        }
        // What goes on in a further line stands a little to the right of where it began.
        let start = column == width && line.spans.first?.text == span.text ? indent : indent + 2
        for part in broken(words, to: width - start) {
          rows.append([(part, span.colour, start)])
          column = start + part.count
        }
      }
    }
    var canvas = TerminalCanvas(width: width, height: rows.count)
    for (row, spans) in rows.enumerated() {
      for span in spans { canvas.write(span.text, column: span.column, row: row, span.colour) }
    }
    return canvas.lines(usesColor: usesColor)
  }

  /// The text with a product's dot as a star in plain ASCII, where a hyphen would be read as a minus.
  func mathText(_ words: String) -> String {
    text(isASCII ? String(words.map { $0 == "·" ? "*" : $0 }) : words)
  }

  /// The text in lines of so many cells, broken between words, and a longer word within itself: nothing is lost.
  private func broken(_ text: String, to count: Int) -> [String] {
    var lines: [String] = []
    for var word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= count {
        lines[lines.count - 1] = "\(last) \(word)"
        continue
      }
      while word.count > count {
        lines.append(String(word.prefix(count)))
        word = word.dropFirst(count)
      }
      lines.append(String(word))
    }
    return lines
  }

  /// The corners and sides of a box.
  var box: (across: Character, up: Character, corners: [Character]) {
    isASCII ? ("-", "|", ["+", "+", "+", "+"]) : ("─", "│", ["┌", "┐", "└", "┘"])
  }
}

extension TerminalCanvas {
  /// Draws a box around so many cells.
  mutating func box(column: Int, row: Int, width: Int, height: Int, style: TerminalStyle, _ colour: Colour = .plain) {
    let (across, up, corners) = style.box
    for x in 0...width + 1 {
      put(across, column: column + x, row: row, colour)
      put(across, column: column + x, row: row + height + 1, colour)
    }
    for y in 1..<max(height + 1, 1) {
      put(up, column: column, row: row + y, colour)
      put(up, column: column + width + 1, row: row + y, colour)
    }
    put(corners[0], column: column, row: row, colour)
    put(corners[1], column: column + width + 1, row: row, colour)
    put(corners[2], column: column, row: row + height + 1, colour)
    put(corners[3], column: column + width + 1, row: row + height + 1, colour)
  }
}
