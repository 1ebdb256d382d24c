import Vocabulary

/// A confusion matrix as a heat map: rows are true classes, columns predicted ones.
struct SVGConfusion: SVGRows {
  private static let size = SVGText.tickSize

  private let table: ConfusionTable

  /// The counts as they are written into the cells [K, K]; nil where they would not fit.
  private let texts: [[String]]?

  let labels: [String]
  let width: Double?
  let right = 18.0
  let hasNumbersBelow = false

  /// Fails if the panel has no confusion matrix.
  init?(_ panel: Panel) {
    guard let table = ConfusionTable(panel) else { return nil }
    self.table = table

    let room = 150.0
    let isShort = table.names.allSatisfy { SVGText.width($0, size: Self.size) <= room }
    labels = (isShort ? table.names : table.numberedNames).map { SVGText.fitted($0, width: room, size: Self.size) }

    // So wide may a cell be that the whole picture fits on a screen.
    let widest = 800 / Double(table.size)
    let exact = table.texts { Self.text(table.counts[$0][$1]) { "\($0)" } }
    let rounded = table.texts {
      Self.text(table.counts[$0][$1]) { DecimalNumber(Double($0), significant: 3).shortened.text() }
    }
    texts = [exact, rounded].first { Self.cellWidth($0) <= widest }
    width = Double(table.size) * max(texts.map(Self.cellWidth) ?? 0, 16)
  }

  private static func text(_ count: Int, of number: (Int) -> String) -> String { count == 0 ? "·" : number(count) }

  /// The width of a cell in which each text fits.
  private static func cellWidth(_ texts: [[String]]) -> Double { 12 + widest(texts.flatMap(\.self)) }

  private static func widest(_ texts: [String]) -> Double {
    texts.map { SVGText.width($0, size: size) }.max() ?? 0
  }

  var height: Double { max(290, 16 * Double(table.size)) }

  func bottom(plotWidth: Double) -> Double { 48 + (isUpright(plotWidth: plotWidth) ? Self.widest(labels) - 8 : 0) }

  /// Whether the columns' labels are too long to stand beside each other.
  private func isUpright(plotWidth: Double) -> Bool { Self.widest(labels) + 10 > plotWidth / Double(table.size) }

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
      writer.frame(x: x + 1, y: y + 1, width: cell.width - 2, height: cell.height - 2)
      draw(labels[index], layout, left: left, middle: y + cell.height / 2, on: &writer)
      drawColumnLabel(labels[index], layout, middle: x + cell.width / 2, top: top + layout.plotHeight, on: &writer)
    }
    for (row, texts) in (texts ?? []).enumerated() {
      for (column, text) in texts.enumerated() {
        let (x, y) = (left + (Double(column) + 0.5) * cell.width, top + (Double(row) + 0.5) * cell.height)
        writer.text(
          text, x: x, y: y + 4.5, size: Self.size, anchor: "middle",
          colour: table.counts[row][column] == 0 ? SVGLook.faintInk : SVGLook.ink)
      }
    }
  }

  private func drawColumnLabel(
    _ label: String, _ layout: SVGPanelLayout, middle: Double, top: Double, on writer: inout SVGWriter
  ) {
    guard isUpright(plotWidth: layout.plotWidth) else {
      writer.text(label, x: middle, y: top + 18, size: Self.size, anchor: "middle")
      return
    }
    let turn = "translate(\((middle + 4.5).coordinate) \((top + 8).coordinate)) rotate(-90)"
    writer.group("g", ["transform": turn]) { writer in
      writer.text(label, x: 0, y: 0, size: Self.size, anchor: "end")
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
