extension PictureSheet: Picture {
  /// The sheet as an SVG file that stands alone: any browser shows it, on a light background of its own.
  public var svg: String {
    let (pixel, gap, margin, lineHeight) = (9.0, 18.0, SVGPage.margin, SVGText.lineHeight())
    let (rows, columns) = pixelSize
    let caption = tiles.flatMap(\.caption).map { SVGText.width($0, size: SVGText.size) }.max() ?? 0
    let cell = (
      width: max(Double(columns) * pixel, caption) + gap,
      height: Double(rows) * pixel + lineHeight * Double(captionHeight) + gap
    )
    let most = max(min(tiles.count, Int((SVGPage.widest - 2 * margin) / cell.width)), 1)
    // As many in each row, as far as that goes.
    let rowCount = max((tiles.count + most - 1) / most, 1)
    let perRow = max((tiles.count + rowCount - 1) / rowCount, 1)
    let lines = PanelGrid.rows(of: tiles, columns: perRow)
    let titleWidth = min(
      SVGText.width(title, size: SVGText.titleSize) * SVGText.boldness * 1.01, SVGPage.widest - 2 * margin)
    let width = max(cell.width * Double(perRow), titleWidth) + 2 * margin
    let heading = SVGHeading(title: title, caption: nil, width: width - 2 * margin)
    let left = (width - cell.width * Double(perRow)) / 2
    let height = heading.height + 6 + cell.height * Double(lines.count)
    let summary = tiles.map { $0.caption.joined(separator: ", ") }.joined(separator: "; ")
    return SVGWriter.file(
      title: title, heading: heading, summary: summary, width: width, height: height, margin: margin
    ) { writer in
      for (row, tiles) in lines.enumerated() {
        for (column, tile) in tiles.enumerated() {
          let middle = left + (Double(column) + 0.5) * cell.width
          let top = heading.height + 6 + Double(row) * cell.height
          tile.draw(middle: middle, top: top, pixel: pixel, on: &writer)
          for (line, text) in tile.caption.enumerated() {
            writer.text(
              text, x: middle, y: top + Double(rows) * pixel + lineHeight * Double(line + 1), size: SVGText.size,
              anchor: "middle")
          }
        }
      }
    }
  }
}

extension PictureSheet.Tile {
  private static let shadeCount = 17

  fileprivate func draw(middle: Double, top: Double, pixel: Double, on writer: inout SVGWriter) {
    let size = (width: Double(pixels.columns) * pixel, height: Double(pixels.rows) * pixel)
    let left = middle - size.width / 2
    let cells = SVGCells(rows: pixels.rows, columns: pixels.columns) { lowest, column in
      let shade = shade(pixels.rows - 1 - lowest, column, of: Self.shadeCount)
      return shade == 0 ? nil : shade
    }
    writer.cells(
      cells, x: left, y: top, width: size.width, height: size.height, viewBox: "0 0 \(pixels.columns) \(pixels.rows)"
    ) { shade in
      let level = 255 - 221 * shade / (Self.shadeCount - 1)
      return "#" + String(repeating: (level < 16 ? "0" : "") + String(level, radix: 16), count: 3)
    }
    writer.element(
      "rect",
      [
        "x": left.coordinate, "y": top.coordinate, "width": size.width.coordinate, "height": size.height.coordinate,
        "fill": "none", "stroke": SVGLook.grid,
      ])
  }
}
