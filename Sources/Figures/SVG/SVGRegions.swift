extension SVGPanelLayout {
  /// Draws each class's region in tints of its colour, and a line where the likeliest class changes.
  ///
  /// Each square of four neighbouring points is filled for the first class among them and, over it, for each other one
  /// up to the line: so the regions end where the line is, and leave no gap where three of them meet.
  func draw(_ regions: ClassRegions, names: [String], on writer: inout SVGWriter) {
    guard regions.isDrawable else { return }
    let squares = RegionSquares(regions)
    var cells = SVGCells(rows: squares.rows, columns: squares.columns) { squares.shade(of: nil, row: $0, column: $1) }
    var line: [(from: Point, to: Point)] = []
    for oneClass in squares.classes {
      let margin = regions.margin(of: oneClass)
      for row in 0..<squares.rows {
        for column in 0..<squares.columns {
          guard let shade = squares.shade(of: oneClass, row: row, column: column) else { continue }
          cells.fill(Contour.area(of: margin, level: 0, row: row, column: column), shade: shade)
        }
      }
      // Every line has another class on its other side: the last one's are drawn already.
      if oneClass != squares.classes.last {
        line += Contour.pieces(of: margin, level: 0)
      }
    }
    drawBackground(
      cells, inset: 0, on: regions.grid,
      colour: { shade in
        let (oneClass, strength) = shade.quotientAndRemainder(dividingBy: SVGLook.strengthCount)
        return SVGLook.regionColour(legend.look(ofClass: oneClass, names: names), strength: strength)
      }, line: line, writer: &writer)
  }
}

/// The squares between the points of regions.
private struct RegionSquares {
  let rows: Int
  let columns: Int

  /// The classes that are the likeliest ones somewhere, in order.
  let classes: [Int]

  private let likeliest: [[(class: Int, certainty: Double)?]]

  init(_ regions: ClassRegions) {
    let grid = regions.grid
    rows = grid.rows - 1
    columns = grid.columns - 1
    likeliest = (0..<grid.rows).map { row in
      (0..<grid.columns).map { column in
        regions.likeliest(row: row, column: column).map { ($0.class, regions.certainty(of: $0.probability)) }
      }
    }
    classes = Set(likeliest.joined().compactMap { $0?.class }).sorted()
  }

  /// The shade of a class that has a corner of a square but is not the first one there; with nil for the class, of the
  /// first one.
  func shade(of oneClass: Int?, row: Int, column: Int) -> Int? {
    let corners = [(0, 0), (0, 1), (1, 0), (1, 1)].compactMap { likeliest[row + $0.0][column + $0.1] }
    guard corners.count == 4, let first = corners.map(\.class).min() else { return nil }
    if let oneClass, oneClass == first || !corners.contains(where: { $0.class == oneClass }) { return nil }
    let certainty = corners.map(\.certainty).reduce(0, +) / 4
    return (oneClass ?? first) * SVGLook.strengthCount + SVGLook.strength(of: certainty)
  }
}
