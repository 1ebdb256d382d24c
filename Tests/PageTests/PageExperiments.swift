import Batteries
import CourseKit
import Foundation
import Testing

@testable import Course
@testable import LabKit

/// Figures that pages quote: the references that the Lab's experiments print, too.
///
/// Data and starting weights are drawn anew for each seed, so a figure holds within its spread only. The tests below run
/// the training again: those that take seconds always, the longer ones with `COURSE_BATTERIES=all`.
enum PageExperiments {
  /// The training loss on quadrants.
  static let quadrantsFullBatch = reference("quadrants", "full batch", "training loss")
  static let quadrantsMiniBatches = reference("quadrants", "batch 64", "training loss")
  static let quadrantsLearningRate = 0.01

  static let xorLoss = reference("xor", "2-8-1", "loss at step 500, where solved")

  static let moonsAccuracy = reference("noise", "noise 0.24", "validation accuracy")
  static let moonsLearningRate = 0.03

  /// Noisy moons, plain and with momentum 0.9.
  static let plainTraining = reference("momentum", "2-32-32-1, ReLU", "training loss")
  static let plainValidation = reference("momentum", "2-32-32-1, ReLU", "validation loss")
  static let momentumTraining = reference("momentum", "momentum 0.9", "training loss")
  static let momentumValidation = reference("momentum", "momentum 0.9", "validation loss")

  /// A larger network, without and with L2.
  static let (plainNorm, penalisedNorm) = (
    reference("l2", "λ = 0", "weight norm"), reference("l2", "λ = 0.2", "weight norm")
  )
  static let largeTraining = reference("l2", "λ = 0", "training loss")
  static let largeValidation = reference("l2", "λ = 0", "validation loss")
  static let penalisedTraining = reference("l2", "λ = 0.2", "training loss")
  static let penalisedValidation = reference("l2", "λ = 0.2", "validation loss")

  /// Layers on quadrants, and what mini-batches make of them.
  static let layersFullBatch = reference("quadrants-layers", "full batch", "training loss")
  static let layersMiniBatches = reference("quadrants-layers", "batch 64, going on", "training loss")
  static let layersLearningRate = 0.01

  static let bestValidation = reference("early-stopping", "patience 50", "validation loss, best epoch")
  static let lastValidation = reference("early-stopping", "patience 50", "validation loss, last epoch")

  /// By how much layers' validation loss is above their training loss: without dropout, with shares of 0.2 and of 0.5.
  static let dropoutGaps = ["no dropout", "dropout 0.2", "dropout 0.5"].map {
    reference("dropout", $0, "gap between the losses")
  }

  /// Mean and deviation in NumPy; numbers that agree with nothing if there are none.
  private static func reference(_ experiment: String, _ variant: String, _ quantity: String) -> Spread {
    References.table[experiment]?[variant]?[quantity] ?? Spread(.nan, .nan)
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

  @Test("on XOR: a mean loss of ten seeds within what its spread allows")
  func xor() {
    let losses = (1...10).map { seed in
      var run = PageTraining([2, 8, 1], batchSize: 4, learningRate: 0.5)
      run.train(on: .xor, epochs: 500, seed: UInt64(seed))
      return run.measure(on: .xor).loss
    }
    #expect(PageExperiments.xorLoss.allows(losses.reduce(0, +) / 10, meanOf: 10))
  }

  @Test("on moons: accuracy, losses and norms within three spreads", .enabled(if: Battery.isLong))
  func moons() {
    let small = [2, 32, 32, 1]
    let easy = run(small, noise: 0.24)
    #expect(PageExperiments.moonsAccuracy.allows(easy.held.accuracy))

    let plain = run(small)
    let fast = run(small, momentum: 0.9)
    #expect(PageExperiments.plainTraining.allows(plain.learned.loss))
    #expect(PageExperiments.momentumTraining.allows(fast.learned.loss))
    #expect(fast.learned.loss < plain.learned.loss)
    #expect(PageExperiments.plainValidation.allows(plain.held.loss))
    #expect(PageExperiments.momentumValidation.allows(fast.held.loss))

    let large = run([2, 64, 64, 64, 1])
    let penalised = run([2, 64, 64, 64, 1], lambda: 0.2)
    #expect(PageExperiments.plainNorm.allows(large.norm))
    #expect(PageExperiments.penalisedNorm.allows(penalised.norm))
    #expect(penalised.held.loss - penalised.learned.loss < large.held.loss - large.learned.loss)
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
    let data = moons(noise: 0.44, seed: seed)
    var (best, bestEpoch, last, stop) = (Double.infinity, 0, 0.0, 0)
    var run = PageTraining([2, 64, 64, 64, 1], batchSize: 64, learningRate: PageExperiments.moonsLearningRate)
    run.train(on: data.training, epochs: 1000, seed: seed) { epoch, run in
      (last, stop) = (run.measure(on: data.validation).loss, epoch)
      if last < best { (best, bestEpoch) = (last, epoch) }
      return epoch - bestEpoch >= patience
    }
    return (best, last, bestEpoch, stop)
  }

  private typealias Measure = (loss: Double, accuracy: Double)

  /// 400 epochs of batches of 64.
  private func run(
    _ layerSizes: [Int], noise: Double = 0.44, lambda: Double = 0, momentum: Double = 0
  ) -> (learned: Measure, held: Measure, norm: Double) {
    let data = moons(noise: noise)
    var run = PageTraining(layerSizes, batchSize: 64, learningRate: PageExperiments.moonsLearningRate)
    run.lambda = lambda
    run.momentum = momentum
    run.train(on: data.training, epochs: 400, seed: 4)
    return (
      run.measure(on: data.training), run.measure(on: data.validation), Oracle.weightNorm(run.parameters)
    )
  }

  /// 1200 moons, a fifth of them held back.
  private func moons(noise: Double, seed: UInt64 = 3) -> (training: Dataset, validation: Dataset) {
    var generator = SeededGenerator(seed: seed)
    return Dataset.moons(count: 1200, noise: noise, using: &generator).split(validationFraction: 0.2)
  }
}
