/// A panel with intervals in character cells: a label, a line for each mark, and its numbers.
struct TerminalIntervals {
  let panel: Panel
  let legend: Legend
  let style: TerminalStyle
  let width: Int
  private let marks: [(look: Int, entries: [Interval])]

  /// Fails if the panel has no intervals.
  init?(_ panel: Panel, legend: Legend, width: Int, style: TerminalStyle) {
    guard !panel.intervalLabels.isEmpty else { return nil }
    self.panel = panel
    self.legend = legend
    self.style = style
    self.width = width
    marks = panel.marks.compactMap { mark in
      if case .intervals(_, let entries) = mark { (legend.look(of: mark), entries) } else { nil }
    }
  }

  var canvas: TerminalCanvas {
    let labels = panel.intervalLabels
    let title = panel.title.isEmpty ? 0 : 1
    let numbers = marks.flatMap(\.entries).map { text($0).count }.max() ?? 0
    let longest = labels.map { style.text($0).count }.max() ?? 0
    // A shortened label might be another's twin: where there is no room, labels stand on lines of their own.
    let labelLines = longest > max(width - numbers - 16, width / 4) ? 1 : 0
    let left = (labelLines == 0 ? longest : 0) + 2
    let plotWidth = max(width - left - numbers - 1, 4)
    let scale = panel.xScale
    let rows = labels.count * (labelLines + marks.count)
    var canvas = TerminalCanvas(width: width, height: title + rows + 3)
    canvas.write(style.shortened(style.text(panel.title), to: width), column: 0, row: 0, .bold)

    for (index, label) in labels.enumerated() {
      let row = title + index * (labelLines + marks.count)
      canvas.write(style.shortened(style.text(label), to: width), column: 0, row: row)
      for (offset, mark) in marks.enumerated() {
        let row = row + labelLines + offset
        canvas.put(style.frame.up, column: left - 1, row: row, .faint)
        guard let entry = mark.entries.first(where: { $0.label == label }) else { continue }
        draw(entry, look: mark.look, scale, left: left, plotWidth: plotWidth, row: row, on: &canvas)
        canvas.write(text(entry), column: width - text(entry).count, row: row, .look(mark.look))
      }
    }
    canvas.drawBase(scale, style: style, left: left, width: plotWidth, row: title + rows)
    let axis = style.shortened(style.text(panel.xAxis.title), to: width)
    let start = min(left + (plotWidth - axis.count) / 2, width - axis.count)
    canvas.write(axis, column: max(start, 0), row: title + rows + 2)
    return canvas
  }

  private func text(_ entry: Interval) -> String {
    SpreadText.text(mean: entry.mean, spread: entry.spread, isASCII: style.isASCII)
  }

  private func draw(
    _ entry: Interval, look: Int, _ scale: Scale, left: Int, plotWidth: Int, row: Int, on canvas: inout TerminalCanvas
  ) {
    guard let middle = scale.column(of: entry.mean, width: plotWidth) else { return }
    let ends = [-1.0, 1].map { sign in
      scale.fraction(entry.mean + sign * entry.spread).map { fraction in
        min(max(Int(fraction * Double(plotWidth)), 0), plotWidth - 1)
      } ?? middle
    }
    for column in min(ends[0], middle)...max(ends[1], middle) {
      canvas.put(style.frame.across, column: left + column, row: row, .look(look))
    }
    canvas.put(style.symbol(look), column: left + middle, row: row, .look(look))
  }
}
