import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 1.6: 1 where z > 0, else 0.
  static let reluDerivative: Exercise = Exercise(
    Elementwise(
      Lesson1.reluDerivative, choosing: ReLUSlopeChoices(),
      right: { choices, _, z in
        let results = z.entrywise { z in
          if let other = choices.other { return other(z) }
          if z > 0 { return choices.above(z) }
          // What is taken for z ≤ 0 as a whole leaves nothing to decide at 0.
          if let slope = choices.notAbove { return slope }
          return z < 0 ? choices.below(z) : choices.atZero
        }
        return choices.entries(z, results)
      }, slips: slips
    )
    .drawingMatrices().tolerating { _ in .lastBits }.made(as: "z > 0 ? 1 : 0", ofEntries: ("e^z", { exp($0) })),
    demonstration: .atThreePoints(Lesson1.reluDerivative)
  ) { reluDerivative in reluDerivative.slopeChecks(of: .relu) }
}

/// What can be done otherwise in 1.6.
private struct ReLUSlopeChoices {
  /// The slope where z is positive.
  var above: EntryFunction = { _ in 1 }
  /// The slope where it is negative.
  var below: EntryFunction = { _ in 0 }
  /// The slope at 0.
  var atZero = 0.0
  /// The slope where z is negative or 0, if it is one number there but not 0.
  var notAbove: Double?
  /// Another function in the place of all that.
  var other: EntryFunction?
  var entries: Treatment = Results.inPlace
}

private let slips: [Slip<ReLUSlopeChoices>] =
  formulas + measurements + Slip.treatments(\.entries) + Slip.leftEarly(\.entries) + [
    .at(
      \.entries, "1 ever after",
      "After the first entry above 0 the slope stays 1: decide anew for each entry, 1 or 0."
    ) { z, results in
      var hasBegun = false
      return Matrix(
        rows: z.rows, columns: z.columns,
        elements: zip(z.elements, results.elements).map { z, result in
          if z > 0 { hasBegun = true }
          return hasBegun ? 1 : result
        })
    }
  ]

private let formulas: [Slip<ReLUSlopeChoices>] =
  [
    .at(
      \.other, "sides exchanged",
      "The sides are exchanged: the slope is 1 where z is positive and 0 where it is negative."
    ) { z in z > 0 ? 0 : 1 },
    .at(
      \.other, "sides exchanged, 0 at zero",
      "The sides are exchanged, only z = 0 is right: the slope is 1 where z > 0 and 0 where z < 0."
    ) { z in z < 0 ? 1 : 0 },
    .at(\.other, "only at zero", "The slope is 1 at z = 0 alone: make it 1 where z > 0, and 0 everywhere else.") { z in
      z == 0 ? 1 : 0
    },
    .at(\.above, "threshold at 1", "The slope is 0 up to z = 1: ReLU rises from 0 on, so the comparison is z > 0.") {
      z in
      z > 1 ? 1 : 0
    },
    .at(
      \.above, "threshold at 1, included",
      "The slope is 0 below z = 1: ReLU rises from 0 on, so the comparison is z > 0."
    ) { z in z >= 1 ? 1 : 0 },
    .at(\.above, "threshold at ½", "The slope is 0 up to z = 0.5: ReLU rises from 0 on, so the comparison is z > 0.") {
      z in
      z > 0.5 ? 1 : 0
    },
    .at(\.above, "value for slope", "Where z is positive this returns z; the slope of ReLU there is 1.") { z in z },
    .at(\.above, "zero everywhere", "Where z is positive this is 0: ReLU rises there, with slope 1.") { _ in 0
    },
    .at(\.above, "minus one above", "Where z is positive this is −1: ReLU rises there, with slope 1.") { _ in -1 },
    .at(\.above, "two above", "Where z is positive this is 2: the slope of ReLU there is 1.") { _ in 2 },
    .at(\.above, "half above", "Where z is positive this is 0.5: the slope of ReLU there is 1.") { _ in 0.5 },
    .at(\.above, "rising up to 1", "Between 0 and 1 this returns z: the slope of ReLU is 1 wherever z is positive.") {
      z in
      min(z, 1)
    },
    .at(\.above, "sigmoid above", "Where z is positive this is σ(z): the slope of ReLU there is 1.") { z in
      Oracle.sigmoid(z)
    },

    .at(
      \.notAbove, "one everywhere",
      "The slope is 1 where z is negative or 0, too: it is 0 there, as ReLU is flat below 0 and the course takes 0 at the kink.",
      1),
    .at(
      \.below, "slope of the absolute value", "This is −1 for negative z, the slope of |z|; ReLU is flat there: 0."
    ) { _ in -1 },
    .at(
      \.notAbove, "minus one and at zero", "This is −1 where z is 0 or negative: ReLU is flat there, its slope is 0.",
      -1),
    .at(
      \.notAbove, "leaky", "This is 0.01 where z is 0 or negative, as in the leaky ReLU: here the slope there is 0.",
      0.01),
    .at(
      \.below, "leaky but at zero", "This is 0.01 where z is negative, as in the leaky ReLU: here the slope there is 0."
    ) { _ in 0.01 },
    .at(\.notAbove, "leak of 0.1", "This is 0.1 where z is 0 or negative: ReLU is flat there, its slope is 0.", 0.1),
    .at(\.notAbove, "leak of 0.2", "This is 0.2 where z is 0 or negative: ReLU is flat there, its slope is 0.", 0.2),
    .at(
      \.below, "where it is not zero",
      "Where z is negative this is 1: ReLU is flat there, its slope is 0."
    ) { _ in 1 },
    .at(
      \.other, "threshold at −1",
      "The slope is 1 wherever z is above −1: ReLU rises from 0 on, so the comparison is z > 0."
    ) { z in z > -1 ? 1 : 0 },
    .at(\.notAbove, "half below", "This is 0.5 where z is 0 or negative: ReLU is flat there, its slope is 0.", 0.5),
    .at(\.below, "z below", "Where z is negative this returns z: ReLU is flat there, its slope is 0.") { z in z },
    .at(\.below, "leaky value below", "Where z is negative this returns 0.01 · z: ReLU is flat there, its slope is 0.")
    { z in
      0.01 * z
    },
    .at(
      \.other, "ELU below", "Where z is 0 or negative this is e^z, as for the ELU: ReLU is flat there, its slope is 0."
    ) { z in
      z > 0 ? 1 : exp(z)
    },

    .at(
      \.atZero, "one at zero",
      "At z = 0 this is 1: the course takes the slope 0 there, so the comparison is z > 0, not z ≥ 0.",
      1),
    .at(\.atZero, "half at zero", "At z = 0 this is 0.5: the course takes the slope 0 there.", 0.5),
    .at(\.atZero, "minus one at zero", "At z = 0 this is −1: the course takes the slope 0 there.", -1),
    .at(
      \.atZero, "divided by z", "At z = 0 this is 0 / 0 = NaN: decide by a comparison, z > 0, instead of a division.",
      .nan),

    .at(\.other, "absolute value", "This is |z|: the slope of ReLU is 1 where z is positive, else 0.") { z in abs(z) },
    .at(\.other, "identity", "z comes back unchanged: the slope of ReLU is 1 where z is positive, else 0.") { z in z },
    .at(\.other, "minimum", "This is min(0, z): the slope of ReLU is 1 where z is positive, else 0.") { z in min(0, z)
    },
    .at(\.other, "slope of the sigmoid", "This is σ(z) · (1 − σ(z)), the answer to 1.4: here the slope is 1 or 0.") {
      z in
      Oracle.slope(z, .sigmoid)
    },
    .at(\.other, "slope of tanh", "This is 1 − tanh(z)², the answer to 1.5: here the slope is 1 or 0.") { z in
      Oracle.slope(z, .tanh)
    },
    .at(\.other, "sigmoid", "This is the sigmoid, the answer to 1.1: here the slope is 1 or 0.") { z in
      Oracle.sigmoid(z)
    },
    .at(\.other, "formula for activations", "This is z · (1 − z): here the slope is 1 where z is positive, else 0.") {
      z in
      z * (1 - z)
    },
    .at(
      \.other, "formula for activations of ReLU", "This is max(0, z) · (1 − max(0, z)): here the slope is 1 or 0."
    ) { z in max(0, z) * (1 - max(0, z)) },
  ]

private let measurements: [Slip<ReLUSlopeChoices>] = [0.1, 0.01, 0.001, 0.0001, 0.00001, 0.000001].flatMap {
  (step: Double) -> [Slip<ReLUSlopeChoices>] in
  let onBothSides: EntryFunction = { z in (max(0, z + step) - max(0, z - step)) / (2 * step) }
  let onOneSide: EntryFunction = { z in (max(0, z + step) - max(0, z)) / step }
  return [
    .at(
      \.other, "measured with h = \(step)",
      "The slope is measured with h = \(step), which runs over the kink at 0: decide by the comparison z > 0.",
      onBothSides),
    .at(
      \.other, "measured to one side with h = \(step)",
      "The slope is measured from z to z + \(step), which is 1 at the kink and not exact: decide by the comparison z > 0.",
      onOneSide),
  ]
}
