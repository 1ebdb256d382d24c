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
}
