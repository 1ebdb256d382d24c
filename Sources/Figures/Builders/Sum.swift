extension Figure {
  /// Returns curves, and beside them the sum of them all on the same axes.
  ///
  /// - Parameters:
  ///   - title: what the picture shows.
  ///   - name: what the sum is called.
  ///   - terms: what is added, each with a value for each entry of `places`.
  ///   - places: where on the horizontal axis the values lie.
  ///   - axis: the horizontal axis.
  ///   - values: the vertical one.
  public static func sum(
    _ title: String, name: String, terms: [(name: String, values: [Double])], at places: [Double], axis: Axis,
    values: Axis
  ) -> Figure {
    func line(_ name: String, _ values: [Double]) -> Mark {
      .line(name: name, points: zip(places, values).map(Point.init))
    }
    let sum = terms.dropFirst().reduce(terms.first?.values ?? []) { zip($0, $1.values).map(+) }
    return Figure(
      title,
      panels: [
        Panel(title: "The terms", x: axis, y: values, marks: terms.map { line($0.name, $0.values) }),
        Panel(title: "Their sum", x: axis, y: values, marks: [line(name, sum)]),
      ])
  }
}
