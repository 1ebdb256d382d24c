import Contract
import Wire

/// A monitor as the judge has it, to which a rule can do the right thing or a wrong one.
struct JudgedMonitor {
  let answers: Answers
  let patience: Int
  let minimumImprovement: Double
  var bestEpoch = 0
  var bestLoss = Double.infinity
  var bestParametersEpoch = 0
  var epochsWithoutImprovement = 0
  /// Whether the monitor has not seen an epoch yet.
  var isFirst = true

  /// What a monitor does with the loss of an epoch; whether it says to stop.
  typealias Rule = @Sendable (inout JudgedMonitor, _ epoch: Int, _ loss: Double) throws -> Bool

  /// The rule that the lesson asks for.
  static let right: Rule = { monitor, epoch, loss in
    if try monitor.isImprovement(loss) { return monitor.keep(epoch, loss) }
    return monitor.count() >= monitor.patience
  }

  func isImprovement(_ loss: Double) throws -> Bool {
    try answers(Lesson7.isImprovement, minimumImprovement, bestLoss, [loss]).answers.first ?? false
  }

  /// Takes an epoch for the best one and counts anew; says not to stop.
  mutating func keep(_ epoch: Int, _ loss: Double) -> Bool {
    bestEpoch = epoch
    bestLoss = loss
    bestParametersEpoch = epoch
    epochsWithoutImprovement = 0
    return false
  }

  /// Counts an epoch without improvement and returns how many there are.
  mutating func count() -> Int {
    epochsWithoutImprovement += 1
    return epochsWithoutImprovement
  }

  /// Returns what monitors with this rule make of the curves, one for each curve and each patience.
  static func trace(
    _ patiences: [Int], _ minimumImprovement: Double, _ curves: [[Double]], _ firstEpoch: Int, with answers: Answers,
    rule: Rule
  ) throws -> MonitorTrace {
    var trace = MonitorTrace()
    for losses in curves {
      for patience in patiences {
        let monitor = JudgedMonitor(answers: answers, patience: patience, minimumImprovement: minimumImprovement)
        trace.epochs += try monitor.epochs(watching: losses, from: firstEpoch, rule: rule)
      }
    }
    return trace
  }

  private func epochs(watching losses: [Double], from firstEpoch: Int, rule: Rule) throws -> [MonitorEpoch] {
    var monitor = self
    var hasStopped = false
    var epochs: [MonitorEpoch] = []
    for (index, loss) in losses.enumerated() {
      if !hasStopped { hasStopped = try rule(&monitor, firstEpoch + index, loss) }
      monitor.isFirst = false
      epochs.append(
        MonitorEpoch(
          patience: patience, epoch: firstEpoch + index, loss: loss, bestEpoch: monitor.bestEpoch,
          bestLoss: monitor.bestLoss,
          bestParametersEpoch: monitor.bestParametersEpoch, hasStopped: hasStopped))
    }
    return epochs
  }
}
