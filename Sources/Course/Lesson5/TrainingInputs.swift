import Contract
import CourseKit
import Vocabulary

/// The trainings that the checks of 5.4 ask for.
enum TrainingInputs {
  typealias Input = (Parameters, Dataset, Dataset, TrainingPlan)

  /// Training with all 6 examples in one batch, and 5 to validate with.
  static func plan(
    epochs: Int, stopAfter: Int = 0, units: Int = 3, learningRate: Double = 0.5, seed: UInt64
  ) -> Input {
    (
      Samples.parameters([2, units, 1], seed: seed), examples(6, seed: seed), examples(5, seed: seed + 20),
      TrainingPlan(
        epochs: epochs, batchSize: 6, hidden: seed % 2 == 0 ? .sigmoid : .tanh, seed: seed, learningRate: learningRate,
        stopAfter: stopAfter)
    )
  }

  static func examples(_ count: Int, seed: UInt64) -> Dataset {
    Dataset(features: Samples.matrix(count, 2, seed: seed), labels: Samples.labels(count, seed: seed))
  }

  static func epochs(of input: Input) -> EpochRequest {
    EpochRequest(
      parameters: input.0, data: input.1, batchSize: input.3.batchSize, hidden: input.3.hidden, seed: input.3.seed,
      learningRate: input.3.learningRate, epochs: max(input.3.epochs, 1))
  }

  static let severalBatches: Input = (
    Samples.parameters([2, 3, 1], seed: 157), examples(7, seed: 157), examples(4, seed: 158),
    TrainingPlan(epochs: 4, batchSize: 3, hidden: .tanh, seed: 157, learningRate: 0.5)
  )

  /// Training that changes nothing: then an epoch's first gradient shows which examples it belongs to.
  static let unchanging: Input = {
    var input = severalBatches
    input.3.learningRate = 0
    input.3.epochs = 8
    return input
  }()
}
