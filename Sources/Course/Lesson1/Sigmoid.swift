import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 1.1: σ(z) = 1 / (1 + e^(−z)) of every entry.
  static let sigmoid: Exercise = Exercise(
    Elementwise(
      Lesson1.sigmoid, choosing: SigmoidChoices(),
      right: { choices, _, z in
        let results = z.entrywise { z in
          choices.other?(z)
            ?? choices.result(
              choices.form?(z) ?? choices.fraction(choices.numerator(z), exp(choices.exponent(z))))
        }
        return choices.entries(z, results)
      }, slips: slips
    )
    .drawingMatrices().made(as: "1 / (1 + e^(−z))", ofEntries: ("e^z", { exp($0) }), ("e^(−z)", { exp(-$0) })),
    demonstration: .atThreePoints(Lesson1.sigmoid)
  ) { sigmoid in sigmoid.entryChecks }
}

/// What can be done otherwise in 1.1.
private struct SigmoidChoices {
  /// What stands above the line.
  var numerator: EntryFunction = { _ in 1 }
  /// The power to which e is taken.
  var exponent: EntryFunction = { z in -z }
  /// How the two are put together.
  var fraction: @Sendable (_ numerator: Double, _ power: Double) -> Double = { numerator, power in
    numerator / (1 + power)
  }
  /// Another way to write σ(z).
  var form: EntryFunction?
  /// Another function in the place of σ(z).
  var other: EntryFunction?
  var result: EntryFunction = { a in a }
  var entries: Treatment = Results.inPlace
}

private let slips: [Slip<SigmoidChoices>] =
  [
    .at(
      \.exponent, "sign lost",
      "This is σ(−z), which falls where the sigmoid rises: 1 / (1 + e^(−z)) has a minus in its exponent and is not taken from 1."
    ) { z in z },
    .at(\.exponent, "twice z", "z counts twice, as in σ(2z), which is too steep: the exponent is −z.") { z in -2 * z },
    .at(\.exponent, "half of z", "Only half of z counts, as in σ(z / 2), which is too flat: the exponent is −z.") { z in
      -z / 2
    },
    .at(\.exponent, "absolute value", "The sign of z is lost: this is σ(|z|), never below 0.5. The exponent is −z.") {
      z in
      -abs(z)
    },
    .at(
      \.exponent, "minus absolute value", "This is σ(−|z|), never above 0.5: the exponent is −z, with the sign of z."
    ) { z in abs(z) },
    .at(\.exponent, "z squared", "z is squared, as in σ(z²): the exponent is −z.") { z in -z * z },
    .at(\.exponent, "power of 2", "This is 1 / (1 + 2^(−z)): the base is e, so use exp.") { z in -z * log(2) },
    .at(\.exponent, "power of 10", "This is 1 / (1 + 10^(−z)): the base is e, so use exp.") { z in -z * log(10) },

    .at(
      \.numerator, "z in the numerator",
      "z stands in the numerator: z / (1 + e^(−z)) leaves the range 0…1. The numerator is 1."
    ) { z in z },
    .at(\.numerator, "power in the numerator", "e^z stands above 1 + e^(−z): the numerator is 1.") { z in exp(z) },
    .at(
      \.numerator, "complement",
      "e^(−z) stands above the line, as in e^(−z) / (1 + e^(−z)), which falls and becomes ∞ / ∞ far below 0: the numerator is 1."
    ) { z in exp(-z) },

    .at(
      \.fraction, "brackets lost",
      "The sum 1 + e^(−z) does not stand below the line as a whole: divide 1 by it, with brackets: 1 / (1 + e^(−z))."
    ) { numerator, power in numerator + power },
    .at(
      \.fraction, "minus below the line",
      "Below the line stands 1 − e^(−z), which is 0 at z = 0: the sign is a plus, 1 + e^(−z)."
    ) { numerator, power in numerator / (1 - power) },
    .at(
      \.fraction, "minus one below the line",
      "Below the line stands e^(−z) − 1, which is 0 at z = 0: the sign is a plus, 1 + e^(−z)."
    ) { numerator, power in numerator / (power - 1) },
    .at(
      \.fraction, "one lost below the line",
      "This is e^z = 1 / e^(−z), which grows without end: the sigmoid is 1 / (1 + e^(−z))."
    ) { numerator, power in numerator / power },
    .at(\.fraction, "power alone", "This is e^(−z) alone: divide 1 by the sum 1 + e^(−z).") { _, power in power },
    .at(
      \.fraction, "difference for fraction",
      "This is 1 − e^(−z): divide 1 by the sum 1 + e^(−z) instead."
    ) { numerator, power in numerator - power },

    .at(
      \.form, "overflow",
      "e^z is infinite for large z, and infinity / infinity is NaN. Write it with e^(−z): then large z gives 1 / (1 + 0)."
    ) { z in exp(z) / (1 + exp(z)) },
    .at(
      \.other, "tanh for sigmoid",
      "These are the values of tanh, which lie between −1 and 1; the sigmoid lies between 0 and 1."
    ) { z in CourseKit.tanh(z) },
    .at(
      \.form, "tanh of half", "This is 2 · σ(z) − 1 = tanh(z / 2), between −1 and 1: the sigmoid lies between 0 and 1."
    ) { z in CourseKit.tanh(z / 2) },
    .at(\.other, "half taken away", "This is σ(z) − 0.5: the sigmoid lies between 0 and 1 and is 0.5 at z = 0.") { z in
      Oracle.sigmoid(z) - 0.5
    },
    .at(
      \.other, "slope for value",
      "This is the slope σ(z) · (1 − σ(z)), the answer to 1.4; here the value σ(z) itself is asked for."
    ) { z in Oracle.slope(z, .sigmoid) },
    .at(\.other, "one taken away", "This is σ(z) − 1, between −1 and 0: the sigmoid lies between 0 and 1.") { z in
      Oracle.sigmoid(z) - 1
    },
    .at(\.other, "identity", "z comes back unchanged: each entry becomes 1 / (1 + e^(−z)).") { z in z },
    .at(\.other, "zero everywhere", "Every entry is 0: each becomes 1 / (1 + e^(−z)) of its z.") { _ in 0 },
    .at(\.other, "half everywhere", "Every entry is 0.5, whatever z is: it is 1 / (1 + e^(−z)) of its own z.") { _ in
      0.5
    },
    .at(\.other, "relu for sigmoid", "This is ReLU, max(0, z), the answer to 1.3: the sigmoid is 1 / (1 + e^(−z)).") {
      z in
      max(0, z)
    },
    .at(
      \.other, "step", "This is 0 or 1, a step at z = 0: the sigmoid takes every value between, 1 / (1 + e^(−z))."
    ) { z in z > 0 ? 1 : 0 },
    .at(\.other, "softplus", "This is log(1 + e^z), whose slope is the sigmoid: the value is 1 / (1 + e^(−z)).") { z in
      log(1 + exp(z))
    },

    .at(\.result, "squared", "This is σ(z)²: below the line 1 + e^(−z) stands once, without a square.") { a in a * a },
    .at(\.result, "sigmoid taken twice", "The sigmoid is taken twice: this is σ(σ(z)). Once is enough.") { a in
      Oracle.sigmoid(a)
    },
  ]
  + [2.7, 2.718, 2.7183, 2.71828].map { base in
    .at(
      \.exponent, "power of \(base)", "\(base) stands for e = 2.718281828459…: use exp, which has all its digits."
    ) { z in -z * log(base) }
  } + Slip.scales(\.result, of: "σ(z)") + Slip.roundings(\.result) + Slip.wholeNumbers(\.result)
  + Slip.treatments(\.entries) + softmaxes

private let softmaxes: [Slip<SigmoidChoices>] = [
  .at(\.entries, "softmax", "This is the softmax of each row: the sigmoid is taken of each entry by itself.") { z, _ in
    softmax(z, largest: { row in (0..<z.columns).map { z[row, $0] }.max() ?? 0 })
  },
  .at(
    \.entries, "softmax that overflows",
    "This is the softmax of each row, and NaN where z is large: the sigmoid is taken of each entry by itself."
  ) { z, _ in softmax(z, largest: { _ in 0 }) },
  .at(
    \.entries, "softmax of all",
    "The entries are divided by a sum over all of them: the sigmoid is taken of each entry by itself."
  ) { z, _ in
    let sum = z.elements.reduce(0) { $0 + exp($1) }
    return z.entrywise { exp($0) / sum }
  },
  .at(
    \.entries, "sum below the line goes on",
    "The sum below the line goes on from entry to entry: it is 1 + e^(−z) of each entry alone."
  ) { z, _ in
    var sum = 1.0
    return z.entrywise { z in
      sum += exp(-z)
      return 1 / sum
    }
  },
]

/// The softmax of each row, with `largest` taken off first, which changes nothing but where it overflows.
private func softmax(_ z: Matrix, largest: (_ row: Int) -> Double) -> Matrix {
  Matrix.filled(z.rows, z.columns) { row, column in
    let largest = largest(row)
    return exp(z[row, column] - largest) / (0..<z.columns).reduce(0) { $0 + exp(z[row, $1] - largest) }
  }
}
