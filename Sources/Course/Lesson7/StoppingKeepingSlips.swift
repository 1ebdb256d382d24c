import Engine

/// Exercise 7.2: what can be kept otherwise, and taken for an improvement.
extension StoppingChoices {
  static let keepings: [Slip<StoppingChoices>] = [
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
  static let allKept: [Slip<StoppingChoices>] = [
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

  static let whatIsKept: [Slip<StoppingChoices>] = [
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

  static let whatIsBetter: [Slip<StoppingChoices>] = [
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

  private static func better(
    _ name: String, _ sentence: String, _ isImprovement: @escaping @Sendable (JudgedMonitor, Double) throws -> Bool
  ) -> Slip<StoppingChoices> {
    .at(\.isImprovement, name, sentence, isImprovement)
  }
}
