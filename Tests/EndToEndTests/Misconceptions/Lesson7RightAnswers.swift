import Judge

extension RightAnswers {
  /// Lesson 7 with the helper property, and without it: by the number of the best epoch, and counting down.
  static let lesson7 = [
    RightAnswers(
      lesson: Course.lessons[6], style: "by the number of the best epoch, 7.2 without 7.1",
      bodies: [
        "7.1": """
            bestLoss - validationLoss > minimumImprovement
        """,
        "7.2": """
            if bestLoss - validationLoss > minimumImprovement {
              (bestEpoch, bestLoss, bestParameters) = (epoch, validationLoss, parameters)
            } else if epoch - (bestEpoch ?? 0) >= patience {
              return true
            }
            return false
        """,
      ]),
    RightAnswers(
      lesson: Course.lessons[6], style: "guard first, NaN by itself, one comparison for patience 0 and 1",
      bodies: [
        "7.1": """
            if validationLoss.isNaN { return false }
            guard validationLoss < bestLoss else { return false }
            return validationLoss + minimumImprovement < bestLoss
        """,
        "7.2": """
            guard isImprovement(validationLoss) else {
              epochsWithoutImprovement = epochsWithoutImprovement + 1
              return epochsWithoutImprovement == max(1, patience)
            }
            epochsWithoutImprovement = 0
            bestParameters = parameters
            bestLoss = validationLoss
            bestEpoch = epoch
            return false
        """,
      ]),
    RightAnswers(
      lesson: Course.lessons[6], style: "Foundation imported, the helper property counts down from below",
      importsFoundation: true,
      bodies: [
        "7.1": """
            let limit = bestLoss - minimumImprovement
            return limit > validationLoss
        """,
        "7.2": """
            let isBetter = isImprovement(validationLoss)
            epochsWithoutImprovement = isBetter ? 0 : epochsWithoutImprovement - 1
            if isBetter {
              bestEpoch = .some(epoch)
              bestLoss = validationLoss
              bestParameters = Parameters(weights: parameters.weights, biases: parameters.biases)
            }
            return !isBetter && abs(epochsWithoutImprovement) >= patience
        """,
      ]),
  ]
}
