extension Figure {
  /// Returns means with their spreads, one row a label, and below each the reference where there is one.
  ///
  /// Shares, as an accuracy is one, are shown between 0 and 1: a spread ends there.
  public static func comparison(
    title: String, axis: String, areShares: Bool = false,
    entries: [(
      label: String, ours: (mean: Double, spread: Double), reference: (mean: Double, spread: Double)?
    )]
  ) -> Figure {
    var marks: [Mark] = [
      .intervals(
        name: "yours", entries: entries.map { Interval(label: $0.label, mean: $0.ours.mean, spread: $0.ours.spread) })
    ]
    let references = entries.compactMap { entry in
      entry.reference.map { Interval(label: entry.label, mean: $0.mean, spread: $0.spread) }
    }
    if !references.isEmpty {
      marks.append(.intervals(name: "reference", entries: references))
    }
    return Figure(
      title, panels: [Panel(title: "", x: Axis(axis, range: areShares ? 0...1 : nil), y: Axis(""), marks: marks)])
  }
}
