// The solution of lesson 7, for the versions that call it: written by Scripts/make-lessons.

import CourseKit

/// Watches the validation loss, keeps the best parameters and says when to stop.
struct EarlyStoppingMonitor: Sendable {
  /// How many epochs without improvement are too many; 0 acts as 1.
  var patience: Int

  /// By how much the loss must fall below the best one to count as an improvement.
  var minimumImprovement: Double

  /// The epoch with the best loss; nil before the first improvement.
  var bestEpoch: Int?

  /// The best loss so far; infinity before the first improvement.
  var bestLoss = Double.infinity

  /// The parameters of the best epoch; nil before the first improvement.
  var bestParameters: Parameters?

  /// How many epochs have passed since the last improvement: yours to count with.
  var epochsWithoutImprovement = 0

  /// Creates a monitor that has seen no epoch yet.
  init(patience: Int, minimumImprovement: Double = 0) {
    self.patience = patience
    self.minimumImprovement = minimumImprovement
  }

  /// A solved example: how many epochs may still pass without an improvement.
  private func remainingEpochs() -> Int {
    max(0, patience - epochsWithoutImprovement)
  }

  /// 7.1  Whether a loss is an improvement: it must lie below the best loss by more than `minimumImprovement`.
  func isImprovement(_ validationLoss: Double) -> Bool {
    validationLoss < bestLoss - minimumImprovement
  }

  /// 7.2  Takes notice of an epoch and says whether training should stop after it.
  mutating func shouldStop(epoch: Int, validationLoss: Double, parameters: Parameters) -> Bool {
    if isImprovement(validationLoss) {
      bestEpoch = epoch
      bestLoss = validationLoss
      bestParameters = parameters
      epochsWithoutImprovement = 0
      return false
    }
    epochsWithoutImprovement += 1
    return epochsWithoutImprovement >= patience
  }
}
