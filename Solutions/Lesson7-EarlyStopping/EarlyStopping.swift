// Lesson 7 · Early stopping
//
// The page beside this file, README.md, explains each exercise. Check your work with
//
//     swift run course-check lesson7

import CourseKit

/// Watches the validation loss, keeps the best parameters and says when to stop.
public struct EarlyStoppingMonitor: Sendable {
  /// How many epochs without improvement are too many; 0 acts as 1.
  public var patience: Int

  /// By how much the loss must fall below the best one to count as an improvement.
  public var minimumImprovement: Double

  /// The epoch with the best loss; nil before the first improvement.
  public var bestEpoch: Int?

  /// The best loss so far; infinity before the first improvement.
  public var bestLoss = Double.infinity

  /// The parameters of the best epoch; nil before the first improvement.
  public var bestParameters: Parameters?

  /// How many epochs have passed since the last improvement: yours to count with.
  public var epochsWithoutImprovement = 0

  /// Creates a monitor that has seen no epoch yet.
  public init(patience: Int, minimumImprovement: Double = 0) {
    self.patience = patience
    self.minimumImprovement = minimumImprovement
  }

  /// A solved example: how many epochs may still pass without an improvement.
  ///
  /// It reads two properties and changes none.
  private func remainingEpochs() -> Int {
    max(0, patience - epochsWithoutImprovement)
  }

  /// 7.1  Whether a loss is an improvement: it must lie below the best loss by more than `minimumImprovement`.
  ///
  /// Given: the loss of an epoch. Return: true or false. A tie is no improvement, and NaN is none. Nothing changes.
  public func isImprovement(_ validationLoss: Double) -> Bool {
    // BEGIN SOLUTION 7.1 isImprovement
    validationLoss < bestLoss - minimumImprovement
    // END SOLUTION
  }

  /// 7.2  Takes notice of an epoch and says whether training should stop after it.
  ///
  /// Given: `epoch`, its `validationLoss` and the `parameters` after it. On an improvement: keep all three as the best
  /// and count anew. Otherwise: one more epoch without improvement, and stop when there are `patience` of them.
  public mutating func shouldStop(epoch: Int, validationLoss: Double, parameters: Parameters) -> Bool {
    // BEGIN SOLUTION 7.2 shouldStop
    if isImprovement(validationLoss) {
      bestEpoch = epoch
      bestLoss = validationLoss
      bestParameters = parameters
      epochsWithoutImprovement = 0
      return false
    }
    epochsWithoutImprovement += 1
    return epochsWithoutImprovement >= patience
    // END SOLUTION
  }
}
