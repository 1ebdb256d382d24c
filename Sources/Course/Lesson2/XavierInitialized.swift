import Contract
import Engine

extension Exercise {
  /// 2.3: normal weights of variance 1 / fanIn, biases of 0.
  static let xavierInitialized = Initializer.xavier.exercise
}

extension Initializer {
  static let xavier = Initializer(function: Lesson2.xavierInitialized, factor: 1, slips: slips)
}

private let slips: [Slip<WeightChoices>] = [
  .at(
    \.factor, "He for Xavier",
    "There is a factor 2 too many in the variance: it is He's, Xavier has 1 / fanIn, and each weight is one draw.", 2),
  .at(\.factor, "half of the variance", "There is a factor ½ too many: Xavier's variance is 1 / fanIn.", 0.5),
  .at(
    \.factor, "limit of uniform numbers",
    "The factor 3 belongs to the limit of evenly spread numbers: normal ones take √(1 / fanIn).", 3),
  .at(
    \.factor, "limit of Glorot's uniform numbers",
    "The factor 6 belongs to the limit of Glorot's evenly spread numbers: normal ones take √(1 / fanIn).", 6),
  .at(\.factor, "factor 4", "The numbers are twice as large as they should be: each is √(1 / fanIn) · g.", 4),
  .at(
    \.isWhole, "whole numbers divided",
    "Whole numbers are divided, so that 1 / fanIn is 0 from a fanIn of 2 on: write 1 / Double(fanIn).", true),
  .at(
    \.fan, "Glorot", "Glorot's 2 / (fanIn + fanOut) stands in the place of 1 / fanIn, which the course takes."
  ) { ($0.fanIn + $0.fanOut) / 2 },
  .at(
    \.fan, "sum of the fans", "fanIn + fanOut stands below the fraction: it is fanIn alone, 1 / fanIn."
  ) { $0.fanIn + $0.fanOut },
]
