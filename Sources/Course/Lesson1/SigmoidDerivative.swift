import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 1.4: σ(z) · (1 − σ(z)), a function of z.
  static let sigmoidDerivative: Exercise = Exercise(
    Elementwise(
      Lesson1.sigmoidDerivative, calls: ["1.1"], choosing: SigmoidSlopeChoices(),
      right: { choices, answers, z in
        let sigmoids = try answers(Lesson1.sigmoid, z.entrywise(choices.argument))
        let results = Matrix.filled(z.rows, z.columns) { row, column in
          let number = z[row, column]
          let a = choices.activation(number, sigmoids[row, column])
          return choices.other?(number)
            ?? choices.result(choices.form?(number, a) ?? choices.first(number, a) * choices.second(number, a))
        }
        return choices.entries(z, results)
      }, slips: slips
    )
    .drawingMatrices().made(
      as: "σ(z) · (1 − σ(z))", ofEntries: ("σ(z)", { Oracle.sigmoid($0) }), ("σ′(z)", { Oracle.slope($0, .sigmoid) }),
      ("e^z", { exp($0) }), ("e^(−z)", { exp(-$0) })),
    demonstration: .atThreePoints(Lesson1.sigmoidDerivative),
    claims: [
      PageClaim("never above σ′(0) = 0.25", steepest),
      PageClaim("σ′(0) = 0.25, and 0", max(Oracle.slope(1000, .sigmoid), Oracle.slope(-1000, .sigmoid))),
    ]
  ) { sigmoidDerivative in sigmoidDerivative.slopeChecks(of: .sigmoid) }
}

/// The largest slope on a fine grid from −5 to 5, which has 0 on it.
private let steepest = (-500...500).reduce(0.0) { max($0, Oracle.slope(Double($1) / 100, .sigmoid)) }

/// What can be done otherwise in 1.4.
private struct SigmoidSlopeChoices {
  typealias Part = @Sendable (_ z: Double, _ a: Double) -> Double

  /// What the sigmoid is taken of.
  var argument: EntryFunction = { z in z }
  /// What is taken for the activation a = σ(z).
  var activation: Part = { _, sigmoid in sigmoid }
  /// What stands before the bracket.
  var first: Part = { _, a in a }
  /// The bracket.
  var second: Part = { _, a in 1 - a }
  /// Another way to write the slope.
  var form: Part?
  /// Another function in the place of the slope.
  var other: EntryFunction?
  var result: EntryFunction = { slope in slope }
  var entries: Treatment = Results.inPlace
}

private let slips: [Slip<SigmoidSlopeChoices>] =
  [
    .at(
      \.argument, "sigmoid taken twice",
      "The sigmoid was taken twice: a = σ(σ(z)). The slope is a · (1 − a) with a = σ(z), taken once."
    ) { z in Oracle.sigmoid(z) },
    .at(\.argument, "twice z", "z counts twice, a = σ(2z): the slope is a · (1 − a) with a = σ(z).") { z in 2 * z },
    .at(\.argument, "z squared", "z is squared, a = σ(z²): the slope is a · (1 − a) with a = σ(z).") { z in z * z },

    .at(
      \.activation, "formula for activations",
      "This is z · (1 − z), the formula for an activation a = σ(z). The argument here is z: take σ(z) first."
    ) { z, _ in z },
    .at(
      \.activation, "tanh for sigmoid", "This is a · (1 − a) with a = tanh(z): here a is σ(z)."
    ) { z, _ in CourseKit.tanh(z) },
    .at(\.activation, "relu for sigmoid", "This is a · (1 − a) with a = max(0, z): here a is σ(z).") { z, _ in max(0, z)
    },

    .at(
      \.first, "first factor lost",
      "The factor σ(z) before the bracket is missing, as in 1 − σ(z): it is σ(z) · (1 − σ(z))."
    ) { _, _ in 1 },
    .at(
      \.first, "z for the first factor",
      "z stands where σ(z) belongs, as in z · (1 − σ(z)): the slope is σ(z) · (1 − σ(z))."
    ) {
      z, _ in
      z
    },
    .at(\.first, "first factor squared", "σ(z) stands twice before the bracket: σ(z) · (1 − σ(z)) has it once.") {
      _, a in
      a * a
    },

    .at(\.second, "plus for minus", "Between 1 and σ(z) stands a plus, as in σ(z) · (1 + σ(z)): it is a minus.") {
      _, a in 1 + a
    },
    .at(
      \.second, "squares",
      "σ(z) stands where 1 − σ(z) belongs, as in σ(z) · σ(z): the slope is σ(z) · (1 − σ(z)) = σ(z) − σ(z)²."
    ) { _, a in a },
    .at(
      \.second, "value for slope", "The factor 1 − σ(z) is missing: σ(z) is the value, and σ(z) · (1 − σ(z)) its slope."
    ) { _, _ in 1 },
    .at(\.second, "z in the bracket", "z stands in the bracket, as in σ(z) · (1 − z): it is 1 − σ(z).") { z, _ in 1 - z
    },
    .at(
      \.second, "sigmoid taken again in the bracket",
      "In the bracket the sigmoid is taken twice, 1 − σ(σ(z)): it is 1 − σ(z)."
    ) { _, a in 1 - Oracle.sigmoid(a) },
    .at(
      \.second, "sigmoid of the bracket", "This is σ(z) · σ(1 − z): the 1 stands outside the sigmoid, 1 − σ(z)."
    ) { z, _ in Oracle.sigmoid(1 - z) },

    .at(
      \.form, "square of the wrong thing",
      "This is 1 − σ(z)², the slope of tanh with σ put in; here it is σ(z) − σ(z)²."
    ) { _, a in 1 - a * a },
    .at(
      \.other, "zero everywhere",
      "Every entry is 0, as without brackets or in whole numbers: the slope is σ(z) · (1 − σ(z)), a Double."
    ) { _ in 0 },
    .at(\.other, "quarter everywhere", "Every entry is 0.25, the slope at z = 0: elsewhere it is σ(z) · (1 − σ(z)).") {
      _ in
      0.25
    },
    .at(\.other, "one everywhere", "Every entry is 1, as σ(z) + (1 − σ(z)) is: multiply the two.") { _ in 1 },
    .at(
      \.other, "second derivative",
      "This is σ′(z) · (1 − 2 · σ(z)), the slope of the slope: the slope itself is σ(z) · (1 − σ(z))."
    ) { z in
      Oracle.slope(z, .sigmoid) * (1 - 2 * Oracle.sigmoid(z))
    },
    .at(\.other, "difference", "This is 2 · σ(z) − 1, as σ(z) − (1 − σ(z)) is: multiply the two.") { z in
      2 * Oracle.sigmoid(z) - 1
    },
    .at(\.other, "quotient", "This is σ(z) / (1 − σ(z)): multiply the two.") { z in
      Oracle.sigmoid(z) / (1 - Oracle.sigmoid(z))
    },
    .at(
      \.other, "sigmoid of one minus it", "This is σ(1 − σ(z)): the slope is the product of σ(z) and 1 − σ(z)."
    ) { z in Oracle.sigmoid(1 - Oracle.sigmoid(z)) },
    .at(
      \.form, "overflow below",
      "For z far below 0 e^(−z) is infinite, and ∞ / ∞ is NaN: σ(z) · (1 − σ(z)) is the same formula and safe."
    ) { z, _ in exp(-z) / ((1 + exp(-z)) * (1 + exp(-z))) },
    .at(
      \.form, "overflow above",
      "For large z e^z is infinite, and ∞ / ∞ is NaN: σ(z) · (1 − σ(z)) is the same formula and safe."
    ) { z, _ in exp(z) / ((1 + exp(z)) * (1 + exp(z))) },
    .at(
      \.form, "square below the line lost",
      "This is e^(−z) / (1 + e^(−z)) = 1 − σ(z), and NaN far below 0: the slope is σ(z) · (1 − σ(z))."
    ) { z, _ in exp(-z) / (1 + exp(-z)) },
    .at(
      \.form, "denominator lost", "This is e^(−z), not divided by (1 + e^(−z))²: the slope is σ(z) · (1 − σ(z))."
    ) { z, _ in exp(-z) },
    .at(\.other, "slope of tanh", "This is 1 − tanh(z)², the answer to 1.5: here it is σ(z) · (1 − σ(z)).") { z in
      Oracle.slope(z, .tanh)
    },
    .at(\.other, "slope of relu", "This is the slope of ReLU, the answer to 1.6: here it is σ(z) · (1 − σ(z)).") { z in
      Oracle.slope(z, .relu)
    },
    .at(\.other, "identity", "z comes back unchanged: the slope is σ(z) · (1 − σ(z)).") { z in z },
    .at(\.other, "formula with a plus", "This is z · (1 + z): the slope is σ(z) · (1 − σ(z)).") { z in z * (1 + z) },
  ]
  + [0.1, 0.05, 0.01, 0.001, 0.0001].map { step in
    .at(
      \.other, "measured with h = \(step)",
      "The slope is measured with h = \(step), which is not exact: σ(z) · (1 − σ(z)) is."
    ) { z in (1 / (1 + exp(-(z + step))) - 1 / (1 + exp(-(z - step)))) / (2 * step) }
  }
  + [0.1, 0.05, 0.01, 0.001, 0.0001, 0.00001, 0.000001].map { step in
    .at(
      \.other, "measured to one side with h = \(step)",
      "The slope is measured from z to z + \(step), which is not exact: σ(z) · (1 − σ(z)) is."
    ) { z in (1 / (1 + exp(-(z + step))) - 1 / (1 + exp(-z))) / step }
  } + Slip.scales(\.result, of: "σ′(z)") + Slip.roundings(\.result) + Slip.treatments(\.entries)
  + Slip.inPlace(\.entries, "σ(z)") { Oracle.sigmoid($0) }
