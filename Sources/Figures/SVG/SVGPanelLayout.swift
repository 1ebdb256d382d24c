import Vocabulary

/// Where the parts of a panel lie, measured from its upper left corner.
struct SVGPanelLayout {
  let panel: Panel
  let legend: Legend
  let xScale: Scale
  let yScale: Scale
  let xTicks: [DecimalNumber]
  let yTicks: [DecimalNumber]

  /// The lines of the panel's title and of both axes' titles.
  let titles: (panel: [String], x: [String], y: [String])

  /// The names of vertical lines, between the title and the plot.
  let ruleNames: RuleNames

  /// The room for the title and the names of lines, above the plot.
  let top: Double
  let left: Double
  let plotWidth: Double
  let plotHeight: Double

  /// The room for the axis, below the plot.
  let bottom: Double

  /// The room to the right of the plot, in which half of a number may stand.
  private let right: Double

  static let ruleNameHeight = SVGText.lineHeight()

  /// How far below a plot the base line of its numbers lies, and the room for them.
  static let numberDrop = SVGText.ascent() + 8
  static let numberRoom = numberDrop + 5

  var height: Double { top + plotHeight + bottom }

  /// The width of what is drawn.
  var usedWidth: Double { left + plotWidth + right }

  /// - Parameters:
  ///   - panel: what is drawn.
  ///   - legend: how marks look.
  ///   - width: the whole panel's width.
  ///   - plotHeight: the plot's usual height.
  ///   - left: the least room to the left of the plot.
  ///   - top: the least room above the plot.
  init(
    _ panel: Panel, legend: Legend, width: Double, plotHeight preferredHeight: Double, left leastLeft: Double = 0,
    top leastTop: Double = 0
  ) {
    self.panel = panel
    self.legend = legend
    xScale = panel.xScale
    yScale = panel.yScale

    let rows = panel.svgRows
    let fullHeight = rows?.height(width: width) ?? preferredHeight
    let left = max(leastLeft, panel.leftRoom(width: width))
    right = rows?.right ?? 16
    let size = Self.proportioned(
      width: width - left - right, height: fullHeight, ratio: xScale.length / yScale.length,
      hasEqualUnits: panel.hasEqualUnits && rows == nil)
    (plotWidth, plotHeight) = size
    self.left = left
    yTicks = rows == nil ? Ticks.numbers(for: yScale, atMost: max(2, Int(size.height / 38))) : []
    xTicks = rows?.hasNumbersBelow == false ? [] : Self.separateTicks(xScale, width: size.width)

    titles = (
      SVGText.balanced(panel.title, width: (size.width + right) / SVGText.boldness, size: SVGText.size),
      SVGText.wrapped(panel.xAxis.title, width: size.width + right, size: SVGText.size),
      panel.yTitle(height: size.height)
    )
    ruleNames = RuleNames(
      of: panel, legend: legend, scale: xScale, width: size.width, gap: 8,
      text: { SVGText.fitted($0, width: size.width, size: SVGText.size) },
      measure: { SVGText.width($0, size: SVGText.size) })
    let titleHeight = Double(titles.panel.count) * SVGText.lineHeight()
    top = max(leastTop, titleHeight + Double(ruleNames.rowCount) * Self.ruleNameHeight + 8)
    let titleBelow = Double(titles.x.count) * SVGText.lineHeight()
    bottom = (rows?.labelRoom(plotWidth: size.width) ?? Self.numberRoom) + titleBelow + (titles.x.isEmpty ? 0 : 4)
  }

  /// The plot's size: as it is, or such that a unit is equally long on both axes if that leaves a useful picture.
  private static func proportioned(
    width: Double, height: Double, ratio: Double, hasEqualUnits: Bool
  ) -> (width: Double, height: Double) {
    guard hasEqualUnits, ratio > 0.4, ratio < 4 else { return (width, height) }
    let tallest = min(width, 340)
    return width / ratio <= tallest ? (width, width / ratio) : (tallest * ratio, tallest)
  }

  /// The most round numbers whose texts keep apart.
  private static func separateTicks(_ scale: Scale, width: Double) -> [DecimalNumber] {
    var count = max(2, Int(width / 45))
    while count >= 2 {
      let ticks = Ticks.numbers(for: scale, atMost: count)
      let widest = Ticks.texts(ticks).map { SVGText.width($0, size: SVGText.size) }.max() ?? 0
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
  /// The room for the vertical axis's title and labels in a panel of this width.
  func leftRoom(width: Double) -> Double {
    let rows = svgRows
    // As many numbers as the highest plots have.
    let labels = rows?.labels(width: width).flatMap(\.self) ?? []
    let numbers = rows == nil ? [2, 5, 8].flatMap { Ticks.texts(Ticks.numbers(for: yScale, atMost: $0)) } : []
    let widest = (labels + numbers).map { SVGText.width($0, size: SVGText.size) }.max() ?? 0
    let title = yTitle(height: rows?.height(width: width) ?? 210).count
    return widest + 8 + Double(title) * SVGText.lineHeight()
  }

  /// The lines of the vertical axis's title.
  func yTitle(height: Double) -> [String] {
    SVGText.wrapped(yAxis.title, width: max(height + 20, 120), size: SVGText.size)
  }
}
