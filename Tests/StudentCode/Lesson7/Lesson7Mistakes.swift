import CourseKit

extension EarlyStoppingMonitor {
  /// Exercise 7.1 as the judge knows it wrong.
  func isImprovement(mistake: String, _ validationLoss: Double) throws -> Bool {
    switch mistake {
    case "7.1 tie counted":
      return validationLoss <= bestLoss - minimumImprovement
    case "7.1 minimum ignored":
      if validationLoss < bestLoss {
        return true
      }
      return false
    case "7.1 minimum added":
      return validationLoss < bestLoss + minimumImprovement
    case "7.1 comparison exchanged":
      return validationLoss > bestLoss - minimumImprovement
    case "7.1 as for an accuracy":
      return validationLoss - bestLoss > minimumImprovement
    case "7.1 rise counted":
      return abs(validationLoss - bestLoss) > minimumImprovement
    case "7.1 share of the best loss":
      return validationLoss < bestLoss * (1 - minimumImprovement)
    case "7.1 NaN counted":
      if validationLoss >= bestLoss - minimumImprovement {
        return false
      }
      return true
    default:
      return try isImprovement(other: mistake, validationLoss)
    }
  }

  /// Exercise 7.2 as the judge knows it wrong.
  mutating func shouldStop(mistake: String, epoch: Int, validationLoss: Double, parameters: Parameters) throws -> Bool {
    switch mistake {
    case "7.2 one epoch too early":
      if isImprovement(validationLoss) {
        bestEpoch = epoch
        bestLoss = validationLoss
        bestParameters = parameters
        epochsWithoutImprovement = 0
        return false
      }
      epochsWithoutImprovement += 1
      return epochsWithoutImprovement + 1 >= patience
    case "7.2 one epoch too late":
      if isImprovement(validationLoss) {
        bestEpoch = epoch
        bestLoss = validationLoss
        bestParameters = parameters
        epochsWithoutImprovement = 0
        return false
      }
      let isOver = epochsWithoutImprovement >= patience
      epochsWithoutImprovement += 1
      return isOver
    case "7.2 counter not reset":
      if isImprovement(validationLoss) {
        bestEpoch = epoch
        bestLoss = validationLoss
        bestParameters = parameters
        return false
      }
      epochsWithoutImprovement += 1
      return epochsWithoutImprovement >= patience
    case "7.2 stops on improvement":
      if isImprovement(validationLoss) {
        bestEpoch = epoch
        bestLoss = validationLoss
        bestParameters = parameters
        epochsWithoutImprovement = 0
        return true
      }
      epochsWithoutImprovement += 1
      return epochsWithoutImprovement >= patience
    case "7.2 no patience":
      if isImprovement(validationLoss) {
        bestEpoch = epoch
        bestLoss = validationLoss
        bestParameters = parameters
        epochsWithoutImprovement = 0
        return false
      }
      return true
    case "7.2 never stops":
      if isImprovement(validationLoss) {
        bestEpoch = epoch
        bestLoss = validationLoss
        bestParameters = parameters
        epochsWithoutImprovement = 0
        return false
      }
      epochsWithoutImprovement += 1
      return false
    case "7.2 every epoch counted":
      if isImprovement(validationLoss) {
        bestEpoch = epoch
        bestLoss = validationLoss
        bestParameters = parameters
      }
      return epoch >= patience
    case "7.2 patience 0 stops an improvement":
      if isImprovement(validationLoss) {
        bestEpoch = epoch
        bestLoss = validationLoss
        bestParameters = parameters
        epochsWithoutImprovement = 0
      } else {
        epochsWithoutImprovement += 1
      }
      return epochsWithoutImprovement >= patience
    case "7.2 compared with ==":
      if isImprovement(validationLoss) {
        bestEpoch = epoch
        bestLoss = validationLoss
        bestParameters = parameters
        epochsWithoutImprovement = 0
        return false
      }
      epochsWithoutImprovement += 1
      return epochsWithoutImprovement == patience
    case "7.2 latest parameters kept":
      bestParameters = parameters
      if isImprovement(validationLoss) {
        bestEpoch = epoch
        bestLoss = validationLoss
        epochsWithoutImprovement = 0
        return false
      }
      epochsWithoutImprovement += 1
      return epochsWithoutImprovement >= patience
    case "7.2 parameters not kept":
      if isImprovement(validationLoss) {
        bestEpoch = epoch
        bestLoss = validationLoss
        epochsWithoutImprovement = 0
        return false
      }
      epochsWithoutImprovement += 1
      return epochsWithoutImprovement >= patience
    case "7.2 best epoch not kept":
      if isImprovement(validationLoss) {
        bestLoss = validationLoss
        bestParameters = parameters
        epochsWithoutImprovement = 0
        return false
      }
      epochsWithoutImprovement += 1
      return epochsWithoutImprovement >= patience
    case "7.2 best loss not kept":
      if isImprovement(validationLoss) {
        bestEpoch = epoch
        bestParameters = parameters
        epochsWithoutImprovement = 0
        return false
      }
      epochsWithoutImprovement += 1
      return epochsWithoutImprovement >= patience
    case "7.2 best epoch counted from 0":
      if isImprovement(validationLoss) {
        bestEpoch = epoch - 1
        bestLoss = validationLoss
        bestParameters = parameters
        epochsWithoutImprovement = 0
        return false
      }
      epochsWithoutImprovement += 1
      return epochsWithoutImprovement >= patience
    case "7.2 best loss of every epoch":
      let isBetter = isImprovement(validationLoss)
      bestLoss = validationLoss
      if isBetter {
        bestEpoch = epoch
        bestParameters = parameters
        epochsWithoutImprovement = 0
        return false
      }
      epochsWithoutImprovement += 1
      return epochsWithoutImprovement >= patience
    case "7.2 every epoch kept":
      if isImprovement(validationLoss) {
        epochsWithoutImprovement = 0
      } else {
        epochsWithoutImprovement += 1
      }
      bestEpoch = epoch
      bestLoss = validationLoss
      bestParameters = parameters
      return epochsWithoutImprovement > 0 && epochsWithoutImprovement >= patience
    case "7.2 small gains kept":
      if isImprovement(validationLoss) {
        bestEpoch = epoch
        bestLoss = validationLoss
        bestParameters = parameters
        epochsWithoutImprovement = 0
        return false
      }
      bestLoss = min(bestLoss, validationLoss)
      epochsWithoutImprovement += 1
      return epochsWithoutImprovement >= patience
    case "7.2 tie counted":
      if validationLoss <= bestLoss - minimumImprovement {
        bestEpoch = epoch
        bestLoss = validationLoss
        bestParameters = parameters
        epochsWithoutImprovement = 0
        return false
      }
      epochsWithoutImprovement += 1
      return epochsWithoutImprovement >= patience
    case "7.2 minimum ignored":
      if validationLoss < bestLoss {
        bestEpoch = epoch
        bestLoss = validationLoss
        bestParameters = parameters
        epochsWithoutImprovement = 0
        return false
      }
      epochsWithoutImprovement += 1
      return epochsWithoutImprovement >= patience
    case "7.2 NaN counted":
      if validationLoss >= bestLoss - minimumImprovement {
        epochsWithoutImprovement += 1
        return epochsWithoutImprovement >= patience
      } else {
        bestEpoch = epoch
        bestLoss = validationLoss
        bestParameters = parameters
        epochsWithoutImprovement = 0
        return false
      }
    case "7.2 first epoch always kept":
      if bestEpoch == nil || isImprovement(validationLoss) {
        bestEpoch = epoch
        bestLoss = validationLoss
        bestParameters = parameters
        epochsWithoutImprovement = 0
        return false
      }
      epochsWithoutImprovement += 1
      return epochsWithoutImprovement >= patience
    default:
      return try shouldStop(other: mistake, epoch: epoch, validationLoss: validationLoss, parameters: parameters)
    }
  }
}
