extension Figure {
  /// Returns means with their spreads, one row a label, and below each the reference where there is one.
  public static func comparison(
    title: String, axis: String,
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
    return Figure(title, panels: [Panel(title: "", x: Axis(axis), y: Axis(""), marks: marks)])
  }
}
