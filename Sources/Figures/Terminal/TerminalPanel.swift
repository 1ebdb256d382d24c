import Vocabulary

/// A panel in character cells.
struct TerminalPanel {
  let panel: Panel
  let legend: Legend
  let style: TerminalStyle
  let xScale: Scale
  let yScale: Scale
  let yTicks: [DecimalNumber]

  /// The cells before the plot: numbers and the axis's line.
  let left: Int
  let top: Int
  let plotWidth: Int
  let plotHeight: Int
  let size: (width: Int, height: Int)

  /// The names of vertical lines, above the plot.
  let ruleNames: RuleNames

  init(_ panel: Panel, legend: Legend, width: Int, height: Int, style: TerminalStyle) {
    self.panel = panel
    self.legend = legend
    self.style = style
    xScale = panel.xScale
    yScale = panel.yScale
    let titles = (Self.showsTitle(panel) ? 1 : 0) + (panel.yAxis.title.isEmpty ? 0 : 1)
    yTicks = Ticks.numbers(for: yScale, atMost: max(2, (height - titles - 3) / 3))
    let left = 1 + (Ticks.texts(yTicks, isASCII: style.isASCII).map(\.count).max() ?? 1)
    let plotWidth = max(width - left - 1, 4)
    ruleNames = RuleNames(
      of: panel, legend: legend, scale: panel.xScale, width: Double(plotWidth), gap: 2,
      text: { style.shortened(style.text($0), to: plotWidth) }, measure: { Double($0.count) })
    self.left = left
    self.plotWidth = plotWidth
    top = titles + ruleNames.rowCount
    plotHeight = max(height - top - 3, 4)
    size = (width, top + plotHeight + 3)
  }

  /// The panel's title is left out where the axis says the same.
  static func showsTitle(_ panel: Panel) -> Bool {
    !panel.title.isEmpty && panel.title.lowercased() != panel.yAxis.title.lowercased()
  }

  var canvas: TerminalCanvas {
    var canvas = TerminalCanvas(width: size.width, height: size.height)
    var plot = TerminalPlot(self)
    if panel.isEmpty {
      for (line, text) in panel.nothingToDraw.enumerated() {
        plot.canvas.write(
          text, column: (plotWidth - text.count) / 2, row: max((plotHeight - 2) / 2, 0) + line, .faint)
      }
    } else {
      plot.draw()
    }
    canvas.draw(plot.canvas, column: left, row: top)
    drawTitles(on: &canvas)
    drawAxes(on: &canvas)
    return canvas
  }

  private func drawTitles(on canvas: inout TerminalCanvas) {
    if Self.showsTitle(panel) {
      canvas.write(
        style.shortened(style.text(panel.title), to: size.width - left), column: left, row: 0, .bold)
    }
    canvas.write(
      style.shortened(style.text(panel.yAxis.title), to: size.width - left), column: left,
      row: top - 1 - ruleNames.rowCount)
    for name in ruleNames.names {
      for row in top - 1 - name.row..<top {
        canvas.put(style.rule(name.look), column: left + min(Int(name.line), plotWidth - 1), row: row, .faint)
      }
      canvas.write(name.text, column: left + Int(name.start), row: top - 1 - name.row)
    }
    let title = style.shortened(style.text(panel.xAxis.title), to: size.width)
    canvas.write(title, column: max(left + (plotWidth - title.count) / 2, 0), row: top + plotHeight + 2)
  }

  private func drawAxes(on canvas: inout TerminalCanvas) {
    let bottom = top + plotHeight
    for row in top..<bottom {
      canvas.put(style.frame.up, column: left - 1, row: row, .faint)
    }
    for (tick, text) in zip(yTicks, Ticks.texts(yTicks, isASCII: style.isASCII)) {
      guard let row = row(of: tick.value) else { continue }
      canvas.write(text, column: left - 1 - text.count, row: top + row)
      canvas.put(style.frame.tickUp, column: left - 1, row: top + row, .faint)
    }
    canvas.drawBase(xScale, style: style, left: left, width: plotWidth, row: bottom)
  }

  /// The plot's row in which a number of the vertical axis lies.
  func row(of value: Double) -> Int? {
    guard yScale.contains(value), let fraction = yScale.fraction(value) else { return nil }
    return min(max(Int(((1 - fraction) * Double(plotHeight)).rounded(.down)), 0), plotHeight - 1)
  }

  /// The plot's column in which a number of the horizontal axis lies.
  func column(of value: Double) -> Int? { xScale.column(of: value, width: plotWidth) }
}

extension Scale {
  /// The cell, of `width` beside each other, in which a number lies.
  func column(of value: Double, width: Int) -> Int? {
    guard contains(value), let fraction = fraction(value) else { return nil }
    return min(max(Int((fraction * Double(width)).rounded(.down)), 0), width - 1)
  }
}

extension TerminalCanvas {
  /// Draws the horizontal axis: its line and, below, its numbers, none touching another.
  mutating func drawBase(_ scale: Scale, style: TerminalStyle, left: Int, width plotWidth: Int, row: Int) {
    put(style.frame.corner, column: left - 1, row: row, .faint)
    for column in 0..<plotWidth {
      put(style.frame.across, column: left + column, row: row, .faint)
    }
    for tick in separateTicks(scale, style: style, left: left, width: plotWidth) {
      put(style.frame.tickAcross, column: tick.column, row: row, .faint)
      write(tick.text, column: tick.start, row: row + 1)
    }
  }

  /// The most round numbers with two spaces between their texts, which start at `start`.
  private func separateTicks(
    _ scale: Scale, style: TerminalStyle, left: Int, width plotWidth: Int
  ) -> [(text: String, column: Int, start: Int)] {
    var ticks: [(text: String, column: Int, start: Int)] = []
    for count in stride(from: max(2, plotWidth / 6), through: 2, by: -1) {
      let numbers = Ticks.numbers(for: scale, atMost: count)
      ticks = zip(numbers, Ticks.texts(numbers, isASCII: style.isASCII)).compactMap { number, text in
        guard let place = scale.column(of: number.value, width: plotWidth) else { return nil }
        let column = left + place
        return (text, column, max(0, min(column - (text.count - 1) / 2, width - text.count)))
      }
      if zip(ticks, ticks.dropFirst()).allSatisfy({ $0.start + $0.text.count + 2 <= $1.start }) { return ticks }
    }
    return Array(ticks.prefix(1))
  }
}
