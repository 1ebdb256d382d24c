/// The legend below the panels: samples with names, in centred rows.
struct SVGLegend {
  private static let gap = 22.0
  private static let lineHeight = SVGText.lineHeight() + 5

  private static func sampleWidth(_ entry: Legend.Entry) -> Double {
    switch entry.kind {
    case .points: entry.hasRegion ? 22 : 14
    case .field, .regions, .confusion: 80
    case .line, .bars, .rule, .intervals, .noise: 44
    }
  }

  private static func name(_ entry: Legend.Entry) -> String {
    switch entry.kind {
    case .field: entry.name + ", line at 0.5"
    case .regions: entry.name + ", paler if unsure"
    case .confusion: entry.name + ": 0 to 1, framed where right"
    case .line, .points, .bars, .rule, .intervals, .noise: entry.name
    }
  }

  private let rows: [[(entry: Legend.Entry, width: Double)]]

  /// All entries in one row if they fit into `width`, else in columns of one width, and backgrounds below them.
  init(_ legend: Legend, width: Double) {
    // The names of vertical lines stand above them.
    let entries = legend.entriesInOrder.filter { $0.kind != .rule }.map { entry in
      (
        entry: entry,
        width: Self.sampleWidth(entry) + 8 + SVGText.width(Self.name(entry), size: SVGText.size) + Self.gap
      )
    }
    let room = width + Self.gap
    guard entries.map(\.width).reduce(0, +) > room else {
      rows = entries.isEmpty ? [] : [entries]
      return
    }
    let marks = entries.filter { !$0.entry.kind.isBackground }
    let widest = min(marks.map(\.width).max() ?? room, room)
    // Beyond a dozen rows long names are shortened.
    let columns = max(Int(room / widest), min(marks.count / 12 + 1, 3))
    let column = min(widest, room / Double(columns))
    rows =
      PanelGrid.rows(of: marks.map { ($0.entry, column) }, columns: columns)
      + entries.filter(\.entry.kind.isBackground).map { [($0.entry, min($0.width, room))] }
  }

  var height: Double { rows.isEmpty ? 0 : Double(rows.count) * Self.lineHeight + 8 }

  func draw(middle: Double, top: Double, on writer: inout SVGWriter) {
    let fullWidth = rows.map { $0.map(\.width).reduce(0, +) }.max() ?? 0
    for (index, row) in rows.enumerated() {
      let y = top + (Double(index) + 0.5) * Self.lineHeight
      var x = middle - (fullWidth - Self.gap) / 2
      for (entry, width) in row {
        let sample = Self.sampleWidth(entry)
        let room = width - sample - 8 - Self.gap
        drawSample(entry, x: x, y: y, on: &writer)
        writer.text(
          SVGText.fitted(Self.name(entry), width: room + 1, size: SVGText.size), x: x + sample + 8,
          y: y + SVGText.drop(),
          size: SVGText.size)
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
    case .rule: break
    case .noise:
      let zigzag = [-3.0, 5, -2, 4, -6, 3, -4, 6, -3].map { "l\((width / 9).coordinate) \($0.coordinate)" }
      writer.noise("M\(x.coordinate) \(y.coordinate)" + zigzag.joined(), colour: SVGLook.ink)
    case .points:
      if entry.hasRegion {
        drawStrip(
          [SVGLook.regionColour(entry.look, strength: SVGLook.strengthCount - 1)], x: x, y: y, width: width, on: &writer
        )
      }
      writer.symbols(symbol, look: entry.look)
    case .bars:
      writer.bars(
        "M\(x.coordinate) \((y - 7).coordinate)h\(width.coordinate)v14h-\(width.coordinate)z",
        look: entry.look)
    case .intervals:
      writer.element("path", ["d": across, "stroke": SVGLook.colour(entry.look), "stroke-width": "2"])
      writer.symbols(symbol, look: entry.look)
    case .field:
      drawStrip([SVGDefinitions.field.reference], x: x, y: y, width: width, on: &writer)
    case .regions:
      // Two regions with the line between them.
      drawStrip([SVGDefinitions.regions.reference], x: x, y: y, width: width, on: &writer)
      writer.element(
        "path",
        [
          "d": "M\((x + width / 2).coordinate) \((y - 7).coordinate)v14", "stroke": SVGLook.ink, "stroke-width": "2",
        ])
    case .confusion:
      let half = width / 2 - 3
      for (isRight, left) in [(true, x), (false, x + width - half)] {
        let shades = (0...5).map { SVGLook.shareShade(Double($0) / 5, isRight: isRight) }
        let colours = shades.map { $0.map(SVGLook.shareColour) ?? SVGLook.background }
        drawStrip(colours, x: left, y: y, width: half, on: &writer)
      }
      writer.frame(x: x, y: y - 7, width: half, height: 14)
    }
  }

  /// Draws colours beside each other, from x on and with y in the middle.
  private func drawStrip(_ colours: [String], x: Double, y: Double, width: Double, on writer: inout SVGWriter) {
    let step = width / Double(colours.count)
    for (index, colour) in colours.enumerated() {
      writer.element(
        "rect",
        [
          "x": (x + Double(index) * step).coordinate, "y": (y - 7).coordinate, "width": step.coordinate,
          "height": "14", "fill": colour, "shape-rendering": "crispEdges",
        ])
    }
  }
}
