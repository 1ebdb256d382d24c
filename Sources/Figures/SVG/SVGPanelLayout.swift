import Vocabulary

/// Where the parts of a panel lie, measured from its upper left corner.
struct SVGPanelLayout {
  let panel: Panel
  let legend: Legend
  let xScale: Scale
  let yScale: Scale
  let xTicks: [DecimalNumber]
  let yTicks: [DecimalNumber]

  /// The room for the panel's title, above the plot.
  let top: Double
  let left: Double
  let plotWidth: Double
  let plotHeight: Double

  /// The room for the axis, below the plot.
  let bottom: Double

  var height: Double { top + plotHeight + bottom }

  init(_ panel: Panel, legend: Legend, width: Double, plotHeight preferredHeight: Double) {
    self.panel = panel
    self.legend = legend
    xScale = panel.xScale
    yScale = panel.yScale
    top = panel.title.isEmpty ? 12 : 30

    let rows = panel.svgRows
    let fullHeight = rows?.height ?? preferredHeight
    yTicks = rows == nil ? Ticks.numbers(for: yScale, atMost: max(2, Int(fullHeight / 42))) : []
    let labels = rows?.labels ?? Ticks.texts(yTicks)
    left = min(panel.leftRoom(labels), panel.leftRoom([]) + width * 0.35)
    let fullWidth = width - left - (rows?.right ?? 18)

    (plotWidth, plotHeight) = Self.proportioned(
      width: fullWidth, height: fullHeight, ratio: xScale.length / yScale.length,
      hasEqualUnits: panel.hasEqualUnits && rows == nil)
    xTicks = rows?.hasNumbersBelow == false ? [] : Self.separateTicks(xScale, width: plotWidth)
    bottom = rows?.bottom(plotWidth: plotWidth) ?? 48
  }

  /// The plot's size: as it is, or such that a unit is equally long on both axes if that leaves a useful picture.
  private static func proportioned(
    width: Double, height: Double, ratio: Double, hasEqualUnits: Bool
  ) -> (Double, Double) {
    guard hasEqualUnits, ratio > 0.4, ratio < 4 else { return (width, height) }
    let tallest = min(width, 340)
    return width / ratio <= tallest ? (width, width / ratio) : (tallest * ratio, tallest)
  }

  /// The most round numbers whose texts keep apart.
  private static func separateTicks(_ scale: Scale, width: Double) -> [DecimalNumber] {
    var count = max(2, Int(width / 45))
    while count >= 2 {
      let ticks = Ticks.numbers(for: scale, atMost: count)
      let widest = Ticks.texts(ticks).map { SVGText.width($0, size: SVGText.tickSize) }.max() ?? 0
      let places = ticks.compactMap { scale.fraction($0.value) }
      let closest = zip(places, places.dropFirst()).map { ($1 - $0) * width }.min() ?? .infinity
      if closest >= widest + 14 { return ticks }
      count -= 1
    }
    return Array(Ticks.numbers(for: scale, atMost: 2).prefix(1))
  }

  /// The place of a point within the plot, measured from the plot's upper left corner; nil if it cannot be drawn.
  func place(_ point: Point) -> Point? {
    guard let x = xScale.fraction(point.x), let y = yScale.fraction(point.y) else { return nil }
    return Point(x * plotWidth, (1 - y) * plotHeight)
  }
}

extension Panel {
  /// The room for the vertical axis's title and labels.
  fileprivate func leftRoom(_ labels: [String]) -> Double {
    let labelWidth = labels.map { SVGText.width($0, size: SVGText.tickSize) }.max() ?? 0
    return 12 + (yAxis.title.isEmpty ? 0 : 22) + labelWidth
  }

  /// The least width of the whole panel.
  var neededWidth: Double {
    guard let rows = svgRows, let width = rows.width else { return 0 }
    return leftRoom(rows.labels) + width + rows.right
  }
}
