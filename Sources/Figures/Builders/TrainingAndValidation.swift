import CourseKit

extension Figure {
  /// Returns training and validation loss against the epoch, counted from 1: a panel for each run, all with the same axes.
  public static func trainingAndValidation(_ title: String, _ runs: [(name: String, history: History)]) -> Figure {
    // The first few epochs, in which the loss falls steeply, may leave the picture.
    let losses = runs.flatMap { [$0.history.trainingLoss, $0.history.validationLoss] }
      .flatMap { $0.dropFirst($0.count / 40) }.filter(\.isFinite)
    let range = losses.max().map { highest in 0.9 * (losses.min() ?? highest)...1.05 * highest }
    return Figure(
      title,
      panels: runs.map { name, history in
        Panel(
          title: name, x: Axis("epoch"), y: Axis("loss", range: range),
          marks: [
            .line(name: "training", points: epochs(history.trainingLoss, atMost: 100)),
            .line(name: "validation", points: epochs(history.validationLoss, atMost: 100)),
          ])
      })
  }
}
