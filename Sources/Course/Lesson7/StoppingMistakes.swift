import Contract
import Engine

/// Exercise 7.2: the wrong versions that are known.
enum StoppingMistakes {
  typealias WrongVersion = Misconception<([Int], Double, [[Double]], Int), MonitorTrace>

  static let all = whenToStop + whatIsKept + whatIsBetter

  private static let whenToStop = [
    wrong(
      "one epoch too early", "It stops one epoch too early: stop when there are `patience` epochs without improvement."
    ) { monitor, epoch, loss in
      if try monitor.isImprovement(loss) { return monitor.keep(epoch, loss) }
      return monitor.count() >= monitor.patience - 1
    },
    wrong(
      "one epoch too late",
      "It stops one epoch too late: the `patience`-th epoch without improvement is the one to stop after."
    ) { monitor, epoch, loss in
      if try monitor.isImprovement(loss) { return monitor.keep(epoch, loss) }
      return monitor.count() > monitor.patience
    },
    wrong(
      "counter not reset",
      "The epochs without improvement are added up from the beginning: after an improvement count anew from 0."
    ) { monitor, epoch, loss in
      let before = monitor.epochsWithoutImprovement
      if try monitor.isImprovement(loss) {
        defer { monitor.epochsWithoutImprovement = before }
        return monitor.keep(epoch, loss)
      }
      return monitor.count() >= monitor.patience
    },
    wrong("stops on improvement", "It says to stop after an improvement: that is when training should go on.") {
      monitor, epoch, loss in
      if try monitor.isImprovement(loss) { return !monitor.keep(epoch, loss) }
      return monitor.count() >= monitor.patience
    },
    wrong("no patience", "It stops at the first epoch without improvement: `patience` is not looked at.") {
      monitor, epoch, loss in
      try monitor.isImprovement(loss) ? monitor.keep(epoch, loss) : true
    },
    wrong("never stops", "It never says to stop.") { monitor, epoch, loss in
      try monitor.isImprovement(loss) ? monitor.keep(epoch, loss) : false
    },
    wrong(
      "every epoch counted",
      "It stops after `patience` epochs in all: count only the epochs since the last improvement."
    ) { monitor, epoch, loss in
      if try monitor.isImprovement(loss) { _ = monitor.keep(epoch, loss) }
      return epoch >= monitor.patience
    },
    wrong(
      "patience 0 stops an improvement",
      "With patience 0 it stops even after an improvement: look at `patience` only after an epoch without one."
    ) { monitor, epoch, loss in
      if try monitor.isImprovement(loss) {
        _ = monitor.keep(epoch, loss)
      } else {
        _ = monitor.count()
      }
      return monitor.epochsWithoutImprovement >= monitor.patience
    },
    wrong(
      "compared with ==",
      "With patience 0 it never stops, but 0 acts as 1. If you compare with ==, the count goes past 0: take >=."
    ) {
      monitor, epoch, loss in
      if try monitor.isImprovement(loss) { return monitor.keep(epoch, loss) }
      return monitor.count() == monitor.patience
    },
  ]

  private static let whatIsKept = [
    wrong(
      "latest parameters kept", "`bestParameters` are those of the latest epoch: keep them only after an improvement."
    ) { monitor, epoch, loss in
      let isStop = try JudgedMonitor.right(&monitor, epoch, loss)
      monitor.bestParametersEpoch = epoch
      return isStop
    },
    keeping("parameters not kept", "`bestParameters` stay nil: keep `parameters` in them after an improvement.") {
      $0.bestParametersEpoch = 0
    },
    keeping("best epoch not kept", "`bestEpoch` stays nil: keep `epoch` in it after an improvement.") {
      $0.bestEpoch = 0
    },
    wrong(
      "best loss not kept",
      "`bestLoss` stays infinite, so that every loss is an improvement: keep `validationLoss` in it."
    ) { monitor, epoch, loss in
      let isStop = try JudgedMonitor.right(&monitor, epoch, loss)
      monitor.bestLoss = .infinity
      return isStop
    },
    wrong("best epoch counted from 0", "`bestEpoch` is one too small: keep `epoch` as it is.") { monitor, epoch, loss in
      if try monitor.isImprovement(loss) {
        defer { monitor.bestEpoch = epoch - 1 }
        return monitor.keep(epoch, loss)
      }
      return monitor.count() >= monitor.patience
    },
    wrong(
      "best loss of every epoch",
      "`bestLoss` changes in every epoch, so that each is compared with the one before: keep it only after an improvement."
    ) { monitor, epoch, loss in
      let isStop = try JudgedMonitor.right(&monitor, epoch, loss)
      monitor.bestLoss = loss
      return isStop
    },
    wrong(
      "every epoch kept", "Every epoch is kept as the best, better or not: keep the three only after an improvement."
    ) { monitor, epoch, loss in
      if try monitor.isImprovement(loss) { return monitor.keep(epoch, loss) }
      let count = monitor.count()
      _ = monitor.keep(epoch, loss)
      monitor.epochsWithoutImprovement = count
      return count >= monitor.patience
    },
    wrong(
      "small gains kept",
      "`bestLoss` falls by less than `minimumImprovement` as well: what is no improvement must change nothing."
    ) { monitor, epoch, loss in
      let isStop = try JudgedMonitor.right(&monitor, epoch, loss)
      if loss < monitor.bestLoss { monitor.bestLoss = loss }
      return isStop
    },
  ]

  private static let whatIsBetter = [
    improving("tie counted", "A tie counts as an improvement: the loss must lie below, ask isImprovement.") {
      monitor, loss in loss <= monitor.bestLoss - monitor.minimumImprovement
    },
    improving("minimum ignored", "`minimumImprovement` is not looked at: ask isImprovement whether a loss is one.") {
      monitor, loss in loss < monitor.bestLoss
    },
    improving(
      "NaN counted", "NaN counts as an improvement: every comparison with NaN is false, so ask isImprovement first."
    ) { monitor, loss in !(loss >= monitor.bestLoss - monitor.minimumImprovement) },
    improving(
      "first epoch always kept", "The first epoch is kept whatever its loss is: NaN and infinity are no improvement."
    ) { monitor, loss in try monitor.bestEpoch == 0 || monitor.isImprovement(loss) },
  ]

  private static func wrong(_ name: String, _ sentence: String, _ rule: @escaping JudgedMonitor.Rule) -> WrongVersion {
    WrongVersion(name, sentence) { answers, patiences, minimum, curves, firstEpoch in
      try JudgedMonitor.trace(patiences, minimum, curves, firstEpoch, with: answers, rule: rule)
    }
  }

  /// The right rule, after which something is lost.
  private static func keeping(
    _ name: String, _ sentence: String, _ lose: @escaping @Sendable (inout JudgedMonitor) -> Void
  ) -> WrongVersion {
    wrong(name, sentence) { monitor, epoch, loss in
      let isStop = try JudgedMonitor.right(&monitor, epoch, loss)
      lose(&monitor)
      return isStop
    }
  }

  /// The right rule with another idea of what an improvement is.
  private static func improving(
    _ name: String, _ sentence: String,
    _ isImprovement: @escaping @Sendable (JudgedMonitor, _ loss: Double) throws -> Bool
  ) -> WrongVersion {
    wrong(name, sentence) { monitor, epoch, loss in
      if try isImprovement(monitor, loss) { return monitor.keep(epoch, loss) }
      return monitor.count() >= monitor.patience
    }
  }
}
