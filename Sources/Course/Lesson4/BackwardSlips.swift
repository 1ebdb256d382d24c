import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

private typealias BackwardSlip = Slip<BackwardChoices>

let backwardSlips: [Slip<BackwardChoices>] =
  outputDeltaSlips + walkSlips + inputSlips + gradientSlips + sendingSlips + keepingSlips + returnSlips

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

private let inputSlips: [BackwardSlip] = [
  .at(
    \.input, "input one layer too high",
    "The gradient uses what the layer puts out; it needs what went into it, one place before in `activations`."
  ) { cache, layer, _ in try Stopping.element(cache.activations, layer + 1) },
  .at(
    \.input, "pre-activation as input",
    "The gradient uses the pre-activation Z of the layer below; what went into the layer is its activation A."
  ) { cache, layer, _ in
    layer == 0
      ? try Stopping.element(cache.activations, 0) : try Stopping.element(cache.preActivations, layer - 1)
  },
  .at(
    \.input, "own pre-activation as input",
    "The gradient uses the layer's own pre-activation Z; it needs what went into the layer, `activations[layer]`."
  ) { cache, layer, _ in try Stopping.element(cache.preActivations, layer) },
  .at(
    \.input, "network's input for every layer",
    "Every layer's gradient uses the network's input: each needs what went into it, `activations[layer]`."
  ) { cache, _, _ in try Stopping.element(cache.activations, 0) },
  .at(
    \.input, "probabilities for every layer",
    "Every layer's gradient uses the probabilities: each needs what went into it, `activations[layer]`."
  ) { cache, _, _ in cache.probabilities },
  .at(
    \.input, "last hidden activation for every layer",
    "Every layer's gradient uses what went into the last layer: each needs its own input, `activations[layer]`."
  ) { cache, _, count in try Stopping.element(cache.activations, count - 1) },
  .at(
    \.input, "activations from the other end",
    "The activations are taken in the opposite order: the gradient of a layer needs what went into it."
  ) { cache, layer, count in try Stopping.element(cache.activations, count - 1 - layer) },
  .at(
    \.input, "activations from the probabilities on",
    "The activations are counted from the wrong end, from the probabilities on: a layer needs what went into it."
  ) { cache, layer, count in try Stopping.element(cache.activations, count - layer) },
]

private let gradientSlips: [BackwardSlip] = [
  .at(
    \.handed, "delta and input exchanged",
    "`layerGradients` gets the delta as its input and the input as its delta: exchange the two."
  ) { delta, input in (input, delta) },
  .at(\.layerGradients, "weights without mean", "The weights' gradients are not divided by the number of rows N.") {
    own, delta in LayerGradients((own.weights.map { $0 * Double(delta.rows) }, own.biases))
  },
  .at(\.layerGradients, "biases without mean", "The biases' gradients are not divided by the number of rows N.") {
    own, delta in LayerGradients((own.weights, own.biases.map { $0 * Double(delta.rows) }))
  },
  .at(
    \.layerGradients, "mean twice for the weights",
    "The weights' gradients are divided by N twice: once, as layerGradients of 4.3 does it, is right."
  ) {
    own, delta in LayerGradients((own.weights.map { $0 / Double(delta.rows) }, own.biases))
  },
  .at(
    \.layerGradients, "mean twice for the biases",
    "The biases' gradients are divided by N twice: once, as layerGradients of 4.3 does it, is right."
  ) {
    own, delta in LayerGradients((own.weights, own.biases.map { $0 / Double(delta.rows) }))
  },
  .at(\.layerGradients, "sign of the weights", "The weights' gradients have the opposite sign: no minus is due.") {
    own, _ in LayerGradients((own.weights.map { -$0 }, own.biases))
  },
  .at(\.layerGradients, "sign of the biases", "The biases' gradients have the opposite sign: no minus is due.") {
    own, _ in LayerGradients((own.weights, own.biases.map { -$0 }))
  },
  .at(
    \.layerGradients, "weights transposed", "The weights' gradients are turned: each needs the shape of its weights."
  ) { own, _ in LayerGradients((Stopping.turned(own.weights), own.biases)) },
  .at(
    \.layerGradients, "delta for the biases",
    "The biases' gradients are the deltas, a row for each example: take those of layerGradients, their mean."
  ) { own, delta in LayerGradients((own.weights, delta)) },
  .at(
    \.layerGradients, "biases not summed",
    "The biases' gradients are the deltas divided by N: sum the rows up, as layerGradients does."
  ) { own, delta in LayerGradients((own.weights, delta.map { $0 / Double(delta.rows) })) },
]

private let sendingSlips: [BackwardSlip] = [
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

private let keepingSlips: [BackwardSlip] = [
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

private let returnSlips: [BackwardSlip] = [
  .at(
    \.returned, "layers in reverse order",
    "The gradients come last layer first: insert each at the front, or reverse at the end."
  ) { weights, biases, _ in Gradients(weights: weights.reversed(), biases: biases.reversed()) },
  .at(
    \.returned, "weights in reverse order",
    "The weights' gradients come last layer first, those of the biases do not: put both at the front."
  ) { weights, biases, _ in Gradients(weights: weights.reversed(), biases: biases) },
  .at(
    \.returned, "biases in reverse order",
    "The biases' gradients come last layer first, those of the weights do not: put both at the front."
  ) { weights, biases, _ in Gradients(weights: weights, biases: biases.reversed()) },
  .at(\.returned, "cut at 1", "The gradients are cut at −1 and 1: return them as they are, however large.") {
    weights, biases, _ in
    func cut(_ matrix: Matrix) -> Matrix { matrix.map { min(max($0, -1), 1) } }
    return Gradients(weights: weights.map(cut), biases: biases.map(cut))
  },
  .at(
    \.returned, "biases twice", "Each layer's gradients of the biases are there twice: put them into the result once."
  ) { weights, biases, _ in Gradients(weights: weights, biases: biases.flatMap { [$0, $0] }) },
  .at(
    \.returned, "weights twice", "Each layer's gradients of the weights are there twice: put them into the result once."
  ) { weights, biases, _ in Gradients(weights: weights.flatMap { [$0, $0] }, biases: biases) },
  .at(
    \.returned, "first layer without biases",
    "The first layer has no gradients of its biases: put them into the result for every layer, layer 0 as well."
  ) { weights, biases, _ in Gradients(weights: weights, biases: Array(biases.dropFirst())) },
  .at(
    \.returned, "first layer without weights",
    "The first layer has no gradients of its weights: put them into the result for every layer, layer 0 as well."
  ) { weights, biases, _ in Gradients(weights: Array(weights.dropFirst()), biases: biases) },
  .at(
    \.returned, "weights and biases exchanged",
    "The weights' gradients are among the biases' and the other way round: put each in its own list."
  ) { weights, biases, _ in Gradients(weights: biases, biases: weights) },
  .at(
    \.returned, "no biases", "No gradients of the biases are returned: put them into the result like the weights'."
  ) { weights, _, _ in Gradients(weights: weights, biases: []) },
  .at(
    \.returned, "no weights", "No gradients of the weights are returned: put them into the result like the biases'."
  ) { _, biases, _ in Gradients(weights: [], biases: biases) },
  .at(
    \.returned, "biases zero", "The biases' gradients are all 0: put those of layerGradients into the result."
  ) { weights, biases, _ in Gradients(weights: weights, biases: biases.map { $0.map { _ in 0 } }) },
  .at(
    \.returned, "weights for biases",
    "The weights' gradients are in the result twice: the second list is of the biases'."
  ) { weights, _, _ in Gradients(weights: weights, biases: weights) },
  .at(
    \.returned, "biases for weights",
    "The biases' gradients are in the result twice: the first list is of the weights'."
  ) { _, biases, _ in Gradients(weights: biases, biases: biases) },
  .at(
    \.returned, "parameters added", "The parameters are added to the gradients: begin with empty lists or with zeros."
  ) { weights, biases, parameters in
    Gradients(
      weights: try sums(weights, parameters.weights, +), biases: try sums(biases, parameters.biases, +))
  },
  stepReturned("step for gradients", rate: 1), stepReturned("step for gradients, rate 0.1", rate: 0.1),
  stepReturned("step for gradients, rate 0.01", rate: 0.01),
  .at(
    \.returned, "gradients added up",
    "Each layer's gradients hold those of the layers above it as well: keep them apart."
  ) { weights, biases, _ in Gradients(weights: try added(weights), biases: try added(biases)) },
]

private func stepReturned(_ name: String, rate: Double) -> BackwardSlip {
  .at(\.returned, name, "The parameters have made a step here, at the rate \(rate.text): return the gradients alone.") {
    weights, biases, parameters in
    Gradients(
      weights: try sums(weights, parameters.weights) { $1 - rate * $0 },
      biases: try sums(biases, parameters.biases) { $1 - rate * $0 })
  }
}

private func sums(
  _ some: [Matrix], _ others: [Matrix], _ operation: (Double, Double) -> Double
) throws -> [Matrix] {
  try zip(some, others).map { try Stopping.entrywise($0, $1, operation) }
}

/// The sums from each matrix to the last.
private func added(_ matrices: [Matrix]) throws -> [Matrix] {
  var result: [Matrix] = []
  for matrix in matrices.reversed() {
    result.insert(try result.first.map { try Stopping.entrywise(matrix, $0, +) } ?? matrix, at: 0)
  }
  return result
}
