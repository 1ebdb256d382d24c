import Contract
import CourseKit
import Engine

/// Exercise 11.4: how the steps are counted, where the moments begin, and which a matrix uses.
extension AdamChoices {
  static let slips: [Slip<AdamChoices>] =
    counts + starts + memories + slots + joinings + momentFormulas + corrected + stored + denominators + numerators
    + rates + movements + turns + methods

  private static let counts: [Slip<AdamChoices>] = [
    .at(
      \.count, "not counted",
      "`stepCount` stays 0: 1 − β⁰ is 0, and nothing can be divided by that. Add 1 to it before the moments are corrected.",
      Count(used: { _, _, _ in 0 }, after: { _, _ in 0 })),
    .at(
      \.count, "counted after use",
      "In the first step t is 0 where the powers are taken, and 1 − β⁰ is 0: add 1 to `stepCount` before the powers are taken.",
      Count(used: { step, _, _ in step - 1 })),
    .at(
      \.count, "counted for every matrix",
      "`stepCount` grows with every matrix: it counts steps, so add 1 to it once, before the loop.",
      Count(used: { step, index, count in (step - 1) * count + index + 1 }, after: { $0 * $1 })),
    .at(
      \.count, "counted for every matrix after use",
      "`stepCount` grows with every matrix and only after its use: add 1 to it once a step, before the loop.",
      Count(used: { step, index, count in (step - 1) * count + index }, after: { $0 * $1 })),
    .at(
      \.count, "counted twice", "Every step is counted twice: add 1 to `stepCount`, before the loop alone.",
      Count(used: { step, _, _ in 2 * step - 1 }, after: { step, _ in 2 * step })),
    .alone(
      \.count, "2 added", "`stepCount` grows by 2 in every step: it grows by 1.",
      Count(used: { step, _, _ in 2 * step }, after: { step, _ in 2 * step })),
    .alone(
      \.count, "matrices added", "`stepCount` grows by the number of matrices: it grows by 1 in every step.",
      Count(used: { step, _, count in step * count }, after: { $0 * $1 })),
    .alone(
      \.count, "count of the matrices",
      "`stepCount` is the number of matrices: it is that of the step, so add 1 to it.",
      Count(used: { _, _, count in count }, after: { $1 })),
    .at(
      \.count, "always 1", "`stepCount` is 1 in every step: add 1 to it, so that the second step finds 2.",
      Count(used: { _, _, _ in 1 }, after: { _, _ in 1 })),
    .at(
      \.count, "begins with 2", "The first step finds t = 2: `stepCount` begins at 0 and grows by 1 in each step.",
      Count(used: { step, _, _ in step + 1 }, after: { step, _ in step + 1 })),
    .at(
      \.count, "one too many in the powers",
      "The powers have one factor too many: with the step counted already, it is βᵗ with t = `stepCount`.",
      Count(used: { step, _, _ in step + 1 })),
    .at(
      \.count, "own count not stored",
      "The step is counted, but `stepCount` stays 0, so that every step is the first: `stepCount += 1`.",
      Count(used: { _, _, _ in 1 }, after: { _, _ in 0 })),
    .at(
      \.count, "right powers, count not kept",
      "The powers are right, but `stepCount` stays 0: it must say which step it is, so add 1 to it.",
      Count(after: { _, _ in 0 })),
    .at(
      \.count, "count ahead", "The powers are right, but `stepCount` is one ahead after the step: add 1 to it once.",
      Count(after: { step, _ in step + 1 })),
  ]

  private static let starts: [Slip<AdamChoices>] = [
    .at(
      \.start, "begins at the gradient",
      "The moments begin at the first gradient and its square: they begin at 0, which is what is corrected later.",
      Start(first: { gradient, _ in gradient }, second: { gradient, _ in gradient * gradient })),
    .at(
      \.start, "both begin at the gradient",
      "Both moments begin at the first gradient: they begin at zeros in its shape.",
      Start(first: { gradient, _ in gradient }, second: { gradient, _ in gradient })),
    .at(
      \.start.first, "first moment begins at the gradient",
      "The first moment begins at the first gradient: it begins at 0, which is what is corrected later."
    ) { gradient, _ in gradient },
    .at(
      \.start.second, "second moment begins at the square",
      "The second moment begins at the first squared gradient: it begins at 0, which is what is corrected later."
    ) { gradient, _ in gradient * gradient },
    .at(
      \.start, "begins at 1", "The moments begin at 1: they begin at 0.",
      Start(first: { _, _ in 1 }, second: { _, _ in 1 })),
    .at(\.start.first, "first moment begins at 1", "The first moment begins at 1: it begins at 0.") { _, _ in 1 },
    .at(\.start.second, "second moment begins at 1", "The second moment begins at 1: it begins at 0, too.") { _, _ in 1
    },
    .alone(
      \.start, "begins at the parameters",
      "The moments begin at the parameters: of these only the shapes count, every entry is 0.",
      Start(first: { $1 }, second: { $1 })),
    .alone(
      \.start.second, "second moment begins at ε", "The second moment begins at 1e-8: it begins at 0, ε comes later."
    ) { _, _ in 1e-8 },
  ]

  private static let memories: [Slip<AdamChoices>] = [
    .at(
      \.memory, "made anew in every step",
      "Every step begins with moments of 0, as if it were the first: make zeros only while the lists are empty.",
      .madeAnew),
    .at(
      \.memory, "never stored",
      "`firstMoments` and `secondMoments` stay empty, so that every step begins at 0: put the new moments into them.",
      .neverStored),
    .at(
      \.memory, "first moments made anew",
      "`firstMoments` begin at 0 in every step: zeros are made once, and then each step goes on from the last one.",
      .firstMadeAnew),
    .at(
      \.memory, "second moments made anew",
      "`secondMoments` begin at 0 in every step: zeros are made once, and each step goes on from the last one.",
      .secondMadeAnew),
    .alone(
      \.memory, "appended",
      "The new moments are appended, and every step reads the first ones: put them in place, at [index].",
      .appended),
    .alone(
      \.memory, "first step kept", "Only the first step keeps its moments: every step must store its new ones.",
      .firstStepKept),
    .alone(
      \.extent, "only counted",
      "The step is counted, and nothing else is done: moments and parameters are still to come.",
      .countOnly),
    .alone(
      \.extent, "nothing done", "Nothing is done, and not even counted: `stepCount`, moments and parameters stay.",
      .nothing),
    .alone(\.repeats, "two steps at once", "Each call makes two steps, as if a loop ran twice: one is enough.", 2),
  ]

  private static let slots: [Slip<AdamChoices>] = [
    .at(
      \.slot, "moments of the first matrix",
      "All matrices share the moments of the first one: each has its own, `firstMoments[index]`, `secondMoments[index]`."
    ) { _, _ in 0 },
    .alone(
      \.slot, "moments of the last matrix",
      "All matrices share the moments of the last one: each has its own, at [index]."
    ) { $1 - 1 },
    .at(
      \.slot, "biases share the weights' moments",
      "The biases use the moments of the weights before them: each matrix has its own, at [index]."
    ) { index, _ in index - index % 2 },
    .alone(
      \.slot, "moments turned round",
      "The moments stand in the opposite order: those of parameters[index] are at [index], too."
    ) { index, count in count - 1 - index },
    .alone(
      \.slot, "neighbour's moments", "Each matrix uses the moments of the next one: its own are at [index]."
    ) { index, count in (index + 1) % count },
  ]
}
