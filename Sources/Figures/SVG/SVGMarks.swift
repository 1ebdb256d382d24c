extension SVGPanelLayout {
  /// Draws one mark within the plot, whose upper left corner is (0, 0).
  func draw(_ mark: Mark, on writer: inout SVGWriter) {
    let look = legend.look(of: mark)
    switch mark {
    case .line(_, let points):
      drawLine(points, look: look, hasSymbols: mark.hasSymbols, on: &writer)
    case .points(_, let points):
      drawScatter(points.compactMap(place), look: look, on: &writer)
    case .bars(_, let edges, let heights):
      drawBars(edges: edges, heights: heights, look: look, on: &writer)
    case .field(let field):
      draw(field, on: &writer)
    case .regions(let regions, let names):
      draw(regions, names: names, on: &writer)
    case .rule(_, let x):
      guard let place = xScale.fraction(x), xScale.contains(x) else { return }
      writer.rule("M\((place * plotWidth).coordinate) 0V\(plotHeight.coordinate)", look: look)
    case .intervals, .confusion:
      break
    }
  }

  private func drawLine(_ points: [Point], look: Int, hasSymbols: Bool, on writer: inout SVGWriter) {
    let pieces = points.map(place).split(separator: nil).map { $0.compactMap(\.self) }
    let commands = pieces.map { piece in
      let thinned = Thinning.curve(piece, columnWidth: 0.5)
      // A lone point between two gaps would be invisible without a length.
      let end = thinned.count == 1 ? "h0.01" : ""
      return "M" + thinned.map { "\($0.x.coordinate) \($0.y.coordinate)" }.joined(separator: "L") + end
    }
    guard !commands.isEmpty else { return }
    writer.curve(commands.joined(), look: look)
    if hasSymbols {
      drawSymbols(pieces.flatMap(\.self), look: look, size: 4, on: &writer)
    }
  }

  private func drawScatter(_ points: [Point], look: Int, on writer: inout SVGWriter) {
    let count = panel.pointCount
    let size = count <= 40 ? 7.0 : count <= 300 ? 4.5 : 3.2
    let visible = points.filter { (0...plotWidth).contains($0.x) && (0...plotHeight).contains($0.y) }
    drawSymbols(Thinning.scatter(visible, distance: 1), look: look, size: size, on: &writer)
  }

  private func drawSymbols(_ points: [Point], look: Int, size: Double, on writer: inout SVGWriter) {
    guard !points.isEmpty else { return }
    let symbol = SVGLook.symbol(look, size: size)
    writer.symbols(
      points.map { "M\(tenths($0.x)) \(tenths($0.y))\(symbol)" }.joined(), look: look)
  }

  private func tenths(_ value: Double) -> String { ((value * 10).rounded() / 10).coordinate }

  private func drawBars(edges: [Double], heights: [Double], look: Int, on writer: inout SVGWriter) {
    let base = yAxisBase
    let bars = zip(zip(edges, edges.dropFirst()), heights).compactMap { sides, height -> String? in
      guard let start = place(Point(sides.0, height)), let end = place(Point(sides.1, height)) else { return nil }
      return "M\(start.x.coordinate) \(base.coordinate)V\(start.y.coordinate)H\(end.x.coordinate)V\(base.coordinate)z"
    }
    guard !bars.isEmpty else { return }
    writer.bars(bars.joined(), look: look)
  }

  /// Where bars stand: at zero, or at the bottom if zero is not on the axis.
  private var yAxisBase: Double {
    guard let zero = yScale.fraction(0) else { return plotHeight }
    return (1 - min(max(zero, 0), 1)) * plotHeight
  }
}

extension Panel {
  /// How many points all scatters have together.
  fileprivate var pointCount: Int {
    marks.reduce(0) { count, mark in
      if case .points(_, let points) = mark { count + points.count } else { count }
    }
  }
}

extension SVGWriter {
  mutating func curve(_ commands: String, look: Int) {
    element(
      "path",
      [
        "d": commands, "fill": "none", "stroke": SVGLook.colour(look), "stroke-width": "2.2",
        "stroke-dasharray": SVGLook.dashes(look) ?? "none", "stroke-linejoin": "round",
      ])
  }

  mutating func symbols(_ commands: String, look: Int) {
    element(
      "path",
      ["d": commands, "fill": SVGLook.colour(look), "stroke": SVGLook.background, "stroke-width": "0.8"])
  }

  mutating func bars(_ commands: String, look: Int) {
    element(
      "path",
      [
        "d": commands, "fill": SVGLook.colour(look), "fill-opacity": "0.35", "stroke": SVGLook.colour(look),
        "stroke-width": "1",
      ])
  }

  mutating func rule(_ commands: String, look: Int) {
    element(
      "path",
      [
        "d": commands, "fill": "none", "stroke": SVGLook.faintInk, "stroke-width": "2",
        "stroke-dasharray": SVGLook.ruleDashes(look),
      ])
  }
}
