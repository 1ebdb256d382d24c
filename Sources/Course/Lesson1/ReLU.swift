import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 1.3: max(0, z) of every entry.
  static let relu: Exercise = Exercise(
    Elementwise(
      Lesson1.relu, choosing: ReLUChoices(),
      right: { choices, _, z in
        let results = z.entrywise { z in
          choices.other?(z) ?? choices.result(z > 0 ? choices.above(z) : z < 0 ? choices.below(z) : choices.atZero)
        }
        return choices.entries(z, results)
      }, slips: slips
    )
    .drawingMatrices().tolerating { _ in .lastBits }.made(as: "max(0, z)", ofEntries: ("e^z", { exp($0) })),
    demonstration: .atThreePoints(Lesson1.relu)
  ) { relu in relu.entryChecks }
}

/// What can be done otherwise in 1.3.
private struct ReLUChoices {
  /// What positive entries become.
  var above: EntryFunction = { z in z }
  /// What negative entries become.
  var below: EntryFunction = { _ in 0 }
  /// What 0 becomes.
  var atZero = 0.0
  /// Another function in the place of all that.
  var other: EntryFunction?
  var result: EntryFunction = { a in a }
  var entries: Treatment = Results.inPlace
}

private let slips: [Slip<ReLUChoices>] =
  [
    .at(
      \.above, "slope for value",
      "Where z is positive this is 1, the slope of ReLU and the answer to 1.6: the value there is z."
    ) { _ in 1 },
    .at(\.above, "zero everywhere", "Positive entries become 0: let them pass unchanged.") { _ in 0 },
    .at(\.above, "positive squared", "Where z is positive this is z²: it passes unchanged, as z.") { z in z * z },
    .at(\.above, "positive negated", "This is −max(0, z): positive entries pass with their own sign.") { z in -z },
    .at(\.above, "positive halved", "Where z is positive this is z / 2: it passes unchanged, as z.") { z in z / 2 },
    .at(\.above, "positive capped at 1", "Entries above 1 become 1: every positive entry passes unchanged.") { z in
      min(z, 1)
    },
    .at(\.above, "threshold at 1", "Entries from 0 to 1 become 0: every positive entry passes, the limit is 0.") { z in
      z > 1 ? z : 0
    },
    .at(\.above, "threshold at 1, included", "Entries below 1 become 0, 1 itself passes: the limit is 0.") { z in
      z >= 1 ? z : 0
    },
    .at(\.above, "threshold at ½", "Entries from 0 to 0.5 become 0: every positive entry passes, the limit is 0.") {
      z in
      z > 0.5 ? z : 0
    },
    .at(\.above, "positive capped at 6", "Entries above 6 become 6: every positive entry passes unchanged.") { z in
      min(z, 6)
    },

    .at(
      \.below, "absolute value", "Negative entries become positive, as in |z|: they must become 0."
    ) { z in -z },
    .at(
      \.below, "identity", "Negative entries pass unchanged: without the cut at 0 the layer stays linear."
    ) { z in z },
    .at(
      \.below, "leaky", "Negative entries leak through as 0.01 · z: that is the leaky ReLU; here they become 0."
    ) { z in 0.01 * z },
    .at(\.below, "leak of 0.1", "Negative entries leak through as 0.1 · z: here they become 0.") { z in 0.1 * z },
    .at(\.below, "leak of 0.2", "Negative entries leak through as 0.2 · z: here they become 0.") { z in 0.2 * z },
    .at(\.below, "negative leak", "Negative entries become −0.01 · z: here they become 0.") { z in -0.01 * z },
    .at(\.below, "ELU", "Negative entries become e^z − 1, as in the ELU; here they become 0.") { z in exp(z) - 1 },
    .at(\.below, "one below", "Negative entries become 1: they must become 0.") { _ in 1 },
    .at(\.below, "minus one below", "Negative entries become −1: they must become 0.") { _ in -1 },
    .at(\.below, "threshold at −1", "Entries between −1 and 0 pass: the limit is 0, all below it become 0.") { z in
      z > -1 ? z : 0
    },

    .at(\.atZero, "one at zero", "0 becomes 1: like all that is not positive it becomes 0.", 1),
    .at(\.atZero, "half at zero", "0 becomes 0.5: like all that is not positive it becomes 0.", 0.5),

    .at(\.other, "minimum", "This is min(0, z): it keeps the negative entries. ReLU keeps the positive ones.") { z in
      min(0, z)
    },
    .at(
      \.other, "negative entries mirrored",
      "This is max(0, −z), which lets the negative entries through, mirrored: take max(0, z), without the minus."
    ) {
      z in
      max(0, -z)
    },
    .at(\.other, "maximum with 1", "This is max(1, z): the number beside z is 0.") { z in max(1, z) },
    .at(\.other, "maximum with −1", "This is max(−1, z): the number beside z is 0.") { z in max(-1, z) },
    .at(\.other, "minimum with 1", "This is min(1, z): ReLU is max(0, z), the larger one of 0 and z.") { z in min(1, z)
    },
    .at(\.other, "one everywhere", "Every entry is 1: ReLU gives z where z is positive, otherwise 0.") { _ in 1 },
    .at(\.other, "sigmoid for relu", "This is the sigmoid, the answer to 1.1: ReLU is max(0, z).") { z in
      Oracle.sigmoid(z)
    },
    .at(\.other, "tanh for relu", "This is tanh(z), the answer to 1.2: ReLU is max(0, z).") { z in CourseKit.tanh(z) },
    .at(\.other, "softplus", "This is log(1 + e^z), a smooth relative of ReLU: take max(0, z) itself, with its kink.") {
      z in
      log(1 + exp(z))
    },
    .at(\.other, "swish", "This is z · σ(z), another function: ReLU is max(0, z).") { z in z * Oracle.sigmoid(z) },

    .at(\.result, "doubled", "There is a factor 2 too many: positive entries pass unchanged.") { a in 2 * a },
  ] + Slip.roundings(\.result) + Slip.wholeNumbers(\.result) + Slip.treatments(\.entries) + Slip.leftEarly(\.entries)
