/// Draws equations: rectangles with their sides' names, their entries and the signs between.
extension ProductsLayout {
  func draw(left: Double, top: Double, on writer: inout SVGWriter) {
    var y = top
    for line in lines {
      switch line {
      case .caption(let texts, _):
        for (index, text) in texts.reversed().enumerated() {
          let middle = y + line.middle - Double(index) * DiagramText.lineHeight
          writer.label(text, x: left, y: middle, anchor: "start", kind: .bold)
        }
      case .parts(let parts, let lineWidth):
        var x = left + (width - lineWidth) / 2
        for part in parts {
          draw(part, left: x, middle: y + line.middle, on: &writer)
          x += part.width + Self.gap
        }
      }
      y += line.height + Self.lineGap
    }
  }

  private func draw(_ part: Part, left: Double, middle: Double, on writer: inout SVGWriter) {
    switch part.term {
    case .sign(let sign):
      writer.text(sign, x: left + part.width / 2, y: middle + 7, size: SVGText.titleSize, anchor: "middle")
    case .matrix(let block):
      guard let metrics = part.metrics else { return }
      let (width, height) = metrics.rectangle
      let (x, y) = (left + metrics.margins.left, middle - height / 2)
      writer.panel(x: x, y: y, width: width, height: height, isSlope: block.isSlope)
      drawEntries(block, x: x, y: y, size: metrics.rectangle, on: &writer)
      writer.side(
        "M\(x.coordinate) \(y.coordinate)h\(width.coordinate)", look: look(block.columns), isInner: part.inner.columns)
      writer.side(
        "M\(x.coordinate) \(y.coordinate)v\(height.coordinate)", look: look(block.rows), isInner: part.inner.rows)
      writer.label(block.columns.text, x: x + width / 2, y: y - 13)
      writer.label(block.rows.text, x: x - 8, y: middle, anchor: "end")
      let kind = block.isSlope ? DiagramText.Kind.slope : .bold
      writer.label(
        block.name, x: x + width / 2, y: metrics.isNameInside ? middle : y + height + 13, kind: kind)
    }
  }

  private func drawEntries(
    _ block: Diagram.Block, x: Double, y: Double, size: (width: Double, height: Double), on writer: inout SVGWriter
  ) {
    guard !block.entries.isEmpty else { return }
    let (rows, columns) = (block.entries.count, block.entryColumns)
    let cell = (width: size.width / Double(max(columns, 1)), height: size.height / Double(max(rows, 1)))
    for (row, entries) in block.entries.enumerated() {
      for (column, text) in entries.enumerated() {
        let (left, top) = (x + Double(column) * cell.width, y + Double(row) * cell.height)
        if block.isMask {
          writer.cell(x: left, y: top, width: cell.width, height: cell.height, isFilled: text != "0")
        }
        let kind = block.isMask && text == "0" ? DiagramText.Kind.faint : block.isSlope ? .slope : .plain
        writer.label(text, x: left + cell.width / 2, y: top + cell.height / 2, kind: kind)
      }
    }
    guard block.framedRow != nil || block.framedColumn != nil else { return }
    let (row, column) = (block.framedRow ?? 0, block.framedColumn ?? 0)
    writer.frame(
      x: x + Double(column) * cell.width + 2.5, y: y + Double(row) * cell.height + 2.5,
      width: (block.framedColumn == nil ? size.width : cell.width) - 5,
      height: (block.framedRow == nil ? size.height : cell.height) - 5)
  }
}

extension SVGWriter {
  /// Draws a side of a matrix in its colour, thicker where it is summed over.
  mutating func side(_ path: String, look: Int, isInner: Bool) {
    element(
      "path",
      ["d": path, "stroke": SVGLook.colour(look), "stroke-width": isInner ? "7" : "3"])
  }

  /// Draws a cell of a mask.
  fileprivate mutating func cell(x: Double, y: Double, width: Double, height: Double, isFilled: Bool) {
    element(
      "rect",
      [
        "x": x.coordinate, "y": y.coordinate, "width": width.coordinate, "height": height.coordinate,
        "fill": isFilled ? SVGLook.tint(0, strength: 0.35) : SVGLook.background, "stroke": SVGLook.grid,
      ])
  }

  /// Draws the ground of a matrix: blue in a thin frame for values, orange in a dashed one for slopes.
  mutating func panel(x: Double, y: Double, width: Double, height: Double, isSlope: Bool) {
    element(
      "rect",
      [
        "x": x.coordinate, "y": y.coordinate, "width": width.coordinate, "height": height.coordinate,
        "fill": SVGLook.tint(isSlope ? 1 : 0, strength: 0.1),
        "stroke": isSlope ? DiagramText.slopeLine : DiagramText.valueLine,
        isSlope ? "stroke-dasharray" : "stroke-width": isSlope ? "5 4" : "1",
      ])
  }
}
