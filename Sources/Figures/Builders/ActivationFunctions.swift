extension Figure {
  /// Returns activation functions beside their derivatives, both against z.
  ///
  /// Each function has a value and a derivative for each entry of `z`, which rises. A derivative that jumps is
  /// interrupted there: the end that has its value is closed, the other one open.
  public static func activations(
    z: [Double], functions: [(name: String, values: [Double], derivatives: [Double])]
  ) -> Figure {
    let places = z.filter(\.isFinite)
    let range = (places.min() ?? 0)...(places.max() ?? 1)
    func panel(_ title: String, y: String, marks: [Mark]) -> Panel {
      Panel(title: title, x: Axis("z", range: range), y: Axis(y), marks: marks)
    }
    return Figure(
      "Activation functions",
      panels: [
        panel(
          "Functions", y: "activation",
          marks: functions.map { .line(name: $0.name, points: zip(z, $0.values).map(Point.init)) }),
        panel(
          "Derivatives", y: "slope",
          marks: functions.flatMap { Mark.steps(name: $0.name, points: zip(z, $0.derivatives).map(Point.init)) }),
      ])
  }
}

extension Mark {
  /// Returns a curve that is interrupted where it jumps, with a closed end before each jump and an open one behind it.
  ///
  /// A jump is a step of half of all that the curve spans, or more, between neighbours; the value before it is the one that
  /// the curve has there.
  static func steps(name: String, points: [Point]) -> [Mark] {
    let heights = points.map(\.y).filter(\.isFinite)
    let height = (heights.max() ?? 0) - (heights.min() ?? 0)
    var curve: [Point] = []
    var closed: [Point] = []
    var open: [Point] = []
    for point in points {
      if let last = curve.last, abs(point.y - last.y) > height / 2 {
        closed.append(last)
        open.append(Point(last.x, point.y))
        curve += [Point(last.x, .nan), Point(last.x, point.y)]
      }
      curve.append(point)
    }
    let line = Mark.line(name: name, points: curve)
    return closed.isEmpty ? [line] : [line, .ends(name: name, closed: closed, open: open)]
  }
}
