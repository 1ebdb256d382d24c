extension SVGPanelLayout {
  private static let lineHeight = SVGText.size + 2

  /// Writes labels beside their points, where they hide no symbol, no curve and no other label, as far as there is room.
  ///
  /// A label that has no room in one line is tried in several.
  func draw(_ labels: [PointLabel], on writer: inout SVGWriter) {
    var taken: [Box] = []
    let obstacles = obstacles
    let plot = Box(x: 2, y: 2, width: plotWidth - 4, height: plotHeight - 4)
    for label in labels where xScale.contains(label.point.x) && yScale.contains(label.point.y) {
      guard let place = place(label.point) else { continue }
      let width = SVGText.width(label.text, size: SVGText.size)
      let forms = [[label.text], SVGText.wrapped(label.text, width: 0.7 * width, size: SVGText.size)]
      let candidates = forms.flatMap { lines in
        let widest = lines.map { SVGText.width($0, size: SVGText.size) }.max() ?? 0
        let height = SVGText.size + Self.lineHeight * Double(lines.count - 1)
        return Self.boxes(around: place, width: widest, height: height).map { (lines: lines, box: $0) }
      }
      let costs = candidates.map { candidate in
        (plot.contains(candidate.box) ? 0 : 1000) + 100 * taken.count { $0.touches(candidate.box) }
          + obstacles.count { candidate.box.contains($0) }
      }
      guard let best = costs.indices.min(by: { costs[$0] < costs[$1] }) else { continue }
      taken.append(candidates[best].box)
      write(candidates[best].lines, in: candidates[best].box, on: &writer)
    }
  }

  private func write(_ lines: [String], in box: Box, on writer: inout SVGWriter) {
    for (index, line) in lines.enumerated() {
      writer.haloedText(line, x: box.x, y: box.y + SVGText.ascent() + 1 + Double(index) * Self.lineHeight)
    }
  }

  /// The places for a label beside a point, the better ones first.
  private static func boxes(around place: Point, width: Double, height: Double) -> [Box] {
    let (away, middle) = (11.0, height / 2)
    let places = [
      (place.x + away, place.y - middle), (place.x - away - width, place.y - middle),
      (place.x - width / 2, place.y - away - height), (place.x - width / 2, place.y + away),
      (place.x + away * 0.6, place.y - away * 0.6 - height),
      (place.x - away * 0.6 - width, place.y - away * 0.6 - height),
      (place.x + away * 0.6, place.y + away * 0.6), (place.x - away * 0.6 - width, place.y + away * 0.6),
    ]
    return places.map { Box(x: $0.0, y: $0.1, width: width, height: height) }
  }

  /// Where symbols and curves are.
  private var obstacles: [Point] {
    panel.marks.flatMap { mark -> [Point] in
      switch mark {
      case .points(_, let points):
        points.compactMap(place).flatMap { point in
          [(-6.0, -6.0), (6, -6), (0, 0), (-6, 6), (6, 6)].map { Point(point.x + $0.0, point.y + $0.1) }
        }
      case .line(_, let points):
        // Enough of them that none slips through a label.
        zip(points.compactMap(place), points.compactMap(place).dropFirst()).flatMap { start, end in
          (0..<4).map {
            Point(start.x + Double($0) / 4 * (end.x - start.x), start.y + Double($0) / 4 * (end.y - start.y))
          }
        }
      default: []
      }
    }
  }

  private struct Box {
    let x: Double
    let y: Double
    let width: Double
    let height: Double

    func contains(_ point: Point) -> Bool {
      x <= point.x && point.x <= x + width && y <= point.y && point.y <= y + height
    }

    func contains(_ other: Box) -> Bool {
      contains(Point(other.x, other.y)) && contains(Point(other.x + other.width, other.y + other.height))
    }

    func touches(_ other: Box) -> Bool {
      x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height
    }
  }
}
