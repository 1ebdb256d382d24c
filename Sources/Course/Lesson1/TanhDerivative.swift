import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 1.5: 1 − tanh(z)², a function of z.
  static let tanhDerivative: Exercise = Exercise(
    Elementwise(
      Lesson1.tanhDerivative, calls: ["1.2"], choosing: TanhSlopeChoices(),
      right: { choices, answers, z in
        let tangents = try answers(Lesson1.tanh, z.entrywise(choices.argument))
        let results = Matrix.filled(z.rows, z.columns) { row, column in
          let number = z[row, column]
          let a = choices.activation(number, tangents[row, column])
          return choices.other?(number)
            ?? choices.result(choices.form?(number, a) ?? choices.difference(choices.square(number, a)))
        }
        return choices.entries(z, results)
      }, slips: slips
    )
    .drawingMatrices().made(
      as: "1 − tanh(z)²", ofEntries: ("tanh(z)", { CourseKit.tanh($0) }), ("tanh′(z)", { Oracle.slope($0, .tanh) }),
      ("e^z", { exp($0) }), ("σ′(z)", { Oracle.slope($0, .sigmoid) }), ("e^(−z)", { exp(-$0) })),
    demonstration: .atThreePoints(Lesson1.tanhDerivative)
  ) { tanhDerivative in tanhDerivative.slopeChecks(of: .tanh) }
}

/// What can be done otherwise in 1.5.
private struct TanhSlopeChoices {
  typealias Part = @Sendable (_ z: Double, _ a: Double) -> Double

  /// What tanh is taken of.
  var argument: EntryFunction = { z in z }
  /// What is taken for the activation a = tanh(z).
  var activation: Part = { _, tangent in tangent }
  /// What is taken from 1.
  var square: Part = { _, a in a * a }
  /// How it is taken from 1.
  var difference: EntryFunction = { square in 1 - square }
  /// Another way to write the slope.
  var form: Part?
  /// Another function in the place of the slope.
  var other: EntryFunction?
  var result: EntryFunction = { slope in slope }
  var entries: Treatment = Results.inPlace
}

private let slips: [Slip<TanhSlopeChoices>] =
  [
    .at(
      \.argument, "tanh taken twice", "tanh was taken twice: the slope is 1 − a² with a = tanh(z), taken once."
    ) { z in CourseKit.tanh(z) },
    .at(\.argument, "twice z", "z counts twice, a = tanh(2z): the slope is 1 − a² with a = tanh(z).") { z in 2 * z },
    .at(\.argument, "z squared before", "z is squared first, a = tanh(z²): the slope is 1 − a² with a = tanh(z).") {
      z in
      z * z
    },

    .at(
      \.activation, "formula for activations",
      "z itself is squared, as in 1 − z², the formula for an activation a = tanh(z): take tanh(z) first."
    ) { z, _ in z },
    .at(\.activation, "sigmoid for tanh", "This is 1 − a² with a = σ(z): here a is tanh(z).") { z, _ in
      Oracle.sigmoid(z)
    },
    .at(\.activation, "relu for tanh", "This is 1 − a² with a = max(0, z): here a is tanh(z).") { z, _ in max(0, z) },

    .at(\.square, "square lost", "The square is missing, as in 1 − tanh(z): it is 1 − tanh(z)².") { _, a in a },
    .at(\.square, "cube", "tanh(z)³ stands for tanh(z)²: the slope is 1 − tanh(z)².") { _, a in a * a * a },
    .at(\.square, "factor for square", "tanh(z) is multiplied by 2 instead of by itself: the slope is 1 − tanh(z)².") {
      _, a in 2 * a
    },
    .at(\.square, "z for one factor", "tanh(z) is multiplied by z instead of by itself: the slope is 1 − tanh(z)².") {
      z, a in z * a
    },
    .at(
      \.square, "tanh of the square", "This is 1 − tanh(z²): square tanh(z), not z."
    ) { z, _ in CourseKit.tanh(z * z) },

    .at(
      \.difference, "plus for minus",
      "Behind the 1 stands a plus, as in 1 + tanh(z)², which never falls below 1: it is a minus."
    ) { square in 1 + square },
    .at(\.difference, "one lost", "The 1 before the minus is missing, as in −tanh(z)²: it is 1 − tanh(z)².") { square in
      -square
    },
    .at(\.difference, "square alone", "The square is not taken from 1, as in tanh(z)²: it is 1 − tanh(z)².") { square in
      square
    },

    .at(
      \.form, "slope of the sigmoid", "This is a · (1 − a) with a = tanh(z), the sigmoid's formula; tanh has 1 − a²."
    ) { _, a in a * (1 - a) },
    .at(
      \.form, "square of the difference", "This is (1 − tanh(z))²: the square belongs to tanh(z) alone, 1 − tanh(z)²."
    ) { _, a in (1 - a) * (1 - a) },
    .at(
      \.other, "the sigmoid's formula for activations",
      "This is z · (1 − z), the sigmoid's formula for activations: tanh has 1 − tanh(z)²."
    ) { z in z * (1 - z) },
    .at(\.other, "value for slope", "This is tanh(z), the answer to 1.2; its slope is 1 − tanh(z)².") { z in
      CourseKit.tanh(z)
    },
    .at(\.other, "true slope of the sigmoid", "This is σ(z) · (1 − σ(z)), the answer to 1.4: tanh has 1 − tanh(z)².") {
      z in Oracle.slope(z, .sigmoid)
    },
    .at(\.other, "sigmoid", "This is the sigmoid, the answer to 1.1: the slope of tanh is 1 − tanh(z)².") { z in
      Oracle.sigmoid(z)
    },
    .at(\.other, "slope of relu", "This is the slope of ReLU, the answer to 1.6: tanh has 1 − tanh(z)².") { z in
      Oracle.slope(z, .relu)
    },
    .at(
      \.form, "overflow",
      "e^z is infinite for large z, and ∞ / ∞ is NaN: take 1 − a² with a = tanh(z) of 1.2, which is safe."
    ) { z, _ in
      let a = (exp(z) - exp(-z)) / (exp(z) + exp(-z))
      return 1 - a * a
    },
    .at(
      \.form, "overflow of e^2z",
      "From z = 355 on e^(2z) is infinite, and ∞ / ∞ is NaN: take 1 − a² with a = tanh(z) of 1.2, which is safe."
    ) { z, _ in
      let a = (exp(2 * z) - 1) / (exp(2 * z) + 1)
      return 1 - a * a
    },
    .at(
      \.form, "overflow of e^−2z",
      "Below z = −355 e^(−2z) is infinite, and ∞ / ∞ is NaN: take 1 − a² with a = tanh(z) of 1.2, which is safe."
    ) { z, _ in
      let a = (1 - exp(-2 * z)) / (1 + exp(-2 * z))
      return 1 - a * a
    },
    .at(
      \.form, "overflow of cosh",
      "For large z something overflows to NaN: take 1 − a² with a = tanh(z) of 1.2, which is safe."
    ) {
      z, _ in
      let (rising, falling) = (exp(z), exp(-z))
      return ((rising + falling) * (rising + falling) - (rising - falling) * (rising - falling))
        / ((rising + falling) * (rising + falling))
    },
    .at(\.form, "one over cosh", "This is 1 / cosh(z), the root of the slope: 1 − tanh(z)² = 1 / cosh(z)².") { z, _ in
      2 / (exp(z) + exp(-z))
    },
    .at(\.other, "identity", "z comes back unchanged: the slope is 1 − tanh(z)².") { z in z },
    .at(\.other, "zero everywhere", "Every entry is 0: the slope is 1 − tanh(z)².") { _ in 0 },
    .at(
      \.other, "slope of the hard tanh",
      "This is 1 between −1 and 1 and 0 elsewhere, the slope of z cut at both: it is 1 − tanh(z)²."
    ) { z in abs(z) < 1 ? 1 : 0 },
    .at(\.other, "one everywhere", "Every entry is 1, the slope at z = 0: elsewhere it is 1 − tanh(z)².") { _ in 1 },
  ]
  + [0.1, 0.05, 0.01, 0.001, 0.0001].map { step in
    .at(
      \.other, "measured with h = \(step)",
      "The slope is measured with h = \(step), which is not exact: 1 − tanh(z)² is."
    ) { z in (CourseKit.tanh(z + step) - CourseKit.tanh(z - step)) / (2 * step) }
  }
  + [0.1, 0.05, 0.01, 0.001, 0.0001, 0.00001, 0.000001].map { step in
    .at(
      \.other, "measured to one side with h = \(step)",
      "The slope is measured from z to z + \(step), which is not exact: 1 − tanh(z)² is."
    ) { z in (CourseKit.tanh(z + step) - CourseKit.tanh(z)) / step }
  } + Slip.scales(\.result, of: "tanh′(z)") + Slip.roundings(\.result) + Slip.wholeNumbers(\.result)
  + Slip.treatments(\.entries) + Slip.inPlace(\.entries, "tanh(z)") { CourseKit.tanh($0) }
