import CourseKit
import Foundation

/// Does work whose time is of interest, and reports as JSON.
struct BenchmarkCommand {
  let request: BenchmarkRequest
  let lab: Lab

  func run() throws(DataError) {
    switch request {
    case .training(let training): try report(train(training))
    case .products(let shapes): try report(ProductTimes(shapes).report())
    }
  }

  private func train(_ training: TrainingBenchmark) throws(DataError) -> TrainingReport {
    let data = training.examples.split(seed: training.plan.seed)
    let run = TrainingRun(training.plan, with: lab.functions)
    let start = ProcessorTime.spent
    let result = run.result(on: data) { _, _ in LabProgram.isInterrupted }
    let seconds = ProcessorTime.spent - start
    if let folder = training.folder {
      try BenchmarkFiles(folder: folder).write(data, training.plan, initial: result.initial)
    }
    let history = result.history
    return TrainingReport(
      seconds: seconds, epochs: result.epochs,
      parameters: training.plan.layerSizes(features: data.training.features.columns).parameterCount,
      firstLosses: [history.trainingLoss.first, history.validationLoss.first].compactMap { $0 },
      tenthLosses: [history.trainingLoss, history.validationLoss].compactMap {
        $0.prefix(BenchmarkFiles.comparedEpochs).last
      },
      instructionSet: PeakArithmetic.instructionSet)
  }

  private func report(_ report: some Encodable) throws(DataError) {
    guard let json = try? JSONEncoder().encode(report) else {
      throw DataError("The loss is no finite number: nothing was measured. Take a smaller learning rate.")
    }
    lab.output.result(String(decoding: json, as: UTF8.self) + "\n")
  }
}
