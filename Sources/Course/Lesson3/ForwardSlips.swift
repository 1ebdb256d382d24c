import CourseKit
import Engine

let forwardSlips: [Slip<ForwardChoices>] = layerSlips + startSlips + indexSlips + functionSlips + keepingSlips

private let layerSlips: [Slip<ForwardChoices>] = [
  .at(
    \.depth, "one layer too few",
    "There is one layer too few, and the sigmoid comes in the last but one: let all layers run, 0 ..< parameters.weights.count."
  ) { count in count - 1 },
  .at(
    \.depth, "two layers at most", "Only the first two layers are computed: there can be more, loop over all of them."
  ) {
    count in min(2, count)
  },
  .at(\.depth, "one layer at most", "Only the first layer is computed, as if it were the output: loop over all layers.")
  {
    count in min(1, count)
  },
  .at(\.layers, "no layer runs", "No layer has run, the cache is as it was at the start: loop over all layers.") { _ in
    []
  },
  .at(
    \.layers, "last layer left out",
    "The last layer is missing: let all layers run, 0 ..< parameters.weights.count, and append the Z and the A of each."
  ) {
    count in Array(0..<count).dropLast()
  },
  .at(\.layers, "first layer left out", "The first layer does not run: layer 1 of the page has index 0.") { count in
    Array(0..<count).dropFirst().map { $0 }
  },
  .at(
    \.layers, "first layer alone", "Only the first layer runs: let the loop go over all layers and return after it."
  ) { count in Array(0..<min(1, count)) },
  .at(\.layers, "first two layers alone", "No more than two layers run: the loop goes over all there are.") { count in
    Array(0..<min(2, count))
  },
  .at(\.layers, "at most three layers", "No more than three layers run: the loop must go over all that there are.") {
    count in Array(0..<min(3, count))
  },
  .at(
    \.layers, "single layer left out",
    "A network of one layer comes back without it: its only layer is the output and runs like any other."
  ) { count in count == 1 ? [] : Array(0..<count) },
  .at(\.layers, "layers backwards", "The layers run from the last to the first: forward begins with index 0.") {
    count in
    (0..<count).reversed()
  },
]

private let startSlips: [Slip<ForwardChoices>] = [
  .at(
    \.entering, "input activated", "`hidden` is applied to the input already: A0 is the input as it comes."
  ) { input, hidden, activate in try activate(input, hidden) },
  .at(
    \.first, "first layer's input activated",
    "`hidden` is applied to the input before the first layer: that gets A0 as it comes."
  ) { input, hidden, activate in try activate(input, hidden) },
  .at(
    \.start, "input not kept",
    "`activations` begins with A1: the input is A0 and comes first, the backward pass needs it."
  ) { _ in ForwardCache(activations: [], preActivations: []) },
  .at(\.start, "input kept twice", "The input stands in `activations` twice: A0 comes once, then A1.") { input in
    ForwardCache(activations: [input, input], preActivations: [])
  },
  .at(
    \.start, "input among the pre-activations",
    "`preActivations` begins with the input: it begins with Z1, as A0 has no Z."
  ) { input in ForwardCache(activations: [input], preActivations: [input]) },

  .at(
    \.source, "activation not passed on",
    "Each layer gets the Z of the layer below, not its activation: hand on what `hidden` returns."
  ) { input, below, _ in below?.z ?? input },
  .at(
    \.source, "Z handed to the output layer",
    "The output layer gets the Z of the last hidden layer: it must get its activation."
  ) { input, below, isLast in (isLast ? below?.z : below?.a) ?? input },
  .at(
    \.source, "input for every layer",
    "Every layer gets the input A0: only the first does, the others get the newest A."
  ) { input, _, _ in input },
  .at(
    \.source, "input for the output layer",
    "The output layer gets the input A0: it must get the activation of the last hidden layer."
  ) { input, below, isLast in isLast ? input : below?.a ?? input },
]

private let indexSlips =
  takenFromAnotherLayer(\.weights, "weights") + takenFromAnotherLayer(\.biases, "biases") + handingSlips

/// Whose weights, or whose biases, a layer takes if not its own.
private func takenFromAnotherLayer(
  _ point: WritableKeyPath<ForwardChoices, @Sendable (_ layer: Int, _ count: Int) -> Int> & Sendable, _ words: String
) -> [Slip<ForwardChoices>] {
  [
    .at(
      point, "first \(words) for all",
      "Every layer takes the \(words) of the first one: layer `layer` has \(words)[layer]."
    ) { _, _ in 0 },
    .at(
      point, "last \(words) for all",
      "Every layer takes the \(words) of the last one: it has its own, \(words)[layer]."
    ) { _, count in count - 1 },
    .at(
      point, "\(words) of the layer below",
      "From the second layer on the \(words) are those of the layer below: take \(words)[layer]."
    ) { layer, _ in max(0, layer - 1) },
    .at(
      point, "\(words) backwards", "The \(words) come in reverse order: layer `layer` takes \(words)[layer]."
    ) { layer, count in count - 1 - layer },
  ]
}

private let handingSlips: [Slip<ForwardChoices>] = [
  .at(
    \.handed, "weights for biases",
    "`linear` gets the weights in the place of the biases as well: hand it parameters.biases[layer]."
  ) { w, _ in (w, w) },
  .at(
    \.handed, "biases for weights",
    "`linear` gets the biases in the place of the weights as well: hand it parameters.weights[layer]."
  ) { _, b in (b, b) },
  .at(\.biasFactor, "biases forgotten", "The biases are missing: Z is A · W + b, which `linear` of 3.1 computes.") {
    _, _ in 0
  },
  .at(\.biasFactor, "biases twice", "The biases are added twice: `linear` of 3.1 adds them once, which is enough.") {
    _, _ in 2
  },
  .at(\.biasFactor, "biases subtracted", "The biases are subtracted: Z is A · W + b, as `linear` of 3.1 computes it.") {
    _, _ in -1
  },
  .at(\.biasFactor, "output without biases", "The biases of the last layer are missing: its Z is A · W + b, too.") {
    _, isLast in isLast ? 0 : 1
  },
  .at(\.biasFactor, "biases at the output alone", "Only the last layer adds its biases: in every layer Z is A · W + b.")
  {
    _, isLast in isLast ? 1 : 0
  },
  .at(\.biasFactor, "first layer without biases", "The biases of the first layer are missing: Z1 is A0 · W1 + b1.") {
    layer, _ in layer == 0 ? 0 : 1
  },
]

private let keepingSlips: [Slip<ForwardChoices>] = [
  .at(
    \.kept, "activations for pre-activations",
    "The cache holds the activations a second time in place of the pre-activations: append Z before you activate it."
  ) { step, _ in ([step.a], [step.a]) },
  .at(
    \.kept, "pre-activations for activations",
    "The activations in the cache are pre-activations: append what the activation function returns to `activations`."
  ) { step, _ in ([step.z], [step.z]) },
  .at(
    \.kept, "lists exchanged",
    "A and Z are in each other's list: A1 … AL belong into `activations`, Z1 … ZL into `preActivations`."
  ) { step, _ in ([step.z], [step.a]) },
  .at(\.kept, "activations kept twice", "Each activation stands in `activations` twice: append it once a layer.") {
    step, _ in ([step.a, step.a], [step.z])
  },
  .at(\.kept, "pre-activations kept twice", "Each Z stands in `preActivations` twice: append it once a layer.") {
    step, _ in ([step.a], [step.z, step.z])
  },
  .at(\.kept, "all in activations", "Z and A are both appended to `activations`: Z belongs into `preActivations`.") {
    step, _ in ([step.z, step.a], [])
  },
  .at(\.kept, "all in pre-activations", "Z and A are both appended to `preActivations`: A belongs into `activations`.")
  {
    step, _ in ([], [step.z, step.a])
  },
  .at(\.kept, "activations not kept", "The activations of the layers are not kept: append A1 … AL to `activations`.") {
    step, _ in ([], [step.z])
  },
  .at(\.kept, "pre-activations not kept", "No Z is kept: append the Z of each layer to `preActivations`.") { step, _ in
    ([step.a], [])
  },
  .at(
    \.kept, "what the layer got",
    "`activations` gets what a layer started from: append A after the layer has computed it."
  ) { step, _ in ([step.below], [step.z]) },
  .at(
    \.kept, "input of the layer for Z", "`preActivations` gets what the layer started from: append its Z = A · W + b."
  ) { step, _ in ([step.a], [step.below]) },
  .at(\.kept, "Z without bias", "`preActivations` holds A · W without the biases: append Z = A · W + b.") { step, _ in
    ([step.a], [step.product])
  },
  .at(
    \.kept, "Z for the hidden activations",
    "In the hidden layers `activations` holds Z, though hidden(z) is passed on: append what `hidden` returns."
  ) { step, isLast in ([isLast ? step.a : step.z], [step.z]) },
  .at(
    \.kept, "last activation for the last Z",
    "The last entry of `preActivations` is activated already: append Z before the sigmoid."
  ) { step, isLast in ([step.a], [isLast ? step.a : step.z]) },
  .at(
    \.kept, "activation for Z in the hidden layers",
    "In the hidden layers `preActivations` holds activations: append Z before `hidden` is applied."
  ) { step, isLast in ([step.a], [isLast ? step.z : step.a]) },
  .at(\.kept, "last Z not kept", "The last Z is missing in `preActivations`: the output layer has one, too.") {
    step, isLast in ([step.a], isLast ? [] : [step.z])
  },
  .at(\.kept, "last activation not kept", "The last activation, the probabilities, is missing in `activations`.") {
    step, isLast in (isLast ? [] : [step.a], [step.z])
  },

  .at(
    \.returned, "last alone", "The cache holds the last layer's A and Z alone: append to the lists, and keep A0, too."
  ) {
    cache in ForwardCache(activations: cache.activations.suffix(1), preActivations: cache.preActivations.suffix(1))
  },
  .at(
    \.returned, "input and last alone",
    "Beside A0 the cache holds the last layer alone: append to the lists, do not write them anew."
  ) { cache in
    ForwardCache(
      activations: cache.activations.prefix(1) + cache.activations.dropFirst().suffix(1),
      preActivations: cache.preActivations.suffix(1))
  },
  .at(
    \.returned, "activations kept after the loop",
    "Of the activations only the input and the last one are kept: append each layer's A inside the loop."
  ) { cache in
    ForwardCache(
      activations: cache.activations.prefix(1) + cache.activations.dropFirst().suffix(1),
      preActivations: cache.preActivations)
  },
  .at(
    \.returned, "pre-activations kept after the loop",
    "Of the pre-activations only the last one is kept: append each layer's Z inside the loop."
  ) { cache in
    ForwardCache(activations: cache.activations, preActivations: cache.preActivations.suffix(1))
  },
  .at(\.returned, "pre-activations last layer first", "`preActivations` begins with the last layer: append at the end.")
  {
    cache in ForwardCache(activations: cache.activations, preActivations: cache.preActivations.reversed())
  },
  .at(\.returned, "activations last layer first", "`activations` begins with the last layer: A0 comes first, then A1.")
  {
    cache in ForwardCache(activations: cache.activations.reversed(), preActivations: cache.preActivations)
  },
  .at(\.returned, "both last layer first", "Both lists begin with the last layer: the first layer comes first.") {
    cache in
    ForwardCache(activations: cache.activations.reversed(), preActivations: cache.preActivations.reversed())
  },
  .at(
    \.returned, "lists exchanged at the end",
    "The two lists are exchanged: A0 … AL are the `activations`, Z1 … ZL the `preActivations`."
  ) { cache in ForwardCache(activations: cache.preActivations, preActivations: cache.activations) },
  .at(
    \.returned, "sigmoid appended",
    "`activations` has one more at the end, the sigmoid of the last one: the last layer's own is sigmoid(z), and no other follows."
  ) { cache in
    ForwardCache(
      activations: cache.activations + cache.activations.suffix(1).map { $0.map(Oracle.sigmoid) },
      preActivations: cache.preActivations)
  },
  .at(
    \.returned, "A1 in place of the input",
    "A1 stands in the place of A0: `activations` begins with the input as it came."
  ) { cache in
    var changed = cache
    if cache.activations.count > 1 { changed.activations[0] = cache.activations[1] }
    return changed
  },
]
