import CourseKit
import LabKit
import Training

/// A training to be timed.
struct TimedTraining: Codable, Equatable {
  /// The data, the network and how it learns.
  var setup: TrainingSetup
  /// The checkout, in which the course's own data lie.
  var checkout = "."
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

  private func examples() throws(BenchmarkError) -> SplitData<ClassDataset> {
    if let wide { return wide.split(seed: setup.seed).ofClasses }
    do throws(DataError) {
      return try setup.examples(in: checkout)
    } catch { throw BenchmarkError(error.sentence) }
  }

  /// Trains with the functions of the lessons.
  func report(with functions: LessonFunctions) throws(BenchmarkError) -> Report {
    if let problem = setup.problem { throw BenchmarkError(problem) }
    let examples = try examples()
    let run = TrainingRun(setup, with: functions)
    let start = ProcessorTime.spent
    let result = run.result(on: examples)
    let seconds = ProcessorTime.spent - start
    if let folder { try TrainingFiles(folder: folder).write(examples, setup, initial: result.initial) }
    let history = result.history
    return Report(
      seconds: seconds, epochs: result.epochs,
      parameters: result.initial.matrices.reduce(0) { $0 + $1.elements.count },
      firstLosses: [history.trainingLoss.first, history.validationLoss.first].compactMap { $0 },
      tenthLosses: [history.trainingLoss, history.validationLoss].compactMap {
        $0.prefix(TrainingFiles.comparedEpochs).last
      },
      instructionSet: PeakArithmetic.instructionSet)
  }
}
