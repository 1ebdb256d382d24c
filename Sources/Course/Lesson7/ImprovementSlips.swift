import Engine

extension ImprovementChoices {
  static let slips: [Slip<ImprovementChoices>] = comparisons + thresholds + sides + tests + answers + others

  private static let comparisons: [Slip<ImprovementChoices>] = [
    .at(
      \.test.isBelow, "tie counted",
      "A loss of just bestLoss − minimumImprovement counts, a tie: it must lie below that, so compare without the `=`."
    ) { $0 <= $1 },
    .at(
      \.test.isBelow, "comparison exchanged", "The comparison is the wrong way round: a smaller loss is the better one."
    ) { $0 > $1 },
    .at(
      \.test.isBelow, "comparison exchanged and tie counted",
      "The answer is true from the limit bestLoss − minimumImprovement upwards: only a loss below it is an improvement."
    ) { $0 >= $1 },
    .at(
      \.test.isBelow, "NaN counted",
      "NaN counts as an improvement, but it is none: every comparison with NaN is false, so a plain < leaves it out."
    ) { !($0 >= $1) },
    .at(
      \.test.isBelow, "NaN and ties counted",
      "NaN and ties count: that a loss is not larger is not enough, it must be smaller than bestLoss − minimumImprovement."
    ) { !($0 > $1) },
    .at(
      \.test.isBelow, "single precision",
      "The comparison is one of Floats, which are equal too soon: compare the Doubles."
    ) { Float($0) < Float($1) },
    .at(
      \.test.isBelow, "equality asked",
      "Only a loss of just bestLoss − minimumImprovement counts: it must lie below that."
    ) { $0 == $1 },
    .at(
      \.test.isBelow, "difference asked",
      "Any loss but bestLoss − minimumImprovement itself counts: it must lie below that."
    ) { $0 != $1 },
  ]

  private static let thresholds: [Slip<ImprovementChoices>] = [
    .at(
      \.test.sides.threshold, "opposite best loss",
      "The best loss comes in with the opposite sign: the limit is bestLoss − minimumImprovement."
    ) { -$0 - $1 },
    .at(
      \.test.sides.threshold, "minimum in hundredths",
      "`minimumImprovement` is taken as hundredths: it is in the units of the loss, best − minimum."
    ) { $0 - $1 / 100 },
    .at(
      \.test.sides.threshold, "minimum of at least 0.0001",
      "A gain up to 0.0001 never counts, though `minimumImprovement` may be smaller: subtract it as it is."
    ) { $0 - max($1, 1e-4) },
    .at(
      \.test, "losses rounded to 3 digits",
      "Both losses are rounded to 3 digits before they are compared: compare them as they are.",
      Test(
        sides: Sides(
          loss: { loss, _ in (1000 * loss).rounded() / 1000 }, threshold: { (1000 * $0).rounded() / 1000 - $1 }))),
    .at(
      \.test.sides.threshold, "best loss in a Float",
      "The best loss loses digits in a Float: take it as the Double that it is."
    ) { Double(Float($0)) - $1 },
    .at(
      \.test.sides.threshold, "minimum in a Float",
      "`minimumImprovement` loses digits in a Float: take it as the Double that it is."
    ) { $0 - Double(Float($1)) },
    .at(\.test.sides.loss, "loss in a Float", "The loss loses digits in a Float: take it as the Double that it is.") {
      loss, _ in Double(Float(loss))
    },
    .at(
      \.test.sides.threshold, "minimum ignored",
      "`minimumImprovement` is not looked at, so that every smaller loss counts: the loss must lie below bestLoss − minimumImprovement."
    ) { best, _ in best },
    .at(
      \.test.sides.threshold, "minimum added",
      "Losses above the best one by less than `minimumImprovement` count as well: a loss must lie below bestLoss − minimumImprovement."
    ) { $0 + $1 },
    .at(
      \.test.sides.threshold, "share of the best loss",
      "`minimumImprovement` is taken as a share of the best loss: subtract it itself, best − minimum."
    ) { $0 * (1 - $1) },
    .at(
      \.test.sides.threshold, "share of the best loss added",
      "`minimumImprovement` is taken as a share and raises the limit above the best loss: it is best − minimum."
    ) { $0 * (1 + $1) },
    .at(
      \.test.sides.threshold, "divided by 1 + the minimum",
      "`minimumImprovement` is taken as a share, by a factor 1 + minimum: the limit is best − minimum."
    ) { $0 / (1 + $1) },
    .at(
      \.test.sides.threshold, "larger of the two",
      "The loss is compared with the larger of `bestLoss` and `minimumImprovement`: the limit is best − minimum."
    ) { max($0, $1) },
    .at(
      \.test.sides.threshold, "multiplied",
      "The best loss is multiplied with `minimumImprovement`: the limit is best − minimum."
    ) { $0 * $1 },
    .at(
      \.test.sides.threshold, "divided",
      "The best loss is divided by `minimumImprovement`: the limit is best − minimum."
    ) {
      $0 / $1
    },
    .at(
      \.test.sides.threshold, "compared with the minimum",
      "The loss is compared with `minimumImprovement` alone: `bestLoss` is missing, the limit is best − minimum."
    ) { _, minimum in minimum },
    .at(
      \.test.sides.threshold, "compared with minus the minimum",
      "The loss is compared with −`minimumImprovement`: `bestLoss` is missing, the limit is best − minimum."
    ) { _, minimum in -minimum },
    .at(
      \.test.sides.threshold, "compared with 0",
      "The loss is compared with 0: the limit is bestLoss − minimumImprovement."
    ) {
      _, _ in 0
    },
    .at(
      \.test.sides.threshold, "difference exchanged", "The limit is minimum − best here: it is best − minimum."
    ) { $1 - $0 },
    .at(
      \.test.sides.threshold, "minimum twice", "`minimumImprovement` is taken off twice: the limit is best − minimum."
    ) {
      $0 - 2 * $1
    },
    .at(
      \.test.sides.threshold, "limit not below 0",
      "The limit does not fall below 0, but losses may: it is best − minimum."
    ) { max($0 - $1, 0) },
    .at(
      \.test.sides.threshold, "best loss without its sign",
      "The best loss has lost its sign: the limit is best − minimum."
    ) { abs($0) - $1 },
    .at(\.test.sides.loss, "loss without its sign", "The loss has lost its sign: compare it as it is.") { loss, _ in
      abs(loss)
    },
    .at(\.test.sides.loss, "loss negated", "The loss is compared with the opposite sign: compare it as it is.") {
      loss, _ in
      -loss
    },
    .at(
      \.test.sides.threshold, "fixed minimum",
      "A small fixed number stands in place of `minimumImprovement`: take the property, bestLoss − minimumImprovement."
    ) { best, _ in best - 0.01 },
  ]

  /// Other sides of the comparison; they come after the thresholds, so that they take their place.
  private static let sides: [Slip<ImprovementChoices>] = [
    .at(
      \.test.sides, "rise counted",
      "A rise counts as well, because the distance from the best loss has no sign: only a loss below best − minimum is an improvement.",
      Sides(loss: { -abs($1 - $0) }, threshold: { -$1 })),
    .at(
      \.test.sides, "relative gain",
      "The gain is taken as a share of the best loss, which may be 0 or infinite: the limit is best − minimum itself.",
      Sides(loss: { ($0 - $1) / $1 }, threshold: { -$1 })),
    .at(
      \.test.sides, "relative loss",
      "The loss is taken as a share of the best one, which may be 0 or negative: compare it with best − minimum itself.",
      Sides(loss: { $0 / $1 }, threshold: { 1 - $1 })),
    .at(
      \.test.sides, "compared as quotients",
      "This divides by the best loss, which may be negative, 0 or infinite: compare the loss with best − minimum.",
      Sides(loss: { $0 / $1 }, threshold: { 1 - $1 / $0 })),
  ]

  /// Sides and comparison together; they come last, so that they take the place of either.
  private static let tests: [Slip<ImprovementChoices>] = [
    .at(
      \.test, "as for an accuracy",
      "This waits for a rise of more than `minimumImprovement`, as for an accuracy; a loss must fall.",
      Test(sides: Sides(threshold: { $0 + $1 }), isBelow: { $0 > $1 }))
  ]

  private static let answers: [Slip<ImprovementChoices>] = [
    .at(
      \.first, "first always counted",
      "Before the first improvement every loss counts, even NaN and infinity: both are none, < alone is right there, too."
    ) { _, _ in true },
    .at(
      \.first, "first never counted",
      "Before the first improvement no loss counts: there the best loss is infinite, and every finite loss is one."
    ) { _, _ in false },
    .at(
      \.first, "first NaN counted", "Before the first improvement NaN counts: it is none, < alone is right there, too."
    ) { loss, _ in loss != .infinity },
    .at(
      \.first, "first infinity counted",
      "Before the first improvement an infinite loss counts: it is none, < alone is right there, too."
    ) { loss, _ in !loss.isNaN },

    .at(
      \.answer, "answer turned round", "The answer is the opposite: true says that the loss is an improvement."
    ) { answer, _ in !answer },
    .at(\.answer, "always true", "The answer is always true: compare the loss with bestLoss − minimumImprovement.") {
      _, _ in true
    },
    .at(
      \.answer, "always false", "The answer is always false: a loss below bestLoss − minimumImprovement must give true."
    ) { _, _ in false },
    .at(
      \.answer, "negative losses refused", "A loss of 0 or below is refused: compare it as any other."
    ) { $0 && $1 > 0 },
  ]

  /// What differs from a slip, or from two, by a hair only.
  private static let others: [Slip<ImprovementChoices>] = [
    .alone(
      \.test, "as for an accuracy, tie counted",
      "This waits for a rise of `minimumImprovement` or more, as for an accuracy; a loss must fall by more than that.",
      Test(sides: Sides(threshold: { $0 + $1 }), isBelow: { $0 >= $1 })),
    .alone(
      \.test, "larger loss counted",
      "Every larger loss counts, as for an accuracy: a loss must fall, and by more than `minimumImprovement`.",
      Test(sides: Sides(threshold: { best, _ in best }), isBelow: { $0 > $1 })),
    .alone(
      \.test, "rise up to the minimum counted",
      "What lies within `minimumImprovement` of the best loss counts: it must lie below it by more than that.",
      Test(sides: Sides(loss: { abs($1 - $0) }, threshold: { $1 }), isBelow: { $0 < $1 })),
    .alone(
      \.test, "tie with the best counted",
      "A tie with the best loss counts, whatever the minimum is: it is no improvement.",
      Test(sides: Sides(loss: { $0 == $1 ? -.infinity : $0 }))),
    .alone(
      \.test, "gain of the minimum counted", "A gain of just `minimumImprovement` counts: it must be more than that.",
      Test(sides: Sides(loss: { $0 < $1 ? $0 : .nan }), isBelow: { $0 <= $1 })),
    .alone(
      \.test, "gain of at least the minimum",
      "A gain of just `minimumImprovement` counts, and a tie where that is 0: the gain must be more.",
      Test(sides: Sides(loss: { $0 - $1 }, threshold: { -$1 }), isBelow: { $0 <= $1 })),
    .alone(
      \.test, "gain of at most the minimum",
      "A gain of `minimumImprovement` or less counts, and any rise: the gain must be more than the minimum.",
      Test(sides: Sides(loss: { $0 - $1 }, threshold: { -$1 }), isBelow: { $0 >= $1 })),
    .alone(
      \.test, "gain below the minimum", "Only gains below `minimumImprovement` count: a gain must be more than that.",
      Test(sides: Sides(loss: { $0 < $1 ? $0 : .nan }), isBelow: { $0 > $1 })),
  ]
}
