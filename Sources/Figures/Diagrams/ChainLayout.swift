/// Boxes one after the other: from left to right where the page is wide enough, else from the top down.
struct ChainLayout {
  let boxes: [Diagram.Node]
  let arrows: [Diagram.Quantity]

  private static let arrowHeight = 48.0

  /// The chain as the picture that fits the page.
  var sketch: Diagram.Sketch {
    let row = GraphLayout(GraphStructure(columns: columns, wires: wires))
    if row.width <= GraphLayout.widest {
      return Diagram.Sketch(width: row.width, height: row.height) { row.draw(left: $0, top: $1, on: &$2) }
    }
    return Diagram.Sketch(width: width, height: height) { draw(left: $0, top: $1, on: &$2) }
  }

  /// The arrow in front of a box, or behind the last one.
  func arrow(_ index: Int) -> Diagram.Quantity { index < arrows.count ? arrows[index] : "" }

  /// Whether an arrow is drawn: one without words is left out at the ends.
  func hasArrow(_ index: Int) -> Bool { index > 0 && index < boxes.count || !arrow(index).isEmpty }

  private static func name(_ index: Int) -> String { "\(index)" }

  private var columns: [Diagram.Column] {
    let ends = [0, boxes.count + 1]
    return (0...boxes.count + 1).filter { !ends.contains($0) || hasArrow(min($0, boxes.count)) }.map { index in
      if ends.contains(index) { return Diagram.Column([.point(Self.name(index))]) }
      var box = boxes[index - 1]
      box.name = Self.name(index)
      return Diagram.Column([box])
    }
  }

  private var wires: [Diagram.Wire] {
    (0...boxes.count).filter(hasArrow).map {
      Diagram.Wire(Self.name($0), Self.name($0 + 1), arrow($0))
    }
  }

  private var boxWidth: Double { 2 * (boxes.map { $0.extent(radius: 0) }.max() ?? 0) }

  /// The room that labels need beside an arrow, on each side.
  private var labelWidth: Double {
    let labels = (0...boxes.count).map(arrow)
    return labels.flatMap { [DiagramText.width($0.value), DiagramText.width($0.slopeText ?? "")] }.max() ?? 0
  }

  private var width: Double { max(boxWidth, 2 * (labelWidth + 26)) }

  private var height: Double {
    let arrowCount = (0...boxes.count).filter(hasArrow).count
    return boxes.map(Self.height).reduce(0, +) + Double(arrowCount) * Self.arrowHeight
  }

  private static func height(_ box: Diagram.Node) -> Double { box.halfHeight(radius: 0) + box.below(radius: 0) }

  private func draw(left: Double, top: Double, on writer: inout SVGWriter) {
    let x = left + width / 2
    var y = top
    for index in 0...boxes.count {
      if hasArrow(index) {
        drawArrow(arrow(index), x: x, top: y, on: &writer)
        y += Self.arrowHeight
      }
      guard index < boxes.count else { break }
      boxes[index].draw(x: x, y: y + boxes[index].halfHeight(radius: 0), radius: 0, on: &writer)
      y += Self.height(boxes[index])
    }
  }

  /// Draws an arrow down with its value on the left, and one up with its slope on the right.
  private func drawArrow(_ label: Diagram.Quantity, x: Double, top: Double, on writer: inout SVGWriter) {
    let hasSlope = label.slope != nil
    let down = (hasSlope ? x - 10 : x).coordinate
    let (start, end) = ((top + 3).coordinate, top + Self.arrowHeight - 3)
    writer.lines(
      "M\(down) \(start)V\((end - 8).coordinate)", heads: "M\(down) \(end.coordinate)l-4-9h8z", isSlope: false)
    writer.label(
      label.value, x: x - (hasSlope ? 20 : 10), y: top + Self.arrowHeight / 2, anchor: "end", kind: .value)
    guard let slope = label.slopeText else { return }
    let up = (x + 10).coordinate
    writer.lines(
      "M\(up) \((top + 12).coordinate)V\(end.coordinate)", heads: "M\(up) \(start)l-4 9h8z", isSlope: true)
    writer.label(slope, x: x + 20, y: top + Self.arrowHeight / 2, anchor: "start", kind: .slope)
  }
}
