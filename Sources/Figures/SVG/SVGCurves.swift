extension SVGPanelLayout {
  /// A curve in pixels of the plot.
  struct Curve {
    let look: Int
    let hasSymbols: Bool
    /// Whether there are so few points that each has a symbol.
    let isSparse: Bool
    let points: [[Point]]
    /// The curve without its noise; nil if it has none.
    let smoothed: [[Point]]?

    var course: [[Point]] { smoothed ?? points }
  }

  /// The curve of a line; nil for any other mark.
  func curve(_ mark: Mark) -> Curve? {
    guard case .line(_, let points) = mark else { return nil }
    let pieces = CurvePieces(points, x: xScale, y: yScale, isSmoothed: legend.isSmoothed)
    func pixels(_ pieces: [[Point]]) -> [[Point]] {
      pieces.map { $0.map { Point($0.x * plotWidth, (1 - $0.y) * plotHeight) } }
    }
    return Curve(
      look: legend.look(of: mark), hasSymbols: legend.hasSymbols(mark), isSparse: mark.hasSymbols,
      points: pixels(pieces.points), smoothed: pieces.smoothed.map(pixels))
  }

  /// Draws faint lines.
  func drawContours(_ points: [Point], on writer: inout SVGWriter) {
    let pieces = CurvePieces(points, x: xScale, y: yScale).points.map { piece in
      piece.map { Point($0.x * plotWidth, (1 - $0.y) * plotHeight) }
    }
    writer.element("path", ["d": commands(pieces), "fill": "none", "stroke": SVGLook.contour, "stroke-width": "1.2"])
  }

  /// Draws a noisy curve as it is, thin and pale.
  func drawNoise(of curve: Curve, on writer: inout SVGWriter) {
    guard curve.smoothed != nil else { return }
    writer.noise(commands(curve.points), colour: SVGLook.colour(curve.look))
  }

  /// Draws a curve, without its noise if it has some.
  func draw(_ curve: Curve, on writer: inout SVGWriter) {
    guard !curve.course.isEmpty else { return }
    writer.curve(commands(curve.course), look: curve.look)
  }

  /// Draws a curve's symbols.
  ///
  /// With other curves in the panel their symbols take turns: so each can be followed, even where they meet.
  func drawSymbols(of curve: Curve, turn: Int, of count: Int, on writer: inout SVGWriter) {
    guard curve.hasSymbols else { return }
    // A step is one point: where it ends.
    let all = curve.points.flatMap { piece in
      piece.indices.filter { $0 + 1 == piece.count || piece[$0 + 1].x != piece[$0].x }.map { piece[$0] }
    }.filter { (0...plotWidth).contains($0.x) && (0...plotHeight).contains($0.y) }
    let places = curve.isSparse ? all : symbolPlaces(on: curve, turn: turn, of: count)
    drawSymbols(places, look: curve.look, size: 4.5, on: &writer)
  }

  private func commands(_ pieces: [[Point]]) -> String {
    pieces.map { piece in
      let thinned = Thinning.curve(piece, columnWidth: 1)
      // A lone point between two gaps would be invisible without a length.
      let end = thinned.count == 1 ? "h0.01" : ""
      return "M" + thinned.map { "\(tenths($0.x)) \(tenths($0.y))" }.joined(separator: "L") + end
    }.joined()
  }

  /// Places at equal distances across the plot, or up it if the curve is steep all along.
  private func symbolPlaces(on curve: Curve, turn: Int, of count: Int) -> [Point] {
    let visible = curve.course.joined().filter {
      (0...plotWidth).contains($0.x) && (0...plotHeight).contains($0.y)
    }
    guard let first = visible.first else { return [] }
    let ends = visible.reduce((first.x, first.x)) { (min($0.0, $1.x), max($0.1, $1.x)) }
    let isSteep = ends.1 - ends.0 < plotWidth / 8
    let (axis, length) = isSteep ? (\Point.y, plotHeight) : (\Point.x, plotWidth)
    let rounds = max(Int(length / 40) / max(count, 1), 2)
    let marks = (0..<rounds).map { length * (Double($0) + (Double(turn) + 0.5) / Double(count)) / Double(rounds) }
    let places = marks.compactMap { mark in
      curve.course.lazy.compactMap { Self.place(at: mark, along: axis, on: $0) }.first
    }.filter { (0...plotHeight).contains($0.y) && (0...plotWidth).contains($0.x) }
    return places.isEmpty ? [visible[visible.count / 2]] : places
  }

  private static func place(at mark: Double, along axis: KeyPath<Point, Double>, on piece: [Point]) -> Point? {
    for (start, end) in zip(piece, piece.dropFirst()) {
      let (from, to) = (start[keyPath: axis], end[keyPath: axis])
      guard min(from, to) <= mark, mark <= max(from, to), from != to else { continue }
      let share = (mark - from) / (to - from)
      return Point(start.x + share * (end.x - start.x), start.y + share * (end.y - start.y))
    }
    return nil
  }
}
