import Contract
import CourseKit
import Engine

/// How a moment is written on the page, and what makes it.
struct MomentNames {
  let moment: String
  let decay: String
  let otherDecay: String
  /// The property that holds the decay.
  let property: String
  let otherProperty: String
  let joining: String
  /// The whole formula.
  let formula: String
  /// What the decay is by default.
  let usual: Double
  let own: @Sendable (AdamSettings) -> Double
  let other: @Sendable (AdamSettings) -> Double

  static let first = MomentNames(
    moment: "m", decay: "β₁", otherDecay: "β₂", property: "firstDecay", otherProperty: "secondDecay", joining: "g",
    formula: "β₁ · m + (1 − β₁) · g", usual: 0.9, own: { $0.firstDecay }, other: { $0.secondDecay })
  static let second = MomentNames(
    moment: "v", decay: "β₂", otherDecay: "β₁", property: "secondDecay", otherProperty: "firstDecay", joining: "g²",
    formula: "β₂ · v + (1 − β₂) · g²", usual: 0.999, own: { $0.secondDecay }, other: { $0.firstDecay })
}

extension MomentChoices {
  static let firstSlips: [Slip<MomentChoices>] =
    oldShares(.first) + newShares(.first) + results(.first) + gradients + bothShares(.first)
  static let secondSlips: [Slip<MomentChoices>] =
    oldShares(.second) + newShares(.second) + results(.second) + squares + bothShares(.second)

  /// What the old moment is multiplied with.
  private static func oldShares(_ n: MomentNames) -> [Slip<MomentChoices>] {
    let own = n.own
    let other = n.other
    return [
      .at(
        \.shares.old, "decay missing",
        "\(n.moment) stays whole: it must lose the share that \(n.joining) takes, \(n.formula)."
      ) { _ in 1 },
      .at(
        \.shares.old, "added to the old moment",
        "\(n.moment) is multiplied by 1 + \(n.decay): only \(n.decay) of it stays. With `+=` it would count once more."
      ) { 1 + own($0) },
      .at(
        \.shares.old, "1 − β on the moment, too",
        "\(n.moment) is multiplied by 1 − \(n.decay), as \(n.joining) is: it keeps \(n.decay) of itself, \(n.formula)."
      ) { 1 - own($0) },
      .at(
        \.shares.old, "other decay for the old moment",
        "\(n.moment) is multiplied by \(n.otherDecay): its own decay is \(n.decay), `\(n.property)`."
      ) { other($0) },
      .at(
        \.shares.old, "decay squared", "\(n.moment) is multiplied by \(n.decay) twice: once, \(n.formula)."
      ) { own($0) * own($0) },
      .at(
        \.shares.old, "old moment forgotten",
        "Nothing of the old \(n.moment) is left: \(n.decay) · \(n.moment) is missing, so that nothing is averaged."
      ) { _ in 0 },
      .at(
        \.shares.old, "old moment subtracted",
        "The old \(n.moment) has the wrong sign: both shares are added, \(n.formula)."
      ) { -own($0) },
      .at(
        \.shares.old, "decay to the power of the step",
        "\(n.moment) is multiplied by \(n.decay)ᵗ: powers belong into the correction, here it is \(n.formula)."
      ) { pow(own($0), Double(Lesson11.stepsMade)) },
      .at(
        \.shares.old, "old share fixed",
        "The share of \(n.moment) is \(n.usual) here, whatever `\(n.property)` is: use `\(n.property)` in both shares."
      ) { [usual = n.usual] _ in usual },
      .at(
        \.shares.old, "other moment's rest",
        "\(n.moment) is multiplied by 1 − \(n.otherDecay): it keeps \(n.decay) of itself, \(n.formula)."
      ) { 1 - other($0) },
    ]
  }

  /// What the gradient is multiplied with.
  private static func newShares(_ n: MomentNames) -> [Slip<MomentChoices>] {
    let own = n.own
    let other = n.other
    return [
      .at(
        \.shares.new, "1 − β missing",
        "1 − \(n.decay) is missing: \(n.joining) counts in full, as in lesson 8's velocity. A moment is an average, \(n.formula)."
      ) { _ in 1 },
      .at(
        \.shares.new, "decay on both",
        "\(n.joining) is multiplied by \(n.decay), as \(n.moment) is: its share is the rest, 1 − \(n.decay)."
      ) { own($0) },
      .at(
        \.shares.new, "gradient missing", "\(n.joining) is missing: \(n.moment) must take it up, \(n.formula)."
      ) { _ in 0 },
      .at(
        \.shares.new, "rest of the other decay",
        "\(n.joining) is multiplied by 1 − \(n.otherDecay): its share is 1 − \(n.decay), `1 - \(n.property)`."
      ) { 1 - other($0) },
      .at(
        \.shares.new, "gradient subtracted",
        "\(n.joining) has the wrong sign: both shares are added, and 1 − \(n.decay) is above 0."
      ) { own($0) - 1 },
      .at(
        \.shares.new, "1 − β twice",
        "1 − \(n.decay) counts twice: it is (1 − \(n.decay)) · \(n.joining), where nothing else is multiplied by it or squared."
      ) { (1 - own($0)) * (1 - own($0)) },
      .at(
        \.shares.new, "1 + β", "\(n.joining) is multiplied by 1 + \(n.decay): its share is 1 − \(n.decay)."
      ) { 1 + own($0) },
      .at(
        \.shares.new, "divided by 1 − β", "\(n.joining) is divided by 1 − \(n.decay): it is multiplied by it."
      ) { 1 / (1 - own($0)) },
      .at(
        \.shares.new, "momentum downhill",
        "\(n.joining) is subtracted in full: a moment is an average of both, \(n.formula)."
      ) { _ in -1 },
      .at(
        \.shares.new, "new share fixed",
        "The share of \(n.joining) is fixed here, whatever `\(n.property)` is: it is 1 − \(n.decay)."
      ) { [usual = n.usual] _ in 1 - usual },
      .at(
        \.shares.new, "1 − β²", "\(n.joining) is multiplied by 1 − \(n.decay)²: its share is 1 − \(n.decay)."
      ) { 1 - own($0) * own($0) },
      .at(
        \.shares.new, "other decay for the gradient",
        "\(n.joining) is multiplied by \(n.otherDecay): its share is 1 − \(n.decay), what \(n.moment) loses."
      ) { other($0) },
    ]
  }

  /// Wrong shares of both; they take the place of each.
  private static func bothShares(_ n: MomentNames) -> [Slip<MomentChoices>] {
    let own = n.own
    let other = n.other
    func fixed(_ decay: Double) -> Shares { Shares(old: { _ in decay }, new: { _ in 1 - decay }) }
    let all: [(String, String, Shares)] = [
      (
        "shares exchanged",
        "The shares are exchanged: \(n.moment) keeps \(n.decay) of itself and takes up 1 − \(n.decay) of \(n.joining).",
        Shares(old: { 1 - own($0) }, new: { own($0) })
      ),
      (
        "other decay",
        "Both shares are made of \(n.otherDecay): this moment's own decay is \(n.decay), `\(n.property)`.",
        Shares(old: { other($0) }, new: { 1 - other($0) })
      ),
      (
        "decay on the gradient alone",
        "\(n.decay) multiplies \(n.joining) and \(n.moment) stays whole: it is the other way round, with 1 − \(n.decay) for \(n.joining).",
        Shares(old: { _ in 1 }, new: { own($0) })
      ),
      (
        "plain sum", "\(n.moment) and \(n.joining) are added as they are: each has its share, \(n.formula).",
        Shares(old: { _ in 1 }, new: { _ in 1 })
      ),
      (
        "plain mean", "\(n.moment) and \(n.joining) count half each, whatever `\(n.property)` is: it is \(n.formula).",
        Shares(old: { _ in 0.5 }, new: { _ in 0.5 })
      ),
      (
        "joining alone", "The answer is just \(n.joining): \(n.moment) keeps a share of itself, \(n.formula).",
        Shares(old: { _ in 0 }, new: { _ in 1 })
      ),
      (
        "old moment returned", "The answer is the old \(n.moment): it must become \(n.formula).",
        Shares(old: { _ in 1 }, new: { _ in 0 })
      ),
      (
        "decay fixed at 0.9", "\(n.decay) is 0.9 here, whatever `\(n.property)` is: use `\(n.property)`.", fixed(0.9)
      ),
      (
        "decay fixed at 0.999", "\(n.decay) is 0.999 here, whatever `\(n.property)` is: use it instead.", fixed(0.999)
      ),
      (
        "away from the gradient",
        "\(n.moment) moves away from \(n.joining): the difference between them has the wrong sign, or 2 − \(n.decay) stands for \(n.decay).",
        Shares(old: { 2 - own($0) }, new: { own($0) - 1 })
      ),
      (
        "powers of the decay",
        "\(n.decay)ᵗ stands for \(n.decay) in both shares: powers belong into the correction, here it is \(n.formula).",
        Shares(
          old: { pow(own($0), Double(Lesson11.stepsMade)) }, new: { 1 - pow(own($0), Double(Lesson11.stepsMade)) })
      ),
      (
        "mean of all steps",
        "\(n.joining) counts 1 / t, as in the mean of all steps: it is \(n.formula), which forgets old ones.",
        Shares(
          old: { _ in 1 - 1 / Double(Lesson11.stepsMade) }, new: { _ in 1 / Double(Lesson11.stepsMade) })
      ),
      (
        "divided by the shares", "Both are divided by their shares: they are multiplied by them, \(n.formula).",
        Shares(old: { 1 / own($0) }, new: { 1 / (1 - own($0)) })
      ),
      (
        "opposite sign", "The moment has the opposite sign: it is \(n.formula), and the step subtracts it later.",
        Shares(old: { -own($0) }, new: { own($0) - 1 })
      ),
      (
        "not divided by the sum of the weights",
        "Both shares are divided by 1 − \(n.decay): it is \(n.formula), and what is divided comes later, in `corrected`.",
        Shares(old: { own($0) / (1 - own($0)) }, new: { _ in 1 })
      ),
      (
        "decay of the gradient's share only",
        "The old \(n.moment) is gone and \(n.joining) is multiplied by \(n.decay): it is \(n.formula).",
        Shares(old: { _ in 0 }, new: { own($0) })
      ),
    ]
    return all.map { .at(\.shares, $0.0, $0.1, $0.2) }
  }
}
