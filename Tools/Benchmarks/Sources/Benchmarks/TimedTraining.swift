import CourseKit
import LabKit
import Training

/// A training to be timed.
struct TimedTraining: Codable, Equatable {
  /// The data, the network and how it learns.
  var setup: TrainingSetup
  /// What it learns from in place of the setup's data; nil for those.
  var wide: WideExamples?
  /// Where to put what another program needs to do the same work; nil for nowhere.
  var folder: String?

  /// What came of it.
  struct Report: Codable, Equatable {
    /// How long the processor took, without drawing the examples.
    let seconds: Double
    /// How many epochs it went through: a student's function might stop early.
    let epochs: Int
    /// The numbers that the network learned.
    let parameters: Int
    /// The loss on the training and on the validation examples after the first epoch.
    let firstLosses: [Double]
    /// The same after the tenth epoch, or the last where there are fewer.
    let tenthLosses: [Double]
    /// What the program was compiled for.
    let instructionSet: String
  }

  /// Trains with the functions of the lessons.
  func report(with functions: LessonFunctions) throws(BenchmarkError) -> Report {
    if let problem = setup.problem { throw BenchmarkError(problem) }
    guard let data = wide?.split(seed: setup.seed) ?? setup.generatedData?.split(seed: setup.seed) else {
      throw BenchmarkError("A training to be timed draws its examples, and this one reads a table.")
    }
    let run = TrainingRun(setup, with: functions)
    let examples = data.ofClasses
    let start = ProcessorTime.spent
    let result = run.result(on: examples)
    let seconds = ProcessorTime.spent - start
    if let folder { try TrainingFiles(folder: folder).write(data, setup, initial: result.initial) }
    let history = result.history
    return Report(
      seconds: seconds, epochs: result.epochs,
      parameters: setup.layerSizes(features: data.training.features.columns).parameterCount,
      firstLosses: [history.trainingLoss.first, history.validationLoss.first].compactMap { $0 },
      tenthLosses: [history.trainingLoss, history.validationLoss].compactMap {
        $0.prefix(TrainingFiles.comparedEpochs).last
      },
      instructionSet: PeakArithmetic.instructionSet)
  }
}
