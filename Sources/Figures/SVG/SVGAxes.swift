extension SVGPanelLayout {
  /// Draws the title, the grid, the frame and the numbers; (x, y) is the panel's upper left corner.
  func drawAxes(x: Double, y: Double, on writer: inout SVGWriter) {
    let (left, top) = (x + left, y + top)
    let (right, bottom) = (left + plotWidth, top + plotHeight)
    writer.text(
      SVGText.fitted(panel.title, width: plotWidth + 20, size: SVGText.panelTitleSize),
      x: left, y: top - 10, size: SVGText.panelTitleSize, isBold: true)

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
    for (tick, text) in zip(xTicks, Ticks.texts(xTicks)) {
      let place = left + (xScale.fraction(tick.value) ?? 0) * plotWidth
      writer.text(text, x: place, y: bottom + 18, size: SVGText.tickSize, anchor: "middle")
    }
    for (tick, text) in zip(yTicks, Ticks.texts(yTicks)) {
      let place = bottom - (yScale.fraction(tick.value) ?? 0) * plotHeight
      writer.text(text, x: left - 7, y: place + 4.5, size: SVGText.tickSize, anchor: "end")
    }
    drawTitles(left: left, bottom: bottom, panelLeft: x, on: &writer)
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

  private func drawTitles(left: Double, bottom: Double, panelLeft: Double, on writer: inout SVGWriter) {
    let size = SVGText.axisTitleSize
    writer.text(
      SVGText.fitted(panel.xAxis.title, width: plotWidth + 30, size: size),
      x: left + plotWidth / 2, y: bottom + self.bottom - 9, size: size, anchor: "middle", colour: SVGLook.ink)
    guard !panel.yAxis.title.isEmpty else { return }
    let middle = bottom - plotHeight / 2
    let turn = "translate(\((panelLeft + 14).coordinate) \(middle.coordinate)) rotate(-90)"
    writer.group("g", ["transform": turn]) { writer in
      writer.text(
        SVGText.fitted(panel.yAxis.title, width: plotHeight + 30, size: size),
        x: 0, y: 0, size: size, anchor: "middle", colour: SVGLook.ink)
    }
  }
}

extension SVGWriter {
  /// Writes a path that inherits its stroke.
  mutating func path(_ commands: String) {
    element("path", ["d": commands])
  }
}
