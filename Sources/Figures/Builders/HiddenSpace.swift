import CourseKit

extension Figure {
  /// Returns the inputs beside what two hidden units make of them, with the line w1·h₁ + w2·h₂ + b = 0 on which the
  /// output is undecided.
  ///
  /// `hidden` [N, 2] holds the activations of the examples in `inputs`, in the same order.
  public static func hiddenSpace(
    inputs: Dataset, hidden: Matrix, separator: (w1: Double, w2: Double, b: Double)
  ) -> Figure {
    func scatters(_ points: Matrix) -> [Mark] {
      Figure.scatters((points, inputs.classes), at: Array(0..<min(points.rows, inputs.count)), names: twoClasses)
    }
    var inputPanel = Panel(title: "Input space", x: Axis("x₁"), y: Axis("x₂"), marks: scatters(inputs.features))
    var hiddenPanel = Panel(title: "Hidden space", x: Axis("h₁"), y: Axis("h₂"), marks: scatters(hidden))
    inputPanel.makeSquare()
    hiddenPanel.makeSquare()
    let line = line(separator, x: hiddenPanel.xScale.range, y: hiddenPanel.yScale.range)
    hiddenPanel.marks.append(.line(name: "separating line", points: line))
    return Figure("What the hidden layer does to the inputs", panels: [inputPanel, hiddenPanel])
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
  /// Gives both axes some margin and the same length and unit, unless one would then be too short to read.
  fileprivate mutating func makeSquare() {
    let (x, y) = (xScale, yScale)
    let longest = max(x.length, y.length)
    hasEqualUnits = min(x.length, y.length) > longest / 5
    xAxis.range = x.range(ofLength: 1.1 * (hasEqualUnits ? longest : x.length))
    yAxis.range = y.range(ofLength: 1.1 * (hasEqualUnits ? longest : y.length))
  }
}

extension Scale {
  fileprivate func range(ofLength length: Double) -> ClosedRange<Double> {
    let middle = (range.lowerBound + range.upperBound) / 2
    return (middle - length / 2)...(middle + length / 2)
  }
}
