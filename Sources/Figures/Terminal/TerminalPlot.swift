import Foundation

/// What lies between the axes of a panel in the terminal: bars and fields below, then curves, then symbols.
struct TerminalPlot {
  let layout: TerminalPanel
  var canvas: TerminalCanvas

  init(_ layout: TerminalPanel) {
    self.layout = layout
    canvas = TerminalCanvas(width: layout.plotWidth, height: layout.plotHeight)
  }

  private var style: TerminalStyle { layout.style }

  mutating func draw() {
    for mark in layout.panel.marks {
      switch mark {
      case .field(let field, _): draw(field)
      case .regions(let regions, let names): draw(regions, names: names)
      case .bars(_, let edges, let heights): drawBars(edges, heights, look: look(mark))
      case .rule(_, let x): drawRule(x, look: look(mark))
      case .line, .points, .intervals, .confusion, .ends, .labels, .contours: break
      }
    }
    drawCurves()
    drawScatters()
    drawEndsAndLabels()
  }

  private func look(_ mark: Mark) -> Int { layout.legend.look(of: mark) }

  private mutating func draw(_ field: Field) {
    guard field.isDrawable else { return }
    let shades = style.shades
    drawBackground(on: field.grid) { row, column in
      let probability = field.values[row, column]
      guard probability.isFinite else { return nil }
      let shade = Int(min(max(probability, 0) * Double(shades.count), Double(shades.count - 1)))
      return (shades[shade], probability < 0.5 ? 0 : 1)
    }
  }

  private mutating func draw(_ regions: ClassRegions, names: [String]) {
    guard regions.isDrawable else { return }
    let (legend, style) = (layout.legend, style)
    drawBackground(on: regions.grid) { row, column in
      regions.likeliest(row: row, column: column).map { likeliest in
        let look = legend.look(ofClass: likeliest.class, names: names)
        return (style.background(look), look)
      }
    }
  }

  /// Fills each cell with what `shade` says of the grid's point nearest to its middle.
  private mutating func drawBackground(
    on grid: PointGrid, shade: (_ row: Int, _ column: Int) -> (character: Character, look: Int)?
  ) {
    let (width, height) = (layout.plotWidth, layout.plotHeight)
    for row in 0..<height {
      for column in 0..<width {
        let x = layout.xScale.number((Double(column) + 0.5) / Double(width))
        let y = layout.yScale.number(1 - (Double(row) + 0.5) / Double(height))
        guard let point = grid.nearest(to: Point(x, y)), let shade = shade(point.row, point.column) else { continue }
        canvas.put(shade.character, column: column, row: row, .look(shade.look))
      }
    }
  }

  private mutating func drawRule(_ x: Double, look: Int) {
    guard let column = layout.column(of: x) else { return }
    for row in 0..<layout.plotHeight {
      canvas.put(style.rule(look), column: column, row: row, .faint)
    }
  }

  /// Fills the columns of each bar, in eighths of a cell where the terminal has such characters.
  private mutating func drawBars(_ edges: [Double], _ heights: [Double], look: Int) {
    let base = layout.yScale.fraction(0).map { min(max($0, 0), 1) } ?? 0
    for column in 0..<layout.plotWidth {
      let x = layout.xScale.number((Double(column) + 0.5) / Double(layout.plotWidth))
      let bars = zip(zip(edges, edges.dropFirst()), heights)
      guard let height = bars.first(where: { $0.0.0 <= x && x < $0.0.1 })?.1,
        let fraction = layout.yScale.fraction(height)
      else { continue }
      for row in 0..<layout.plotHeight {
        let bottom = 1 - Double(row + 1) / Double(layout.plotHeight)
        let filled = (max(fraction, base) - max(bottom, min(fraction, base))) * Double(layout.plotHeight)
        let character = filled >= 1 ? style.block : part(filled)
        if let character {
          canvas.put(character, column: column, row: row, .look(look))
        }
      }
    }
  }

  private func part(_ share: Double) -> Character? {
    if style.isASCII { return share >= 0.5 ? style.block : nil }
    let eighths = Int((share * 8).rounded())
    return eighths < 1 ? nil : Array("▁▂▃▄▅▆▇█")[min(eighths, 8) - 1]
  }

  /// In each cell the symbol of the class that has most points there.
  private mutating func drawScatters() {
    var counts: [Int: [Int: Int]] = [:]
    for mark in layout.panel.marks {
      guard case .points(_, let points) = mark else { continue }
      for point in points {
        guard let column = layout.column(of: point.x), let row = layout.row(of: point.y) else { continue }
        counts[row * layout.plotWidth + column, default: [:]][look(mark), default: 0] += 1
      }
    }
    for (cell, looks) in counts {
      let most = looks.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
      guard let look = most?.key else { continue }
      canvas.put(
        style.symbol(look), column: cell % layout.plotWidth, row: cell / layout.plotWidth, .look(look))
    }
  }
}

extension Scale {
  /// The number at a place of the axis: 0 is its lower end, 1 its upper end.
  func number(_ fraction: Double) -> Double {
    guard isLogarithmic else { return range.lowerBound * (1 - fraction) + range.upperBound * fraction }
    return range.lowerBound * pow(10, fraction * length)
  }
}
