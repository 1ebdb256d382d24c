extension SVGPanelLayout {
  /// Draws the whole panel with its upper left corner at (x, y).
  func draw(x: Double, y: Double, on writer: inout SVGWriter) {
    let curves = panel.marks.map(curve)
    writer.group("g") { writer in
      drawAxes(x: x, y: y, on: &writer)
      guard !panel.isEmpty else {
        drawNothing(x: x, y: y, on: &writer)
        return
      }
      // An inner svg cuts off at its edge, and needs no clip path whose id could meet that of another picture.
      writer.group(
        "svg",
        [
          "x": (x + left).coordinate, "y": (y + top).coordinate, "width": plotWidth.coordinate,
          "height": plotHeight.coordinate,
        ]
      ) { writer in
        drawBackgrounds(on: &writer)
        for curve in curves.compactMap(\.self) { drawNoise(of: curve, on: &writer) }
        for (mark, curve) in zip(panel.marks, curves) {
          if let curve { draw(curve, on: &writer) } else { draw(mark, on: &writer) }
        }
      }
      panel.svgRows?.draw(self, left: x + left, top: y + top, on: &writer)
    }
    drawFrame(x: x, y: y, on: &writer)
    // Symbols of curves and labels may reach over the frame.
    writer.group("g", ["transform": "translate(\((x + left).coordinate) \((y + top).coordinate))"]) { writer in
      let lines = curves.compactMap(\.self)
      for (turn, curve) in lines.enumerated() { drawSymbols(of: curve, turn: turn, of: lines.count, on: &writer) }
      for mark in panel.marks { drawOverFrame(mark, on: &writer) }
    }
  }

  private func drawNothing(x: Double, y: Double, on writer: inout SVGWriter) {
    let middle = (x: x + left + plotWidth / 2, y: y + top + plotHeight / 2)
    for (line, text) in panel.nothingToDraw.enumerated() {
      writer.text(
        text, x: middle.x, y: middle.y - 6 + SVGText.lineHeight() * Double(line), size: SVGText.size, anchor: "middle",
        colour: SVGLook.faintInk)
    }
  }
}
