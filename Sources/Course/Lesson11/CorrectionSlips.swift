import Contract
import CourseKit
import Engine

extension CorrectionChoices {
  static let slips: [Slip<CorrectionChoices>] = powers + divisors + results

  /// What the decay becomes.
  private static let powers: [Slip<CorrectionChoices>] = [
    .at(
      \.power, "step forgotten", "The divisor is 1 − decay in every step: it is 1 − decayᵗ, with t in `stepCount`."
    ) { decay, _, _ in decay },
    .at(
      \.power, "decay times the step",
      "decay · t stands for decayᵗ, be it a product or a sum: that is a power, decay · decay · … with t factors."
    ) { decay, step, _ in decay * step },
    .at(
      \.power, "one factor too few",
      "The power has one factor too few, decayᵗ⁻¹, so that step 1 divides by 0: in step t it is decayᵗ."
    ) { decay, step, _ in pow(decay, step - 1) },
    .at(
      \.power, "one factor too many",
      "The power has one factor too many, decayᵗ⁺¹: in step t, which `stepCount` has counted already, it is decayᵗ."
    ) { decay, step, _ in pow(decay, step + 1) },
    .at(
      \.power, "base and exponent exchanged",
      "The decay is the exponent and t the base: it is decayᵗ, pow(decay, Double(stepCount))."
    ) { decay, step, _ in pow(step, decay) },
    .at(
      \.power, "always the first decay", "The decay is always β₁: take `decay`, which is β₂ for the second moment."
    ) { _, step, settings in pow(settings.firstDecay, step) },
    .at(
      \.power, "always the second decay", "The decay is always β₂: take `decay`, which is β₁ for the first moment."
    ) { _, step, settings in pow(settings.secondDecay, step) },
    .at(\.power, "decay fixed at 0.9", "The decay is 0.9 here, whatever `decay` is: use `decay`.") { _, step, _ in
      pow(0.9, step)
    },
    .at(\.power, "decay fixed at 0.999", "The decay is 0.999 here, whatever `decay` is: take `decay`.") { _, step, _ in
      pow(0.999, step)
    },
    .at(
      \.power, "squared whatever the step", "The decay is squared in every step: it is decayᵗ, squared in step 2 alone."
    ) { decay, _, _ in decay * decay },
    .at(\.power, "decay divided by the step", "The decay is divided by t: it is raised to the power t.") {
      decay, step, _ in decay / step
    },
    .at(\.power, "root of the decay", "The t-th root of the decay is taken: it is its t-th power, decayᵗ.") {
      decay, step, _ in pow(decay, 1 / step)
    },
    .at(\.power, "exponent doubled", "The power has 2 · t factors: t of them are enough, decayᵗ.") { decay, step, _ in
      pow(decay, 2 * step)
    },
    .at(
      \.power, "power 1",
      "The power is 1, and 1 − 1 is 0: nothing can be divided by that. decayᵗ needs t of `stepCount` factors."
    ) { _, _, _ in 1 },
    .at(\.power, "exponential", "e is raised to the power: it is decayᵗ, a power of the decay itself.") {
      decay, step, _ in exp(decay * step)
    },
    .at(\.power, "falling exponential", "exp(−decay · t) stands for decayᵗ: it is a power of the decay itself.") {
      decay, step, _ in exp(-decay * step)
    },
    .at(\.power, "decay plus the step", "t is added to the decay: decayᵗ is a power.") { decay, step, _ in decay + step
    },
  ]

  /// What the moment is divided by.
  private static let divisors: [Slip<CorrectionChoices>] = [
    .at(
      \.divisor, "power of the whole bracket",
      "The whole bracket is raised to the power, (1 − decay)ᵗ: only the decay is, 1 − decayᵗ."
    ) { _, decay, step, _ in pow(1 - decay, step) },
    .at(\.divisor, "1 + decayᵗ", "The divisor is 1 + decayᵗ: it is 1 − decayᵗ, below 1, so that the moment grows.") {
      power, _, _, _ in 1 + power
    },
    .at(\.divisor, "decayᵗ", "The moment is divided by decayᵗ: it is divided by 1 − decayᵗ.") { power, _, _, _ in power
    },
    .at(
      \.divisor, "decayᵗ − 1", "The difference is the wrong way round, so that the sign is lost: it is 1 − decayᵗ."
    ) { power, _, _, _ in power - 1 },
    .at(
      \.divisor, "root of the divisor", "The root of 1 − decayᵗ is taken: the moment is divided by 1 − decayᵗ itself."
    ) {
      power, _, _, _ in sqrt(1 - power)
    },
    .at(
      \.divisor, "divided twice", "The moment is divided by 1 − decayᵗ twice: once, for both moments alike."
    ) { power, _, _, _ in (1 - power) * (1 - power) },
    .at(
      \.divisor, "not corrected",
      "The moment comes back as it was: divide by 1 − decayᵗ. A product that begins at 0 stays 0, so begin at 1."
    ) { _, _, _, _ in 1 },
    .at(
      \.divisor, "multiplied", "The moment is multiplied by 1 − decayᵗ: that makes it smaller still, divide by it."
    ) { power, _, _, _ in 1 / (1 - power) },
    .at(\.divisor, "multiplied by the power", "The moment is multiplied by decayᵗ: divide it by 1 − decayᵗ.") {
      power, _, _, _ in 1 / power
    },
    .at(\.divisor, "divided by the step", "The moment is divided by t: it is divided by 1 − decayᵗ.") { _, _, step, _ in
      step
    },
    .at(\.divisor, "multiplied by the step", "The moment is multiplied by t: divide it by 1 − decayᵗ.") {
      _, _, step, _ in 1 / step
    },
    .at(
      \.divisor, "ε in the divisor", "ε joins the divisor: it belongs into the step, here it is 1 − decayᵗ alone."
    ) { power, _, _, settings in 1 - power + settings.epsilon },
    .at(
      \.divisor, "step times the rest", "1 − decay is multiplied by t: the divisor is 1 − decayᵗ, a power."
    ) { _, decay, step, _ in (1 - decay) * step },
    .at(
      \.divisor, "1 − decay multiplied in",
      "The answer is (1 − decay) times what it should be: a factor 1 − decay, or a divisor 1 + decay + decay² + …, is too much."
    ) { power, decay, _, _ in (1 - power) / (1 - decay) },
    .at(
      \.divisor, "corrected from the second step on",
      "The first step is left as it is: it needs the correction most of all, 1 − decayᵗ with t = 1."
    ) { power, _, step, _ in step == 1 ? 1 : 1 - power },
    .at(
      \.divisor, "corrected in the first step alone",
      "Only the first step is corrected: the others are divided by 1 − decayᵗ, too."
    ) { power, _, step, _ in step == 1 ? 1 - power : 1 },
  ]

  /// What is divided, and what comes of it.
  private static let results: [Slip<CorrectionChoices>] = [
    .at(
      \.result, "bracket missing",
      "The bracket is missing: moment / 1 − decayᵗ takes decayᵗ off the moment. It is moment / (1 − decayᵗ)."
    ) { moment, divisor in moment - (1 - divisor) },
    .at(\.result, "subtracted", "1 − decayᵗ is taken off the moment: divide by it.") { $0 - $1 },
    .at(\.result, "divided the wrong way round", "1 − decayᵗ is divided by the moment: it is moment / (1 − decayᵗ).") {
      $1 / $0
    },
    .at(\.result, "root taken already", "The root is taken already: that is the step's work, and of v̂ alone.") {
      sqrt($0 / $1)
    },
    .at(\.result, "sign lost", "The sign is lost: a first moment may be below 0.") { abs($0 / $1) },
    .at(\.result, "doubled", "The corrected moment is twice what it should be: it is moment / (1 − decayᵗ), once.") {
      2 * $0 / $1
    },
    .at(
      \.moment, "decayed once more", "The moment is multiplied by the decay: it is moment / (1 − decayᵗ), as it comes."
    ) { moment, decay in decay * moment },
    .at(
      \.moment, "first moment of the optimizer",
      "The answer is made of `firstMoments`: take `moment`, the one that is given."
    ) { moment, _ in 2 + moment },
    .at(
      \.moment, "second moment of the optimizer",
      "The answer is made of `secondMoments`: take `moment`, which is given."
    ) { moment, _ in 3 + moment },
    .at(\.moment, "moment squared", "The moment is squared: it is moment / (1 − decayᵗ), as it comes.") { moment, _ in
      moment * moment
    },
  ]
}
