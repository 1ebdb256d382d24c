import Contract
import CourseKit
import Engine

extension StoppingChoices {
  static let slips: [Slip<StoppingChoices>] =
    keepings + allKept + whenToStop + countings + whatIsKept + whatIsBetter + rarelyCounted

  private static let whenToStop: [Slip<StoppingChoices>] = [
    .at(
      \.limit, "one epoch too early",
      "It stops one epoch too early: stop when there are `patience` epochs without improvement."
    ) { $0 - 1 },
    .at(
      \.limit, "one epoch too late",
      "It stops one epoch too late: the `patience`-th epoch without improvement is the one to stop after."
    ) { $0 + 1 },
    .at(
      \.limit, "two epochs too late",
      "It stops two epochs too late: the `patience`-th epoch without improvement is the one to stop after."
    ) { $0 + 2 },
    .at(\.limit, "two epochs too early", "It stops two epochs too early: the count must reach `patience` itself.") {
      $0 - 2
    },
    .at(
      \.limit, "twice the patience",
      "It waits for twice as many epochs as `patience` says: stop when the count has reached `patience` itself."
    ) { 2 * $0 },
    .at(
      \.limit, "half the patience",
      "It waits for half as many epochs as `patience` says: stop when the count has reached `patience` itself."
    ) { $0 / 2 },
    .at(
      \.limit, "no patience", "It stops at the first epoch without improvement: `patience` is not looked at."
    ) { _ in 1 },
    .at(\.limit, "patience fixed at 2", "It waits for 2 epochs, whatever `patience` is: compare with `patience`.") {
      _ in 2
    },
    .at(\.limit, "patience fixed at 3", "It waits for 3 epochs, whatever `patience` is: compare with `patience`.") {
      _ in 3
    },
    .at(\.limit, "patience fixed at 5", "It waits for 5 epochs, whatever `patience` is: compare with `patience`.") {
      _ in 5
    },
    .at(\.limit, "patience fixed at 10", "It waits for 10 epochs, whatever `patience` is: compare with `patience`.") {
      _ in 10
    },
    .at(\.limit, "patience at least 2", "It waits for 2 epochs at least: with patience 0 or 1 one is enough.") {
      max($0, 2)
    },
    .at(\.limit, "patience cut at 2", "It waits for 2 epochs at most: a larger `patience` counts as it is.") {
      min($0, 2)
    },
    .at(\.limit, "patience cut at 3", "It waits for 3 epochs at most: a larger `patience` counts as it is.") {
      min($0, 3)
    },
    .at(\.limit, "patience cut at 5", "It waits for 5 epochs at most: a larger `patience` counts as it is.") {
      min($0, 5)
    },
    .at(
      \.isReached, "compared with ==",
      "With patience 0 it never stops, but 0 acts as 1. If you compare with ==, the count goes past 0: take >=."
    ) { $0 == $1 },
    .at(
      \.isReached, "comparison turned round",
      "While the count is below `patience` it stops, and then it goes on: it must stop when the count has reached it."
    ) { $0 < $1 },
    .at(
      \.isReached, "stops up to the patience",
      "It stops while the count is not above `patience`: it must stop when the count has reached it."
    ) { $0 <= $1 },
    .at(
      \.isReached, "never stops",
      "It never says to stop: the count must grow in epochs without improvement, and at `patience` of them it must stop."
    ) { _, _ in false },
    .at(
      \.afterImprovement, "stops on improvement",
      "It says to stop after an improvement: that is when training should go on.", .stops),
    .at(
      \.afterImprovement, "patience 0 stops an improvement",
      "With patience 0 it stops even after an improvement: look at `patience` only after an epoch without one.",
      .looksAtPatience),
    .at(
      \.afterImprovement, "improvement counted",
      "An improvement is counted as an epoch without one, after the count began anew: it must leave the count at 0 and go on.",
      .countsAndLooksAtPatience),
    .at(
      \.answer, "every epoch counted",
      "It stops as soon as the number of the epoch reaches `patience`: count only the epochs since the last improvement."
    ) { _, _, epoch, patience in epoch >= patience },
    .at(
      \.answer, "epoch compared",
      "The number of the epoch is compared with `patience`: compare the count of epochs since the last improvement."
    ) { isImprovement, _, epoch, patience in !isImprovement && epoch >= patience },
    .at(
      \.answer, "epoch compared, one more",
      "The number of the epoch decides, once it is above `patience`: compare the count of epochs since the last improvement."
    ) { isImprovement, _, epoch, patience in !isImprovement && epoch > patience },
    .at(
      \.answer, "answer turned round",
      "The answer is the opposite: true means stop, so it is false after an improvement and while there is patience."
    ) { _, isStop, _, _ in !isStop },
    .at(\.answer, "stops at once", "It stops after every epoch: only true at the end of the patience should stop it.") {
      _, _, _, _ in true
    },
  ]

  private static let countings: [Slip<StoppingChoices>] = [
    .at(
      \.reset, "counter not reset",
      "The epochs without improvement are added up from the beginning: after an improvement count anew from 0."
    ) { $0.epochsWithoutImprovement },
    .at(
      \.reset, "improvement counted on",
      "Improvements join the count, which goes on: after an improvement it begins anew, at 0."
    ) { $0.epochsWithoutImprovement + 1 },
    .at(
      \.reset, "reset to 1", "After an improvement the count begins at 1, so that it stops one epoch early: begin at 0."
    ) { _ in 1 },
    .at(
      \.reset, "reset to −1",
      "After an improvement the count begins below 0, so that it stops one epoch late: begin at 0."
    ) { _ in -1 },
    .at(
      \.reset, "one less", "An improvement takes only 1 off the count: it must set the count to 0."
    ) { max($0.epochsWithoutImprovement - 1, 0) },
    .at(
      \.reset, "reset to the patience", "After an improvement the count begins at `patience`: it must begin at 0."
    ) { $0.patience },
    .at(
      \.counted, "not counted", "The count stays at 0 in epochs without improvement: add 1 in each of them."
    ) { $0.epochsWithoutImprovement },
    .at(\.counted, "counted twice", "An epoch without improvement counts twice: add 1 once.") {
      $0.epochsWithoutImprovement + 2
    },
    .at(
      \.counted, "count always 1",
      "Every epoch without improvement counts as the first one: add 1 to the count, and keep the sum in it."
    ) { _ in 1 },
    .at(
      \.counted, "counted from the first improvement",
      "Epochs before the first improvement do not count, but the patience may end among them: a NaN first counts as well."
    ) { $0.bestEpoch == 0 ? 0 : $0.epochsWithoutImprovement + 1 },
    .at(
      \.counted, "first epoch not counted",
      "Before the first improvement one epoch too few is counted: a first epoch that is none counts as well."
    ) { $0.isFirst ? 0 : $0.epochsWithoutImprovement + 1 },
    .at(
      \.counted, "first epoch counted twice",
      "Before the first improvement one epoch too many is counted: the count begins at 0."
    ) { $0.isFirst ? 2 : $0.epochsWithoutImprovement + 1 },
    .at(\.without, "NaN stops at once", "NaN stops it at once: it is an epoch without improvement as any other.") {
      $1.isNaN ? .stops : .counts
    },
    .at(\.without, "NaN does not count", "NaN is not counted: it is an epoch without improvement as any other.") {
      $1.isNaN ? .goesOn : .counts
    },
    .at(
      \.without, "not finite stops at once",
      "A loss that is not finite stops it at once: it is an epoch without improvement as any other."
    ) { $1.isFinite ? .counts : .stops },
    .at(
      \.without, "not finite does not count",
      "A loss that is not finite is not counted: it is an epoch without improvement as any other."
    ) { $1.isFinite ? .counts : .goesOn },
    .at(\.without, "NaN resets the count", "NaN sets the count back: it is an epoch without improvement as any other.")
    {
      $1.isNaN ? .resets : .counts
    },
    .at(
      \.without, "ties do not count",
      "Only a loss above the best one is counted: a tie, a gain below the minimum and NaN are no improvement either, so they count, too."
    ) { $1 > $0.bestLoss ? .counts : .goesOn },
    .at(
      \.without, "small gain and NaN do not count",
      "A gain below the minimum and NaN are passed over: they are no improvement, and they count."
    ) { $1 >= $0.bestLoss ? .counts : .goesOn },
    .at(
      \.without, "tie does not count", "A tie with the best loss is not counted: it is no improvement, and it counts."
    ) { $1 == $0.bestLoss ? .goesOn : .counts },
    .at(
      \.without, "tie resets the count",
      "A tie with the best loss sets the count back: it is no improvement, and it counts."
    ) { $1 == $0.bestLoss ? .resets : .counts },
    .at(
      \.without, "small gain does not count",
      "A gain below the minimum is not counted: it is no improvement, and it counts."
    ) { $1 < $0.bestLoss ? .goesOn : .counts },
    .at(
      \.without, "small gain resets the count",
      "A gain below the minimum sets the count back: only an improvement does, by isImprovement."
    ) { $1 < $0.bestLoss ? .resets : .counts },
    .at(
      \.without, "small gain or tie resets the count",
      "A tie or a gain below the minimum sets the count back: only an improvement does, by isImprovement."
    ) { $1 <= $0.bestLoss ? .resets : .counts },
  ]

  private static let keepings: [Slip<StoppingChoices>] = [
    .at(
      \.kept.parameters, "latest parameters kept",
      "`bestParameters` are those of the latest epoch: keep them only after an improvement.", .always),
    .at(
      \.kept.parameters, "parameters not kept",
      "`bestParameters` stay nil: keep `parameters` in them after an improvement.", .never),
    .at(
      \.kept.parameters, "first parameters kept for ever",
      "`bestParameters` stay those of the first improvement: each later one must replace them.", .first),
    .at(
      \.kept.parameters, "parameters without improvement",
      "`bestParameters` change after epochs without improvement: keep them after those with one.", .withoutImprovement),
    .at(
      \.kept.parameters, "parameters of small gains",
      "`bestParameters` change after a gain below `minimumImprovement` as well: keep them only after an improvement.",
      .ifSmaller),

    .at(
      \.kept.epoch, "best epoch not kept", "`bestEpoch` stays nil: keep `epoch` in it after an improvement.", .never),
    .at(
      \.kept.epoch, "latest epoch kept", "`bestEpoch` is always the latest: keep it only after an improvement.", .always
    ),
    .at(
      \.kept.epoch, "first epoch kept",
      "`bestEpoch` stays that of the first improvement: each later one must replace it.",
      .first),
    .at(
      \.kept.epoch, "epoch without improvement",
      "`bestEpoch` changes after epochs without improvement: keep it after those with one.", .withoutImprovement),
    .at(
      \.kept.epoch, "epoch of small gains",
      "`bestEpoch` changes after a gain below `minimumImprovement` as well: keep it only after an improvement.",
      .ifSmaller),

    .at(
      \.kept.loss, "best loss not kept",
      "`bestLoss` stays infinite, so that every finite loss is an improvement: keep `validationLoss` in it.", .never),
    .at(
      \.kept.loss, "best loss of every epoch",
      "`bestLoss` changes in every epoch, so that each is compared with the one before: keep it only after an improvement.",
      .always),
    .at(
      \.kept.loss, "first loss kept", "`bestLoss` stays that of the first improvement: each later one must replace it.",
      .first),
    .at(
      \.kept.loss, "small gains kept",
      "`bestLoss` falls by less than `minimumImprovement` as well: what is no improvement must change nothing.",
      .ifSmaller),
    .at(
      \.kept.loss, "loss without improvement",
      "`bestLoss` changes after epochs without improvement: keep it after those with one.", .withoutImprovement),
  ]

  /// All three together; they come after each alone, so that they take its place.
  private static let allKept: [Slip<StoppingChoices>] = [
    .at(
      \.kept, "every epoch kept",
      "Every epoch is kept as the best, better or not: keep the three only after an improvement.", .all(.always)),
    .at(
      \.kept, "nothing kept",
      "Nothing is kept, neither epoch nor loss nor parameters: after an improvement keep all three.", .all(.never)),
    .at(
      \.kept, "first epoch kept for ever",
      "Only the first improvement is kept: each later one must take its place, with epoch, loss and parameters.",
      .all(.first)),
    .at(
      \.kept, "all three without improvement",
      "The three are kept after epochs without improvement: keep them after those with one.", .all(.withoutImprovement)),
    .at(
      \.kept, "small gains kept with all three",
      "All three are kept after a gain below `minimumImprovement` as well: what is no improvement must change nothing.",
      .all(.ifSmaller)),
    .at(
      \.kept, "epoch and parameters of every epoch",
      "`bestEpoch` and `bestParameters` are always the latest: keep them only after an improvement, with `bestLoss`.",
      Kept(epoch: .always, parameters: .always)),
    .at(
      \.kept, "epoch and loss of every epoch",
      "`bestEpoch` and `bestLoss` are always the latest: keep them only after an improvement, with `bestParameters`.",
      Kept(epoch: .always, loss: .always)),
    .at(
      \.kept, "loss and parameters of every epoch",
      "`bestLoss` and `bestParameters` are always the latest: keep them only after an improvement, with `bestEpoch`.",
      Kept(loss: .always, parameters: .always)),
  ]

  private static let whatIsKept: [Slip<StoppingChoices>] = [
    .at(\.epoch, "best epoch counted from 0", "`bestEpoch` is one too small: keep `epoch` as it is.") { _, epoch in
      epoch - 1
    },
    .at(\.epoch, "best epoch one too large", "`bestEpoch` is one too large: keep `epoch` as it is.") { _, epoch in
      epoch + 1
    },
    .at(
      \.epoch, "improvements counted", "`bestEpoch` counts the improvements: keep `epoch` in it, the number handed in."
    ) { monitor, _ in monitor.bestEpoch + 1 },
    .at(
      \.epoch, "epochs counted by the monitor",
      "`bestEpoch` counts the calls, but training may begin at another epoch than 1: keep `epoch` as it is handed in."
    ) { monitor, _ in monitor.bestEpoch + monitor.epochsWithoutImprovement + 1 },
    .at(
      \.epoch, "count kept as the epoch",
      "`bestEpoch` holds the epochs without improvement: keep `epoch` in it, the number handed in."
    ) { monitor, _ in monitor.epochsWithoutImprovement },
    .at(\.epoch, "best epoch 1", "`bestEpoch` is always 1: keep `epoch` in it.") { _, _ in 1 },
    .at(
      \.loss, "minimum taken off the loss",
      "`minimumImprovement` is taken off what is kept: `bestLoss` is `validationLoss` itself."
    ) { monitor, loss in loss - monitor.minimumImprovement },
    .at(\.loss, "best loss not below 0", "`bestLoss` does not fall below 0: keep `validationLoss` as it is.") {
      _, loss in
      max(loss, 0)
    },
    .at(\.loss, "size of the loss", "`bestLoss` has lost its sign: keep `validationLoss` as it is.") { _, loss in
      abs(loss)
    },
    .at(\.loss, "best loss 0", "`bestLoss` becomes 0: keep `validationLoss` in it.") { _, _ in 0 },
    .at(\.loss, "patience kept as the loss", "`bestLoss` becomes the patience: keep `validationLoss` in it.") {
      monitor, _ in Double(monitor.patience)
    },
    .at(
      \.parameters, "other parameters kept",
      "`bestParameters` are not those that were handed in: keep `parameters` whole and as they are."
    ) { _ in -1 },
    .at(
      \.atStop, "parameters of the last epoch kept",
      "When it stops, `bestParameters` become those of the last epoch: they stay those of the best one."
    ) { monitor, epoch, _ in monitor.bestParametersEpoch = epoch },
    .at(
      \.atStop, "last epoch kept", "When it stops, `bestEpoch` becomes the last one: it stays the best one."
    ) { monitor, epoch, _ in monitor.bestEpoch = epoch },
    .at(
      \.atStop, "all of the last epoch kept",
      "When it stops, the last epoch is kept as the best: what is no improvement changes none of the three."
    ) { monitor, epoch, loss in
      monitor.bestEpoch = epoch
      monitor.bestParametersEpoch = epoch
      monitor.bestLoss = loss
    },
    .at(
      \.early, "patience 0 stops at once",
      "With patience 0 it stops before it has looked at the loss: it acts as 1, so an improvement is kept and goes on."
    ) { $0 == 0 ? true : nil },
    .at(
      \.early, "patience 0 does nothing",
      "With patience 0 it does nothing and never stops: it acts as 1, so the loss is looked at all the same."
    ) { $0 == 0 ? false : nil },
    .at(
      \.before, "best loss set first",
      "`bestLoss` is the latest loss, and no loss is an improvement: ask isImprovement before `bestLoss` changes."
    ) { monitor, _, loss in monitor.bestLoss = loss },
    .at(
      \.before, "smaller loss set first",
      "`bestLoss` falls, but no loss is an improvement: ask isImprovement before `bestLoss` changes."
    ) { monitor, _, loss in monitor.bestLoss = Swift.min(monitor.bestLoss, loss) },
    .at(
      \.before, "all three set first",
      "The latest epoch is always the best, and no loss is an improvement: ask isImprovement before you keep the three."
    ) { monitor, epoch, loss in
      monitor.bestLoss = loss
      monitor.bestEpoch = epoch
      monitor.bestParametersEpoch = epoch
    },
  ]

  private static let whatIsBetter: [Slip<StoppingChoices>] = [
    better("tie counted", "A tie counts as an improvement: the loss must lie below, ask isImprovement.") {
      monitor, loss in loss <= monitor.bestLoss - monitor.minimumImprovement
    },
    better("gain of the minimum counted", "A gain of just the minimum counts as an improvement: it must be more.") {
      monitor, loss in loss < monitor.bestLoss && loss <= monitor.bestLoss - monitor.minimumImprovement
    },
    better("minimum ignored", "`minimumImprovement` is not looked at: ask isImprovement whether a loss is one.") {
      monitor, loss in loss < monitor.bestLoss
    },
    better(
      "minimum ignored and tie counted",
      "A tie with the best loss counts as an improvement, whatever the minimum is: ask isImprovement whether a loss is one."
    ) { monitor, loss in loss <= monitor.bestLoss },
    better(
      "minimum added", "Losses above the best one by less than the minimum count as improvements: ask isImprovement."
    ) { monitor, loss in loss < monitor.bestLoss + monitor.minimumImprovement },
    better("share of the best loss", "The minimum is taken as a share of the best loss: ask isImprovement.") {
      monitor, loss in loss < monitor.bestLoss * (1 - monitor.minimumImprovement)
    },
    better("twice the minimum", "The minimum is taken off twice: ask isImprovement whether a loss is one.") {
      monitor, loss in loss < monitor.bestLoss - 2 * monitor.minimumImprovement
    },
    better(
      "NaN counted", "NaN counts as an improvement: every comparison with NaN is false, so ask isImprovement first."
    ) { monitor, loss in !(loss >= monitor.bestLoss - monitor.minimumImprovement) },
    better(
      "NaN taken for an improvement",
      "NaN is taken for an improvement, whatever the best loss is: it is none, ask isImprovement alone."
    ) { monitor, loss in try monitor.isImprovement(loss) || loss.isNaN },
    better(
      "only a rise refused",
      "Only a loss above the best one is refused: ties, small gains and NaN are no improvement either, ask isImprovement."
    ) { monitor, loss in !(loss > monitor.bestLoss) },
    better(
      "only a rise or a tie refused",
      "Only a loss that is not below the best one is refused: small gains and NaN are none either, ask isImprovement."
    ) { monitor, loss in !(loss >= monitor.bestLoss) },
    better(
      "NaN and tie counted",
      "NaN and ties count as improvements: that a loss lies not above the limit is not enough, ask isImprovement."
    ) { monitor, loss in !(loss > monitor.bestLoss - monitor.minimumImprovement) },
    better(
      "rise counted", "A rise counts as an improvement as well: the loss must fall, ask isImprovement."
    ) { monitor, loss in abs(monitor.bestLoss - loss) > monitor.minimumImprovement },
    better(
      "first epoch always kept", "The first epoch is kept whatever its loss is: NaN and infinity are no improvement."
    ) { monitor, loss in try monitor.bestEpoch == 0 || monitor.isImprovement(loss) },
    better(
      "first NaN kept", "A NaN counts as an improvement while there is no best loss yet: NaN is none."
    ) { monitor, loss in try (monitor.bestEpoch == 0 && loss.isNaN) || monitor.isImprovement(loss) },
    better(
      "infinity kept first", "An infinite loss counts as an improvement while there is no best loss yet: it is none."
    ) { monitor, loss in try (monitor.bestEpoch == 0 && loss == .infinity) || monitor.isImprovement(loss) },
    better(
      "branches exchanged",
      "What belongs after an improvement happens in the epochs without one, and the other way round: exchange the two."
    ) { monitor, loss in try !monitor.isImprovement(loss) },
    better("every epoch an improvement", "Every epoch counts as an improvement: ask isImprovement whether it is one.") {
      _, _ in true
    },
    better(
      "never an improvement",
      "No epoch counts as an improvement, so nothing is kept: a loss below the best one is an improvement, ask isImprovement."
    ) { _, _ in false },
    better(
      "compared with the minimum", "The loss is compared with the minimum itself: ask isImprovement whether it is one."
    ) { monitor, loss in loss < monitor.minimumImprovement },
    better(
      "negative losses refused", "A loss of 0 or below is never an improvement here: ask isImprovement alone."
    ) { monitor, loss in try loss > 0 && monitor.isImprovement(loss) },
  ]

  /// What is not counted here shows with patience 0 alone.
  private static let rarelyCounted: [Slip<StoppingChoices>] = [
    .alone(
      \.reset, "one less, below 0", "An improvement takes 1 off the count, even below 0: it must set the count to 0."
    ) { $0.epochsWithoutImprovement - 1 },
    .alone(
      \.without, "only a rise counted",
      "Only a loss above the best one adds to the count: a tie, a gain below the minimum and NaN add to it, too."
    ) { $1 > $0.bestLoss ? .counts : .looksAtPatience },
    .alone(
      \.without, "only ties and rises counted",
      "Only a loss that is not below the best one adds to the count: a gain below the minimum and NaN add to it, too."
    ) { $1 >= $0.bestLoss ? .counts : .looksAtPatience },
    .alone(
      \.without, "NaN not added", "NaN does not add to the count: it is an epoch without improvement as any other."
    ) { $1.isNaN ? .looksAtPatience : .counts },
  ]

  private static func better(
    _ name: String, _ sentence: String, _ isImprovement: @escaping @Sendable (JudgedMonitor, Double) throws -> Bool
  ) -> Slip<StoppingChoices> {
    .at(\.isImprovement, name, sentence, isImprovement)
  }
}
