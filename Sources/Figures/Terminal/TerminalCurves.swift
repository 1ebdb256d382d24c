extension TerminalPlot {
  /// Draws all curves, each marked by its symbol, so that they can be told apart without colour.
  ///
  /// Where the terminal has braille letters, a curve is a line of dots, eight in a cell, with a symbol here and there;
  /// elsewhere, and over bars, its symbol stands in every cell. In a cell that several curves cross they take turns.
  mutating func drawCurves() {
    let hasBars = layout.panel.marks.contains {
      if case .bars = $0 { true } else { false }
    }
    let usesDots = !layout.style.isASCII && !hasBars
    let curves = layout.panel.marks.compactMap { mark -> (mark: Mark, pieces: [[Point]])? in
      guard case .line(_, let points) = mark else { return nil }
      let pieces = CurvePieces(points, x: layout.xScale, y: layout.yScale, isSmoothed: layout.legend.isSmoothed)
      return (mark, pieces.course)
    }
    let resolution = usesDots ? (x: 2, y: 4) : (x: 1, y: 1)
    var dots: [Int: UInt32] = [:]
    var looks: [Int: [Int]] = [:]
    for curve in curves {
      let look = layout.legend.look(of: curve.mark)
      for dot in steps(of: curve.pieces, resolution: resolution) {
        let cell = (dot.row / resolution.y) * layout.plotWidth + dot.column / resolution.x
        dots[cell, default: 0] |= Braille.bit(column: dot.column % resolution.x, row: dot.row % resolution.y)
        if looks[cell, default: []].contains(look) == false { looks[cell, default: []].append(look) }
      }
    }
    for (cell, sharing) in looks {
      let (row, column) = (cell / layout.plotWidth, cell % layout.plotWidth)
      let look = sharing[column % sharing.count]
      let character = usesDots ? Braille.letter(dots[cell] ?? 0) : layout.style.symbol(look)
      canvas.put(character, column: column, row: row, .look(look))
    }
    guard usesDots else { return }
    for (index, curve) in curves.enumerated() where layout.legend.hasSymbols(curve.mark) {
      drawSymbols(of: curve.mark, places: curve.pieces.flatMap(\.self), turn: index, of: curves.count)
    }
  }

  /// Puts a curve's symbol on it: at every point if there are few, else every now and then.
  private mutating func drawSymbols(of mark: Mark, places: [Point], turn: Int, of count: Int) {
    let look = layout.legend.look(of: mark)
    let spacing = max(12, 4 * count)
    let offset = spacing * (2 * turn + 1) / (2 * count)
    var lastColumn: Int?
    for place in places where (0...1).contains(place.x) && (0...1).contains(place.y) {
      let column = min(Int(place.x * Double(layout.plotWidth)), layout.plotWidth - 1)
      let row = min(Int((1 - place.y) * Double(layout.plotHeight)), layout.plotHeight - 1)
      guard mark.hasSymbols || (column % spacing == offset && column != lastColumn) else { continue }
      lastColumn = column
      canvas.put(layout.style.symbol(look), column: column, row: row, .look(look))
    }
  }

  /// The dots of a curve with `resolution` dots in a cell, those between neighbouring points included.
  private func steps(of pieces: [[Point]], resolution: (x: Int, y: Int)) -> [(column: Int, row: Int)] {
    let (width, height) = (layout.plotWidth * resolution.x, layout.plotHeight * resolution.y)
    var result: [(column: Int, row: Int)] = []
    for piece in pieces {
      let places = piece.map { Point($0.x * Double(width), (1 - $0.y) * Double(height)) }
      for (start, place) in zip(places.prefix(1) + places, places) {
        let count = max(1, Int(max(abs(place.x - start.x), abs(place.y - start.y)).rounded(.up)))
        for step in 1...count {
          let share = Double(step) / Double(count)
          let column = start.x + share * (place.x - start.x)
          let row = start.y + share * (place.y - start.y)
          guard (0...Double(width)).contains(column), (0...Double(height)).contains(row) else { continue }
          result.append((min(Int(column), width - 1), min(Int(row), height - 1)))
        }
      }
    }
    return result
  }
}

/// Braille letters as pictures of 2 × 4 dots.
enum Braille {
  /// The bit of a dot; columns count from the left, rows from the top.
  static func bit(column: Int, row: Int) -> UInt32 {
    let bits: [[UInt32]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
    return bits[row][column]
  }

  static func letter(_ dots: UInt32) -> Character {
    Unicode.Scalar(0x2800 + dots).map(Character.init) ?? " "
  }
}
