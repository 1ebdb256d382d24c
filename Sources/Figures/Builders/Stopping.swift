extension Figure {
  /// Returns losses against the epoch, counted from 1, with the epoch that was kept and the one after which training stops.
  ///
  /// - Parameters:
  ///   - title: what the picture shows.
  ///   - losses: one curve each; the last one is what is watched.
  ///   - bestEpochs: the best epoch so far after each epoch, whose loss is drawn as a staircase; none to leave that out.
  ///   - kept: the epoch whose parameters are kept; nil for none.
  ///   - stopped: the epoch after which training stops; nil for none.
  public static func stopping(
    title: String, losses: [(name: String, values: [Double])], bestEpochs: [Int?] = [], kept: Int?, stopped: Int?
  ) -> Figure {
    let watched = losses.last?.values ?? []
    var marks = losses.map { Mark.line(name: $0.name, points: epochs($0.values)) }
    if !bestEpochs.isEmpty {
      let stairs = bestEpochs.enumerated().flatMap { index, epoch in
        let best = epoch.flatMap { watched.indices.contains($0 - 1) ? watched[$0 - 1] : nil } ?? .nan
        return [Point(Double(index) + 1, best), Point(Double(index) + 2, best)]
      }
      marks.append(.line(name: "best so far", points: Array(stairs.dropLast())))
    }
    if let kept { marks.append(.rule(name: "kept: epoch \(kept)", x: Double(kept))) }
    if let stopped { marks.append(.rule(name: "stop: epoch \(stopped)", x: Double(stopped))) }
    return Figure(title, panels: [Panel(title: "", x: Axis("epoch"), y: Axis("loss"), marks: marks)])
  }
}
