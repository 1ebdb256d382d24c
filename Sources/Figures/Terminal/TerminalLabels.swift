extension TerminalPlot {
  /// Draws the ends of curves that jump, and labels beside their points.
  mutating func drawEndsAndLabels() {
    var taken: Set<Int> = []
    for mark in layout.panel.marks {
      switch mark {
      case .points(_, let points): taken.formUnion(points.compactMap(cell))
      case .ends(_, let closed, let open):
        let look = layout.legend.look(of: mark)
        for (points, isOpen) in [(closed, false), (open, true)] {
          for cell in points.compactMap(cell) {
            let (row, column) = cell.quotientAndRemainder(dividingBy: layout.plotWidth)
            canvas.put(layout.style.end(isOpen: isOpen), column: column, row: row, .look(look))
          }
        }
      default: break
      }
    }
    for case .labels(let labels) in layout.panel.marks {
      for label in labels { write(label, taken: &taken) }
    }
  }

  /// The number of a point's cell, row after row; nil outside the plot.
  private func cell(_ point: Point) -> Int? {
    guard let column = layout.column(of: point.x), let row = layout.row(of: point.y) else { return nil }
    return row * layout.plotWidth + column
  }

  /// Writes a label to the right of its point or to the left, above or below, where no symbol is and no other label.
  private mutating func write(_ label: PointLabel, taken: inout Set<Int>) {
    guard let cell = cell(label.point) else { return }
    let (row, column) = cell.quotientAndRemainder(dividingBy: layout.plotWidth)
    let text = layout.style.shortened(layout.style.text(label.text), to: layout.plotWidth)
    let middle = min(max(column - text.count / 2, 0), layout.plotWidth - text.count)
    let places = [
      (row, column + 2), (row, column - 1 - text.count), (row - 1, middle), (row + 1, middle), (row - 2, middle),
      (row + 2, middle),
    ]
    for (row, start) in places {
      let cells = (row * layout.plotWidth + start)..<(row * layout.plotWidth + start + text.count)
      guard start >= 0, start + text.count <= layout.plotWidth, row >= 0, row < layout.plotHeight,
        taken.isDisjoint(with: cells)
      else { continue }
      canvas.write(text, column: start, row: row)
      taken.formUnion(cells)
      return
    }
  }
}
