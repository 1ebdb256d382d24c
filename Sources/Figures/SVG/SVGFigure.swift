extension Figure {
  /// The picture as an SVG file that stands alone: any browser shows it, on a light background of its own.
  ///
  /// The same figure gives the same bytes on every machine.
  public var svg: String {
    let legend = Legend(self)
    let columns = PanelGrid.columns(for: panels.count)
    let margin = 16.0
    let usualWidth = (columns == 1 ? 640.0 : columns == 2 ? 940 : 1140) - 2 * margin
    let panelWidth = max(usualWidth / Double(columns), panels.map(\.neededWidth).max() ?? 0)
    let width = panelWidth * Double(columns) + 2 * margin
    let layouts = panels.map {
      SVGPanelLayout($0, legend: legend, width: panelWidth, plotHeight: columns == 3 ? 220 : 290)
    }
    let rows = PanelGrid.rows(of: layouts, columns: columns)
    let legendLayout = SVGLegend(legend, width: width - 2 * margin)
    let titleHeight = title.isEmpty ? 8.0 : 46
    let rowHeights = rows.map { row in (row.map(\.height).max() ?? 0) + 10 }
    let height = titleHeight + rowHeights.reduce(0, +) + legendLayout.height + margin

    return SVGWriter.file(title: title, summary: summary, width: width, height: height, margin: margin) { writer in
      var y = titleHeight
      for (row, rowHeight) in zip(rows, rowHeights) {
        for (column, layout) in row.enumerated() {
          layout.draw(x: margin + Double(column) * panelWidth, y: y, on: &writer)
        }
        y += rowHeight
      }
      legendLayout.draw(middle: width / 2, top: y + 4, on: &writer)
    }
  }

  /// What the picture shows, in words, for readers who do not see it.
  private var summary: String {
    panels.map { panel in
      let names = panel.marks.map(\.kindAndName.name)
      let distinct = names.indices.filter { names[..<$0].contains(names[$0]) == false }.map { names[$0] }
      let title = panel.title.isEmpty ? "" : "\(panel.title): "
      return "\(title)\(distinct.joined(separator: ", ")); \(panel.yAxis.title) against \(panel.xAxis.title)."
    }.joined(separator: " ")
  }
}

extension SVGPanelLayout {
  /// Draws the whole panel with its upper left corner at (x, y).
  func draw(x: Double, y: Double, on writer: inout SVGWriter) {
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
        for mark in panel.marks {
          draw(mark, on: &writer)
        }
      }
      panel.svgRows?.draw(self, left: x + left, top: y + top, on: &writer)
    }
    drawFrame(x: x, y: y, on: &writer)
  }

  private func drawNothing(x: Double, y: Double, on writer: inout SVGWriter) {
    let middle = (x: x + left + plotWidth / 2, y: y + top + plotHeight / 2)
    for (line, text) in panel.nothingToDraw.enumerated() {
      writer.text(
        text, x: middle.x, y: middle.y - 6 + 20 * Double(line), size: SVGText.axisTitleSize, anchor: "middle",
        colour: SVGLook.faintInk)
    }
  }
}
