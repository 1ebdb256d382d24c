/// The lines below a diagram that say how values, slopes and sides look.
struct DiagramLegend {
  private enum Kind {
    case value, slope, sides
  }

  private let entries: [(text: String, kind: Kind)]
  private let hasArrows: Bool
  private static let sampleWidth = 40.0
  private static let gap = 28.0
  private static let lineHeight = DiagramText.lineHeight + 5

  init(_ diagram: Diagram) {
    var entries = [(text: diagram.legend?.value ?? "", kind: Kind.value), (diagram.legendSlope ?? "", .slope)]
    if diagram.hasProducts {
      entries.append(("thick sides meet at a · and are summed over", .sides))
    }
    self.entries = entries.filter { !$0.text.isEmpty }
    if case .products = diagram.drawing { hasArrows = false } else { hasArrows = true }
  }

  /// Entries side by side while they fit.
  private func rows(width limit: Double) -> [[(text: String, kind: Kind)]] {
    var rows: [[(text: String, kind: Kind)]] = []
    for entry in entries {
      if let last = rows.last, Self.width(last + [entry]) <= limit {
        rows[rows.count - 1].append(entry)
      } else {
        rows.append([entry])
      }
    }
    return rows
  }

  private static func width(_ row: [(text: String, kind: Kind)]) -> Double {
    row.isEmpty ? 0 : row.map { sampleWidth + 8 + DiagramText.width($0.text) + gap }.reduce(-gap, +)
  }

  /// The width of the longest entry, each on a line of its own.
  var leastWidth: Double { entries.map { Self.width([$0]) }.max() ?? 0 }

  func height(width limit: Double) -> Double { Double(rows(width: limit).count) * Self.lineHeight }

  func draw(left: Double, top: Double, width limit: Double, on writer: inout SVGWriter) {
    let rows = rows(width: limit)
    let start = left + (limit - (rows.map(Self.width).max() ?? 0)) / 2
    for (index, row) in rows.enumerated() {
      let y = top + (Double(index) + 0.5) * Self.lineHeight
      var x = start
      for entry in row {
        drawSample(entry.kind, x: x, y: y, on: &writer)
        let look = entry.kind == .value ? DiagramText.Kind.value : entry.kind == .slope ? .slope : .plain
        writer.label(entry.text, x: x + Self.sampleWidth + 8, y: y, anchor: "start", kind: look)
        x += Self.width([entry]) + Self.gap
      }
    }
  }

  private func drawSample(_ kind: Kind, x: Double, y: Double, on writer: inout SVGWriter) {
    let (start, end) = (x.coordinate, x + Self.sampleWidth)
    switch kind {
    case .sides:
      writer.panel(x: x + 2, y: y - 5, width: 13, height: 12, isSlope: false)
      writer.panel(x: x + 25, y: y - 7, width: 13, height: 16, isSlope: false)
      writer.side("M\((x + 2).coordinate) \((y - 5).coordinate)h13", look: 4, isInner: true)
      writer.side("M\((x + 25).coordinate) \((y - 7).coordinate)v16", look: 4, isInner: true)
    case .value, .slope:
      let isSlope = kind == .slope
      guard hasArrows else {
        writer.panel(x: x + 8, y: y - 8, width: Self.sampleWidth - 8, height: 16, isSlope: isSlope)
        return
      }
      let path =
        isSlope ? "M\((x + 9).coordinate) \(y.coordinate)H\(end.coordinate)" : "M\(start) \(y.coordinate)h32"
      let head = GraphLayout.head(x: isSlope ? x : end, y: y, length: isSlope ? -9 : 9)
      writer.lines(path, heads: head, isSlope: isSlope)
    }
  }
}

extension Diagram {
  /// Whether there is a matrix product, whose inner sides are thick.
  fileprivate var hasProducts: Bool {
    guard case .products(let equations) = drawing else { return false }
    return equations.contains { equation in equation.terms.indices.contains { equation.innerSides(at: $0).rows } }
  }
}
