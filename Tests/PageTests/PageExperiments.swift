import Batteries
import CourseKit
import Foundation
import Testing

@testable import Course

/// Figures that pages quote from runs with several seeds: means, measured with NumPy on the same algorithms.
///
/// Data and starting weights are drawn anew for each seed, so a figure holds within its spread only. The tests below run
/// the training again: those that take seconds always, the longer ones with `COURSE_BATTERIES=all`.
enum PageExperiments {
  /// 400 quadrants, 2-64-64-1, 300 epochs, five seeds: the training loss, spread 0.027 and 0.010.
  static let (quadrantsFullBatch, quadrantsMiniBatches) = (0.1962, 0.06625)
  static let quadrantsLearningRate = 0.01

  /// XOR, 2-8-1, rate 0.5, 500 steps, ten seeds: the loss, spread 0.0026.
  static let xorLoss = 0.005792

  /// 1200 moons with noise 0.24, 2-32-32-1, 400 epochs in batches of 64, five seeds: validation accuracy, spread 0.018.
  static let moonsAccuracy = 0.9383
  static let moonsLearningRate = 0.03

  /// The same with noise 0.44, plain and with momentum 0.9: training loss (spread 0.026), validation loss (0.04 and 0.05).
  static let (plainTraining, plainValidation) = (0.3256, 0.3907)
  static let (momentumTraining, momentumValidation) = (0.3076, 0.4192)

  /// 2-64-64-64-1 without and with L2 of λ = 0.2, three seeds: weight norm (spread 0.2) and losses (spread 0.02).
  static let (plainNorm, penalisedNorm) = (19.5, 11.5)
  static let (largeTraining, largeValidation) = (0.3218, 0.3689)
  static let (penalisedTraining, penalisedValidation) = (0.3303, 0.3629)

  /// Early stopping of patience 50: validation loss at the best epoch and at the last, spread 0.019.
  static let (bestValidation, lastValidation) = (0.3607, 0.3702)
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
    #expect(abs(losses[0] - PageExperiments.quadrantsFullBatch) < 3 * 0.027)
    #expect(abs(losses[1] - PageExperiments.quadrantsMiniBatches) < 3 * 0.010)
  }

  @Test("on XOR: a mean loss of ten seeds within what its spread allows")
  func xor() {
    let losses = (1...10).map { seed in
      var run = PageTraining([2, 8, 1], batchSize: 4, learningRate: 0.5)
      run.train(on: .xor, epochs: 500, seed: UInt64(seed))
      return run.measure(on: .xor).loss
    }
    #expect(abs(losses.reduce(0, +) / 10 - PageExperiments.xorLoss) < 0.0026)
  }

  @Test("on moons: accuracy, losses and norms within three spreads", .enabled(if: Battery.isLong))
  func moons() {
    let small = [2, 32, 32, 1]
    let easy = run(small, noise: 0.24)
    #expect(abs(easy.held.accuracy - PageExperiments.moonsAccuracy) < 3 * 0.018)

    let plain = run(small)
    let fast = run(small, momentum: 0.9)
    #expect(abs(plain.learned.loss - PageExperiments.plainTraining) < 3 * 0.026)
    #expect(abs(fast.learned.loss - PageExperiments.momentumTraining) < 3 * 0.026)
    #expect(fast.learned.loss < plain.learned.loss)
    #expect(abs(plain.held.loss - PageExperiments.plainValidation) < 3 * 0.04)
    #expect(abs(fast.held.loss - PageExperiments.momentumValidation) < 3 * 0.05)

    let large = run([2, 64, 64, 64, 1])
    let penalised = run([2, 64, 64, 64, 1], lambda: 0.2)
    #expect(abs(large.norm - PageExperiments.plainNorm) < 3 * 0.2)
    #expect(abs(penalised.norm - PageExperiments.penalisedNorm) < 3 * 0.2)
    #expect(penalised.held.loss - penalised.learned.loss < large.held.loss - large.learned.loss)
  }

  @Test("on early stopping: the best epoch lies patience epochs before the last", .enabled(if: Battery.isLong))
  func earlyStopping() {
    let ends = (1...5).map { stoppedEarly(patience: 50, seed: UInt64($0)) }
    let best = ends.reduce(0) { $0 + $1.best } / 5
    let last = ends.reduce(0) { $0 + $1.last } / 5
    // Each draw of the data has a level of its own: between them the spread is 0.04, of five together 0.02.
    #expect(abs(best - PageExperiments.bestValidation) < 3 * 0.02)
    #expect(abs(last - PageExperiments.lastValidation) < 3 * 0.02)
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
