import CourseKit
import Vocabulary

extension Figure {
  /// Returns the inputs beside what two hidden units make of them, with the line w1·h₁ + w2·h₂ + b = 0 on which the
  /// output is undecided.
  ///
  /// A few examples have labels, and the caption says which of them are in the same place of the hidden space.
  ///
  /// `hidden` [N, 2] holds the activations of the examples in `inputs`, in the same order.
  public static func hiddenSpace(
    inputs: Dataset, hidden: Matrix, separator: (w1: Double, w2: Double, b: Double)
  ) -> Figure {
    func marks(_ points: Matrix) -> [Mark] {
      let shown = Array(0..<min(points.rows, inputs.count))
      return Figure.scatters((points, inputs.classes), at: shown, names: twoClasses)
        + (places(points, inputs).map { places in
          [.labels(places.map { PointLabel($0.names.joined(separator: ", "), at: $0.point) })]
        } ?? [])
    }
    var inputPanel = Panel(title: "Input space", x: Axis("x₁"), y: Axis("x₂"), marks: marks(inputs.features))
    var hiddenPanel = Panel(title: "Hidden space", x: Axis("h₁"), y: Axis("h₂"), marks: marks(hidden))
    inputPanel.makeSquare()
    hiddenPanel.makeSquare()
    let line = line(separator, x: hiddenPanel.xScale.range, y: hiddenPanel.yScale.range)
    hiddenPanel.marks.append(.line(name: "separating line", points: line))
    let shared = (places(hidden, inputs) ?? []).map(\.names).filter { $0.count > 1 }
    let caption = shared.map { names in
      "\(names.dropLast().joined(separator: ", ")) and \(names[names.count - 1]) have the same place in hidden space."
    }.joined(separator: " ")
    return Figure(
      "What the hidden layer does to the inputs", caption: caption.isEmpty ? nil : caption,
      panels: [inputPanel, hiddenPanel])
  }

  /// What the points of a few examples are called: by their inputs, and all of one place together.
  ///
  /// Points are in one place if they are no further apart than a fiftieth of all points' reach. Nil if there are too many
  /// examples for labels, or no places.
  private static func places(_ points: Matrix, _ inputs: Dataset) -> [(point: Point, names: [String])]? {
    guard points.columns == 2, inputs.features.columns == 2, points.rows == inputs.count, points.rows <= 8,
      points.elements.allSatisfy({ Drawable.contains($0, isLogarithmic: false) })
    else { return nil }
    let columns = (0..<2).map { column in (0..<points.rows).map { points[$0, column] } }
    let reach = columns.map { ($0.max() ?? 0) - ($0.min() ?? 0) }.max() ?? 0
    var places: [(point: Point, names: [String])] = []
    for row in 0..<points.rows {
      let numbers = (0..<2).map { DecimalNumber(inputs.features[row, $0], significant: 2).shortened.text() }
      let name = "(\(numbers.joined(separator: ",")))"
      let point = Point(points[row, 0], points[row, 1])
      let same = places.firstIndex { max(abs($0.point.x - point.x), abs($0.point.y - point.y)) <= reach / 50 }
      if let same { places[same].names.append(name) } else { places.append((point, [name])) }
    }
    return places
  }

  /// The line from edge to edge, along the axis that it follows more closely; no points if there is no such line.
  private static func line(
    _ separator: (w1: Double, w2: Double, b: Double), x: ClosedRange<Double>, y: ClosedRange<Double>
  ) -> [Point] {
    let (w1, w2, b) = separator
    guard [w1, w2, b].allSatisfy(\.isFinite), w1 != 0 || w2 != 0 else { return [] }
    // Only the edges' own coordinate is given, so neither division is by a small number.
    let steps = (0...100).map { Double($0) / 100 }
    if abs(w2) >= abs(w1) {
      return steps.map { x.lowerBound + (x.upperBound - x.lowerBound) * $0 }.map { Point($0, -(w1 * $0 + b) / w2) }
    }
    return steps.map { y.lowerBound + (y.upperBound - y.lowerBound) * $0 }.map { Point(-(w2 * $0 + b) / w1, $0) }
  }
}

extension Panel {
  /// Gives both axes a margin for labels, and the same length and unit, unless one would then be too short to read.
  fileprivate mutating func makeSquare() {
    let (x, y) = (xScale, yScale)
    let longest = max(x.length, y.length)
    hasEqualUnits = min(x.length, y.length) > longest / 5
    xAxis.range = x.range(ofLength: 1.2 * (hasEqualUnits ? longest : x.length))
    yAxis.range = y.range(ofLength: 1.2 * (hasEqualUnits ? longest : y.length))
  }
}

extension Scale {
  fileprivate func range(ofLength length: Double) -> ClosedRange<Double> {
    let middle = (range.lowerBound + range.upperBound) / 2
    return (middle - length / 2)...(middle + length / 2)
  }
}
