extension SVGPanelLayout {
  /// Draws the shades of a field and, over them, the line on which the probability is 0.5.
  func draw(_ field: Field, on writer: inout SVGWriter) {
    guard field.isDrawable,
      let lowerLeft = place(Point(field.xRange.lowerBound, field.yRange.lowerBound)),
      let upperRight = place(Point(field.xRange.upperBound, field.yRange.upperBound))
    else { return }
    let (columns, rows) = (field.values.columns - 1, field.values.rows - 1)
    let width = upperRight.x - lowerLeft.x
    let height = lowerLeft.y - upperRight.y
    // One unit is one cell of the grid; half a cell at each edge lies outside the field's range.
    writer.group(
      "svg",
      [
        "x": lowerLeft.x.coordinate, "y": upperRight.y.coordinate, "width": width.coordinate,
        "height": height.coordinate, "viewBox": "0.5 0.5 \(columns) \(rows)", "preserveAspectRatio": "none",
        "shape-rendering": "crispEdges",
      ]
    ) { writer in
      for (shade, commands) in Self.shades(of: field) {
        writer.element("path", ["d": commands, "fill": SVGLook.shadeColour(shade)])
      }
    }
    let line = Contour.pieces(of: field, level: 0.5).map { piece in
      let ends = [piece.from, piece.to].map { end in
        let x = lowerLeft.x + end.x / Double(columns) * width
        let y = lowerLeft.y - end.y / Double(rows) * height
        return "\(x.coordinate) \(y.coordinate)"
      }
      return "M\(ends[0])L\(ends[1])"
    }
    guard !line.isEmpty else { return }
    writer.element(
      "path",
      ["d": line.joined(), "fill": "none", "stroke": SVGLook.ink, "stroke-width": "2", "stroke-linecap": "round"])
  }

  /// One path for each shade that occurs; neighbouring cells of a row with the same shade are one rectangle.
  private static func shades(of field: Field) -> [(shade: Int, commands: String)] {
    let (rows, columns) = (field.values.rows, field.values.columns)
    var commands = [String](repeating: "", count: SVGLook.shadeCount)
    for row in 0..<rows {
      var start = 0
      while start < columns {
        let shade = SVGLook.shade(of: field.values[row, start])
        var end = start + 1
        while end < columns, SVGLook.shade(of: field.values[row, end]) == shade {
          end += 1
        }
        if let shade {
          commands[shade] += "M\(start) \(rows - 1 - row)h\(end - start)v1h-\(end - start)z"
        }
        start = end
      }
    }
    return commands.indices.filter { !commands[$0].isEmpty }.map { ($0, commands[$0]) }
  }
}
