extension Figure {
  /// Returns activation functions beside their derivatives, both against z.
  ///
  /// Each function has a value and a derivative for each entry of `z`.
  public static func activations(
    z: [Double], functions: [(name: String, values: [Double], derivatives: [Double])]
  ) -> Figure {
    let places = z.filter(\.isFinite)
    let range = (places.min() ?? 0)...(places.max() ?? 1)
    func panel(_ title: String, y: String, _ curves: [(name: String, values: [Double])]) -> Panel {
      Panel(
        title: title, x: Axis("z", range: range), y: Axis(y),
        marks: curves.flatMap { Mark.curveWithJumps(name: $0.name, points: zip(z, $0.values).map(Point.init)) })
    }
    return Figure(
      "Activation functions",
      panels: [
        panel("Functions", y: "activation", functions.map { ($0.name, $0.values) }),
        panel("Derivatives", y: "slope", functions.map { ($0.name, $0.derivatives) }),
      ])
  }
}
