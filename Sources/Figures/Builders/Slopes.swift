extension Figure {
  /// Returns the loss along single parameters, each with the tangent of a slope at the parameter's value.
  public static func slopes(
    _ parameters: [(name: String, value: Double, slope: Double, curve: [Point])]
  ) -> Figure {
    Figure(
      "The loss along single parameters",
      panels: parameters.map { name, value, slope, curve in
        let loss = curve.min { abs($0.x - value) < abs($1.x - value) }?.y ?? .nan
        let reach = ((curve.map(\.x).max() ?? value) - (curve.map(\.x).min() ?? value)) / 4
        let tangent = (-20...20).map { step in
          let distance = reach * Double(step) / 20
          return Point(value + distance, loss + slope * distance)
        }
        return Panel(
          title: name, x: Axis("value"), y: Axis("loss"),
          marks: [
            .line(name: "loss", points: curve), .line(name: "gradient", points: tangent),
            .points(name: "where it stands", points: [Point(value, loss)]),
          ])
      })
  }
}
