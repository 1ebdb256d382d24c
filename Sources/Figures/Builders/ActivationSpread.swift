extension Figure {
  /// Returns how widely the activations spread in each layer, one curve an initialisation, on a logarithmic axis.
  ///
  /// `spreads` holds the standard deviation of each layer's activations, from layer 1 on. `samples` are activations of
  /// the last layer, shown as a histogram; no panel is drawn where there are none.
  public static func activationSpread(
    schemes: [(name: String, spreads: [Double], samples: [Double])]
  ) -> Figure {
    let spread = Panel(
      title: "Standard deviation in each layer", x: Axis("layer"), y: Axis("standard deviation", isLogarithmic: true),
      marks: schemes.map { .line(name: $0.name, points: epochs($0.spreads)) })
    let histograms = schemes.filter { !$0.samples.isEmpty }.map { scheme in
      let finite = scheme.samples.filter { Drawable.contains($0, isLogarithmic: false) }
      let range = (finite.min() ?? 0)...(finite.max() ?? 1)
      let histogram = Histogram(finite, range: range, bins: Histogram.bins(for: finite.count))
      return Panel(
        title: "Last layer: \(scheme.name)", x: Axis("activation"), y: Axis("share of activations"),
        marks: [.bars(name: scheme.name, edges: histogram.edges, heights: histogram.shares)])
    }
    return Figure("Activations from layer to layer", panels: [spread] + histograms)
  }

  /// Returns how widely the activations spread in each layer, one curve an initialisation, on a logarithmic axis.
  public static func activationSpread(schemes: [(name: String, spreads: [Double])]) -> Figure {
    activationSpread(schemes: schemes.map { ($0.name, $0.spreads, []) })
  }
}
