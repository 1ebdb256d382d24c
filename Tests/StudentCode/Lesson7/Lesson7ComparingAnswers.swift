import CourseKit

extension EarlyStoppingMonitor {
  /// Exercise 7.1, right by other comparisons.
  func isImprovement(comparing right: String, _ validationLoss: Double) throws -> Bool {
    switch right {
    case "7.1 the next number below the limit, counts what patience is left":
      return validationLoss <= (bestLoss - minimumImprovement).nextDown
    case "7.1 a range without its end, keeps the epoch of the last improvement":
      return (..<(bestLoss - minimumImprovement)).contains(validationLoss)
    case "7.1 the sign of the gain, boolean arithmetic":
      let gain = bestLoss - minimumImprovement - validationLoss
      return !gain.isNaN && !gain.isZero && gain.sign == .plus
    case "7.1 pattern matching, a new monitor takes the old one's place":
      switch validationLoss {
      case ..<(bestLoss - minimumImprovement): return true
      default: return false
      }
    case "7.1 everything else excluded, recursion":
      let isBad = validationLoss.isNaN || validationLoss >= bestLoss - minimumImprovement
      return !isBad
    case "7.1 an enum and closures of the student's own":
      let isBelow: (Double, Double) -> Bool = (<)
      return isBelow(validationLoss, bestLoss - minimumImprovement)
    case "7.1 the smaller of the two, first counted and then taken back":
      let limit = bestLoss - minimumImprovement
      // What Double.minimum returns is the number if the other one is NaN.
      return Double.minimum(limit, validationLoss) != limit
    default:
      throw NoSuchVersion(title: right)
    }
  }

  /// Exercise 7.2, right with other bookkeeping.
  mutating func shouldStop(comparing right: String, epoch: Int, validationLoss: Double, parameters: Parameters) throws
    -> Bool
  {
    switch right {
    case "7.2 the next number below the limit, counts what patience is left":
      if epoch == 1 { epochsWithoutImprovement = patience }
      if isImprovement(validationLoss) {
        (bestEpoch, bestLoss, bestParameters) = (epoch, validationLoss, parameters)
        epochsWithoutImprovement = patience
        return false
      }
      epochsWithoutImprovement -= 1
      return epochsWithoutImprovement <= 0
    case "7.2 a range without its end, keeps the epoch of the last improvement":
      guard !isImprovement(validationLoss) else {
        bestParameters = parameters
        bestLoss = validationLoss
        bestEpoch = epoch
        epochsWithoutImprovement = epoch
        return false
      }
      return (max(patience, 1)...).contains(epoch - epochsWithoutImprovement)
    case "7.2 the sign of the gain, boolean arithmetic":
      let isBetter = isImprovement(validationLoss)
      epochsWithoutImprovement = (isBetter ? 0 : 1) * (epochsWithoutImprovement + 1)
      bestEpoch = isBetter ? epoch : bestEpoch
      bestLoss = isBetter ? validationLoss : bestLoss
      bestParameters = isBetter ? parameters : bestParameters
      return !isBetter && epochsWithoutImprovement >= patience
    case "7.2 pattern matching, a new monitor takes the old one's place":
      var next = self
      defer { self = next }
      switch (isImprovement(validationLoss), epochsWithoutImprovement + 1) {
      case (true, _):
        next = EarlyStoppingMonitor(patience: patience, minimumImprovement: minimumImprovement)
        next.bestEpoch = epoch
        next.bestLoss = validationLoss
        next.bestParameters = parameters
        return false
      case (false, let count) where count < patience:
        next.epochsWithoutImprovement = count
        return false
      case (false, let count):
        next.epochsWithoutImprovement = count
        return true
      }
    case "7.2 everything else excluded, recursion":
      func isOver(_ waited: Int, of patience: Int) -> Bool {
        patience <= 0 || waited > 0 && isOver(waited - 1, of: patience - 1)
      }
      epochsWithoutImprovement += 1
      if !isImprovement(validationLoss) { return isOver(epochsWithoutImprovement, of: patience) }
      bestEpoch = epoch
      bestLoss = validationLoss
      bestParameters = parameters
      epochsWithoutImprovement = 0
      return false
    case "7.2 an enum and closures of the student's own":
      let news: News = isImprovement(validationLoss) ? .better(epoch, validationLoss, parameters) : .worse
      let keep: (inout EarlyStoppingMonitor) -> Void = { monitor in
        guard case .better(let epoch, let loss, let parameters) = news else { return }
        (monitor.bestEpoch, monitor.bestLoss, monitor.bestParameters) = (epoch, loss, parameters)
      }
      keep(&self)
      switch news {
      case .better: epochsWithoutImprovement = 0
      case .worse: epochsWithoutImprovement += 1
      }
      return news.isWorse && !(epochsWithoutImprovement < patience)
    case "7.2 the smaller of the two, first counted and then taken back":
      let before = epochsWithoutImprovement
      epochsWithoutImprovement = before + 1
      let isOver = before >= patience - 1
      if isImprovement(validationLoss) {
        epochsWithoutImprovement -= before + 1
        bestLoss = Double.minimum(bestLoss, validationLoss)
        bestEpoch = epoch
        bestParameters = parameters
      }
      return isOver && epochsWithoutImprovement > before
    default:
      throw NoSuchVersion(title: right)
    }
  }
}

// BEGIN HELPERS 7 an enum and closures of the student's own
/// What an epoch brings.
private enum News {
  case better(Int, Double, Parameters)
  case worse

  var isWorse: Bool {
    if case .worse = self { true } else { false }
  }
}
// END HELPERS
