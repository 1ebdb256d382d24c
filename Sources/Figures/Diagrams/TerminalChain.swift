/// Boxes below one another with arrows down and up between them.
struct TerminalChain {
  private(set) var lines: [String] = []

  init(_ chain: ChainLayout, width: Int, style: TerminalStyle) {
    let words = chain.boxes.map { box in ([box.text] + box.lines).map(style.mathText) }
    let inner = words.flatMap(\.self).map(\.count).max() ?? 0
    guard inner + 4 <= width else {
      lines = style.lines(
        Diagram("", drawing: .chain(boxes: chain.boxes, arrows: chain.arrows)).words(isASCII: style.isASCII),
        width: width)
      return
    }
    for index in 0...chain.boxes.count {
      if chain.hasArrow(index) {
        lines += style.lines(
          [WordLine(indent: 4, spans: chain.arrow(index).spans(isASCII: style.isASCII))], width: width)
      }
      guard index < chain.boxes.count else { break }
      var canvas = TerminalCanvas(width: inner + 4, height: words[index].count + 2)
      canvas.box(column: 0, row: 0, width: inner + 2, height: words[index].count, style: style)
      for (row, text) in words[index].enumerated() {
        canvas.write(text, column: 2 + (inner - text.count) / 2, row: row + 1, row == 0 ? .bold : .plain)
      }
      lines += canvas.lines(usesColor: style.usesColor)
      guard let slope = chain.boxes[index].slope else { continue }
      lines += style.lines([WordLine(indent: 2, spans: [("∂ " + slope, .look(1))])], width: width)
    }
  }
}
