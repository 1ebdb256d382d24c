import CourseKit
import Figures
import Training
import Vocabulary

// What a training does.
extension Plot {
  static let ofLesson5: [Plot] = [
    learning,
    rates,
    Plot(
      "curves", "loss and accuracy of a training, epoch by epoch", training: [TrainingSetup(epochs: 120)],
      draw: { _, runs in Figure.curves(runs[0].result.history, bestEpoch: runs[0].result.bestEpoch) }),
    hiddenSpace,
  ]

  /// So few examples that each is seen, in so small batches that an epoch has as many steps as the course's baseline.
  private static func onFewMoons(epochs: Int) -> TrainingSetup {
    TrainingSetup(data: .generated(GeneratedData(.moons, samples: 90, noise: 0.15)), epochs: epochs, batchSize: 5)
  }

  private static let learning: Plot = {
    // With one seed a shorter training is the beginning of a longer one.
    let epochs = [1, 10, 100, 400]
    let setups = epochs.map(onFewMoons)
    return Plot(
      "learning", "the boundary after 1, 10, 100 and 400 epochs", calls: Boundary.exercises(of: setups[0]),
      training: setups,
      draw: { _, runs in
        let names = epochs.map { $0 == 1 ? "1 epoch" : "\($0) epochs" }
        return Boundary.figure(title: "A network learns", Array(zip(names, runs)), side: 24)
      })
  }()

  private static let rates: Plot = {
    let rates = [(0.001, "too small"), (0.3, "right"), (10, "too large")]
    let setups = rates.map { rate, _ in
      var setup = TrainingSetup(epochs: 50)
      setup.learningRate = rate
      return setup
    }
    return Plot(
      "rates", "the training loss with three learning rates", training: setups,
      draw: { _, runs in
        let names = rates.map { "\(NumberText.significant($0)): \($1)" }
        return Figure.trainingLosses(
          zip(names, runs).map { ($0, $1.result.history.trainingLoss) },
          title: "Training loss with three learning rates")
      })
  }()

  private static let hiddenSpace: Plot = {
    let setup = TrainingSetup(
      data: .generated(GeneratedData(.xor)), hiddenUnits: [2], epochs: 2000, batchSize: 0, learningRate: 0.5)
    return Plot(
      "hidden-space", "XOR in the space of two hidden units", calls: setup.exercises.union(HiddenSpace.exercises),
      draw: { (studio) throws(DataError) in try hiddenSpace(setup, studio) })
  }()

  private static func hiddenSpace(_ setup: TrainingSetup, _ studio: PlotStudio) throws(DataError) -> Figure {
    // Two units do not find the way from every start: the first seed that does is shown.
    for offset in 0..<50 {
      var setup = setup
      setup.seed = studio.seed &+ UInt64(offset)
      let run = try studio.trained(setup)
      if run.result.history.trainingAccuracy.last == 1 { return HiddenSpace.figure(of: run) }
      if LabProgram.isInterrupted { throw DataError("Stopped before a network had learned XOR: there is no picture.") }
    }
    throw DataError("None of 50 networks 2-2-1 learned XOR. Check the lessons first: swift run course-check")
  }
}
