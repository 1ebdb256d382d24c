extension Figure {
  /// The picture in character cells: lines of at most `width` columns, each ended by a newline.
  ///
  /// A row of panels is `height` lines high, with titles and axes; rows stand below each other where the width is too
  /// small for all panels, and the figure's title and legend come on top. Widths below 24 columns act as 24, and a plot
  /// has at least 4 lines.
  public func terminal(width: Int, height: Int, style: TerminalStyle) -> String {
    let width = max(width, 24)
    let gap = 2
    let narrowest = 34
    let columns = max(1, min(PanelGrid.columns(for: panels.count), (width + gap) / (narrowest + gap)))
    let legend = Legend(self)
    let panelWidth = (width - gap * (columns - 1)) / columns
    let canvases = panels.map { panel in
      TerminalIntervals(panel, legend: legend, width: panelWidth, style: style)?.canvas
        ?? TerminalConfusion(panel, width: panelWidth, style: style)?.canvas
        ?? TerminalPanel(panel, legend: legend, width: panelWidth, height: height, style: style).canvas
    }
    var parts: [[String]] = []
    let heading = style.wrapped(style.text(title), to: width)
    let sentence = style.wrapped(style.text(caption ?? ""), to: width)
    if !heading.isEmpty || !sentence.isEmpty {
      var canvas = TerminalCanvas(width: width, height: heading.count + sentence.count)
      for (row, line) in (heading + sentence).enumerated() {
        canvas.write(line, column: 0, row: row, row < heading.count ? .bold : .plain)
      }
      parts.append(canvas.lines(usesColor: style.usesColor))
    }
    for row in PanelGrid.rows(of: canvases, columns: columns) {
      var canvas = TerminalCanvas(width: width, height: row.map(\.height).max() ?? 0)
      for (index, panel) in row.enumerated() {
        canvas.draw(panel, column: index * (panelWidth + gap), row: 0)
      }
      parts.append(canvas.lines(usesColor: style.usesColor))
    }
    parts.append(TerminalLegend(legend, width: width, style: style).canvas.lines(usesColor: style.usesColor))
    return parts.filter { !$0.isEmpty }.joined(separator: [""]).map { $0 + "\n" }.joined()
  }
}
