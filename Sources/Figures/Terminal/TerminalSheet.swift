extension PictureSheet {
  /// The sheet in character cells: a pixel is two columns wide, as a cell is twice as high as wide.
  ///
  /// As many pictures stand side by side as the width has room for; `height` says nothing here.
  public func terminal(width: Int, height: Int, style: TerminalStyle) -> String {
    let (rows, columns) = pixelSize
    let (cellWidth, gap) = (max(2 * columns, 1), 2)
    let perRow = max((width + gap) / (cellWidth + gap), 1)
    let title = style.wrapped(style.text(title), to: width)
    let lines = PanelGrid.rows(of: tiles, columns: perRow)
    let lineHeight = rows + captionHeight + 1
    var canvas = TerminalCanvas(width: width, height: title.count + 1 + lineHeight * lines.count - 1)
    for (row, text) in title.enumerated() { canvas.write(text, column: 0, row: row, .bold) }
    for (line, tiles) in lines.enumerated() {
      for (place, tile) in tiles.enumerated() {
        let (left, top) = (place * (cellWidth + gap), title.count + 1 + line * lineHeight)
        for row in 0..<tile.pixels.rows {
          for column in 0..<tile.pixels.columns {
            let shade = style.inks[tile.shade(row, column, of: style.inks.count)]
            canvas.write(String(repeating: shade, count: 2), column: left + 2 * column, row: top + row)
          }
        }
        for (row, text) in tile.caption.enumerated() {
          canvas.write(style.shortened(style.text(text), to: cellWidth), column: left, row: top + rows + row)
        }
      }
    }
    return canvas.lines(usesColor: style.usesColor).map { $0 + "\n" }.joined()
  }
}

extension TerminalStyle {
  /// The shades of a pixel, from paper to ink; paper shows where the picture's edge is.
  fileprivate var inks: [Character] { isASCII ? [".", "-", "+", "%", "#"] : ["·", "░", "▒", "▓", "█"] }
}
