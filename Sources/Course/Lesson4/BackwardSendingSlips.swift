import Contract
import CourseKit
import Engine
import Vocabulary

// How the delta goes back otherwise in 4.4.

let backwardSendingSlips: [BackwardSlip] = [
  .at(
    \.weights, "weights of the wrong layer",
    "The delta goes back through the weights of the wrong layer: it needs those of the layer that it comes from."
  ) { parameters, _, layer in try Stopping.element(parameters.weights, layer - 1) },
  .at(
    \.weights, "weights already updated",
    "The delta goes back through weights that have taken a step already (at the rate 0.1): it needs those of the forward pass."
  ) { parameters, own, layer in try updated(parameters, own, layer, rate: 0.1) },
  .at(
    \.weights, "weights already updated, rate 1",
    "The delta goes back through weights minus their gradients: it needs the weights of the forward pass."
  ) { parameters, own, layer in try updated(parameters, own, layer, rate: 1) },
  .at(
    \.weights, "weights already updated, rate 0.01",
    "The delta goes back through weights that have taken a step at the rate 0.01: it needs those of the forward pass."
  ) { parameters, own, layer in try updated(parameters, own, layer, rate: 0.01) },
  .at(
    \.weights, "gradient for weights",
    "The delta goes back through the weights' gradient: nextWeights are the weights themselves, parameters.weights[layer]."
  ) { _, own, _ in
    guard let own else { throw PredictedStop() }
    return own.weights
  },
  .at(
    \.weights, "last weights every time",
    "The delta goes back through the last layer's weights every time: it needs those of the layer that it comes from."
  ) { parameters, _, _ in try Stopping.element(parameters.weights, parameters.weights.count - 1) },
  .at(
    \.weights, "first weights every time",
    "The delta goes back through the first layer's weights every time: it needs those of the layer that it comes from."
  ) { parameters, _, _ in try Stopping.element(parameters.weights, 0) },
  .at(
    \.weights, "weights from the other end",
    "The weights are taken in the opposite order: the delta needs those of the layer that it comes from."
  ) { parameters, _, layer in try Stopping.element(parameters.weights, parameters.weights.count - 1 - layer) },

  .at(
    \.preActivation, "slope of the output's Z",
    "The hidden slope is taken one layer too high: with `layer` counted from 0, the Z of the layer below is `preActivations[layer - 1]`."
  ) { cache, layer, _ in try Stopping.element(cache.preActivations, layer) },
  .at(
    \.preActivation, "slope at the activation",
    "The slope is taken at the activations; it is a function of the pre-activations Z."
  ) { cache, layer, _ in try Stopping.element(cache.activations, layer) },
  .at(
    \.preActivation, "slope at the activation below",
    "The slope is taken at `activations`, and one layer too low: it needs Z, `preActivations[layer - 1]`."
  ) { cache, layer, _ in try Stopping.element(cache.activations, layer - 1) },
  .at(
    \.preActivation, "slope at the activation above",
    "The slope is taken at `activations`, and one layer too high: it needs Z, `preActivations[layer - 1]`."
  ) { cache, layer, _ in try Stopping.element(cache.activations, layer + 1) },
  .at(
    \.preActivation, "first Z every time",
    "The slope is taken at the first layer's Z every time: each layer has its own, `preActivations[layer - 1]`."
  ) { cache, _, _ in try Stopping.element(cache.preActivations, 0) },
  .at(
    \.preActivation, "last Z every time",
    "The slope is taken at the last layer's Z every time: each layer has its own, `preActivations[layer - 1]`."
  ) { cache, _, count in try Stopping.element(cache.preActivations, count - 1) },
  .at(
    \.preActivation, "Z from the other end",
    "The pre-activations are taken in the opposite order: the layer below has `preActivations[layer - 1]`."
  ) { cache, layer, count in try Stopping.element(cache.preActivations, count - 1 - layer) },

  .at(
    \.hidden, "always ReLU", "The hidden slope is ReLU's whatever is asked for: hand the argument `hidden` on."
  ) { _ in .relu },
  .at(
    \.hidden, "always sigmoid",
    "The hidden slope is the sigmoid's whatever is asked for: hand the argument `hidden` on."
  ) { _ in .sigmoid },
  .at(
    \.hidden, "always tanh", "The hidden slope is tanh's whatever is asked for: hand the argument `hidden` on."
  ) { _ in .tanh },
]

private func updated(
  _ parameters: Parameters, _ own: LayerGradients?, _ layer: Int, rate: Double
) throws -> Matrix {
  guard let own else { throw PredictedStop() }
  return try Stopping.entrywise(try Stopping.element(parameters.weights, layer), own.weights) { $0 - rate * $1 }
}

let backwardKeepingSlips: [BackwardSlip] = [
  .at(
    \.hiddenDelta, "hidden slope missing",
    "The hidden slope is missing from the deltas: call hiddenDelta, which has it."
  ) { answers, sent in try back(sent) },
  .at(
    \.hiddenDelta, "Z for the hidden delta",
    "The pre-activations stand in the place of the hidden deltas: call hiddenDelta, which makes them."
  ) { _, sent in sent.z },
  .at(
    \.hiddenDelta, "activation for slope",
    "The hidden deltas are multiplied by the activation, where its slope belongs: call hiddenDelta, which has it."
  ) { answers, sent in
    try Stopping.entrywise(try back(sent), try answers.activation(sent.z, sent.hidden), *)
  },
  .at(
    \.hiddenDelta, "weights missing on the way",
    "The deltas do not go through the weights on their way back: call hiddenDelta, δ · Wᵀ times the slope."
  ) { answers, sent in try Stopping.entrywise(sent.next, try answers.slope(sent.z, sent.hidden), *) },
  .at(
    \.hiddenDelta, "mean in every hidden delta",
    "Each hidden delta is divided by the number of rows: 1/N comes once, in 4.3, and in no delta."
  ) { answers, sent in try sent.delta(answers).map { $0 / Double(sent.next.rows) } },
  .at(
    \.hiddenDelta, "sign of the hidden deltas",
    "The delta changes its sign at each hidden layer: it is δ · Wᵀ times the slope, without a minus."
  ) { answers, sent in try sent.delta(answers).map { -$0 } },
  .at(
    \.hiddenDelta, "slope twice in the hidden deltas",
    "The hidden slope is multiplied in twice: hiddenDelta has it already."
  ) { answers, sent in
    try Stopping.entrywise(try sent.delta(answers), try answers.slope(sent.z, sent.hidden), *)
  },

  .at(
    \.kept, "new delta dropped",
    "Every layer gets the output's delta: keep what hiddenDelta returns in `delta` (without a new `let`) for the next turn."
  ) { _, old, output in (old, output) },
  .at(
    \.kept, "delta not passed on",
    "Each hidden delta is made from the output's delta: make it from that of the layer above, kept in one variable."
  ) { new, _, output in (new, output) },
  .at(
    \.kept, "deltas added up", "The new delta is added to the old one: it takes its place."
  ) { new, old, _ in
    let sum = try Stopping.entrywise(new, old, +)
    return (sum, sum)
  },
]

/// δ · Wᵀ.
private func back(_ sent: SentDelta) throws -> Matrix {
  try Stopping.product(sent.next, Stopping.turned(sent.weights))
}
