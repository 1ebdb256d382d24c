extension SVGPanelLayout {
  /// Draws the shades of a field and, over them, the line on which the probability is 0.5.
  func draw(_ field: Field, on writer: inout SVGWriter) {
    guard field.isDrawable else { return }
    let values = field.values
    let cells = SVGCells(rows: values.rows, columns: values.columns) { SVGLook.shade(of: values[$0, $1]) }
    // Half a cell at each edge lies outside the field's range.
    drawBackground(
      cells, inset: 0.5, on: field.grid, colour: SVGLook.shadeColour, line: Contour.pieces(of: field, level: 0.5),
      writer: &writer)
  }

  /// Draws cells over the range of a grid, `inset` of them cut off at each edge, and over them a line in grid units.
  func drawBackground(
    _ cells: SVGCells, inset: Double, on grid: PointGrid, colour: (Int) -> String, line: [(from: Point, to: Point)],
    writer: inout SVGWriter
  ) {
    guard let lowerLeft = place(Point(grid.xRange.lowerBound, grid.yRange.lowerBound)),
      let upperRight = place(Point(grid.xRange.upperBound, grid.yRange.upperBound))
    else { return }
    let (columns, rows) = (grid.columns - 1, grid.rows - 1)
    let width = upperRight.x - lowerLeft.x
    let height = lowerLeft.y - upperRight.y
    writer.cells(
      cells, x: lowerLeft.x, y: upperRight.y, width: width, height: height,
      viewBox: "\(inset.coordinate) \(inset.coordinate) \(columns) \(rows)", colour: colour)
    let pieces = line.map { piece in
      let ends = [piece.from, piece.to].map { end in
        let x = lowerLeft.x + end.x / Double(columns) * width
        let y = lowerLeft.y - end.y / Double(rows) * height
        return "\(x.coordinate) \(y.coordinate)"
      }
      return "M\(ends[0])L\(ends[1])"
    }
    guard !pieces.isEmpty else { return }
    // A line between two regions is the edge of both.
    var drawn: Set<String> = []
    let distinct = pieces.filter { drawn.insert($0).inserted }
    writer.element(
      "path",
      ["d": distinct.joined(), "fill": "none", "stroke": SVGLook.ink, "stroke-width": "2", "stroke-linecap": "round"])
  }
}
