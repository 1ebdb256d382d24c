import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

typealias BackwardSlip = Slip<BackwardChoices>

let backwardSlips: [Slip<BackwardChoices>] =
  outputDeltaSlips + walkSlips + backwardInputSlips + backwardGradientSlips + backwardSendingSlips
  + backwardKeepingSlips
  + backwardReturnSlips

private let outputDeltaSlips: [BackwardSlip] = [
  .at(
    \.outputDelta, "sign exchanged",
    "All gradients have the opposite sign: the walk begins with A − y, probabilities first, and nothing turns it round."
  ) { try $0.delta { _ in -1 } },
  .at(
    \.outputDelta, "mean taken again",
    "All gradients are divided by the number of rows once more: 1/N comes once, in 4.3, and not here again."
  ) { start in try start.delta { _ in 1 / start.rows } },
  .at(
    \.outputDelta, "mean missing",
    "All gradients are N times too large, N the number of rows: 1/N must come in once, which layerGradients of 4.3 does."
  ) { start in try start.delta { _ in start.rows } },
  .at(
    \.outputDelta, "factor 2", "All gradients are twice too large: the walk begins with A − y, without a factor."
  ) { try $0.delta { _ in 2 } },
  .at(
    \.outputDelta, "factor ½", "All gradients are half of what they should be: the walk begins with A − y."
  ) { try $0.delta { _ in 0.5 } },
  .at(
    \.outputDelta, "sigmoid slope at the output",
    "The output's delta has the sigmoid's slope A · (1 − A) in it; with cross-entropy that has cancelled: it is A − y."
  ) { try $0.delta { p in p * (1 - p) } },
  .at(
    \.outputDelta, "derivative by the probability",
    "The walk begins with (A − y) / (A · (1 − A)); the output's delta is A − y, as outputDelta gives it."
  ) { try $0.delta { p in 1 / (p * (1 - p)) } },
  .at(
    \.outputDelta, "hidden slope at the output",
    "The slope of `hidden` is in the output's delta: that is A − y alone; the hidden slope is for the layers below."
  ) { start in
    guard let last = start.cache.preActivations.last else { throw PredictedStop() }
    return try Stopping.entrywise(try start.delta(), try start.answers.slope(last, start.hidden), *)
  },
  .at(
    \.outputDelta, "logits for probabilities",
    "The walk begins with Z − y, the last layer's Z: take the probabilities in its place, A − y."
  ) { start in try Stopping.entrywise(start.cache.preActivations.last ?? start.labels, start.labels, -) },
  .at(
    \.outputDelta, "hidden activation for probabilities",
    "The walk begins with an activation below the last one: take `cache.probabilities` in its place, A − y."
  ) { start in
    let activations = start.cache.activations
    return try Stopping.entrywise(try Stopping.element(activations, activations.count - 2), start.labels, -)
  },
  .at(
    \.outputDelta, "input for probabilities",
    "The walk begins with the network's input in the place of the probabilities: it begins with A − y."
  ) { start in try Stopping.entrywise(try Stopping.element(start.cache.activations, 0), start.labels, -) },
  .at(
    \.outputDelta, "absolute value", "The output's delta has lost its sign, |A − y|: it is A − y."
  ) { try $0.delta().map { abs($0) } },
  .at(\.outputDelta, "squared", "The output's delta is squared, (A − y)²: it is A − y itself.") {
    try $0.delta().map { $0 * $0 }
  },
  .at(\.outputDelta, "sum", "A and y are added up at the output: the delta is A − y.") { start in
    try Stopping.entrywise(start.cache.probabilities, start.labels, +)
  },
  .at(\.outputDelta, "label forgotten", "The walk begins with A alone: take the labels away, A − y.") { start in
    start.cache.probabilities
  },
  .at(\.outputDelta, "labels for delta", "The walk begins with the labels: it begins with outputDelta, A − y.") {
    start in start.labels
  },
  .at(
    \.outputDelta, "classes for probabilities, 0.5 down",
    "The probabilities became classes first, 1 above 0.5: the output's delta needs them as they are, A − y."
  ) { start in try Stopping.entrywise(start.cache.probabilities, start.labels) { ($0 > 0.5 ? 1 : 0) - $1 } },
  .at(
    \.outputDelta, "classes for probabilities",
    "The probabilities were rounded to 0 and 1 first: the output's delta needs them as they are, A − y."
  ) { start in try Stopping.entrywise(start.cache.probabilities, start.labels) { ($0 >= 0.5 ? 1 : 0) - $1 } },
]

private let walkSlips: [BackwardSlip] = [
  .at(
    \.walk, "first layer left out",
    "The first layer has no gradients: the loop must reach layer 0. `through: 0` includes it, `to: 0` does not.",
    BackwardWalk { (1..<$0).reversed() }),
  .at(
    \.walk, "first layer zero", "The first layer's gradients are all 0: the loop must reach layer 0.",
    BackwardWalk(unreached: .zeros) { (1..<$0).reversed() }),
  .at(
    \.walk, "parameters for the first layer",
    "The first layer's gradients are its own parameters: the loop must reach layer 0 and put its gradients there.",
    BackwardWalk(unreached: .parameters) { (1..<$0).reversed() }),
  .at(
    \.walk, "two layers left out", "The first two layers have no gradients: the loop must go down to layer 0.",
    BackwardWalk { $0 > 2 ? (2..<$0).reversed() : [] }),
  .at(
    \.walk, "two layers zero", "The first two layers' gradients are all 0: the loop must go down to layer 0.",
    BackwardWalk(unreached: .zeros) { $0 > 2 ? (2..<$0).reversed() : [] }),
  .at(
    \.walk, "parameters for two layers",
    "The first two layers' gradients are their own parameters: the loop must go down to layer 0.",
    BackwardWalk(unreached: .parameters) { $0 > 2 ? (2..<$0).reversed() : [] }),
  .at(
    \.walk, "last layer left out",
    "The last layer has no gradients: the loop begins at parameters.weights.count − 1, with the output's delta.",
    BackwardWalk { (0..<$0 - 1).reversed() }),
  .at(
    \.walk, "last layer zero",
    "The last layer's gradients are all 0: the loop begins at parameters.weights.count − 1, with the output's delta.",
    BackwardWalk(unreached: .zeros) { (0..<$0 - 1).reversed() }),
  .at(
    \.walk, "parameters for the last layer",
    "The last layer's gradients are its own parameters: the loop begins at parameters.weights.count − 1.",
    BackwardWalk(unreached: .parameters) { (0..<$0 - 1).reversed() }),
  .at(
    \.walk, "last layer alone", "Only the last layer has gradients: walk on with hiddenDelta, down to layer 0.",
    BackwardWalk { [$0 - 1] }),
  .at(
    \.walk, "all but the last layer zero",
    "All but the last layer's gradients are 0: walk on with hiddenDelta, down to layer 0.",
    BackwardWalk(unreached: .zeros) { [$0 - 1] }),
  .at(
    \.walk, "parameters below the last layer",
    "Below the last layer the gradients are the parameters: walk on with hiddenDelta, down to layer 0.",
    BackwardWalk(unreached: .parameters) { [$0 - 1] }),
  .at(
    \.walk, "last two layers alone",
    "Only the last two layers have gradients: there may be more, so go down to layer 0 in a loop.",
    BackwardWalk { Array((max($0 - 2, 0)..<$0).reversed()) }),
  .at(
    \.walk, "all but the last two layers zero",
    "All but the last two layers' gradients are 0: there may be more, so go down to layer 0 in a loop.",
    BackwardWalk(unreached: .zeros) { Array((max($0 - 2, 0)..<$0).reversed()) }),
  .at(
    \.walk, "no layer", "No layer has gradients: the loop never runs. Let it go from the last layer down to 0.",
    BackwardWalk { _ in [] }),
  .at(
    \.walk, "first to last",
    "The walk goes from the first layer to the last: the output's delta belongs to the last, so begin there.",
    BackwardWalk { Array(0..<$0) }),
  .at(
    \.walk, "first to last, each at the front",
    "The walk goes from the first layer up, each put at the front: begin at the last, to which the output's delta belongs.",
    BackwardWalk(isPutAtFront: true) { Array(0..<$0) }),

  .at(
    \.sends, "first layer with the delta above",
    "The first layer works with the delta of the layer above it: hiddenDelta is due whenever the layer is above 0."
  ) { layer, _ in layer > 1 },
  .at(
    \.sends, "hidden delta never",
    "Every layer works with the output's delta: below the output each needs its own, which hiddenDelta makes."
  ) { _, _ in false },
  .at(
    \.sends, "hidden delta once",
    "hiddenDelta is applied once only, below the output: each layer needs its own, made from the one above it."
  ) { layer, count in layer > 0 && layer == count - 1 },
  .at(
    \.sendsFirst, "delta replaced too early",
    "The delta of the layer below is in use already when a layer gets its gradients: layerGradients first, then hiddenDelta.",
    true),
]
