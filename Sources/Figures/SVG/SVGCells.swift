/// Cells in rows and columns, each in one of some shades; one unit is one cell, and row 0 is the lowest.
struct SVGCells {
  private var commands: [Int: String] = [:]

  /// Fills the cells whose shade is not nil; neighbouring cells of a row with the same shade are one line as thick as a
  /// cell.
  ///
  /// The first line of a shade begins at a place, each other one so far from where the last one ended.
  init(rows: Int, columns: Int, shade: (_ row: Int, _ column: Int) -> Int?) {
    var ends: [Int: (column: Int, row: Int)] = [:]
    for row in 0..<rows {
      let shades = (0..<columns).map { shade(rows - 1 - row, $0) }
      var start = 0
      while start < columns {
        var end = start + 1
        while end < columns, shades[end] == shades[start] {
          end += 1
        }
        if let shade = shades[start] {
          let move = ends[shade].map { "m\(start - $0.column) \(row - $0.row)" } ?? "M\(start) \(row)"
          commands[shade, default: ""] += "\(move)h\(end - start)"
          ends[shade] = (end, row)
        }
        start = end
      }
    }
  }

  /// One path for each shade that occurs, smaller ones first.
  var shades: [(shade: Int, commands: String)] {
    commands.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

extension SVGWriter {
  /// Draws cells of different shades into a rectangle, which shows that part of them that `viewBox` says.
  mutating func cells(
    _ cells: SVGCells, x: Double, y: Double, width: Double, height: Double, viewBox: String, colour: (Int) -> String
  ) {
    self.cells(cells, x: x, y: y, width: width, height: height, viewBox: viewBox, filter: "", colour: colour)
  }

  /// The same with soft edges between the cells.
  mutating func softCells(
    _ cells: SVGCells, x: Double, y: Double, width: Double, height: Double, viewBox: String, colour: (Int) -> String
  ) {
    self.cells(
      cells, x: x, y: y, width: width, height: height, viewBox: viewBox, filter: SVGDefinitions.soft.reference,
      colour: colour)
  }

  private mutating func cells(
    _ cells: SVGCells, x: Double, y: Double, width: Double, height: Double, viewBox: String, filter: String,
    colour: (Int) -> String
  ) {
    group(
      "svg",
      [
        "x": x.coordinate, "y": y.coordinate, "width": width.coordinate, "height": height.coordinate,
        "viewBox": viewBox, "preserveAspectRatio": "none", "shape-rendering": "crispEdges",
      ]
    ) { writer in
      // The middle of a row lies half a cell below its number.
      writer.group("g", ["transform": "translate(0 .5)", "filter": filter]) { writer in
        for (shade, commands) in cells.shades {
          writer.element("path", ["d": commands, "stroke": colour(shade)])
        }
      }
    }
  }
}
