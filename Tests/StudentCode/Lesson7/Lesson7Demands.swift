import CourseKit

extension EarlyStoppingMonitor {
  /// Exercise 7.1, wrong in one demand of its page alone.
  func isImprovement(demanded other: String, _ validationLoss: Double) throws -> Bool {
    switch other {
    case "7.1 small gains":
      // Unknown, evidence: "yours false   expected true"
      return validationLoss < bestLoss - minimumImprovement - 0.001
    case "7.1 compared as a quotient":
      // Unknown, evidence: "yours true   expected false"
      return validationLoss / bestLoss < 1 - minimumImprovement / bestLoss
    case "7.1 threshold not below 0":
      // Unknown, evidence: "yours true   expected false"
      return validationLoss < max(bestLoss - minimumImprovement, 0)
    case "7.1 best loss without its sign":
      // Unknown, evidence: "yours true   expected false"
      return validationLoss < abs(bestLoss) - minimumImprovement
    case "7.1 NaN before the first improvement":
      // Unknown, evidence: "loss NaN  yours true   expected false"
      if bestLoss == .infinity { return validationLoss != .infinity }
      return validationLoss < bestLoss - minimumImprovement
    case "7.1 infinity before the first improvement":
      // Unknown, evidence: "loss infinity  yours true   expected false"
      if bestLoss == .infinity { return !validationLoss.isNaN }
      return validationLoss < bestLoss - minimumImprovement
    case "7.1 infinity taken as 100":
      // Unknown, evidence: "loss 1000  yours false   expected true"
      return validationLoss < min(bestLoss, 100) - minimumImprovement
    case "7.1 single precision":
      // Unknown, evidence: "yours false   expected true"
      return Float(validationLoss) < Float(bestLoss - minimumImprovement)
    case "7.1 first loss above 10000 refused":
      // Unknown, evidence: "bestLoss = infinity"
      if bestLoss == .infinity && validationLoss > 10_000 { return false }
      return validationLoss < bestLoss - minimumImprovement
    default:
      return try isImprovement(right: other, validationLoss)
    }
  }

  /// Exercise 7.2, wrong in one demand of its page alone.
  mutating func shouldStop(demanded other: String, epoch: Int, validationLoss: Double, parameters: Parameters) throws
    -> Bool
  {
    switch other {
    case "7.2 patience above 3 cut":
      // Unknown, evidence: ": stop  yours true   expected false"
      if isImprovement(validationLoss) {
        bestEpoch = epoch
        bestLoss = validationLoss
        bestParameters = parameters
        epochsWithoutImprovement = 0
        return false
      }
      epochsWithoutImprovement += 1
      return epochsWithoutImprovement >= min(patience, 3)
    case "7.2 patience at least 2":
      // Unknown, evidence: "patience 0, epoch 3, loss 0.75: stop  yours false   expected true"
      if isImprovement(validationLoss) {
        bestEpoch = epoch
        bestLoss = validationLoss
        bestParameters = parameters
        epochsWithoutImprovement = 0
        return false
      }
      epochsWithoutImprovement += 1
      return epochsWithoutImprovement >= max(patience, 2)
    case "7.2 small gain resets the count":
      // Unknown, evidence: "patience 2, epoch 7, loss 1: stop  yours false   expected true"
      if isImprovement(validationLoss) {
        bestEpoch = epoch
        bestLoss = validationLoss
        bestParameters = parameters
        epochsWithoutImprovement = 0
        return false
      }
      if validationLoss < bestLoss {
        epochsWithoutImprovement = 0
        return false
      }
      epochsWithoutImprovement += 1
      return epochsWithoutImprovement >= patience
    case "7.2 epochs counted by the monitor":
      // Unknown, evidence: ": bestEpoch  yours 1   expected"
      if isImprovement(validationLoss) {
        bestEpoch = (bestEpoch ?? 0) + epochsWithoutImprovement + 1
        bestLoss = validationLoss
        bestParameters = parameters
        epochsWithoutImprovement = 0
        return false
      }
      epochsWithoutImprovement += 1
      return epochsWithoutImprovement >= patience
    case "7.2 infinity kept first":
      // Unknown, evidence: "patience 3, epoch 2, loss infinity: bestEpoch  yours 2   expected nil"
      if isImprovement(validationLoss) || (bestEpoch == nil && validationLoss == .infinity) {
        bestEpoch = epoch
        bestLoss = validationLoss
        bestParameters = parameters
        epochsWithoutImprovement = 0
        return false
      }
      epochsWithoutImprovement += 1
      return epochsWithoutImprovement >= patience
    case "7.2 NaN does not count":
      // Unknown, evidence: "patience 3, epoch 9, loss 0.375: stop  yours false   expected true"
      if isImprovement(validationLoss) {
        bestEpoch = epoch
        bestLoss = validationLoss
        bestParameters = parameters
        epochsWithoutImprovement = 0
        return false
      }
      if validationLoss.isNaN { return false }
      epochsWithoutImprovement += 1
      return epochsWithoutImprovement >= patience
    case "7.2 best loss not below 0":
      // Unknown, evidence: "patience 1, epoch 5, loss -0.25: bestLoss  yours 0   expected -0.25"
      if isImprovement(validationLoss) {
        bestEpoch = epoch
        bestLoss = max(validationLoss, 0)
        bestParameters = parameters
        epochsWithoutImprovement = 0
        return false
      }
      epochsWithoutImprovement += 1
      return epochsWithoutImprovement >= patience
    case "7.2 only the first layer kept":
      // Unknown, evidence: "patience 2, epoch 1, loss 1: bestParameters  yours of no epoch   expected of epoch 1"
      if isImprovement(validationLoss) {
        bestEpoch = epoch
        bestLoss = validationLoss
        bestParameters = Parameters(weights: [parameters.weights[0]], biases: [parameters.biases[0]])
        epochsWithoutImprovement = 0
        return false
      }
      epochsWithoutImprovement += 1
      return epochsWithoutImprovement >= patience
    case "7.2 best loss in single precision":
      // Unknown, evidence: ": bestLoss  yours "
      if isImprovement(validationLoss) {
        bestEpoch = epoch
        bestLoss = Double(Float(validationLoss))
        bestParameters = parameters
        epochsWithoutImprovement = 0
        return false
      }
      epochsWithoutImprovement += 1
      return epochsWithoutImprovement >= patience
    case "7.2 three NaN in a row stop":
      // Unknown, evidence: ", loss NaN: stop  yours true   expected false"
      if isImprovement(validationLoss) {
        bestEpoch = epoch
        bestLoss = validationLoss
        bestParameters = parameters
        epochsWithoutImprovement = 0
        return false
      }
      // The NaN in a row count in thousands.
      let row = validationLoss.isNaN ? epochsWithoutImprovement / 1000 + 1 : 0
      epochsWithoutImprovement = 1000 * row + epochsWithoutImprovement % 1000 + 1
      return row >= 3 || epochsWithoutImprovement % 1000 >= patience
    case "7.2 infinity kept first with a minimum above 0":
      // Unknown, evidence: ", loss infinity: bestEpoch  yours "
      let isFirst = bestEpoch == nil && validationLoss == .infinity && minimumImprovement > 0
      if isImprovement(validationLoss) || isFirst {
        bestEpoch = epoch
        bestLoss = validationLoss
        bestParameters = parameters
        epochsWithoutImprovement = 0
        return false
      }
      epochsWithoutImprovement += 1
      return epochsWithoutImprovement >= patience
    default:
      return try shouldStop(right: other, epoch: epoch, validationLoss: validationLoss, parameters: parameters)
    }
  }
}
