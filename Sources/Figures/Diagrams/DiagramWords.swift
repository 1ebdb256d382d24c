/// A line of words that belong together, each in its colour; it is broken between them if it is too long.
struct WordLine {
  /// How far it is moved to the right.
  var indent = 0
  var spans: [(text: String, colour: TerminalCanvas.Colour)]
}

/// Diagrams in words: each node with what flows into it, each matrix with its entries.
extension Diagram {
  func words(isASCII: Bool) -> [WordLine] {
    switch drawing {
    case .graph(let columns, let wires): GraphStructure(columns: columns, wires: wires).words(isASCII: isASCII)
    case .chain(let boxes, let arrows): Self.words(ChainLayout(boxes: boxes, arrows: arrows), isASCII: isASCII)
    case .products(let equations): equations.flatMap(\.words)
    }
  }

  private static func words(_ chain: ChainLayout, isASCII: Bool) -> [WordLine] {
    (0...chain.boxes.count).flatMap { index -> [WordLine] in
      let arrow = chain.hasArrow(index) ? [WordLine(indent: 2, spans: chain.arrow(index).spans(isASCII: isASCII))] : []
      guard index < chain.boxes.count else { return arrow }
      let box = chain.boxes[index]
      return arrow + [WordLine(spans: [(box.text, .bold)] + box.lines.map { ($0, .plain) } + box.slopeSpans)]
    }
  }
}

extension Diagram.Quantity {
  /// The value after an arrow down and the slope after one up.
  func spans(isASCII: Bool) -> [(text: String, colour: TerminalCanvas.Colour)] {
    let (down, up) = isASCII ? ("v", "^") : ("▼", "▲")
    let forwards = value.isEmpty ? down : "\(down) \(value)"
    return [(forwards, .look(0))] + (slopeText.map { [("\(up) \($0)", .look(1))] } ?? [])
  }

  /// The value and the slope as they are.
  fileprivate var plainSpans: [(text: String, colour: TerminalCanvas.Colour)] {
    (value.isEmpty ? [] : [(value, .look(0))]) + (slopeText.map { [($0, .look(1))] } ?? [])
  }
}

extension Diagram.Node {
  fileprivate var slopeSpans: [(text: String, colour: TerminalCanvas.Colour)] {
    slope.map { [("∂ " + $0, .look(1))] } ?? []
  }
}

extension GraphStructure {
  fileprivate func words(isASCII: Bool) -> [WordLine] {
    columns.enumerated().flatMap { column, layer -> [WordLine] in
      let title = layer.title.isEmpty ? [] : [WordLine(spans: [(layer.title, .bold)])]
      return title
        + layer.nodes.indices.flatMap { words(Place(column: column, index: $0), isASCII: isASCII) }
    }
  }

  /// A node with its words, then what flows into it, a line each.
  private func words(_ place: Place, isASCII: Bool) -> [WordLine] {
    let node = node(place)
    let inside = node.shape == .box ? "[\(node.text)]" : "(\(node.text))"
    let names = node.lines.joined().contains(node.name) || node.text == node.name ? [] : [node.name]
    let head = WordLine(
      spans: (node.shape == .point ? [] : [(inside, .bold)]) + (names + node.lines).map { ($0, .plain) }
        + node.slopeSpans)
    var inputs = links.filter { $0.end == place }.map { link -> WordLine in
      let isNamed = !link.wire.label.isEmpty
      let start = "\(self.node(link.start).name)\(isASCII ? " ->" : " ─►")"
      return WordLine(indent: 4, spans: [(start, .faint)] + (isNamed ? link.wire.label.plainSpans : []))
    }
    if let bias = node.bias {
      inputs.append(WordLine(indent: 4, spans: [("bias\(isASCII ? " ->" : " ─►")", .faint)] + bias.plainSpans))
    }
    return [head] + inputs
  }
}

extension Diagram.Equation {
  fileprivate var words: [WordLine] {
    let title = caption.isEmpty ? [] : [WordLine(spans: [(caption, .bold)])]
    return title
      + terms.map { term in
        switch term {
        case .sign(let sign): WordLine(spans: [(sign, .plain)])
        case .matrix(let block): block.words
        }
      }
  }
}

extension Diagram.Block {
  /// The matrix as a line: its name, its shape, and its rows.
  var words: WordLine {
    let shape = "[\(rows.text), \(columns.text)]"
    let entries = entries.isEmpty ? "" : ": " + entries.map { $0.joined(separator: ", ") }.joined(separator: "; ")
    return WordLine(spans: [(name, isSlope ? .look(1) : .look(0)), (shape + entries, .plain)])
  }
}
