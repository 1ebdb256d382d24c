import CourseKit

extension EarlyStoppingMonitor {
  /// Exercise 7.1, wrong in ways that the judge has no name for.
  func isImprovement(other: String, _ validationLoss: Double) throws -> Bool {
    switch other {
    case "7.1 compared with the minimum":
      // Unknown, evidence: "loss 0.5  yours false   expected true"
      return validationLoss < minimumImprovement
    default:
      return try isImprovement(demanded: other, validationLoss)
    }
  }

  /// Exercise 7.2, wrong in ways that the judge has no name for.
  mutating func shouldStop(other: String, epoch: Int, validationLoss: Double, parameters: Parameters) throws -> Bool {
    switch other {
    case "7.2 counter not reset and latest parameters kept":
      // Double, evidence: "patience 2, epoch 2, loss 1.25: bestParameters  yours of epoch 2   expected of epoch 1"
      bestParameters = parameters
      if isImprovement(validationLoss) {
        bestEpoch = epoch
        bestLoss = validationLoss
        return false
      }
      epochsWithoutImprovement += 1
      return epochsWithoutImprovement >= patience
    case "7.2 NaN stops at once":
      // Unknown, evidence: "patience 3, epoch 1, loss NaN: stop  yours true   expected false"
      if validationLoss.isNaN { return true }
      if isImprovement(validationLoss) {
        bestEpoch = epoch
        bestLoss = validationLoss
        bestParameters = parameters
        epochsWithoutImprovement = 0
        return false
      }
      epochsWithoutImprovement += 1
      return epochsWithoutImprovement >= patience
    default:
      return try shouldStop(demanded: other, epoch: epoch, validationLoss: validationLoss, parameters: parameters)
    }
  }
}
