/// The legend below the panels: samples with names, in centred rows.
struct SVGLegend {
  private static let gap = 26.0
  private static let lineHeight = 24.0
  private static let size = 14.0

  private static func sampleWidth(_ entry: Legend.Entry) -> Double {
    entry.kind == .points ? 14 : entry.kind == .field ? 80 : 44
  }

  private static func name(_ entry: Legend.Entry) -> String {
    entry.kind == .field ? entry.name + ", line at 0.5" : entry.name
  }

  private let rows: [[(entry: Legend.Entry, width: Double)]]

  /// All entries in one row if they fit into `width`, else in columns of one width.
  init(_ legend: Legend, width: Double) {
    let entries = legend.entriesInOrder.map { entry in
      (entry: entry, width: Self.sampleWidth(entry) + 8 + SVGText.width(Self.name(entry), size: Self.size) + Self.gap)
    }
    let room = width + Self.gap
    guard entries.map(\.width).reduce(0, +) > room else {
      rows = entries.isEmpty ? [] : [entries]
      return
    }
    let column = min(entries.map(\.width).max() ?? room, room)
    rows = PanelGrid.rows(of: entries.map { ($0.entry, column) }, columns: Int(room / column))
  }

  var height: Double { rows.isEmpty ? 0 : Double(rows.count) * Self.lineHeight + 8 }

  func draw(middle: Double, top: Double, on writer: inout SVGWriter) {
    let fullWidth = rows.first?.map(\.width).reduce(0, +) ?? 0
    for (index, row) in rows.enumerated() {
      let y = top + (Double(index) + 0.5) * Self.lineHeight
      var x = middle - (fullWidth - Self.gap) / 2
      for (entry, width) in row {
        let sample = Self.sampleWidth(entry)
        let room = width - sample - 8 - Self.gap
        drawSample(entry, x: x, y: y, on: &writer)
        writer.text(
          SVGText.fitted(Self.name(entry), width: room + 1, size: Self.size), x: x + sample + 8, y: y + 5,
          size: Self.size)
        x += width
      }
    }
  }

  private func drawSample(_ entry: Legend.Entry, x: Double, y: Double, on writer: inout SVGWriter) {
    let width = Self.sampleWidth(entry)
    let across = "M\(x.coordinate) \(y.coordinate)h\(width.coordinate)"
    let symbol =
      "M\((x + width / 2).coordinate) \(y.coordinate)"
      + SVGLook.symbol(entry.look, size: 5)
    switch entry.kind {
    case .line:
      writer.curve(across, look: entry.look)
      if entry.hasSymbols { writer.symbols(symbol, look: entry.look) }
    case .rule: writer.rule(across, look: entry.look)
    case .points: writer.symbols(symbol, look: entry.look)
    case .bars:
      writer.bars(
        "M\(x.coordinate) \((y - 7).coordinate)h\(width.coordinate)v14h-\(width.coordinate)z",
        look: entry.look)
    case .intervals:
      writer.element("path", ["d": across, "stroke": SVGLook.colour(entry.look), "stroke-width": "2"])
      writer.symbols(symbol, look: entry.look)
    case .field:
      let step = width / Double(SVGLook.shadeCount)
      for shade in 0..<SVGLook.shadeCount {
        writer.element(
          "rect",
          [
            "x": (x + Double(shade) * step).coordinate, "y": (y - 7).coordinate, "width": step.coordinate,
            "height": "14", "fill": SVGLook.shadeColour(shade), "shape-rendering": "crispEdges",
          ])
      }
    }
  }
}
