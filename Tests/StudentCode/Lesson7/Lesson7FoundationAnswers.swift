import CourseKit
import Foundation

extension EarlyStoppingMonitor {
  /// Exercise 7.1, right in other words, with Foundation.
  func isImprovement(foundation right: String, _ validationLoss: Double) throws -> Bool {
    switch right {
    case "7.1 Foundation imported, the helper property counts down from below":
      let limit = bestLoss - minimumImprovement
      return limit > validationLoss
    default:
      return try isImprovement(comparing: right, validationLoss)
    }
  }

  /// Exercise 7.2, right in other words, with Foundation.
  mutating func shouldStop(foundation right: String, epoch: Int, validationLoss: Double, parameters: Parameters) throws
    -> Bool
  {
    switch right {
    case "7.2 Foundation imported, the helper property counts down from below":
      let isBetter = isImprovement(validationLoss)
      epochsWithoutImprovement = isBetter ? 0 : epochsWithoutImprovement - 1
      if isBetter {
        bestEpoch = .some(epoch)
        bestLoss = validationLoss
        bestParameters = Parameters(weights: parameters.weights, biases: parameters.biases)
      }
      return !isBetter && abs(epochsWithoutImprovement) >= patience
    default:
      return try shouldStop(
        comparing: right, epoch: epoch, validationLoss: validationLoss, parameters: parameters)
    }
  }
}
