import CourseKit

extension EarlyStoppingMonitor {
  /// Exercise 7.1, right in other words.
  func isImprovement(right: String, _ validationLoss: Double) throws -> Bool {
    switch right {
    case "7.1 by the number of the best epoch, 7.2 without 7.1":
      return bestLoss - validationLoss > minimumImprovement
    case "7.1 guard first, NaN by itself, one comparison for patience 0 and 1":
      if validationLoss.isNaN { return false }
      guard validationLoss < bestLoss else { return false }
      return validationLoss + minimumImprovement < bestLoss
    default:
      return try isImprovement(foundation: right, validationLoss)
    }
  }

  /// Exercise 7.2, right in other words.
  mutating func shouldStop(right: String, epoch: Int, validationLoss: Double, parameters: Parameters) throws -> Bool {
    switch right {
    case "7.2 by the number of the best epoch, 7.2 without 7.1":
      if bestLoss - validationLoss > minimumImprovement {
        (bestEpoch, bestLoss, bestParameters) = (epoch, validationLoss, parameters)
      } else if epoch - (bestEpoch ?? 0) >= patience {
        return true
      }
      return false
    case "7.2 guard first, NaN by itself, one comparison for patience 0 and 1":
      guard isImprovement(validationLoss) else {
        epochsWithoutImprovement = epochsWithoutImprovement + 1
        return epochsWithoutImprovement == max(1, patience)
      }
      epochsWithoutImprovement = 0
      bestParameters = parameters
      bestLoss = validationLoss
      bestEpoch = epoch
      return false
    default:
      return try shouldStop(foundation: right, epoch: epoch, validationLoss: validationLoss, parameters: parameters)
    }
  }
}
