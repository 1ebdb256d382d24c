import Contract
import Engine

extension Exercise {
  /// 2.2: normal weights of variance 2 / fanIn, biases of 0.
  static let heInitialized = Initializer.he.exercise
}

extension Initializer {
  static let he = Initializer(function: Lesson2.heInitialized, factor: 2, slips: slips)
}

private let slips: [Slip<WeightChoices>] = [
  .at(
    \.factor, "factor 2 lost",
    "The factor 2 is missing: ReLU cuts half of the signal away, hence a variance of 2 / fanIn.", 1
  ),
  .at(
    \.outputFactor, "Xavier's variance at the output",
    "The output layer has a variance of 1 / fanIn, as Xavier's: every layer here has 2 / fanIn.", 1),
  .at(\.factor, "factor 3", "A 3 stands in the place of the 2: He's variance is 2 / fanIn.", 3),
  .at(
    \.factor, "limit of uniform numbers",
    "A 6 stands in the place of the 2: it belongs to the limit of evenly spread numbers; normal ones take √(2 / fanIn).",
    6
  ),
  .at(\.factor, "factor 8", "The numbers are twice as large as they should be: each is √(2 / fanIn) · g.", 8),
  .at(
    \.isWhole, "whole numbers divided",
    "Whole numbers are divided, so that 2 / fanIn is 0 from a fanIn of 3 on: write 2 / Double(fanIn).", true),
  .at(\.fan, "Glorot", "fanIn + fanOut stands below the fraction, as Glorot has it: He's variance is 2 / fanIn.") {
    $0.fanIn + $0.fanOut
  },
  .at(
    \.variances, "root of the fan-in alone",
    "There is a factor 2 too many in the variance: the 2 of √(2 / fanIn) is under the root, and each weight is one draw."
  ) { _, factor, fan, _ in [factor * factor / fan] },
  .at(
    \.variances, "root forgotten below",
    "The standard deviation is √2 / fanIn: the root goes over the whole of 2 / fanIn."
  ) { _, factor, fan, _ in [factor / (fan * fan)] },
  .at(
    \.variances, "fan-in left out",
    "The fan-in is left out, so that all layers have the same deviation √2: it is √(2 / fanIn)."
  ) { _, factor, _, _ in [factor] },
]
