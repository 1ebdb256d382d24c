import CourseKit
import Engine

/// Exercise 12.2: what can be done otherwise.
let dropoutForwardSlips: [Slip<DropoutForwardChoices>] = [outputs, caches, draws, conditions, evaluations]
  .flatMap { $0 }

private let outputs: [Slip<DropoutForwardChoices>] = [
  .at(
    \.output, "input returned",
    "The input comes back unchanged in training: multiply it by the mask, input * newMask, and return that."
  ) { input, _, _ in input },
  .at(
    \.output, "mask returned", "The mask is returned in training: it is a factor, input * newMask."
  ) { _, mask, _ in mask },
  .at(\.output, "mask added", "The mask is added to the input: multiply by it, entry by entry.") { input, mask, _ in
    input + mask
  },
  .at(
    \.output, "mask subtracted", "The mask is subtracted from the input: multiply by it, entry by entry."
  ) { input, mask, _ in input - mask },
  .at(
    \.output, "input added", "The input is added to what the mask leaves: return input * newMask alone."
  ) { input, mask, _ in input + input * mask },
  .at(
    \.output, "scaled twice",
    "What is kept is divided by keepProbability once more: the mask has the factor 1 / keepProbability already."
  ) { input, mask, keep in input * mask / keep },
  .at(
    \.output, "scaled back",
    "What is kept is returned as it was, without the factor 1 / keepProbability: return input * newMask, factor included."
  ) { input, mask, keep in input * mask * keep },
  .at(
    \.output, "turned round", "What the mask keeps is dropped, and the rest passes: return input * newMask."
  ) { input, mask, _ in mask == 0 ? input : 0 },
  .at(
    \.output, "one minus the mask", "The input is multiplied by 1 − mask: it is input * newMask."
  ) { input, mask, _ in input * (1 - mask) },
  .at(
    \.output, "kept ones not below 0",
    "What is below 0 is lost as well, as in ReLU: dropout lets every number through that the mask keeps."
  ) { input, mask, _ in max(0, input * mask) },
  .at(\.output, "magnitude", "What passes has lost its sign: return input * newMask.") { input, mask, _ in
    abs(input) * mask
  },
  .at(\.output, "opposite sign", "What passes has the opposite sign: return input * newMask.") { input, mask, _ in
    -input * mask
  },
  .at(\.output, "zeros", "In training zeros are returned: return input * newMask.") { _, _, _ in 0 },
  .at(
    \.output, "divided by the mask",
    "The input is divided by the mask, which makes the dropped ones infinite: multiply, input * newMask."
  ) { input, mask, _ in input / mask },
  .at(
    \.output, "kept by the other share",
    "What is kept is divided by 1 − keepProbability: return input * newMask, in which 1 / keepProbability is."
  ) { input, mask, keep in mask == 0 ? 0 : input / (1 - keep) },
]

private let caches: [Slip<DropoutForwardChoices>] = [
  .at(\.cache, "output kept", "`mask` holds the output: keep the mask itself, for backward multiplies by that.") {
    _, _, output, _ in output
  },
  .at(\.cache, "input kept", "`mask` holds the input: keep the mask, for backward multiplies by that.") {
    _, input, _, _ in input
  },
  .at(
    \.cache, "ones and zeros kept",
    "`mask` holds 1 where an entry is kept: keep the mask as it was drawn, with 1 / keepProbability."
  ) { mask, _, _, _ in mask == 0 ? 0 : 1 },
  .at(
    \.cache, "scaled mask kept",
    "`mask` is divided by keepProbability once more: keep the mask as it was drawn."
  ) { mask, _, _, keep in mask / keep },
  .at(
    \.cache, "dropped ones kept",
    "`mask` is 1 where an entry is dropped, else 0: keep the mask as it was drawn."
  ) { mask, _, _, _ in mask == 0 ? 1 : 0 },
  .at(
    \.cache, "one minus the mask kept", "`mask` holds 1 − mask: keep the mask as it was drawn."
  ) { mask, _, _, _ in 1 - mask },
  .at(\.cache, "ones kept", "`mask` is 1 everywhere: keep the mask that was applied.") { _, _, _, _ in 1 },
  .at(\.cache, "zeros kept", "`mask` is 0 everywhere: keep the mask that was applied.") { _, _, _, _ in 0 },
  .at(
    \.keeping, "never kept",
    "`mask` is not that of the training batch: keep it in training, in `self.mask`, for backward needs it.", .none),
  .at(
    \.keeping, "first one kept for ever",
    "`mask` stays that of the first batch, though others are applied: each forward in training replaces it.", .first),
  .at(
    \.areTwoMasks, "another mask kept",
    "The mask that is kept is not the one that was applied: draw once, and use the same mask for both.", true),
]

private let draws: [Slip<DropoutForwardChoices>] = [
  .at(
    \.draws, "one mask for ever",
    "A mask is drawn once and then used for every batch: draw another one in each forward in training.", .once),
  .at(
    \.draws, "copied generator",
    "Each forward draws the same numbers, from a copy of `generator` or one of its own: hand &generator to dropoutMask.",
    .copied),
  .at(
    \.draws, "own generator",
    "`generator` does not move on, so the masks come from elsewhere: hand &generator to dropoutMask.", .foreign),
  .at(
    \.probability, "drop probability handed on",
    "1 − keepProbability is handed to dropoutMask: it takes the probability to keep, so hand on keepProbability."
  ) { 1 - $0 },
  .at(
    \.probability, "half for every layer",
    "Masks are drawn with 0.5 whatever keepProbability is: hand keepProbability to dropoutMask."
  ) { _ in 0.5 },
  .at(
    \.probability, "page's probability",
    "Masks are drawn with 0.8 whatever keepProbability is: hand keepProbability to dropoutMask."
  ) { _ in 0.8 },
  .at(
    \.probability, "keep squared",
    "Masks are drawn with keepProbability squared, as two masks one on the other are: draw one, with keepProbability."
  ) { $0 * $0 },
  .at(
    \.pattern, "same rows", "All rows of a mask are the same: each example needs entries of its own, [rows, columns].",
    .sameRows),
  .at(
    \.pattern, "same columns", "Each row is kept or dropped as a whole: each unit needs an entry of its own.",
    .sameColumns),
  .at(
    \.pattern, "one draw", "A whole batch is kept or dropped: each entry of the mask needs a draw of its own.", .whole),
]

private let conditions: [Slip<DropoutForwardChoices>] = [
  .at(
    \.isActive, "isTraining turned round",
    "Entries are dropped in an evaluation and not in training: turn the condition round."
  ) { !$0 },
  .at(
    \.isActive, "isTraining ignored",
    "An evaluation draws, drops and keeps as training does: if isTraining is false return the input, and nothing else."
  ) { _ in true },
  .at(
    \.isActive, "never training",
    "Nothing is dropped and nothing kept, in training either: if isTraining is true draw a mask and apply it."
  ) { _ in false },
]

private let evaluations: [Slip<DropoutForwardChoices>] = [
  .at(
    \.evaluation, "scaled in evaluation",
    "An evaluation multiplies by keepProbability, as classic dropout does: here the mask has made up for it in training.",
    DropoutForwardChoices.Evaluation { $0 * $1 }),
  .at(
    \.evaluation, "divided in evaluation",
    "An evaluation divides by keepProbability: with isTraining false return the input as it is.",
    DropoutForwardChoices.Evaluation { $0 / $1 }),
  .at(
    \.evaluation, "zeros in evaluation",
    "An evaluation returns zeros: with isTraining false return the input as it is.",
    DropoutForwardChoices.Evaluation { _, _ in 0 }),
  .at(
    \.evaluation, "applied in evaluation",
    "An evaluation drops entries, too: with isTraining false return the input, and draw no mask.",
    DropoutForwardChoices.Evaluation(isDrawing: true, isMasked: true)),
  .at(
    \.evaluation, "kept mask applied in evaluation",
    "An evaluation multiplies by the mask of the last training batch: with isTraining false return the input as it is.",
    DropoutForwardChoices.Evaluation(appliesKept: true)),
  .at(
    \.evaluation, "drawn in evaluation",
    "An evaluation draws a mask, of which nothing is seen but that `generator` moves on: draw only if isTraining is true.",
    DropoutForwardChoices.Evaluation(isDrawing: true)),
  .at(
    \.evaluation, "kept in evaluation as well",
    "An evaluation draws a mask and keeps it, though it returns the input: draw and keep only if isTraining is true.",
    DropoutForwardChoices.Evaluation(isDrawing: true, keeping: .drawn)),
  .at(
    \.evaluation, "cleared by an evaluation",
    "An evaluation sets `mask` to nil: with isTraining false leave it as it is, for a backward may still follow.",
    DropoutForwardChoices.Evaluation(keeping: .cleared)),
  .at(
    \.evaluation, "ones kept in evaluation",
    "An evaluation sets `mask` to ones: with isTraining false leave it as it is, for a backward may still follow.",
    DropoutForwardChoices.Evaluation(keeping: .ones)),
  .at(
    \.evaluation, "cut below 0 in evaluation",
    "An evaluation sets what is below 0 to 0, as ReLU does: with isTraining false return the input as it is.",
    DropoutForwardChoices.Evaluation { input, _ in max(0, input) }),
]

extension DropoutForwardChoices.Evaluation {
  fileprivate init(_ output: @escaping @Sendable (_ input: Double, _ keep: Double) -> Double) { self.output = output }

  fileprivate init(
    isDrawing: Bool = false, keeping: Kept = .left, isMasked: Bool = false, appliesKept: Bool = false
  ) {
    (self.isDrawing, self.keeping, self.isMasked, self.appliesKept) = (isDrawing, keeping, isMasked, appliesKept)
  }
}
