import Foundation

extension Figure {
  /// Returns activation functions beside their derivatives, both against z.
  ///
  /// Each function has a value and a derivative for each entry of `z`, which rises. A derivative that jumps is
  /// interrupted there: a full point lies where it has its value, an open ring where it begins anew.
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
  /// Returns a curve that is interrupted where it jumps, with a full point before each jump and an open ring behind it.
  ///
  /// A jump is a step of half of all that the curve spans, or more, between neighbours; the value before it is the one that
  /// the curve has there.
  static func steps(name: String, points: [Point]) -> [Mark] {
    let (xs, ys) = (points.map(\.x).filter(\.isFinite), points.map(\.y).filter(\.isFinite))
    let width = (xs.max() ?? 0) - (xs.min() ?? 0)
    let height = (ys.max() ?? 0) - (ys.min() ?? 0)
    let jumps = points.indices.dropLast().filter { abs(points[$0 + 1].y - points[$0].y) > height / 2 }
    let radius = (x: width / 75, y: height / 55)
    var curve: [Point] = []
    var ends: [Mark] = []
    var start = 0
    for jump in jumps {
      let before = points[jump]
      let after = Point(before.x, points[jump + 1].y)
      curve += points[start...jump] + [Point(before.x, .nan), Point(after.x + radius.x, after.y)]
      start = points[jump...].firstIndex { $0.x > after.x + radius.x } ?? points.count
      ends += [.line(name: name, points: [before]), .ring(name: name, around: after, radius: radius)]
    }
    return [.line(name: name, points: curve + points[start...])] + ends
  }

  /// Returns a closed line around a place, which stays empty.
  private static func ring(name: String, around middle: Point, radius: (x: Double, y: Double)) -> Mark {
    let steps = 32
    return .line(
      name: name,
      points: (0...steps).map { step in
        let angle = 2 * Double.pi * Double(step) / Double(steps)
        return Point(middle.x + radius.x * cos(angle), middle.y + radius.y * sin(angle))
      })
  }
}
