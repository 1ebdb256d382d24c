import Foundation

extension Panel {
  /// The horizontal scale: the axis's own range, or one that holds all that is drawn.
  ///
  /// It holds the places of gaps, too, so that one sees from which epoch on a loss is no number.
  var xScale: Scale {
    let positions = marks.flatMap(corners(of:)).map(\.x).filter {
      Drawable.contains($0, isLogarithmic: xAxis.isLogarithmic)
    }
    return scale(of: xAxis, positions: positions, margins: xMargins, startsAtZero: false)
  }

  /// The vertical scale: the axis's own range, or one that holds all that is drawn.
  var yScale: Scale {
    let positions = drawnPoints.map(\.y)
    // Bars stand on zero. A curve of losses is read against zero, unless that would press it flat.
    let (lowest, highest) = (positions.min() ?? 0, positions.max() ?? 0)
    let isNearZero = hasBars ? lowest >= 0 : lowest > 0 && lowest < 0.4 * highest
    return scale(
      of: yAxis, positions: positions, margins: hasBackground ? 0 : 0.05,
      startsAtZero: isNearZero && !hasScatter)
  }

  /// Whether there is anything to see.
  var isEmpty: Bool { drawnPoints.isEmpty }

  /// Whether a field or regions lie behind the other marks.
  var hasBackground: Bool { marks.contains { $0.grid != nil } }

  private var hasBars: Bool {
    marks.contains {
      if case .bars = $0 { true } else { false }
    }
  }

  private var hasScatter: Bool {
    marks.contains {
      if case .points = $0 { true } else { false }
    }
  }

  private var hasIntervals: Bool { !intervalLabels.isEmpty }

  private var xMargins: Double {
    hasBackground ? 0 : hasScatter || hasIntervals || marks.contains(where: \.hasSymbols) ? 0.05 : 0
  }

  private func scale(of axis: Axis, positions: [Double], margins: Double, startsAtZero: Bool) -> Scale {
    if let range = axis.range, range.upperBound > range.lowerBound {
      return Scale(range, isLogarithmic: axis.isLogarithmic)
    }
    guard let lowest = positions.min(), let highest = positions.max() else {
      return Scale(axis.isLogarithmic ? 0.1...1 : 0...1, isLogarithmic: axis.isLogarithmic)
    }
    let tight = Scale(lowest...highest, isLogarithmic: axis.isLogarithmic)
    guard highest > lowest else { return tight }
    if axis.isLogarithmic {
      let factor = pow(10, margins * tight.length)
      return Scale(
        max(lowest / factor, Drawable.smallest)...min(highest * factor, Drawable.largest), isLogarithmic: true)
    }
    let margin = margins * (highest - lowest)
    // A curve that comes close to zero must not hide behind the frame; bars stand on it.
    let start = !startsAtZero ? lowest - margin : hasBars ? 0 : -margin / 2
    return Scale(max(start, -Drawable.largest)...min(highest + margin, Drawable.largest))
  }

  /// Every place that must be visible, without those that cannot be drawn.
  private var drawnPoints: [Point] { marks.flatMap(corners(of:)).filter(canDraw) }

  private func corners(of mark: Mark) -> [Point] {
    switch mark {
    case .line(_, let points), .points(_, let points):
      return points
    case .ends(_, let closed, let open):
      return closed + open
    case .bars(_, let edges, let heights):
      let base = yAxis.isLogarithmic ? nil : 0.0
      return zip(zip(edges, edges.dropFirst()), heights).flatMap { sides, height in
        [sides.0, sides.1].flatMap { side in [height, base ?? height].map { Point(side, $0) } }
      }
    case .field, .regions:
      guard let grid = mark.grid else { return [] }
      return [
        Point(grid.xRange.lowerBound, grid.yRange.lowerBound), Point(grid.xRange.upperBound, grid.yRange.upperBound),
      ]
    case .rule, .labels, .contours:
      // A rule without data would be a picture of nothing.
      return []
    case .intervals(_, let entries):
      return entries.flatMap { entry in
        [-1.0, 0, 1].map { Point(entry.mean + $0 * (entry.spread.isFinite ? entry.spread : 0), 1) }
      }
    case .confusion(_, let names):
      return names.isEmpty ? [] : [Point(1, 1)]
    }
  }

  /// The labels of all intervals, each once, in order.
  var intervalLabels: [String] {
    var labels: [String] = []
    for case .intervals(_, let entries) in marks {
      for entry in entries where !labels.contains(entry.label) {
        labels.append(entry.label)
      }
    }
    return labels
  }
}

extension Mark {
  /// The grid of a background that there is something to see of.
  fileprivate var grid: PointGrid? {
    switch self {
    case .field(let field, _): field.isDrawable ? field.grid : nil
    case .regions(let regions, _): regions.isDrawable ? regions.grid : nil
    default: nil
    }
  }
}

extension Field {
  /// Whether the grid has squares and at least one probability.
  var isDrawable: Bool { grid.isDrawable && values.elements.contains(where: \.isFinite) }
}

extension ClassRegions {
  /// Whether the grid has squares and at least one point with a likeliest class.
  var isDrawable: Bool {
    grid.isDrawable
      && (0..<grid.rows).contains { row in
        (0..<grid.columns).contains { likeliest(row: row, column: $0) != nil }
      }
  }
}

extension Panel {
  /// Whether both axes can show this point.
  func canDraw(_ point: Point) -> Bool {
    Drawable.contains(point.x, isLogarithmic: xAxis.isLogarithmic)
      && Drawable.contains(point.y, isLogarithmic: yAxis.isLogarithmic)
  }
}
