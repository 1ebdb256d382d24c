extension Figure {
  /// Returns how widely the activations spread in each layer, one curve an initialisation, on one logarithmic axis.
  ///
  /// `spreads` holds the standard deviation of the inputs and then that of each layer's activations.
  public static func activationSpread(schemes: [(name: String, spreads: [Double])]) -> Figure {
    Figure(
      "Ten layers, four ways to begin",
      panels: [
        Panel(
          title: "", x: Axis("layer"), y: Axis("standard deviation", isLogarithmic: true),
          marks: schemes.map { scheme in
            .line(name: scheme.name, points: scheme.spreads.enumerated().map { Point(Double($0), $1) })
          })
      ])
  }
}
