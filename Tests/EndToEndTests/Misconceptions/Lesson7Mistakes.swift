extension PlantedMistake {
  /// The wrong versions of the early-stopping monitor.
  static let lesson7 = isImprovement + whenToStop + whatIsKept + whatIsBetter

  private static let isImprovement = [
    PlantedMistake(
      "7.1", "tie counted",
      """
          validationLoss <= bestLoss - minimumImprovement
      """),
    PlantedMistake(
      "7.1", "minimum ignored",
      """
          if validationLoss < bestLoss {
            return true
          }
          return false
      """),
    PlantedMistake(
      "7.1", "minimum added",
      """
          validationLoss < bestLoss + minimumImprovement
      """),
    PlantedMistake(
      "7.1", "comparison exchanged",
      """
          validationLoss > bestLoss - minimumImprovement
      """),
    PlantedMistake(
      "7.1", "as for an accuracy",
      """
          validationLoss - bestLoss > minimumImprovement
      """),
    PlantedMistake(
      "7.1", "rise counted",
      """
          abs(validationLoss - bestLoss) > minimumImprovement
      """),
    PlantedMistake(
      "7.1", "share of the best loss",
      """
          validationLoss < bestLoss * (1 - minimumImprovement)
      """),
    PlantedMistake(
      "7.1", "NaN counted",
      """
          if validationLoss >= bestLoss - minimumImprovement {
            return false
          }
          return true
      """),
  ]

  private static let whenToStop = [
    PlantedMistake(
      "7.2", "one epoch too early",
      afterKeeping(
        """
            epochsWithoutImprovement += 1
            return epochsWithoutImprovement + 1 >= patience
        """)),
    PlantedMistake(
      "7.2", "one epoch too late",
      afterKeeping(
        """
            let isOver = epochsWithoutImprovement >= patience
            epochsWithoutImprovement += 1
            return isOver
        """)),
    PlantedMistake(
      "7.2", "counter not reset",
      """
          if isImprovement(validationLoss) {
            bestEpoch = epoch
            bestLoss = validationLoss
            bestParameters = parameters
            return false
          }
          epochsWithoutImprovement += 1
          return epochsWithoutImprovement >= patience
      """),
    PlantedMistake(
      "7.2", "stops on improvement",
      """
          if isImprovement(validationLoss) {
            bestEpoch = epoch
            bestLoss = validationLoss
            bestParameters = parameters
            epochsWithoutImprovement = 0
            return true
          }
          epochsWithoutImprovement += 1
          return epochsWithoutImprovement >= patience
      """),
    PlantedMistake("7.2", "no patience", afterKeeping("    return true")),
    PlantedMistake(
      "7.2", "never stops",
      afterKeeping(
        """
            epochsWithoutImprovement += 1
            return false
        """)),
    PlantedMistake(
      "7.2", "every epoch counted",
      """
          if isImprovement(validationLoss) {
            bestEpoch = epoch
            bestLoss = validationLoss
            bestParameters = parameters
          }
          return epoch >= patience
      """),
    PlantedMistake(
      "7.2", "patience 0 stops an improvement",
      """
          if isImprovement(validationLoss) {
            bestEpoch = epoch
            bestLoss = validationLoss
            bestParameters = parameters
            epochsWithoutImprovement = 0
          } else {
            epochsWithoutImprovement += 1
          }
          return epochsWithoutImprovement >= patience
      """),
    PlantedMistake(
      "7.2", "compared with ==",
      afterKeeping(
        """
            epochsWithoutImprovement += 1
            return epochsWithoutImprovement == patience
        """)),
  ]

  /// The right beginning, and another end for an epoch without improvement.
  private static func afterKeeping(_ end: String) -> String {
    """
        if isImprovement(validationLoss) {
          bestEpoch = epoch
          bestLoss = validationLoss
          bestParameters = parameters
          epochsWithoutImprovement = 0
          return false
        }
    \(end)
    """
  }

  private static let whatIsKept = [
    PlantedMistake(
      "7.2", "latest parameters kept",
      """
          bestParameters = parameters
          if isImprovement(validationLoss) {
            bestEpoch = epoch
            bestLoss = validationLoss
            epochsWithoutImprovement = 0
            return false
          }
          epochsWithoutImprovement += 1
          return epochsWithoutImprovement >= patience
      """),
    PlantedMistake("7.2", "parameters not kept", keeping("bestEpoch = epoch", "bestLoss = validationLoss")),
    PlantedMistake(
      "7.2", "best epoch not kept", keeping("bestLoss = validationLoss", "bestParameters = parameters")),
    PlantedMistake("7.2", "best loss not kept", keeping("bestEpoch = epoch", "bestParameters = parameters")),
    PlantedMistake(
      "7.2", "best epoch counted from 0",
      keeping("bestEpoch = epoch - 1", "bestLoss = validationLoss", "bestParameters = parameters")),
    PlantedMistake(
      "7.2", "best loss of every epoch",
      """
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
      """),
    PlantedMistake(
      "7.2", "every epoch kept",
      """
          if isImprovement(validationLoss) {
            epochsWithoutImprovement = 0
          } else {
            epochsWithoutImprovement += 1
          }
          bestEpoch = epoch
          bestLoss = validationLoss
          bestParameters = parameters
          return epochsWithoutImprovement > 0 && epochsWithoutImprovement >= patience
      """),
    PlantedMistake(
      "7.2", "small gains kept",
      """
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
      """),
  ]

  /// The right way to count and to stop, with other lines for what is kept.
  private static func keeping(_ lines: String...) -> String {
    """
        if isImprovement(validationLoss) {
          \(lines.joined(separator: "\n      "))
          epochsWithoutImprovement = 0
          return false
        }
        epochsWithoutImprovement += 1
        return epochsWithoutImprovement >= patience
    """
  }

  private static let whatIsBetter = [
    PlantedMistake("7.2", "tie counted", ifBetter("validationLoss <= bestLoss - minimumImprovement")),
    PlantedMistake("7.2", "minimum ignored", ifBetter("validationLoss < bestLoss")),
    PlantedMistake(
      "7.2", "NaN counted",
      """
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
      """),
    PlantedMistake("7.2", "first epoch always kept", ifBetter("bestEpoch == nil || isImprovement(validationLoss)")),
  ]

  private static func ifBetter(_ condition: String) -> String {
    """
        if \(condition) {
          bestEpoch = epoch
          bestLoss = validationLoss
          bestParameters = parameters
          epochsWithoutImprovement = 0
          return false
        }
        epochsWithoutImprovement += 1
        return epochsWithoutImprovement >= patience
    """
  }
}
