import CourseKit
import Figures

/// Draws one picture from what the student's functions compute.
struct PlotCommand {
  let request: PlotRequest
  let lab: Lab

  func run() throws(DataError) {
    try KeptFiles.check(folder: request.folder)
    let figure = try self.figure()
    let pictures = Pictures(lab: lab, folder: request.folder)
    pictures.show(figure, height: 22)
    try pictures.keep([("plot-" + request.name.rawValue, figure)])
  }

  private func figure() throws(DataError) -> Figure {
    let functions = lab.functions
    switch request.name {
    case .activations: return ActivationPlot.figure(functions)
    case .weights: return InitialisationPlots.weights(functions, seed: request.seed)
    case .spread: return InitialisationPlots.spread(functions, seed: request.seed)
    case .curves:
      let run = trained(RunPlan(seed: request.seed), on: GeneratedData(.moons))
      return .curves(run.result.history, bestEpoch: nil)
    case .boundary:
      let run = trained(RunPlan(seed: request.seed), on: GeneratedData(.moons))
      return Boundary.figure(
        of: run.result.parameters, hidden: run.plan.hidden, on: run.data, title: "Decision boundary of 2-32-32-1",
        with: functions)
    case .hiddenSpace: return try hiddenSpace()
    case .weightNorm:
      let norms = [0, 0.2].map { lambda in
        let plan = RunPlan(hiddenUnits: [64, 64, 64], epochs: 200, lambda: lambda, seed: request.seed)
        let run = trained(plan, on: GeneratedData(.moons, noise: 0.44))
        return (name: lambda == 0 ? "without L2" : "λ = 0.2", norms: run.result.weightNorms)
      }
      return .weightNorms(norms)
    }
  }

  private func hiddenSpace() throws(DataError) -> Figure {
    // Two units do not find the way from every start: the first seed that does is shown.
    for offset in 0..<50 {
      let seed = request.seed &+ UInt64(offset)
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
