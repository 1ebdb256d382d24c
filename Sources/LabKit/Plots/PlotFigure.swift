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

  func picture() throws(DataError) -> any Picture {
    let functions = lab.functions
    switch name.contents(seed: seed) {
    case .activations: return ActivationPlot.figure(functions)
    case .weights: return InitialisationPlots.weights(functions, seed: seed)
    case .spread: return InitialisationPlots.spread(functions, seed: seed)
    case .slopes: return SlopePlot.figure(functions)
    case .softmax: return SoftmaxPlot.figure(functions)
    case .optimizers: return OptimizerPlot.figure(functions)
    case .curves(let setup):
      let result = try trained(setup).result
      return Figure.curves(result.history, bestEpoch: result.bestEpoch)
    case .boundary(let setup):
      let run = try trained(setup)
      let sizes = setup.layerSizes(features: run.data.training.features.columns)
      return Boundary.figure(
        of: run.network, on: run.data, title: "Decision boundary of \(sizes.architecture)")
    case .misread(let setup):
      let run = try trained(setup)
      return PictureSheet(misreadBy: run.network, of: run.data.validation)
    case .hiddenSpace(let setup): return try hiddenSpace(setup)
    case .weightNorms(let trainings):
      return Figure.weightNorms(try runs(of: trainings).map { ($0.name, $0.result.weightNorms) })
    case .trainingLosses(let trainings):
      return Figure.trainingLosses(try runs(of: trainings).map { ($0.name, $0.result.history.trainingLoss) })
    }
  }

  private func hiddenSpace(_ setup: TrainingSetup) throws(DataError) -> Figure {
    // Two units do not find the way from every start: the first seed that does is shown.
    for offset in 0..<50 {
      var setup = setup
      setup.seed = seed &+ UInt64(offset)
      let run = try trained(setup)
      if run.result.history.trainingAccuracy.last == 1 { return HiddenSpace.figure(of: run) }
      if LabProgram.isInterrupted { throw DataError("Stopped before a network had learned XOR: there is no picture.") }
    }
    throw DataError("None of 50 networks 2-2-1 learned XOR. Check the lessons first: swift run course-check")
  }

  private func runs(
    of trainings: [(name: String, setup: TrainingSetup)]
  ) throws(DataError) -> [(name: String, result: TrainingResult)] {
    var runs: [(name: String, result: TrainingResult)] = []
    for (name, setup) in trainings { runs.append((name, try trained(setup).result)) }
    return runs
  }

  /// What comes of a training.
  private func trained(_ setup: TrainingSetup) throws(DataError) -> FinishedRun {
    let data = try Material(setup, checkout: lab.checkout).data
    var progress = ProgressLine(epochs: setup.epochs, display: lab.display, output: lab.output)
    let run = FinishedRun(setup, on: data, with: lab.functions) { epoch, history in
      if lab.display.isLive { progress.update(epoch, history) }
      return LabProgram.isInterrupted
    }
    progress.finish()
    return run
  }
}
