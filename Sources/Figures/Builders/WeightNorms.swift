extension Figure {
  /// Returns the norm of all weights against the epoch, counted from 1, one curve a run.
  ///
  /// - Parameters:
  ///   - runs: what each run is called, and the norm after each of its epochs.
  ///   - step: how many epochs lie between two points.
  public static func weightNorms(_ runs: [(name: String, norms: [Double])], every step: Int = 1) -> Figure {
    Figure(
      "Size of the weights during training",
      panels: [
        Panel(
          title: "", x: Axis("epoch"), y: Axis("weight norm"),
          marks: runs.map { name, norms in
            let points = epochs(norms)
            return .line(name: name, points: stride(from: 0, to: points.count, by: step).map { points[$0] })
          })
      ])
  }
}
