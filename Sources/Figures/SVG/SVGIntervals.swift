/// The rows of a panel with intervals: one a label, and within it one line for each mark.
struct SVGIntervals: SVGRows {
  let panel: Panel
  private let marks: [(mark: Mark, entries: [Interval])]

  /// Fails if the panel has no intervals.
  init?(_ panel: Panel) {
    self.panel = panel
    marks = panel.marks.compactMap { mark in
      if case .intervals(_, let entries) = mark { (mark, entries) } else { nil }
    }
    if panel.intervalLabels.isEmpty { return nil }
  }

  private let lineHeight = SVGText.lineHeight()

  func labels(width: Double) -> [[String]] {
    panel.intervalLabels.map { SVGText.wrapped($0, width: 0.35 * width, size: SVGText.size) }
  }

  /// A row has room for its lines and for its label's.
  private func rowHeight(width: Double) -> Double {
    let lines = labels(width: width).map(\.count).max() ?? 0
    return max(lineHeight * Double(marks.count), SVGText.lineHeight() * Double(lines)) + 12
  }

  func height(width: Double) -> Double { rowHeight(width: width) * Double(panel.intervalLabels.count) }

  let hasNumbersBelow = true

  /// The room for the means and spreads.
  var right: Double {
    let texts = marks.flatMap(\.entries).map { SpreadText.text(mean: $0.mean, spread: $0.spread) }
    return 16 + (texts.map { SVGText.width($0, size: SVGText.size) }.max() ?? 0)
  }

  func labelRoom(plotWidth: Double) -> Double { SVGPanelLayout.numberRoom }

  func draw(_ layout: SVGPanelLayout, left: Double, top: Double, on writer: inout SVGWriter) {
    let labels = labels(width: SVGPage.widest - 2 * SVGPage.margin)
    let rowHeight = layout.plotHeight / Double(max(labels.count, 1))
    for (row, label) in zip(panel.intervalLabels, labels).enumerated() {
      let rowTop = top + Double(row) * rowHeight
      let middle = rowTop + rowHeight / 2
      draw(label.1, left: left, middle: middle, on: &writer)
      if row > 0 {
        writer.element(
          "path",
          [
            "d": "M\(left.coordinate) \(rowTop.coordinate)h\(layout.plotWidth.coordinate)", "stroke": SVGLook.grid,
            "stroke-width": "1",
          ])
      }
      let lines = marks.compactMap { mark, entries in
        entries.first { $0.label == label.0 }.map { (look: layout.legend.look(of: mark), entry: $0) }
      }
      for (index, line) in lines.enumerated() {
        let y = middle + lineHeight * (Double(index) + 0.5 - Double(lines.count) / 2)
        draw(line.entry, look: line.look, left: left, y: y, layout: layout, on: &writer)
      }
    }
  }

  private func draw(
    _ entry: Interval, look: Int, left: Double, y: Double, layout: SVGPanelLayout, on writer: inout SVGWriter
  ) {
    writer.text(
      SpreadText.text(mean: entry.mean, spread: entry.spread), x: left + layout.plotWidth + 10, y: y + SVGText.drop(),
      size: SVGText.size)
    guard let middle = layout.xScale.fraction(entry.mean), layout.xScale.contains(entry.mean) else { return }
    let x = left + middle * layout.plotWidth
    let ends = [-entry.spread, entry.spread].map { offset in
      let place = layout.xScale.fraction(entry.mean + offset) ?? middle
      return left + min(max(place, 0), 1) * layout.plotWidth
    }
    let commands = ends.map { "M\($0.coordinate) \((y - 5).coordinate)v10" }.joined()
    writer.element(
      "path",
      [
        "d": "M\(ends[0].coordinate) \(y.coordinate)H\(ends[1].coordinate)\(commands)", "fill": "none",
        "stroke": SVGLook.colour(look), "stroke-width": "2",
      ])
    writer.symbols("M\(x.coordinate) \(y.coordinate)\(SVGLook.symbol(look, size: 5))", look: look)
  }
}
