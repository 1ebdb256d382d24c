import CourseKit
import Figures
import Training
import Vocabulary

// What a training does.
extension Plot {
  static let ofLesson5: [Plot] = [
    Plot(
      "curves", "loss and accuracy of a training, epoch by epoch", training: [TrainingSetup()],
      draw: { _, runs in Figure.curves(runs[0].result.history, bestEpoch: runs[0].result.bestEpoch) }),
    Plot(
      "boundary", "the decision boundary with the data", calls: Boundary.exercises(of: TrainingSetup()),
      training: [TrainingSetup()], draw: { _, runs in boundary(runs[0]) }),
    hiddenSpace,
  ]

  /// What the network of a finished training says about the plane.
  static func boundary(_ run: FinishedRun) -> Figure {
    let sizes = run.setup.layerSizes(features: run.data.training.features.columns)
    return Boundary.figure(of: run.network, on: run.data, title: "Decision boundary of \(sizes.architecture)")
  }

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
