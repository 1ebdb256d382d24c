/// What a panel has instead of numbers at its vertical axis: rows with labels, which draw themselves.
protocol SVGRows {
  /// The rows' labels from top to bottom, each in lines, in a panel of this width.
  func labels(width: Double) -> [[String]]

  /// The height of all rows in a panel of this width.
  func height(width: Double) -> Double

  /// The room to the right of the plot.
  var right: Double { get }

  /// Whether the horizontal axis has numbers.
  var hasNumbersBelow: Bool { get }

  /// The room for numbers or labels below a plot of this width.
  func labelRoom(plotWidth: Double) -> Double

  /// Draws labels and rows; (left, top) is the plot's corner.
  func draw(_ layout: SVGPanelLayout, left: Double, top: Double, on writer: inout SVGWriter)
}

extension SVGRows {
  /// Draws a row's label to the left of the plot.
  func draw(_ label: [String], left: Double, middle: Double, on writer: inout SVGWriter) {
    let lineHeight = SVGText.lineHeight()
    writer.lines(
      label, x: left - 6, y: middle + SVGText.drop() - Double(label.count - 1) * lineHeight / 2, size: SVGText.size,
      anchor: "end")
  }
}

extension Panel {
  /// The panel's rows, if it has rows.
  var svgRows: (any SVGRows)? { SVGIntervals(self) ?? SVGConfusion(self) }
}
