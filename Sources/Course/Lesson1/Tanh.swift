import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 1.2: tanh(z) of every entry.
  static let tanh: Exercise = Exercise(
    Elementwise(
      Lesson1.tanh, choosing: TanhChoices(),
      right: { choices, _, z in
        choices.entries(z, z.entrywise { z in choices.other?(z) ?? choices.result(choices.value(choices.argument(z))) })
      }, slips: slips
    )
    .drawingMatrices().made(as: "tanh(z)", ofEntries: ("e^z", { exp($0) }), ("e^(−z)", { exp(-$0) })),
    demonstration: .atThreePoints(Lesson1.tanh)
  ) { tanh in tanh.entryChecks }
}

/// What can be done otherwise in 1.2.
private struct TanhChoices {
  /// A sum of two terms.
  typealias Sum = (first: Double, second: Double)
  typealias Terms = @Sendable (_ rising: Double, _ falling: Double) -> Sum

  /// What stands for z.
  var argument: EntryFunction = { z in z }
  /// What stands above the line, e^z − e^(−z), where the fraction of the page is written at all.
  var above: Terms?
  /// What stands below the line, e^z + e^(−z).
  var below: Terms?
  /// How the two are put together.
  var fraction: (@Sendable (_ above: Sum, _ below: Sum) -> Double)?
  /// Another way to write tanh(z).
  var form: EntryFunction = { z in CourseKit.tanh(z) }
  /// Another function in the place of tanh(z).
  var other: EntryFunction?
  var result: EntryFunction = { a in a }
  var entries: Treatment = Results.inPlace

  func value(_ z: Double) -> Double {
    if above == nil, below == nil, fraction == nil { return form(z) }
    let (rising, falling) = (exp(z), exp(-z))
    let above: Sum = above?(rising, falling) ?? (rising, -falling)
    let below: Sum = below?(rising, falling) ?? (rising, falling)
    return fraction?(above, below) ?? (above.first + above.second) / (below.first + below.second)
  }
}

private let slips: [Slip<TanhChoices>] =
  [
    .at(
      \.fraction, "overflow",
      "e^z is infinite for large z, and infinity / infinity is NaN. `tanh(x)` of a Double is there already and safe."
    ) { above, below in (above.first + above.second) / (below.first + below.second) },
    .at(
      \.fraction, "brackets lost", "Not all of e^z − e^(−z) is divided by e^z + e^(−z): both stand in brackets."
    ) { above, below in above.first + above.second / (below.first + below.second) },
    .at(
      \.fraction, "brackets lost below",
      "Only e^z stands below the line, e^(−z) is added behind it: e^z + e^(−z) belongs there as a whole, in brackets."
    ) { above, below in (above.first + above.second) / below.first + below.second },
    .at(
      \.fraction, "no brackets at all",
      "Only e^(−z) / e^z = e^(−2z) is a fraction here: e^z − e^(−z) and e^z + e^(−z) stand in brackets each."
    ) { above, below in above.first + above.second / below.first + below.second },
    .at(
      \.fraction, "fraction upside down",
      "The fraction is upside down: (e^z + e^(−z)) / (e^z − e^(−z)) is 1 / tanh(z)."
    ) { above, below in (below.first + below.second) / (above.first + above.second) },
    .at(
      \.fraction, "denominator forgotten", "This is e^z − e^(−z), not divided yet: divide it by e^z + e^(−z)."
    ) { above, _ in above.first + above.second },
    .at(
      \.fraction, "numerator forgotten", "This is e^z + e^(−z), the denominator alone: above it stands e^z − e^(−z)."
    ) { _, below in below.first + below.second },
    .at(
      \.fraction, "product for fraction",
      "e^z − e^(−z) and e^z + e^(−z) are multiplied: divide the first by the second."
    ) { above, below in (above.first + above.second) * (below.first + below.second) },

    .at(\.above, "plus above the line", "Above the line stands a plus: it is the difference e^z − e^(−z).") {
      rising, falling in (rising, falling)
    },
    .at(
      \.above, "e^z twice above the line", "Above the line stands e^z − e^z = 0: the second exponent is −z."
    ) { rising, _ in (rising, -rising) },
    .at(\.above, "e^z alone above the line", "Above the line stands e^z alone: it is e^z − e^(−z).") { rising, _ in
      (rising, 0)
    },
    .at(\.above, "e^−z alone above the line", "Above the line stands e^(−z) alone: it is e^z − e^(−z).") { _, falling in
      (falling, 0)
    },
    .at(\.above, "product above the line", "e^z · e^(−z) stands above the line, which is 1: it is e^z − e^(−z).") {
      rising, falling in (rising * falling, 0)
    },
    .at(\.above, "one for e^z above", "Above the line stands 1 − e^(−z): it is e^z − e^(−z).") { _, falling in
      (1, -falling)
    },
    .at(\.above, "one for e^−z above", "Above the line stands e^z − 1: it is e^z − e^(−z).") { rising, _ in (rising, -1)
    },
    .at(\.above, "two above the line", "This is 1 / cosh(z) = 2 / (e^z + e^(−z)): above the line stands e^z − e^(−z).")
    {
      _, _ in (2, 0)
    },
    .at(\.above, "one above the line", "Above the line stands 1: it is e^z − e^(−z).") { _, _ in (1, 0) },

    .at(\.below, "minus below the line", "Below the line stands a minus: it is the sum e^z + e^(−z).") {
      rising, falling in (rising, -falling)
    },
    .at(
      \.below, "e^z twice below the line", "Below the line stands e^z + e^z: the second exponent is −z."
    ) { rising, _ in (rising, rising) },
    .at(
      \.below, "e^−z twice below the line", "Below the line stands e^(−z) + e^(−z): the first exponent is z."
    ) { _, falling in (falling, falling) },
    .at(\.below, "e^z alone below the line", "Below the line stands e^z alone: it is e^z + e^(−z).") { rising, _ in
      (rising, 0)
    },
    .at(\.below, "e^−z alone below the line", "Below the line stands e^(−z) alone: it is e^z + e^(−z).") { _, falling in
      (falling, 0)
    },
    .at(\.below, "sinh", "This is (e^z − e^(−z)) / 2, the sinh: below the line of tanh stands e^z + e^(−z).") { _, _ in
      (2, 0)
    },
    .at(\.below, "one for e^z below", "Below the line stands 1 + e^(−z): it is e^z + e^(−z).") { _, falling in
      (1, falling)
    },
    .at(\.below, "one for e^−z below", "Below the line stands e^z + 1: it is e^z + e^(−z).") { rising, _ in (rising, 1)
    },

    .at(
      \.form, "overflow of e^2z",
      "From z = 355 on e^(2z) is infinite, and infinity / infinity is NaN. `tanh(x)` of a Double is there and safe."
    ) { z in (exp(2 * z) - 1) / (exp(2 * z) + 1) },
    .at(
      \.form, "overflow of e^−2z",
      "Below z = −355 e^(−2z) is infinite, and infinity / infinity is NaN. `tanh(x)` of a Double is there and safe."
    ) { z in (1 - exp(-2 * z)) / (1 + exp(-2 * z)) },
    .at(
      \.form, "brackets of e^2z lost",
      "Without brackets e^(2z) − 1 / e^(2z) + 1 divides 1 alone: `tanh(x)` is there and safe."
    ) { z in exp(2 * z) - 1 / exp(2 * z) + 1 },
    .at(
      \.form, "e^2z upside down",
      "This is (e^(2z) + 1) / (e^(2z) − 1) = 1 / tanh(z), upside down: `tanh(x)` is there and safe."
    ) { z in (exp(2 * z) + 1) / (exp(2 * z) - 1) },
    .at(
      \.form, "one for e^−z",
      "This is (e^z − 1) / (e^z + 1) = tanh(z / 2), and NaN for large z: `tanh(x)` is there and safe."
    ) { z in (exp(z) - 1) / (exp(z) + 1) },
    .at(
      \.form, "one for e^z",
      "This is (1 − e^(−z)) / (1 + e^(−z)) = tanh(z / 2), and NaN far below 0: `tanh(x)` is there and safe."
    ) { z in (1 - exp(-z)) / (1 + exp(-z)) },
    .at(
      \.form, "factor 2 lost",
      "This is tanh(z / 2) = 2 · σ(z) − 1, which is too flat: call tanh on each entry itself; it is 2 · σ(2z) − 1."
    ) { z in CourseKit.tanh(z / 2) },
    .at(
      \.form, "outer 2 lost", "This is σ(2z) − 1, between −1 and 0: tanh(z) = 2 · σ(2z) − 1."
    ) { z in Oracle.sigmoid(2 * z) - 1 },
    .at(\.form, "reciprocal", "This is 1 / tanh(z), infinite at 0: tanh(z) itself is asked for.") { z in
      1 / CourseKit.tanh(z)
    },

    .at(
      \.other, "one added", "This is 1 + tanh(z) = 2 · σ(2z), between 0 and 2: take 1 away."
    ) { z in 1 + CourseKit.tanh(z) },
    .at(
      \.other, "moved to 0 … 1", "This is (1 + tanh(z)) / 2 = σ(2z), between 0 and 1: tanh(z) is 2 · σ(2z) − 1."
    ) { z in (1 + CourseKit.tanh(z)) / 2 },
    .at(\.other, "sigmoid doubled", "This is 2 · σ(z), between 0 and 2: tanh(z) = 2 · σ(2z) − 1.") { z in
      2 * Oracle.sigmoid(z)
    },
    .at(\.other, "sigmoid for tanh", "These are the values of the sigmoid; tanh lies between −1 and 1.") { z in
      Oracle.sigmoid(z)
    },
    .at(
      \.other, "slope of the sigmoid", "This is σ(z) · (1 − σ(z)), the slope of the sigmoid: call tanh on each entry."
    ) { z in Oracle.slope(z, .sigmoid) },
    .at(
      \.other, "slope for value",
      "This is the slope 1 − tanh(z)², the answer to 1.5; here the value itself is asked for."
    ) { z in Oracle.slope(z, .tanh) },
    .at(\.other, "squared", "This is tanh(z)²: the value itself is asked for, without a square.") { z in
      CourseKit.tanh(z) * CourseKit.tanh(z)
    },
    .at(\.other, "cosh", "This is (e^z + e^(−z)) / 2, the cosh: tanh is (e^z − e^(−z)) / (e^z + e^(−z)).") { z in
      (exp(z) + exp(-z)) / 2
    },
    .at(\.other, "identity", "z comes back unchanged: tanh is still to be taken of each entry.") { z in z },
    .at(\.other, "zero everywhere", "Every entry is 0: each becomes tanh of its z.") { _ in 0 },
    .at(\.other, "relu for tanh", "This is ReLU, max(0, z), the answer to 1.3: call tanh on each entry.") { z in
      max(0, z)
    },
    .at(\.other, "sign of z", "This is only the sign of z: tanh takes every value between −1 and 1.") { z in
      z > 0 ? 1 : z < 0 ? -1 : 0
    },
    .at(\.other, "straight line", "This is z cut to −1 … 1: tanh bends before it gets there.") { z in min(1, max(-1, z))
    },
    .at(
      \.other, "LeCun's scaled tanh",
      "This is 1.7159 · tanh(2z / 3), LeCun's scaled tanh: here tanh(z) itself is asked for."
    ) { z in 1.7159 * CourseKit.tanh(2 * z / 3) },
    .at(
      \.other, "series near 0",
      "Between −1 and 1 this is z − z³ / 3, the beginning of a series: call tanh on each entry."
    ) { z in abs(z) < 1 ? z - z * z * z / 3 : CourseKit.tanh(z) },
    .at(\.argument, "entries cut first", "z is cut to −1 … 1 before tanh is taken: take tanh of z itself.") { z in
      min(1, max(-1, z))
    },
    .at(\.other, "softsign", "This is z / (1 + |z|), which nears ±1 far too slowly: call tanh on each entry.") { z in
      z / (1 + abs(z))
    },

    .at(\.argument, "twice z", "z counts twice, as in tanh(2z): take tanh of z itself.") { z in 2 * z },
    .at(
      \.argument, "absolute value",
      "The sign of z is lost: this is |tanh(z)|, but tanh(z) is negative wherever z is negative."
    ) { z in abs(z) },
    .at(\.argument, "z squared", "z is squared, as in tanh(z²): take tanh of z itself.") { z in z * z },
    .at(\.argument, "sigmoid taken before", "The sigmoid is taken of z first, as in tanh(σ(z)): take tanh of z itself.")
    {
      z in Oracle.sigmoid(z)
    },
    .at(\.result, "tanh taken twice", "tanh is taken twice, as in tanh(tanh(z)): once is enough.") { a in
      CourseKit.tanh(a)
    },
  ] + Slip.scales(\.result, of: "tanh(z)") + Slip.roundings(\.result) + Slip.wholeNumbers(\.result)
  + Slip.treatments(\.entries)
