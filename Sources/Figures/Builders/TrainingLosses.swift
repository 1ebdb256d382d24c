extension Figure {
  /// Returns the training loss against the epoch, counted from 1, one curve a run.
  public static func trainingLosses(
    _ runs: [(name: String, losses: [Double])], title: String = "Training loss"
  ) -> Figure {
    Figure(
      title,
      panels: [
        Panel(
          title: "", x: Axis("epoch"), y: Axis("loss"),
          marks: runs.map { .line(name: $0.name, points: epochs($0.losses)) })
      ])
  }
}
