import Vocabulary

/// A confusion matrix as a heat map: rows are true classes, columns predicted ones.
struct SVGConfusion: SVGRows {
  private static let size = SVGText.size
  private static let countSize = 14.0

  private let table: ConfusionTable

  /// The counts as they are written into the cells [K, K]; nil where they would not fit.
  private let texts: [[String]]?

  /// The names, or names with numbers if some are too long.
  private let names: [String]

  let right = 8.0
  let hasNumbersBelow = false
  private static let labelRoom = 130.0
  private static let rowHeight = SVGText.lineHeight()

  /// Fails if the panel has no confusion matrix.
  init?(_ panel: Panel) {
    guard let table = ConfusionTable(panel) else { return nil }
    self.table = table

    let isShort = table.names.allSatisfy { SVGText.width($0, size: Self.size) <= Self.labelRoom }
    names = (isShort ? table.names : table.numberedNames).map {
      SVGText.fitted($0, width: Self.labelRoom, size: Self.size)
    }
    // So wide may a cell be beside the labels and the axis's title.
    let plot = SVGPage.widest - 2 * SVGPage.margin - Self.widest(names) - Self.right(of: panel)
    let exact = table.texts { Self.text(table.counts[$0][$1]) { "\($0)" } }
    let rounded = table.texts {
      Self.text(table.counts[$0][$1]) { DecimalNumber(Double($0), significant: 3).shortened.text() }
    }
    texts = [exact, rounded].first { Self.cellWidth($0) <= plot / Double(table.size) }
  }

  private static func right(of panel: Panel) -> Double {
    8 + (panel.yAxis.title.isEmpty ? 0 : SVGText.lineHeight()) + 8
  }

  func labels(width: Double) -> [[String]] { names.map { [$0] } }

  private static func text(_ count: Int, of number: (Int) -> String) -> String { count == 0 ? "·" : number(count) }

  /// The width of a cell in which each text fits.
  private static func cellWidth(_ texts: [[String]]) -> Double {
    7 + (texts.joined().map { SVGText.width($0, size: countSize) }.max() ?? 0)
  }

  private static func widest(_ texts: [String]) -> Double {
    texts.map { SVGText.width($0, size: size) }.max() ?? 0
  }

  func height(width: Double) -> Double { min(max(300, Self.rowHeight * Double(table.size)), 46 * Double(table.size)) }

  func labelRoom(plotWidth: Double) -> Double {
    columnLabels(plotWidth: plotWidth) == .upright ? Self.widest(names) + 14 : SVGPanelLayout.numberRoom
  }

  /// How the columns are labelled: by names beside each other, by upright names, or by numbers of which there is one
  /// for each `step` columns.
  private enum ColumnLabels: Equatable { case level, upright, numbers(step: Int) }

  private func columnLabels(plotWidth: Double) -> ColumnLabels {
    let cell = plotWidth / Double(table.size)
    if Self.widest(names) + 8 <= cell { return .level }
    if Self.rowHeight <= cell { return .upright }
    let number = SVGText.width("\(table.size - 1)", size: Self.size) + 8
    return .numbers(step: [1, 2, 5, 10, 20, 50, 100].first { Double($0) * cell >= number } ?? table.size)
  }

  func draw(_ layout: SVGPanelLayout, left: Double, top: Double, on writer: inout SVGWriter) {
    let size = table.size
    let cell = (width: layout.plotWidth / Double(size), height: layout.plotHeight / Double(size))
    let cells = SVGCells(rows: size, columns: size) { lowest, column in
      let row = size - 1 - lowest
      return SVGLook.shareShade(table.share(row, column), isRight: row == column)
    }
    writer.cells(
      cells, x: left, y: top, width: layout.plotWidth, height: layout.plotHeight, viewBox: "0 0 \(size) \(size)",
      colour: SVGLook.shareColour)
    writer.group("g", ["stroke": SVGLook.grid, "stroke-width": "1"]) { writer in
      for index in 1..<max(size, 1) {
        let (x, y) = (left + Double(index) * cell.width, top + Double(index) * cell.height)
        writer.path("M\(x.coordinate) \(top.coordinate)v\(layout.plotHeight.coordinate)")
        writer.path("M\(left.coordinate) \(y.coordinate)h\(layout.plotWidth.coordinate)")
      }
    }
    for index in 0..<size {
      let (x, y) = (left + Double(index) * cell.width, top + Double(index) * cell.height)
      writer.frame(x: x + 1, y: y + 1, width: max(cell.width - 2, 1), height: max(cell.height - 2, 1))
      draw([names[index]], left: left, middle: y + cell.height / 2, on: &writer)
      drawColumnLabel(index, layout, middle: x + cell.width / 2, top: top + layout.plotHeight, on: &writer)
    }
    for (row, texts) in (texts ?? []).enumerated() {
      for (column, text) in texts.enumerated() {
        let (x, y) = (left + (Double(column) + 0.5) * cell.width, top + (Double(row) + 0.5) * cell.height)
        writer.text(
          text, x: x, y: y + SVGText.drop(Self.countSize), size: Self.countSize, anchor: "middle",
          colour: table.counts[row][column] == 0 ? SVGLook.faintInk : SVGLook.ink)
      }
    }
  }

  private func drawColumnLabel(
    _ column: Int, _ layout: SVGPanelLayout, middle: Double, top: Double, on writer: inout SVGWriter
  ) {
    let upright = "translate(\((middle + SVGText.drop()).coordinate) \((top + 6).coordinate)) rotate(-90)"
    switch columnLabels(plotWidth: layout.plotWidth) {
    case .level:
      writer.text(names[column], x: middle, y: top + SVGPanelLayout.numberDrop, size: Self.size, anchor: "middle")
    case .numbers(let step) where column.isMultiple(of: step):
      writer.text("\(column)", x: middle, y: top + SVGPanelLayout.numberDrop, size: Self.size, anchor: "middle")
    case .numbers: break
    case .upright:
      writer.group("g", ["transform": upright]) { writer in
        writer.text(names[column], x: 0, y: 0, size: Self.size, anchor: "end")
      }
    }
  }
}

extension SVGWriter {
  /// Draws a frame around what is right.
  mutating func frame(x: Double, y: Double, width: Double, height: Double) {
    element(
      "rect",
      [
        "x": x.coordinate, "y": y.coordinate, "width": width.coordinate, "height": height.coordinate, "fill": "none",
        "stroke": SVGLook.ink, "stroke-width": "1.5",
      ])
  }
}
