extension SVGPanelLayout {
  /// Draws the title, the grid, the frame and the numbers; (x, y) is the panel's upper left corner.
  func drawAxes(x: Double, y: Double, on writer: inout SVGWriter) {
    let (left, top) = (x + left, y + top)
    let (right, bottom) = (left + plotWidth, top + plotHeight)
    // A background would hide it.
    if !panel.hasBackground { drawGrid(left: left, right: right, top: top, bottom: bottom, on: &writer) }
    for (tick, text) in zip(xTicks, Ticks.texts(xTicks)) {
      let place = left + (xScale.fraction(tick.value) ?? 0) * plotWidth
      writer.text(text, x: place, y: bottom + Self.numberDrop, size: SVGText.size, anchor: "middle")
    }
    for (tick, text) in zip(yTicks, Ticks.texts(yTicks)) {
      let place = bottom - (yScale.fraction(tick.value) ?? 0) * plotHeight
      writer.text(text, x: left - 6, y: place + SVGText.drop(), size: SVGText.size, anchor: "end")
    }
    drawTitles(left: left, top: top, panelLeft: x, on: &writer)
    drawRuleNames(left: left, top: top, on: &writer)
  }

  private func drawGrid(left: Double, right: Double, top: Double, bottom: Double, on writer: inout SVGWriter) {
    writer.group("g", ["stroke": SVGLook.grid, "stroke-width": "1"]) { writer in
      for place in xTicks.compactMap({ xScale.fraction($0.value) }) {
        let x = left + place * plotWidth
        writer.path("M\(x.coordinate) \(top.coordinate)V\(bottom.coordinate)")
      }
      for place in yTicks.compactMap({ yScale.fraction($0.value) }) {
        let y = bottom - place * plotHeight
        writer.path("M\(left.coordinate) \(y.coordinate)H\(right.coordinate)")
      }
    }
  }

  /// Draws the frame, over everything that reaches its inner edge.
  func drawFrame(x: Double, y: Double, on writer: inout SVGWriter) {
    writer.element(
      "rect",
      [
        "x": (x + left).coordinate, "y": (y + top).coordinate, "width": plotWidth.coordinate,
        "height": plotHeight.coordinate, "fill": "none", "stroke": SVGLook.faintInk, "stroke-width": "1",
      ])
  }

  private func drawTitles(left: Double, top: Double, panelLeft: Double, on writer: inout SVGWriter) {
    let size = SVGText.size
    let titleHeight = Double(titles.panel.count) * SVGText.lineHeight()
    let above = Double(ruleNames.rowCount) * Self.ruleNameHeight + 8
    writer.lines(
      titles.panel, x: left, y: top - above - titleHeight + SVGText.ascent() + 2, size: SVGText.size, isBold: true)
    let bottom = top + plotHeight
    let titleBelow = Double(titles.x.count) * SVGText.lineHeight(size)
    writer.lines(
      titles.x, x: left + plotWidth / 2, y: bottom + self.bottom - titleBelow + SVGText.ascent(), size: size,
      anchor: "middle")
    guard !titles.y.isEmpty else { return }
    let turn =
      "translate(\((panelLeft + SVGText.ascent() + 1).coordinate) \((bottom - plotHeight / 2).coordinate)) rotate(-90)"
    writer.group("g", ["transform": turn]) { writer in
      writer.lines(titles.y, x: 0, y: 0, size: size, anchor: "middle")
    }
  }

  /// Writes each vertical line's name above the plot, and draws the line up to it.
  private func drawRuleNames(left: Double, top: Double, on writer: inout SVGWriter) {
    let names = ruleNames.names.map { (name: $0, base: top - 6 - Double($0.row) * Self.ruleNameHeight) }
    for (name, base) in names {
      writer.rule("M\((left + name.line).coordinate) \((base + 3).coordinate)V\(top.coordinate)", look: name.look)
    }
    for (name, base) in names { writer.haloedText(name.text, x: left + name.start, y: base) }
  }
}

extension SVGWriter {
  /// Writes a path that inherits its stroke.
  mutating func path(_ commands: String) {
    element("path", ["d": commands])
  }
}
