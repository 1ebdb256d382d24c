import Contract
import CourseKit
import Engine

/// What can be done otherwise in 12.3.
struct DropoutBackwardChoices: Sendable {
  var entry: @Sendable (_ gradient: Double, _ mask: Double, _ keep: Double) -> Double = { gradient, mask, _ in
    gradient * mask
  }
  /// What the result is multiplied with.
  var factor: @Sendable (_ rows: Int) -> Double = { _ in 1 }
  var kept: KeptAfterBackward = { kept, _ in kept }
  var draws = Draws.none
  /// Which row of the mask an example meets.
  var row: @Sendable (_ row: Int, _ rows: Int) -> Int = { row, _ in row }

  /// Whether a new mask takes the place of the kept one.
  enum Draws { case none, anew, copied, anewAndKept }

  func trace(_ keep: Double, _ seed: UInt64, _ calls: [LayerCall]) throws -> LayerTrace {
    var generator = SeededGenerator(seed: seed)
    var mask: Matrix?
    return try LayerTrace(calls) { call in
      guard call.action == .backward else {
        mask = call.matrix
        return nil
      }
      guard let present = mask else { throw PredictedStop() }
      let factor = factor(call.matrix.rows)
      var copy = generator
      let drawn = draws == .none ? present : Oracle.dropoutMask(present.rows, present.columns, keep, &copy)
      if draws == .anew || draws == .anewAndKept { generator = copy }
      let applied = Matrix.filled(drawn.rows, drawn.columns) { drawn[row($0, drawn.rows), $1] }
      let returned = try Stopping.entrywise(call.matrix, applied) { factor * entry($0, $1, keep) }
      mask = draws == .anewAndKept ? drawn : kept(present, returned)
      return [
        LayerFact("returned", returned), LayerFact("mask", mask),
        LayerFact("generator moved on", number: draws == .anew || draws == .anewAndKept ? 1 : 0),
      ]
    }
  }

  static let slips: [Slip<DropoutBackwardChoices>] = [
    passing, scales, otherMasks, rows, Slip<DropoutBackwardChoices>.afterBackward(\.kept, in: "mask"),
  ].flatMap { $0 }
}

private let passing: [Slip<DropoutBackwardChoices>] = [
  .at(
    \.entry, "outputGradient returned",
    "outputGradient comes back unchanged: what was dropped gets no slope, so multiply by kept(mask), entry by entry."
  ) { gradient, _, _ in gradient },
  .at(\.entry, "mask returned", "The mask is returned: it is a factor, outputGradient * kept(mask).") { _, mask, _ in
    mask
  },
  .at(\.entry, "mask added", "The mask is added: multiply by it, entry by entry.") { gradient, mask, _ in
    gradient + mask
  },
  .at(\.entry, "mask subtracted", "The mask is subtracted: multiply by it, entry by entry.") { gradient, mask, _ in
    gradient - mask
  },
  .at(
    \.entry, "divided by the mask",
    "The gradient is divided by the mask, which makes the dropped ones infinite: multiply by it."
  ) { gradient, mask, _ in gradient / mask },
  .at(
    \.entry, "mask turned round",
    "The gradient passes where the mask is 0: it passes where the mask is not 0, times the mask."
  ) { gradient, mask, _ in mask == 0 ? gradient : 0 },
  .at(
    \.entry, "mask turned round and scaled",
    "The gradient passes, divided by keepProbability, where the mask is 0: it passes where the mask is not 0."
  ) { gradient, mask, keep in mask == 0 ? gradient / keep : 0 },
  .at(
    \.entry, "one minus the mask", "The gradient is multiplied by 1 − mask: multiply it by the mask."
  ) { gradient, mask, _ in gradient * (1 - mask) },
  .at(
    \.entry, "mask of the gradient",
    "The gradient passes where it is itself above 0: what counts is the mask of the forward."
  ) { gradient, _, _ in max(0, gradient) },
  .at(
    \.entry, "mask of the gradient, scaled",
    "The gradient passes, divided by keepProbability, where it is itself above 0: what counts is the mask of the forward."
  ) { gradient, _, keep in max(0, gradient) / keep },
  .at(
    \.entry, "gradients below 0 lost",
    "Where the mask keeps, gradients below 0 are lost: they pass as well."
  ) { gradient, mask, _ in max(0, gradient * mask) },
  .at(\.entry, "opposite sign", "What passes has the opposite sign: it is outputGradient * kept(mask).") {
    gradient, mask, _ in -gradient * mask
  },
  .at(\.entry, "magnitude", "What passes has lost its sign: a gradient below 0 stays below 0.") { gradient, mask, _ in
    abs(gradient) * mask
  },
  .at(\.entry, "zeros", "Zeros come back: it is outputGradient * kept(mask).") { _, _, _ in 0 },
  .at(
    \.entry, "gradient added",
    "outputGradient is added to what the mask lets through: return outputGradient * kept(mask) alone."
  ) { gradient, mask, _ in gradient + gradient * mask },
]

private let scales: [Slip<DropoutBackwardChoices>] = [
  .at(
    \.entry, "not scaled",
    "What passes is the gradient itself, as with a mask of ones: the forward multiplied by 1 / keepProbability, so this does, too."
  ) { gradient, mask, _ in mask == 0 ? 0 : gradient },
  .at(
    \.entry, "scaled twice",
    "What passes is divided by keepProbability once more: the mask has the factor 1 / keepProbability already."
  ) { gradient, mask, keep in gradient * mask / keep },
  .at(
    \.entry, "multiplied by keep",
    "What passes is multiplied by keepProbability: it is outputGradient * kept(mask), which divides by it."
  ) { gradient, mask, keep in mask == 0 ? 0 : gradient * keep },
  .at(
    \.entry, "all scaled",
    "Every gradient is divided by keepProbability, the dropped ones as well: multiply by kept(mask) alone."
  ) { gradient, _, keep in gradient / keep },
  .at(
    \.entry, "all times keep",
    "Every gradient is multiplied by keepProbability, the dropped ones as well: multiply by kept(mask) alone."
  ) { gradient, _, keep in gradient * keep },
  .at(
    \.entry, "scaled by the other share",
    "What passes is divided by 1 − keepProbability: it is outputGradient * kept(mask), which divides by keepProbability."
  ) { gradient, mask, keep in mask == 0 ? 0 : gradient / (1 - keep) },
  .at(
    \.entry, "passes where the mask is 1",
    "The gradient passes where the mask is exactly 1: what is kept has 1 / keepProbability there, so multiply by it."
  ) { gradient, mask, _ in mask == 1 ? gradient : 0 },
  .at(
    \.factor, "1/N once more",
    "The result is divided by N, but outputGradient holds the loss's 1/N already: no layer divides by the rows again."
  ) { 1 / Double($0) },
  .at(
    \.factor, "times N", "The result is multiplied by N: it is outputGradient * kept(mask), and 1/N stays in it."
  ) { Double($0) },
]

private let otherMasks: [Slip<DropoutBackwardChoices>] = [
  .alone(
    \.draws, "another mask drawn",
    "A new mask is drawn on the way back: what was dropped on the way forwards counts, so multiply by kept(mask).",
    .anew),
  .alone(
    \.draws, "another mask drawn from a copy",
    "A new mask is drawn on the way back, from a copy of `generator`: what the forward dropped counts, kept(mask).",
    .copied),
  .alone(
    \.draws, "another mask drawn and kept",
    "A new mask is drawn on the way back and kept in `mask`: multiply by the one of the forward, and leave it there.",
    .anewAndKept),
]

private let rows: [Slip<DropoutBackwardChoices>] = [
  .at(
    \.row, "first row of the mask", "Every example meets the first row of the mask: each has its own row."
  ) { _, _ in 0 },
  .at(
    \.row, "rows from below",
    "The rows of the mask are taken from the last one up: example by example it is the same row."
  ) { row, rows in rows - 1 - row },
]
