/// Draws a graph: wires first, nodes over them, labels on top.
extension GraphLayout {
  func draw(left: Double, top: Double, on writer: inout SVGWriter) {
    for (column, middle) in zip(structure.columns, middles) {
      writer.label(column.title, x: left + middle, y: top + 9, kind: .bold)
    }
    drawWires(left: left, top: top, on: &writer)
    for (column, nodes) in structure.columns.map(\.nodes).enumerated() {
      for (index, node) in nodes.enumerated() {
        let place = GraphStructure.Place(column: column, index: index)
        node.draw(x: left + middles[column], y: top + y(place), radius: radius, on: &writer)
      }
    }
    for (link, x) in zip(structure.links, labelPlaces) {
      let y = top + y(row: row(of: link, x: x))
      drawLabel(link, x: left + x, y: y, on: &writer)
    }
  }

  private func drawWires(left: Double, top: Double, on writer: inout SVGWriter) {
    let shift = 3.5
    var (forwards, heads, backwards, backwardHeads) = ("", "", "", "")
    for link in structure.links {
      let isDouble = link.wire.carriesSlope && link.wire.label.slope != nil
      let start = left + middles[link.start.column] + halfWidth(link.start)
      let (bend, end) = bend(of: link)
      let (startY, endY) = (top + y(link.start), top + y(link.end))
      let upper = isDouble ? -shift : 0
      forwards += Self.wire(start, left + bend, left + end - 7, startY + upper, endY + upper)
      heads += Self.head(x: left + end - 1, y: endY + upper, length: 9)
      if isDouble {
        backwards += Self.wire(start + 8, left + bend, left + end, startY + shift, endY + shift)
        backwardHeads += Self.head(x: start + 1, y: startY + shift, length: -9)
      }
    }
    writer.lines(forwards, heads: heads, isSlope: false)
    writer.lines(backwards, heads: backwardHeads, isSlope: true)
  }

  /// A wire that is level up to its bend and has level ends.
  private static func wire(_ start: Double, _ bend: Double, _ end: Double, _ startY: Double, _ endY: Double) -> String {
    let bend = max(start, bend)
    let level = "M\(start.coordinate) \(startY.coordinate)" + (bend > start ? "H\(bend.coordinate)" : "")
    if startY == endY { return "M\(start.coordinate) \(startY.coordinate)H\(end.coordinate)" }
    let soft = GraphLayout.softness * (end - bend)
    let controls = "\((bend + soft).coordinate) \(startY.coordinate) \((end - soft).coordinate) \(endY.coordinate)"
    return level + "C\(controls) \(end.coordinate) \(endY.coordinate)"
  }

  /// An arrow's head whose point lies at (x, y); a negative length points to the left.
  static func head(x: Double, y: Double, length: Double) -> String {
    "M\(x.coordinate) \(y.coordinate)l\((-length).coordinate)-4v8z"
  }

  private func drawLabel(_ link: GraphStructure.Link, x: Double, y: Double, on writer: inout SVGWriter) {
    let (value, slope) = labelMiddles(of: link)
    if let value { writer.groundedLabel(link.label.value, x: x, y: y + value, kind: .value) }
    if let slope { writer.groundedLabel(link.label.slope ?? "", x: x, y: y + slope, kind: .slope) }
  }
}

extension SVGWriter {
  /// Draws arrows: solid ones forwards, dashed ones for slopes.
  mutating func lines(_ path: String, heads: String, isSlope: Bool) {
    guard !path.isEmpty else { return }
    let colour = isSlope ? DiagramText.slopeLine : DiagramText.valueLine
    if isSlope {
      element(
        "path", ["d": path, "fill": "none", "stroke": colour, "stroke-width": "1.6", "stroke-dasharray": "5 4"])
    } else {
      element("path", ["d": path, "fill": "none", "stroke": colour, "stroke-width": "1.5"])
    }
    element("path", ["d": heads, "fill": colour])
  }
}

extension Diagram.Node {
  /// Draws the node with its middle at (x, y).
  func draw(x: Double, y: Double, radius: Double, on writer: inout SVGWriter) {
    let (halfWidth, halfHeight) = (halfWidth(radius: radius), halfHeight(radius: radius))
    let (fill, stroke) = (SVGLook.tint(0, strength: 0.1), DiagramText.valueLine)
    switch shape {
    case .circle:
      writer.element(
        "circle",
        [
          "cx": x.coordinate, "cy": y.coordinate, "r": radius.coordinate, "fill": fill, "stroke": stroke,
          "stroke-width": "2",
        ])
      writer.label(text, x: x, y: y, kind: .bold)
    case .point: break
    case .box:
      writer.element(
        "rect",
        [
          "x": (x - halfWidth).coordinate, "y": (y - halfHeight).coordinate, "width": (2 * halfWidth).coordinate,
          "height": (2 * halfHeight).coordinate, "rx": "7", "fill": "#f4f4f4", "stroke": SVGLook.faintInk,
          "stroke-width": "1.5",
        ])
      for (line, words) in ([text] + lines).enumerated() {
        let middle = y - halfHeight + 8 + (Double(line) + 0.5) * DiagramText.lineHeight
        writer.label(words, x: x, y: middle, kind: line == 0 ? .bold : words.hasPrefix("∂ ") ? .slope : .plain)
      }
    }
    var line = y + halfHeight + 5 + DiagramText.lineHeight / 2
    for words in shape == .box ? [] : lines {
      writer.label(words, x: x, y: line)
      line += DiagramText.lineHeight
    }
    if let slope { writer.label("∂ " + slope, x: x, y: line, kind: .slope) }
    drawBias(x: x, top: y - halfHeight, on: &writer)
  }

  /// Draws the bias with an arrow down to the circle.
  private func drawBias(x: Double, top: Double, on writer: inout SVGWriter) {
    guard let bias else { return }
    let y = top - 18 - DiagramText.lineHeight / 2
    writer.element(
      "path",
      [
        "d": "M\(x.coordinate) \((top - 17).coordinate)v9", "fill": "none", "stroke": DiagramText.valueLine,
        "stroke-width": "1.6",
      ])
    writer.element("path", ["d": "M\(x.coordinate) \((top - 1).coordinate)l-4-9h8z", "fill": DiagramText.valueLine])
    writer.label(bias.value, x: x, y: bias.slopeText == nil ? y : y - DiagramText.lineHeight, kind: .value)
    if let slope = bias.slopeText { writer.label(slope, x: x, y: y, kind: .slope) }
  }
}
