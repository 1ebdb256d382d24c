import CourseKit
import Figures

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
    switch name {
    case .activations: return ActivationPlot.figure(functions)
    case .weights: return InitialisationPlots.weights(functions, seed: seed)
    case .spread: return InitialisationPlots.spread(functions, seed: seed)
    case .slopes: return SlopePlot.figure(functions)
    case .curves:
      let run = trained(RunPlan(seed: seed), on: GeneratedData(.moons))
      return .curves(run.result.history, bestEpoch: nil)
    case .boundary:
      let run = trained(RunPlan(seed: seed), on: GeneratedData(.moons))
      return Boundary.figure(
        of: run.result.parameters, hidden: run.plan.hidden, on: run.data, title: "Decision boundary of 2-32-32-1",
        with: functions)
    case .hiddenSpace: return try hiddenSpace()
    case .weightNorm:
      return .weightNorms(
        [0, 0.2].map { lambda in
          let run = trained(large(epochs: 200, lambda: lambda), on: Self.noisyMoons)
          return (name: lambda == 0 ? "without L2" : "λ = 0.2", norms: run.result.weightNorms)
        })
    case .stopping:
      let run = trained(large(epochs: 1000, patience: 50), on: Self.noisyMoons)
      return .curves(run.result.history, bestEpoch: run.result.bestEpoch)
    case .momentum:
      return .trainingLosses(
        [nil, 0.9].map { momentum in
          let run = trained(RunPlan(momentum: momentum, seed: seed), on: Self.noisyMoons)
          return (name: momentum == nil ? "without momentum" : "β = 0.9", losses: run.result.history.trainingLoss)
        })
    }
  }

  /// So noisy that a network learns single examples by heart, given time.
  private static let noisyMoons = GeneratedData(.moons, noise: 0.44)

  /// A network that is large enough to do so.
  private func large(epochs: Int, lambda: Double = 0, patience: Int? = nil) -> RunPlan {
    RunPlan(hiddenUnits: [64, 64, 64], epochs: epochs, lambda: lambda, patience: patience, seed: seed)
  }

  private func hiddenSpace() throws(DataError) -> Figure {
    // Two units do not find the way from every start: the first seed that does is shown.
    for offset in 0..<50 {
      let seed = seed &+ UInt64(offset)
      let plan = RunPlan(hiddenUnits: [2], epochs: 2000, learningRate: 0.5, batchSize: 0, seed: seed)
      let run = trained(plan, on: GeneratedData(.xor))
      if run.result.history.trainingAccuracy.last == 1 { return HiddenSpace.figure(of: run) }
      if LabProgram.isInterrupted { throw DataError("Stopped before a network had learned XOR: there is no picture.") }
    }
    throw DataError("None of 50 networks 2-2-1 learned XOR. Check the lessons first: swift run course-check")
  }

  private func trained(_ plan: RunPlan, on data: GeneratedData) -> FinishedRun {
    var progress = ProgressLine(epochs: plan.epochs, display: lab.display, output: lab.output)
    let split = data.split(seed: plan.seed)
    let result = TrainingRun(plan, with: lab.functions).result(on: split) { epoch, history in
      if lab.display.isLive { progress.update(epoch, history) }
      return LabProgram.isInterrupted
    }
    progress.finish()
    return FinishedRun(plan: plan, data: split, result: result, functions: lab.functions)
  }
}
