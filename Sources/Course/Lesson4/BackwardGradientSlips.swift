import Contract
import CourseKit
import Engine

// What a layer's gradients are made of otherwise in 4.4, and what is returned.

let backwardInputSlips: [BackwardSlip] = [
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

let backwardGradientSlips: [BackwardSlip] = [
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

let backwardReturnSlips: [BackwardSlip] = [
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
