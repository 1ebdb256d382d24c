import Contract
import Engine

/// What can be done otherwise in 7.2.
struct StoppingChoices {
  /// What happens to the monitor before it is asked whether the loss is an improvement.
  var before: @Sendable (inout JudgedMonitor, _ epoch: Int, _ loss: Double) -> Void = { _, _, _ in }
  /// What is answered before anything else happens, from the patience; nil if nothing is.
  var early: @Sendable (_ patience: Int) -> Bool? = { _ in nil }
  /// What an improvement is.
  var isImprovement: @Sendable (JudgedMonitor, _ loss: Double) throws -> Bool = { try $0.isImprovement($1) }
  /// When each of the three is kept.
  var kept = Kept()
  /// What is kept as the best epoch.
  var epoch: @Sendable (JudgedMonitor, _ epoch: Int) -> Int = { _, epoch in epoch }
  /// What is kept as the best loss.
  var loss: @Sendable (JudgedMonitor, _ loss: Double) -> Double = { _, loss in loss }
  /// The epoch whose parameters are kept as the best ones; −1 for parameters that no epoch had.
  var parameters: @Sendable (_ epoch: Int) -> Int = { $0 }
  /// What the count is after an improvement.
  var reset: @Sendable (JudgedMonitor) -> Int = { _ in 0 }
  /// What follows an improvement.
  var afterImprovement = AfterImprovement.goesOn
  /// What happens in an epoch without improvement before it is counted.
  var without: @Sendable (JudgedMonitor, _ loss: Double) -> WithoutImprovement = { _, _ in .counts }
  /// What the count is after an epoch without improvement.
  var counted: @Sendable (JudgedMonitor) -> Int = { $0.epochsWithoutImprovement + 1 }
  /// What the count must reach.
  var limit: @Sendable (_ patience: Int) -> Int = { $0 }
  /// Whether the count has reached it.
  var isReached: @Sendable (_ count: Int, _ limit: Int) -> Bool = { $0 >= $1 }
  /// What happens to the monitor when it says to stop.
  var atStop: @Sendable (inout JudgedMonitor, _ epoch: Int, _ loss: Double) -> Void = { _, _, _ in }
  /// What is returned.
  var answer: @Sendable (_ isImprovement: Bool, _ isStop: Bool, _ epoch: Int, _ patience: Int) -> Bool = {
    _, isStop, _, _ in isStop
  }

  /// When each property is kept.
  struct Kept {
    var epoch = Keeping.onImprovement
    var loss = Keeping.onImprovement
    var parameters = Keeping.onImprovement

    static func all(_ keeping: Keeping) -> Kept { Kept(epoch: keeping, loss: keeping, parameters: keeping) }
  }

  enum Keeping { case onImprovement, always, never, first, ifSmaller, withoutImprovement }
  enum AfterImprovement { case goesOn, stops, looksAtPatience, countsAndLooksAtPatience }
  enum WithoutImprovement { case counts, goesOn, stops, resets, looksAtPatience }

  /// What a monitor does with an epoch, with these choices.
  func rule(_ monitor: inout JudgedMonitor, _ epoch: Int, _ loss: Double) throws -> Bool {
    if let answer = early(monitor.patience) { return answer }
    before(&monitor, epoch, loss)
    let before = monitor
    let isBetter = try isImprovement(before, loss)
    func isKept(_ keeping: Keeping, isFirst: Bool) -> Bool {
      switch keeping {
      case .onImprovement: isBetter
      case .always: true
      case .never: false
      case .first: isBetter && isFirst
      case .ifSmaller: loss < before.bestLoss
      case .withoutImprovement: !isBetter
      }
    }
    if isKept(kept.epoch, isFirst: before.bestEpoch == 0) { monitor.bestEpoch = self.epoch(before, epoch) }
    if isKept(kept.loss, isFirst: before.bestLoss == .infinity) { monitor.bestLoss = self.loss(before, loss) }
    if isKept(kept.parameters, isFirst: before.bestParametersEpoch == 0) {
      monitor.bestParametersEpoch = parameters(epoch)
    }
    let isStop = isBetter ? isStopAfterImprovement(&monitor) : isStopWithoutImprovement(&monitor, before, loss)
    if isStop { atStop(&monitor, epoch, loss) }
    return answer(isBetter, isStop, epoch, monitor.patience)
  }

  private func isStopAfterImprovement(_ monitor: inout JudgedMonitor) -> Bool {
    monitor.epochsWithoutImprovement = reset(monitor)
    switch afterImprovement {
    case .goesOn: return false
    case .stops: return true
    case .looksAtPatience: break
    case .countsAndLooksAtPatience: monitor.epochsWithoutImprovement = counted(monitor)
    }
    return isReached(monitor.epochsWithoutImprovement, limit(monitor.patience))
  }

  private func isStopWithoutImprovement(_ monitor: inout JudgedMonitor, _ before: JudgedMonitor, _ loss: Double) -> Bool
  {
    switch without(before, loss) {
    case .counts: monitor.epochsWithoutImprovement = counted(monitor)
    case .looksAtPatience: break
    case .goesOn: return false
    case .stops: return true
    case .resets:
      monitor.epochsWithoutImprovement = reset(monitor)
      return false
    }
    return isReached(monitor.epochsWithoutImprovement, limit(monitor.patience))
  }
}
