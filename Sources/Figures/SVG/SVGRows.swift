/// What a panel has instead of numbers at its vertical axis: rows with labels, which draw themselves.
protocol SVGRows {
  /// The rows' labels, from top to bottom.
  var labels: [String] { get }

  /// The height of all rows.
  var height: Double { get }

  /// The least width of a plot that shows them; nil if any width does.
  var width: Double? { get }

  /// The room to the right of the plot.
  var right: Double { get }

  /// Whether the horizontal axis has numbers.
  var hasNumbersBelow: Bool { get }

  /// The room below a plot of this width, the axis's title included.
  func bottom(plotWidth: Double) -> Double

  /// Draws labels and rows; (left, top) is the plot's corner.
  func draw(_ layout: SVGPanelLayout, left: Double, top: Double, on writer: inout SVGWriter)
}

extension SVGRows {
  /// Draws a row's label to the left of the plot.
  func draw(_ label: String, _ layout: SVGPanelLayout, left: Double, middle: Double, on writer: inout SVGWriter) {
    writer.text(
      SVGText.fitted(label, width: layout.left - 12, size: SVGText.tickSize),
      x: left - 8, y: middle + 4.5, size: SVGText.tickSize, anchor: "end")
  }
}

extension Panel {
  /// The panel's rows, if it has rows.
  var svgRows: (any SVGRows)? { SVGIntervals(self) ?? SVGConfusion(self) }
}
