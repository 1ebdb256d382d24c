extension SVGPanelLayout {
  /// Draws the shades of a field and, over them, the line on which the probability is 0.5.
  func draw(_ field: Field, on writer: inout SVGWriter) {
    guard field.isDrawable else { return }
    drawBackground(
      on: field.grid, shade: { SVGLook.shade(of: field.values[$0, $1]) }, colour: SVGLook.shadeColour,
      line: Contour.pieces(of: field, level: 0.5), writer: &writer)
  }

  /// Draws each class's region in tints of its colour, and a line where the likeliest class changes.
  func draw(_ regions: ClassRegions, names: [String], on writer: inout SVGWriter) {
    guard regions.isDrawable else { return }
    let classes = regions.likeliestClasses
    // Every line has another class on its other side: the last one's are drawn already.
    let line = classes.dropLast().flatMap { Contour.pieces(of: regions.margin(of: $0), level: 0) }
    drawBackground(
      on: regions.grid,
      shade: { row, column in
        regions.likeliest(row: row, column: column).map {
          $0.class * SVGLook.strengthCount + SVGLook.strength(of: regions.certainty(of: $0.probability))
        }
      },
      colour: { shade in
        let (oneClass, strength) = shade.quotientAndRemainder(dividingBy: SVGLook.strengthCount)
        return SVGLook.regionColour(legend.look(ofClass: oneClass, names: names), strength: strength)
      }, line: line, writer: &writer)
  }

  /// Draws a shade around each point of a grid, softly from one to the next, and over them a line in grid units.
  private func drawBackground(
    on grid: PointGrid, shade: (_ row: Int, _ column: Int) -> Int?, colour: (Int) -> String,
    line: [(from: Point, to: Point)], writer: inout SVGWriter
  ) {
    guard let lowerLeft = place(Point(grid.xRange.lowerBound, grid.yRange.lowerBound)),
      let upperRight = place(Point(grid.xRange.upperBound, grid.yRange.upperBound))
    else { return }
    let (columns, rows) = (grid.columns - 1, grid.rows - 1)
    let width = upperRight.x - lowerLeft.x
    let height = lowerLeft.y - upperRight.y
    // The outermost cells go on beyond the edge, so that it is as full as the middle.
    let beyond = 2
    let cells = SVGCells(rows: grid.rows + 2 * beyond, columns: grid.columns + 2 * beyond) { row, column in
      shade(min(max(row - beyond, 0), rows), min(max(column - beyond, 0), columns))
    }
    let inset = (Double(beyond) + 0.5).coordinate
    writer.softCells(
      cells, x: lowerLeft.x, y: upperRight.y, width: width, height: height,
      viewBox: "\(inset) \(inset) \(columns) \(rows)", colour: colour)
    let lines = Polyline.joined(line).map { corners in
      let places = corners.map { corner in
        let x = lowerLeft.x + corner.x / Double(columns) * width
        let y = lowerLeft.y - corner.y / Double(rows) * height
        return "\(tenths(x)) \(tenths(y))"
      }
      return "M" + places.joined(separator: "L")
    }
    guard !lines.isEmpty else { return }
    writer.element(
      "path",
      [
        "d": lines.joined(), "fill": "none", "stroke": SVGLook.ink, "stroke-width": "2", "stroke-linecap": "round",
        "stroke-linejoin": "round",
      ])
  }
}

extension ClassRegions {
  /// The classes that are the likeliest ones somewhere, in order.
  fileprivate var likeliestClasses: [Int] {
    let classes = (0..<grid.rows).flatMap { row in
      (0..<grid.columns).compactMap { column in likeliest(row: row, column: column)?.class }
    }
    return Set(classes).sorted()
  }
}
