extension Figure {
  /// The picture as an SVG file that stands alone: any browser shows it, on a light background of its own.
  ///
  /// It is at most 640 wide, with letters that can be read on a page of a telephone, too. The same figure gives the same
  /// bytes on every machine.
  public var svg: String {
    let page = SVGPage(self)
    return SVGWriter.file(
      title: title, heading: page.heading, summary: summary, width: page.width, height: page.height,
      margin: SVGPage.margin
    ) { writer in
      page.draw(on: &writer)
    }
  }

  /// What the picture shows, in words, for readers who do not see it.
  private var summary: String {
    let sentences = panels.map { panel in
      let names = panel.marks.compactMap(\.kindAndName?.name)
      let distinct = names.indices.filter { names[..<$0].contains(names[$0]) == false }.map { names[$0] }
      let title = panel.title.isEmpty ? "" : "\(panel.title): "
      return "\(title)\(distinct.joined(separator: ", ")); \(panel.yAxis.title) against \(panel.xAxis.title)."
    }
    return ((caption.map { [$0] } ?? []) + sentences).joined(separator: " ")
  }
}

/// A figure on its page: the heading, the panels in rows, and the legend.
struct SVGPage {
  static let widest = 640.0
  static let margin = 12.0
  private static let rowGap = 10.0

  let heading: SVGHeading
  let width: Double
  private let rows: [[(layout: SVGPanelLayout, x: Double)]]
  private let legend: SVGLegend

  init(_ figure: Figure) {
    let marks = Legend(figure)
    let panels = PanelGrid.rows(of: figure.panels)
    let isSingle = figure.panels.count <= 1 && figure.panels.allSatisfy { $0.svgRows == nil }
    width = isSingle ? 560 : Self.widest
    let inner = width - 2 * Self.margin
    heading = SVGHeading(title: figure.title, caption: figure.caption, width: inner)
    legend = SVGLegend(marks, width: inner)

    let isPaired = panels.contains { $0.count > 1 }
    let panelWidth = isPaired ? inner / 2 : inner
    rows = panels.enumerated().map { index, row in
      // The first of an odd number stands above all others.
      let isWide = row.count == 1 && index < panels.count - 1
      let width = isWide ? inner : panelWidth
      let plain = row.map { SVGPanelLayout($0, legend: marks, width: width, plotHeight: isPaired ? 210 : 300) }
      // Plots in a row begin at the same height, and those below each other at the same place.
      let top = plain.map(\.top).max() ?? 0
      let left = panels.filter { $0.count == row.count }.joined().map { $0.leftRoom(width: width) }.max() ?? 0
      return row.enumerated().map { column, panel in
        let layout = SVGPanelLayout(
          panel, legend: marks, width: width, plotHeight: isPaired ? 210 : 300, left: left, top: top)
        let isAlone = row.count == 1
        let x = isAlone ? Self.margin + (inner - layout.usedWidth) / 2 : Self.margin + Double(column) * panelWidth
        return (layout, x)
      }
    }
  }

  /// The panels in reading order.
  var layouts: [SVGPanelLayout] { rows.joined().map(\.layout) }

  private func height(_ row: [(layout: SVGPanelLayout, x: Double)]) -> Double {
    (row.map(\.layout.height).max() ?? 0) + Self.rowGap
  }

  var height: Double {
    heading.height + rows.map(height).reduce(0, +) + legend.height + Self.margin - (legend.height > 0 ? 2 : Self.rowGap)
  }

  func draw(on writer: inout SVGWriter) {
    var y = heading.height
    for row in rows {
      for (layout, x) in row { layout.draw(x: x, y: y, on: &writer) }
      y += height(row)
    }
    legend.draw(middle: width / 2, top: y - 2, on: &writer)
  }
}
