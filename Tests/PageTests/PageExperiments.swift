import Batteries
import CourseKit
import Foundation
import Testing

@testable import Course
@testable import LabKit

/// Figures that pages quote: what the Lab's commands print, as it is recorded.
///
/// Data and starting weights are drawn anew for each seed, so a figure holds within its spread only. The tests below run
/// such trainings with code written apart from the Lab: those that take seconds always, the longer ones with
/// `COURSE_BATTERIES=all`.
enum PageExperiments {
  /// The training loss on quadrants.
  static let quadrantsFullBatch = recorded(5, "quadrants", "full batch", "training loss")
  static let quadrantsMiniBatches = recorded(5, "quadrants", "batch 64", "training loss")
  static let quadrantsLearningRate = 0.01

  /// Moons with a plain step and with momentum 0.9.
  static let plainTraining = recorded(8, "momentum", "no momentum", "training loss")
  static let plainValidation = recorded(8, "momentum", "no momentum", "validation loss")
  static let momentumTraining = recorded(8, "momentum", "momentum 0.9", "training loss")
  static let momentumValidation = recorded(8, "momentum", "momentum 0.9", "validation loss")
  static let moonsLearningRate = 0.03

  /// A network that is large for its examples, without and with L2.
  static let plainNorm = recorded(6, "l2", "λ = 0", "weight norm")
  static let penalisedNorm = recorded(6, "l2", "λ = 0.5", "weight norm")
  static let largeLearningRate = 0.1
  static let lambda = 0.5

  static let bestValidation = recorded(7, "early-stopping", "patience 50", "validation loss, best epoch")
  static let lastValidation = recorded(7, "early-stopping", "patience 50", "validation loss, last epoch")

  /// Layers on quadrants, and what mini-batches make of them.
  static let layersFullBatch = recorded(10, "quadrants-layers", "full batch", "training loss")
  static let layersMiniBatches = recorded(10, "quadrants-layers", "batch 64, going on", "training loss")
  static let layersLearningRate = 0.01

  /// By how much layers' validation loss is above their training loss: without dropout, with shares of 0.2 and of 0.5.
  static let dropoutGaps = ["no dropout", "dropout 0.2", "dropout 0.5"].map {
    recorded(12, "dropout", $0, "gap between the losses")
  }

  /// Mean and deviation over the seeds 1 to 20; numbers that agree with nothing if they are not recorded.
  private static func recorded(_ lesson: Int, _ experiment: String, _ variant: String, _ quantity: String) -> Spread {
    (try? RecordedFigures(lesson: lesson).spread(experiment, variant, quantity)) ?? Spread(.nan, .nan)
  }
}

extension Spread {
  /// Whether the value of one run, or of a mean over several, is what such a spread allows.
  func allows(_ value: Double, meanOf runs: Int = 1) -> Bool {
    abs(value - mean) < 3 * deviation / Double(runs).squareRoot()
  }
}

@Suite("The experiments that the pages quote") struct PageExperimentTests {
  @Test("on quadrants: small batches come much further in as many epochs")
  func quadrants() {
    var generator = SeededGenerator(seed: 1)
    let data = Dataset.quadrants(count: 400, using: &generator)
    let losses = [400, 64].map { batchSize in
      var run = PageTraining([2, 64, 64, 1], batchSize: batchSize, learningRate: PageExperiments.quadrantsLearningRate)
      run.train(on: data, epochs: 300, seed: 2)
      return run.measure(on: data).loss
    }
    #expect(PageExperiments.quadrantsFullBatch.allows(losses[0]))
    #expect(PageExperiments.quadrantsMiniBatches.allows(losses[1]))
  }

  @Test("on moons: losses and norms within three spreads", .enabled(if: Battery.isLong))
  func moons() {
    let plain = run([2, 32, 32, 1], momentum: 0)
    let fast = run([2, 32, 32, 1], momentum: 0.9)
    #expect(PageExperiments.plainTraining.allows(plain.learned.loss))
    #expect(PageExperiments.momentumTraining.allows(fast.learned.loss))
    #expect(fast.learned.loss < plain.learned.loss)
    #expect(PageExperiments.plainValidation.allows(plain.held.loss))
    #expect(PageExperiments.momentumValidation.allows(fast.held.loss))
  }

  @Test("on few moons: L2 keeps weights and losses together", .enabled(if: Battery.isLong))
  func penalty() {
    let (large, penalised) = (byHeart(lambda: 0), byHeart(lambda: PageExperiments.lambda))
    #expect(PageExperiments.plainNorm.allows(large.norm))
    #expect(PageExperiments.penalisedNorm.allows(penalised.norm))
    #expect(penalised.held.loss - penalised.learned.loss < large.held.loss - large.learned.loss)
    #expect(penalised.held.loss < large.held.loss)
  }

  @Test("on early stopping: the best epoch lies patience epochs before the last", .enabled(if: Battery.isLong))
  func earlyStopping() {
    let ends = (1...5).map { stoppedEarly(patience: 50, seed: UInt64($0)) }
    let best = ends.reduce(0) { $0 + $1.best } / 5
    let last = ends.reduce(0) { $0 + $1.last } / 5
    #expect(PageExperiments.bestValidation.allows(best, meanOf: 5))
    #expect(PageExperiments.lastValidation.allows(last, meanOf: 5))
    #expect(ends.allSatisfy { $0.stop == $0.bestEpoch + 50 })
  }

  private func stoppedEarly(patience: Int, seed: UInt64) -> (best: Double, last: Double, bestEpoch: Int, stop: Int) {
    let data = moons(count: 320, noise: 0.44, seed: seed)
    var (best, bestEpoch, last, stop) = (Double.infinity, 0, 0.0, 0)
    var run = PageTraining([2, 64, 64, 64, 1], batchSize: 64, learningRate: PageExperiments.largeLearningRate)
    run.train(on: data.training, epochs: 2000, seed: seed) { epoch, run in
      (last, stop) = (run.measure(on: data.validation).loss, epoch)
      if last < best { (best, bestEpoch) = (last, epoch) }
      return epoch - bestEpoch >= patience
    }
    return (best, last, bestEpoch, stop)
  }

  private typealias Measure = (loss: Double, accuracy: Double)

  /// 50 epochs of batches of 64 on 1200 moons with noise 0.24.
  private func run(_ layerSizes: [Int], momentum: Double) -> (learned: Measure, held: Measure) {
    let data = moons(count: 1200, noise: 0.24, seed: 3)
    var run = PageTraining(layerSizes, batchSize: 64, learningRate: PageExperiments.moonsLearningRate)
    run.momentum = momentum
    run.train(on: data.training, epochs: 50, seed: 4)
    return (run.measure(on: data.training), run.measure(on: data.validation))
  }

  /// 2000 epochs of batches of 64 on 320 moons with noise 0.44.
  private func byHeart(lambda: Double) -> (learned: Measure, held: Measure, norm: Double) {
    let data = moons(count: 320, noise: 0.44, seed: 3)
    var run = PageTraining([2, 64, 64, 64, 1], batchSize: 64, learningRate: PageExperiments.largeLearningRate)
    run.lambda = lambda
    run.train(on: data.training, epochs: 2000, seed: 4)
    return (
      run.measure(on: data.training), run.measure(on: data.validation), Oracle.weightNorm(run.parameters)
    )
  }

  /// Moons, a fifth of them held back.
  private func moons(count: Int, noise: Double, seed: UInt64) -> (training: Dataset, validation: Dataset) {
    var generator = SeededGenerator(seed: seed)
    return Dataset.moons(count: count, noise: noise, using: &generator).split(validationFraction: 0.2)
  }
}
