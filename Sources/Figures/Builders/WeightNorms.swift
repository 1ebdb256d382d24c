extension Figure {
  /// Returns the norm of all weights against the epoch, counted from 1, one curve a run.
  public static func weightNorms(_ runs: [(name: String, norms: [Double])]) -> Figure {
    Figure(
      "Size of the weights during training",
      panels: [
        Panel(
          title: "", x: Axis("epoch"), y: Axis("weight norm"),
          marks: runs.map { .line(name: $0.name, points: epochs($0.norms)) })
      ])
  }
}
