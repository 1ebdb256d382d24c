import CourseKit
import Figures
import Training

/// The picture of a name, computed with the student's functions.
struct PlotFigure {
  private let name: PlotName
  private let seed: UInt64
  private let lab: Lab

  init(_ name: PlotName, seed: UInt64, lab: Lab) {
    self.name = name
    self.seed = seed
    self.lab = lab
  }

  func figure() throws(DataError) -> Figure {
    let functions = lab.functions
    switch name.contents(seed: seed) {
    case .activations: return ActivationPlot.figure(functions)
    case .weights: return InitialisationPlots.weights(functions, seed: seed)
    case .spread: return InitialisationPlots.spread(functions, seed: seed)
    case .slopes: return SlopePlot.figure(functions)
    case .softmax: return SoftmaxPlot.figure(functions)
    case .curves(let setup):
      let result = trained(setup).result
      return .curves(result.history, bestEpoch: result.bestEpoch)
    case .boundary(let setup):
      let run = trained(setup)
      let sizes = setup.layerSizes(features: run.data.training.features.columns)
      return Boundary.figure(
        of: run.network, on: run.data, title: "Decision boundary of \(sizes.architecture)")
    case .hiddenSpace(let setup): return try hiddenSpace(setup)
    case .weightNorms(let trainings):
      return .weightNorms(trainings.map { ($0.name, trained($0.setup).result.weightNorms) })
    case .trainingLosses(let trainings):
      return .trainingLosses(trainings.map { ($0.name, trained($0.setup).result.history.trainingLoss) })
    }
  }

  private func hiddenSpace(_ setup: TrainingSetup) throws(DataError) -> Figure {
    // Two units do not find the way from every start: the first seed that does is shown.
    for offset in 0..<50 {
      var setup = setup
      setup.seed = seed &+ UInt64(offset)
      let run = trained(setup)
      if run.result.history.trainingAccuracy.last == 1 { return HiddenSpace.figure(of: run) }
      if LabProgram.isInterrupted { throw DataError("Stopped before a network had learned XOR: there is no picture.") }
    }
    throw DataError("None of 50 networks 2-2-1 learned XOR. Check the lessons first: swift run course-check")
  }

  /// What comes of a training.
  private func trained(_ setup: TrainingSetup) -> FinishedRun {
    guard let data = setup.generatedData else { fatalError("No picture's training learns from a table") }
    var progress = ProgressLine(epochs: setup.epochs, display: lab.display, output: lab.output)
    let run = FinishedRun(setup, on: data.split(seed: setup.seed).ofClasses, with: lab.functions) { epoch, history in
      if lab.display.isLive { progress.update(epoch, history) }
      return LabProgram.isInterrupted
    }
    progress.finish()
    return run
  }
}
