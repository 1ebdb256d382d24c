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
      let run = trained(on: GeneratedData(.moons))[0]
      return .curves(run.result.history, bestEpoch: nil)
    case .boundary:
      let run = trained(on: GeneratedData(.moons))[0]
      return Boundary.figure(
        of: run.result.parameters, hidden: run.plan.hidden, on: run.data, title: "Decision boundary of 2-32-32-1",
        with: functions)
    case .hiddenSpace: return try hiddenSpace()
    case .weightNorm:
      return .weightNorms(
        trained(on: Self.noisyMoons).map { run in
          let name = run.plan.lambda == 0 ? "without L2" : "λ = \(NumberText.significant(run.plan.lambda))"
          return (name, run.result.weightNorms)
        })
    case .stopping:
      let run = trained(on: Self.noisyMoons)[0]
      return .curves(run.result.history, bestEpoch: run.result.bestEpoch)
    case .momentum:
      return .trainingLosses(
        trained(on: Self.noisyMoons).map { run in
          let name = run.plan.momentum.map { "β = \(NumberText.significant($0))" } ?? "without momentum"
          return (name, run.result.history.trainingLoss)
        })
    }
  }

  /// So noisy that a network learns single examples by heart, given time.
  private static let noisyMoons = GeneratedData(.moons, noise: 0.44)

  private func hiddenSpace() throws(DataError) -> Figure {
    // Two units do not find the way from every start: the first seed that does is shown.
    for offset in 0..<50 {
      let run = trained(on: GeneratedData(.xor), seed: seed &+ UInt64(offset))[0]
      if run.result.history.trainingAccuracy.last == 1 { return HiddenSpace.figure(of: run) }
      if LabProgram.isInterrupted { throw DataError("Stopped before a network had learned XOR: there is no picture.") }
    }
    throw DataError("None of 50 networks 2-2-1 learned XOR. Check the lessons first: swift run course-check")
  }

  /// What comes of the picture's trainings, in their order.
  private func trained(on data: GeneratedData, seed: UInt64? = nil) -> [FinishedRun] {
    name.plans(seed: seed ?? self.seed).map { trained($0, on: data) }
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
