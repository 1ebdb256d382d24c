extension SVGPanelLayout {
  /// Draws what lies behind everything else.
  func drawBackgrounds(on writer: inout SVGWriter) {
    for mark in panel.marks {
      switch mark {
      case .field(let field, _): draw(field, on: &writer)
      case .regions(let regions, let names): draw(regions, names: names, on: &writer)
      case .contours(let points): drawContours(points, on: &writer)
      default: break
      }
    }
  }

  /// Draws one mark within the plot, whose upper left corner is (0, 0); curves and backgrounds are drawn by themselves.
  func draw(_ mark: Mark, on writer: inout SVGWriter) {
    let look = legend.look(of: mark)
    switch mark {
    case .points(_, let points):
      drawScatter(points.compactMap(place), look: look, on: &writer)
    case .bars(_, let edges, let heights):
      drawBars(edges: edges, heights: heights, look: look, on: &writer)
    case .rule(_, let x):
      guard let place = xScale.fraction(x), xScale.contains(x) else { return }
      writer.rule("M\((place * plotWidth).coordinate) 0V\(plotHeight.coordinate)", look: look)
    case .line, .field, .regions, .intervals, .confusion, .ends, .labels, .contours:
      break
    }
  }

  /// Draws a mark that the plot's frame does not cut off.
  func drawOverFrame(_ mark: Mark, on writer: inout SVGWriter) {
    switch mark {
    case .ends(_, let closed, let open):
      drawEnds(closed, look: legend.look(of: mark), isOpen: false, on: &writer)
      drawEnds(open, look: legend.look(of: mark), isOpen: true, on: &writer)
    case .labels(let labels): draw(labels, on: &writer)
    default: break
    }
  }

  private func drawEnds(_ points: [Point], look: Int, isOpen: Bool, on writer: inout SVGWriter) {
    let places = points.filter { xScale.contains($0.x) && yScale.contains($0.y) }.compactMap(place)
    guard !places.isEmpty else { return }
    let circle = SVGLook.symbol(0, size: 5)
    let colour = SVGLook.colour(look)
    writer.element(
      "path",
      [
        "d": places.map { "M\(tenths($0.x)) \(tenths($0.y))\(circle)" }.joined(),
        "fill": isOpen ? SVGLook.background : colour, "stroke": colour, "stroke-width": "2.2",
      ])
  }

  /// Draws points, the smaller the more there are.
  private func drawScatter(_ points: [Point], look: Int, on writer: inout SVGWriter) {
    let visible = Thinning.scatter(
      points.filter { (0...plotWidth).contains($0.x) && (0...plotHeight).contains($0.y) }, distance: 1)
    let count = legend.mostPoints
    guard count > 300 else {
      drawSymbols(visible, look: look, size: count <= 40 ? 7 : 4, on: &writer)
      return
    }
    guard !visible.isEmpty else { return }
    // So many have no edges, and a dot is a line without length.
    let size = plotWidth > 300 ? 3 : 2.5
    let isRound = SVGLook.isRound(look)
    let symbol = isRound ? "h0" : SVGLook.symbol(look, size: size)
    writer.element(
      "path",
      [
        "d": visible.map { "M\(tenths($0.x)) \(tenths($0.y))\(symbol)" }.joined(),
        "fill": isRound ? "none" : SVGLook.colour(look), "stroke": isRound ? SVGLook.colour(look) : "",
        "stroke-width": isRound ? (2 * size).coordinate : "", "stroke-linecap": isRound ? "round" : "",
      ])
  }

  func drawSymbols(_ points: [Point], look: Int, size: Double, on writer: inout SVGWriter) {
    guard !points.isEmpty else { return }
    let symbol = SVGLook.symbol(look, size: size)
    writer.symbols(points.map { "M\(tenths($0.x)) \(tenths($0.y))\(symbol)" }.joined(), look: look)
  }

  /// A coordinate to a tenth of a pixel.
  func tenths(_ value: Double) -> String { ((value * 10).rounded() / 10).coordinate }

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

extension SVGWriter {
  mutating func curve(_ commands: String, look: Int) {
    element(
      "path",
      [
        "d": commands, "fill": "none", "stroke": SVGLook.colour(look), "stroke-width": "2.2",
        "stroke-linejoin": "round",
      ])
  }

  mutating func noise(_ commands: String, colour: String) {
    element(
      "path",
      [
        "d": commands, "fill": "none", "stroke": colour, "stroke-width": "1", "stroke-opacity": "0.4",
        "stroke-linejoin": "round",
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
