import Contract
import CourseKit
import Engine

/// Exercise 11.4: how the moments are corrected, and what the step is divided by.
extension AdamChoices {
  static let corrected: [Slip<AdamChoices>] = [
    .at(
      \.corrections.first, "first moment not corrected",
      "The first moment is not corrected: the step goes along m̂ = m / (1 − β₁ᵗ)."
    ) { $0.first },
    .at(
      \.corrections.second, "second moment not corrected",
      "The second moment is not corrected, so that the first steps are too long: take the root of v̂ = v / (1 − β₂ᵗ)."
    ) { $0.second },
    .at(
      \.corrections, "no correction",
      "Nothing is corrected: the moments begin at 0, so divide m by 1 − β₁ᵗ and v by 1 − β₂ᵗ before the step.",
      Pair(first: { $0.first }, second: { $0.second })),
    .at(
      \.corrections, "decays exchanged in the correction",
      "The decays of the correction are exchanged: β₁ corrects the first moment, β₂ the second.",
      Pair(first: { $0.first / $0.secondDivisor }, second: { $0.second / $0.firstDivisor })),
    .at(
      \.corrections.second, "second moment corrected with the first decay",
      "The second moment is corrected with β₁: its own decay is β₂."
    ) { $0.second / $0.firstDivisor },
    .at(
      \.corrections.first, "first moment corrected with the second decay",
      "The first moment is corrected with β₂: its own decay is β₁."
    ) { $0.first / $0.secondDivisor },
    .at(
      \.corrections.first, "old first moment corrected",
      "The step goes along the old first moment: correct the new one, which has taken up the gradient."
    ) { $0.oldFirst / $0.firstDivisor },
    .at(
      \.corrections.second, "old second moment corrected",
      "The step is divided by the root of the old second moment: correct the new one, which has taken up g²."
    ) { $0.oldSecond / $0.secondDivisor },
    .at(
      \.corrections, "old moments used", "The step uses the old moments: let both take up the gradient first.",
      Pair(first: { $0.oldFirst / $0.firstDivisor }, second: { $0.oldSecond / $0.secondDivisor })),
    .alone(
      \.corrections, "corrected twice", "Both moments are corrected twice: once is enough.",
      Pair(
        first: { $0.correctedFirst / $0.firstDivisor }, second: { $0.correctedSecond / $0.secondDivisor })),
    .at(
      \.corrections.first, "first moment corrected twice", "The first moment is corrected twice: once is enough."
    ) { $0.correctedFirst / $0.firstDivisor },
    .at(
      \.corrections.second, "second moment corrected twice",
      "v is divided by 1 − β₂ᵗ twice, or √v by the whole of it: divide v by it once, then take the root."
    ) { $0.correctedSecond / $0.secondDivisor },
    .at(
      \.corrections.first, "first moment one factor too few",
      "The power of β₁ has one factor too few, so that step 1 divides by 0: with the step counted, it is β₁ᵗ."
    ) { $0.first / (1 - pow($0.settings.firstDecay, Double($0.count - 1))) },
    .at(
      \.corrections.second, "second moment one factor too few",
      "The power of β₂ has one factor too few, so that step 1 divides by 0: with the step counted, it is β₂ᵗ."
    ) { $0.second / (1 - pow($0.settings.secondDecay, Double($0.count - 1))) },
    .alone(
      \.corrections, "multiplied by the correction",
      "The moments are multiplied by 1 − βᵗ: that makes them smaller still, divide by it.",
      Pair(first: { $0.first * $0.firstDivisor }, second: { $0.second * $0.secondDivisor })),
    .at(
      \.corrections, "power forgotten", "The moments are divided by 1 − β in every step: it is 1 − βᵗ.",
      Pair(
        first: { $0.first / (1 - $0.settings.firstDecay) }, second: { $0.second / (1 - $0.settings.secondDecay) })),
    .alone(
      \.corrections, "decay times the step",
      "The moments are divided by 1 − β · t: it is 1 − βᵗ, a power.",
      Pair(
        first: { $0.first / (1 - $0.settings.firstDecay * Double($0.count)) },
        second: { $0.second / (1 - $0.settings.secondDecay * Double($0.count)) })),
    .alone(
      \.corrections, "power of the whole bracket",
      "The moments are divided by (1 − β)ᵗ: only β is raised to the power, 1 − βᵗ.",
      Pair(
        first: { $0.first / pow(1 - $0.settings.firstDecay, Double($0.count)) },
        second: { $0.second / pow(1 - $0.settings.secondDecay, Double($0.count)) })),
    .alone(
      \.corrections.first, "gradient corrected",
      "The gradient is corrected in place of the first moment: m̂ = m / (1 − β₁ᵗ)."
    ) { $0.gradient / $0.firstDivisor },
    .alone(
      \.corrections.second, "first moment taken for the second",
      "The first moment is corrected a second time, in place of the second: v̂ is made of `secondMoments`."
    ) { $0.first / $0.secondDivisor },
  ]

  /// What the step is divided by.
  static let denominators: [Slip<AdamChoices>] = [
    .at(
      \.denominator, "ε in the root", "ε stands in the root, √(v̂ + ε): it is added to the root, √v̂ + ε."
    ) { sqrt($0.correctedSecond + $0.settings.epsilon) },
    .at(
      \.denominator, "ε left out", "ε is missing, so that a gradient of 0 makes 0 / 0: divide by √v̂ + ε."
    ) { sqrt($0.correctedSecond) },
    .at(
      \.denominator, "root missing",
      "The root is missing: divide by √v̂ + ε, and a gradient ten times as large makes the same step."
    ) { $0.correctedSecond + $0.settings.epsilon },
    .alone(\.denominator, "root of ε", "The root of ε is taken as well, √v̂ + √ε: it is √v̂ + ε.") {
      sqrt($0.correctedSecond) + sqrt($0.settings.epsilon)
    },
    .alone(\.denominator, "ε multiplied", "The root is multiplied by ε: ε is added, √v̂ + ε.") {
      sqrt($0.correctedSecond) * $0.settings.epsilon
    },
    .alone(\.denominator, "ε subtracted", "ε is subtracted from the root: it is added, √v̂ + ε.") {
      sqrt($0.correctedSecond) - $0.settings.epsilon
    },
    .alone(\.denominator, "ε twice", "ε counts twice, in the root and beside it: it is √v̂ + ε.") {
      sqrt($0.correctedSecond + $0.settings.epsilon) + $0.settings.epsilon
    },
    .at(
      \.denominator, "ε fixed", "ε is 1e-8 here, whatever `epsilon` is: use `epsilon`."
    ) { sqrt($0.correctedSecond) + 1e-8 },
    .alone(
      \.denominator, "larger of the two", "The larger of √v̂ and ε is taken: they are added, √v̂ + ε."
    ) { max(sqrt($0.correctedSecond), $0.settings.epsilon) },
    .alone(
      \.denominator, "ε only at 0", "ε is added only where v̂ is 0: it is added everywhere, √v̂ + ε."
    ) { $0.correctedSecond == 0 ? $0.settings.epsilon : sqrt($0.correctedSecond) },
    .at(
      \.denominator, "ε before the correction",
      "ε joins √v before the correction, which then divides it, too: correct v first, then √v̂ + ε."
    ) { (sqrt($0.second) + $0.settings.epsilon) / sqrt($0.secondDivisor) },
    .at(
      \.denominator, "root of the correction forgotten",
      "√v + ε is divided by the whole of 1 − β₂ᵗ, not by its root: take v̂ = v / (1 − β₂ᵗ) first, then √v̂ + ε."
    ) { (sqrt($0.second) + $0.settings.epsilon) / $0.secondDivisor },
    .alone(
      \.denominator, "one root for the whole matrix",
      "One root of all v̂ together measures the whole matrix: each entry has its own, √v̂ + ε."
    ) { sqrt($0.meanSecond * $0.size) + $0.settings.epsilon },
    .alone(
      \.denominator, "root of the mean",
      "The root of the mean of all v̂ measures the whole matrix: each entry has its own, √v̂ + ε."
    ) { sqrt($0.meanSecond) + $0.settings.epsilon },
    .at(
      \.denominator, "ε beside the fraction",
      "ε is added to 1 / √v̂: it belongs below the line, 1 / (√v̂ + ε), so mind the bracket."
    ) { 1 / (1 / sqrt($0.correctedSecond) + $0.settings.epsilon) },
    .alone(
      \.denominator, "root of the first moment", "The root of m̂ is taken: it is √v̂, the root of the squares."
    ) { sqrt($0.correctedFirst) + $0.settings.epsilon },
    .alone(
      \.denominator, "size of the first moment", "The step is divided by |m̂|: it is divided by √v̂ + ε."
    ) { abs($0.correctedFirst) + $0.settings.epsilon },
    .alone(
      \.denominator, "size of the gradient", "The step is divided by |g|: it is divided by √v̂ + ε."
    ) { abs($0.gradient) + $0.settings.epsilon },
    .alone(\.denominator, "v̂ squared", "v̂ is squared: its root is taken, √v̂ + ε.") {
      $0.correctedSecond * $0.correctedSecond + $0.settings.epsilon
    },
    .at(\.denominator, "multiplied by the root", "The step is multiplied by √v̂ + ε: it is divided by that.") {
      1 / (sqrt($0.correctedSecond) + $0.settings.epsilon)
    },
    .alone(\.denominator, "multiplied by v̂", "The step is multiplied by v̂: it is divided by √v̂ + ε.") {
      1 / $0.correctedSecond
    },
    .at(
      \.denominator, "not divided",
      "Nothing is divided: the step is m̂ / (√v̂ + ε), so that each entry has its own measure."
    ) { _ in 1 },
    .alone(\.denominator, "ε alone", "The step is divided by ε alone: √v̂ is missing.") { $0.settings.epsilon },
    .alone(\.denominator, "1 for ε", "1 is added to the root: it is ε, √v̂ + ε.") { sqrt($0.correctedSecond) + 1 },
    .alone(\.denominator, "v̂ without ε", "v̂ has lost its root, and ε is missing: divide by √v̂ + ε.") {
      $0.correctedSecond
    },
  ]
}
