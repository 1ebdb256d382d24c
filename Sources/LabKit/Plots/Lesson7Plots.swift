import Contract
import CourseKit
import Figures
import Training

// What early stopping does.
extension Plot {
  static let ofLesson7: [Plot] = [
    Plot(
      "stopping", "where early stopping ends a training, and which epoch it keeps",
      calls: [Lesson7.shouldStop.exercise],
      training: [onHundredMoons], draw: { _, runs in stopping(runs[0]) }),
    Plot(
      "monitor", "seven validation losses, the best so far, and where the monitor stops",
      calls: [Lesson7.shouldStop.exercise], draw: { studio in monitor(studio.functions) }),
  ]

  /// A training on so few noisy moons that it soon learns single examples by heart, with all of them at once.
  private static let onHundredMoons = TrainingSetup(
    data: .generated(GeneratedData(.moons, samples: 100, noise: 0.44)), hiddenUnits: [64, 64, 64], epochs: 120,
    batchSize: 0, learningRate: 0.02)

  /// What the monitor says of a training that went on all the same.
  private static func stopping(_ run: FinishedRun) -> Figure {
    let history = run.result.history
    let verdict = verdict(on: history.validationLoss, patience: 50, run.functions)
    return .stopping(
      title: "Early stopping with patience 50",
      losses: [("training loss", history.trainingLoss), ("validation loss", history.validationLoss)],
      kept: verdict.best.last ?? nil, stopped: verdict.stop)
  }

  /// The seven epochs of the page, with the best loss so far.
  private static func monitor(_ functions: LessonFunctions) -> Figure {
    let losses = [0.70, 0.52, 0.55, 0.45, 0.50, 0.48, 0.45]
    let verdict = verdict(on: losses, patience: 3, functions)
    return .stopping(
      title: "Seven epochs, and patience 3", losses: [("validation loss", losses)], bestEpochs: verdict.best,
      kept: verdict.best.last ?? nil, stopped: verdict.stop)
  }

  /// Asks a monitor after each epoch until it stops: after which epoch it did, and which was the best after each until then.
  private static func verdict(
    on losses: [Double], patience: Int, _ functions: LessonFunctions
  ) -> (stop: Int?, best: [Int?]) {
    guard let monitor = functions.makeMonitor?(TrainingSetup.Stopping(patience: patience)) else { return (nil, []) }
    let parameters = Parameters(weights: [], biases: [])
    var best: [Int?] = []
    for (index, loss) in losses.enumerated() {
      let isOver = monitor.shouldStop(index + 1, loss, parameters)
      best.append(monitor.best().epoch)
      if isOver { return (index + 1, best) }
    }
    return (nil, best)
  }
}
