import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 4.4: the gradients of every layer.
  static let backward = Exercise(
    Specification(
      Lesson4.backward, calls: ["4.1", "4.2", "4.3"],
      right: { answers, cache, labels, parameters, hidden in
        try Oracle.backward(cache, labels, parameters, hidden, with: answers)
      },
      misconceptions: misconceptions
    )
    .knowing { input in .rows(input.1.rows) }
    .tracing { student, input, gradients in NotFiniteOrigin(student).sentence(backward: input, gradients) }
    .drawing { size, generator in
      let (input, parameters, hidden) = Samples.inputAndNetwork(size, &generator)
      let cache = try? Oracle.forward(input, parameters, hidden)
      let labels = Samples.labels(input.rows, seed: generator.next())
      return (cache ?? ForwardCache(activations: [], preActivations: []), labels, parameters, hidden)
    }
    .drawingAtEdges { size, generator in
      let (input, parameters, hidden) = EdgeSamples.inputAndNetwork(size, outputs: 1, &generator)
      let cache = try? Oracle.forward(input, parameters, hidden)
      return (
        cache ?? ForwardCache(activations: [], preActivations: []), EdgeSamples.labels(input.rows, &generator),
        parameters, hidden
      )
    },
    demonstration: Demonstration { student in
      let gradients = try student.call(
        Lesson4.backward, PageExample.cache, PageExample.labels, PageExample.parameters, .relu)
      return gradients.components.map { DemonstratedCall("`backward(cache: cache, …).\($0.name)`", $0.matrix) }
    }
  ) { backward in
    [
      // One unit in every layer first: what takes the wrong layer's matrix stops on any other and is not called again.
      backward.check(
        .value, "a network with one unit in every layer", on: pass([1, 1, 1, 1], .tanh, seed: 89),
        independent: pass([1, 1, 1, 1], .sigmoid, seed: 90)),
      backward.check(
        .shape, "the shapes of a 3-5-4-1 network's parameters", on: pass([3, 5, 4, 1], .tanh, seed: 91),
        independent: pass([2, 3, 1], .relu, seed: 92)),
      backward.check(
        .value, "a network with four units in every layer", on: pass([4, 4, 4, 1], .tanh, seed: 93),
        independent: pass([3, 3, 3, 1], .sigmoid, seed: 94)),
    ]
      + HiddenActivation.allCases.map { activation in
        backward.check(
          .gradient, "every parameter of 3-5-4-1 agrees with central differences (\(activation.rawValue))",
          tolerance: .gradient, on: pass([3, 5, 4, 1], activation, seed: 107),
          independent: pass([2, 4, 3, 1], activation == .tanh ? .sigmoid : .tanh, seed: 96),
          expected: {
            let network = Samples.network([3, 5, 4, 1], activation, seed: 107)
            return try CentralDifferences.gradients(at: network.parameters) { parameters in
              let cache = try Oracle.forward(network.input, parameters, activation)
              return Oracle.binaryCrossEntropy(cache.probabilities, network.labels)
            }
          })
      } + [backward.checkEverySize("right on 60 networks of one to five layers, 1 to 18 rows")] + NetworkChecks.all
  }
}

extension Oracle {
  static func backward(
    _ cache: ForwardCache, _ labels: Matrix, _ parameters: Parameters, _ hidden: HiddenActivation,
    with answers: Answers = .right
  ) throws -> Gradients {
    let layerCount = parameters.weights.count
    var gradients = Gradients(weights: parameters.weights, biases: parameters.biases)
    var delta = try answers(Lesson4.outputDelta, cache.probabilities, labels)
    for layer in (0..<layerCount).reversed() {
      let own = try answers(Lesson4.layerGradients, delta, cache.activations[layer])
      gradients.weights[layer] = own.weights
      gradients.biases[layer] = own.biases
      if layer > 0 {
        delta = try answers(
          Lesson4.hiddenDelta, delta, parameters.weights[layer], cache.preActivations[layer - 1], hidden)
      }
    }
    return gradients
  }
}

private typealias WrongVersion = Misconception<(ForwardCache, Matrix, Parameters, HiddenActivation), Gradients>

private let misconceptions: [WrongVersion] = [
  WrongVersion(
    "layers in reverse order",
    "The gradients come last layer first: insert each at the front, or reverse at the end."
  ) {
    answers, cache, labels, parameters, hidden in
    let right = try Oracle.backward(cache, labels, parameters, hidden, with: answers)
    return Gradients(weights: right.weights.reversed(), biases: right.biases.reversed())
  },
  WrongVersion(
    "first layer left out",
    "The first layer has no gradients: the loop must reach layer 0. `through: 0` includes it, `to: 0` does not."
  ) { answers, cache, labels, parameters, hidden in
    let right = try Oracle.backward(cache, labels, parameters, hidden, with: answers)
    return Gradients(weights: Array(right.weights.dropFirst()), biases: Array(right.biases.dropFirst()))
  },
  variant(
    "weights already updated",
    "The delta goes back through weights that have taken a step already (at the rate 0.1): it needs those of the forward pass.",
    weights: { parameters, gradients, layer in
      Oracle.descended(parameters, gradients, 0.1).weights[layer]
    }),
  variant(
    "slope of the output's Z",
    "The hidden slope is taken one layer too high: Zl is `preActivations[l - 1]`, so the layer below uses index l − 2.",
    preActivation: { cache, layer in cache.preActivations[layer] }),
  variant(
    "slope at the activation", "The slope is taken at the activations; it is a function of the pre-activations Z.",
    preActivation: { cache, layer in cache.activations[layer] }),
  variant(
    "input one layer too high",
    "The gradient uses what the layer puts out; it needs what went into it, one place before in `activations`.",
    input: { cache, layer in cache.activations[layer + 1] }),
  variant(
    "pre-activation as input",
    "The gradient uses the pre-activation Z of the layer below; what went into the layer is its activation A.",
    input: { cache, layer in layer == 0 ? cache.activations[0] : cache.preActivations[layer - 1] }),
  variant(
    "weights of the wrong layer",
    "The delta goes back through the weights of the wrong layer: it needs those of the layer that it comes from.",
    weights: { parameters, _, layer in parameters.weights[layer - 1] }),
  variant(
    "always ReLU", "The hidden slope is ReLU's whatever is asked for: hand the argument `hidden` on.", hidden: .relu
  ),
  variant(
    "always sigmoid", "The hidden slope is the sigmoid's whatever is asked for: hand the argument `hidden` on.",
    hidden: .sigmoid),
  WrongVersion(
    "new delta dropped",
    "Every layer gets the output's delta: what hiddenDelta returns is not kept. Write `delta = …`, without `let` or `var`."
  ) { answers, cache, labels, parameters, _ in
    let delta = try answers(Lesson4.outputDelta, cache.probabilities, labels)
    let layers = try parameters.weights.indices.map {
      try answers(Lesson4.layerGradients, delta, cache.activations[$0])
    }
    return Gradients(weights: layers.map(\.weights), biases: layers.map(\.biases))
  },
  WrongVersion(
    "delta not passed on",
    "The delta of the hidden layers is not kept: each layer gets the delta of the layer after it, so assign the new one to the same variable."
  ) { answers, cache, labels, parameters, hidden in
    try withStaleDelta(answers, cache, labels, parameters, hidden)
  },
]

/// A wrong version of the backward pass that takes one thing from the wrong place.
private func variant(
  _ name: String, _ sentence: String,
  input: @escaping @Sendable (ForwardCache, Int) -> Matrix = { $0.activations[$1] },
  preActivation: @escaping @Sendable (ForwardCache, Int) -> Matrix = { $0.preActivations[$1 - 1] },
  weights: @escaping @Sendable (Parameters, _ own: Gradients, Int) -> Matrix = { $0.weights[$2] },
  hidden fixed: HiddenActivation? = nil
) -> WrongVersion {
  WrongVersion(name, sentence) { answers, cache, labels, parameters, hidden in
    var gradients = Gradients(weights: parameters.weights, biases: parameters.biases)
    var delta = try answers(Lesson4.outputDelta, cache.probabilities, labels)
    for layer in parameters.weights.indices.reversed() {
      let used = input(cache, layer)
      guard used.columns == parameters.weights[layer].rows else { return nil }
      let own = try answers(Lesson4.layerGradients, delta, used)
      gradients.weights[layer] = own.weights
      gradients.biases[layer] = own.biases
      guard layer > 0 else { break }
      let z = preActivation(cache, layer)
      let back = weights(parameters, gradients, layer)
      guard back.columns == delta.columns, z.columns == back.rows, z.columns == cache.activations[layer].columns
      else { return nil }
      delta = try answers(Lesson4.hiddenDelta, delta, back, z, fixed ?? hidden)
    }
    return gradients
  }
}

/// Each hidden layer starts again from the output's delta, where the shapes allow it.
private func withStaleDelta(
  _ answers: Answers, _ cache: ForwardCache, _ labels: Matrix, _ parameters: Parameters,
  _ hidden: HiddenActivation
) throws -> Gradients? {
  let count = parameters.weights.count
  var gradients = Gradients(weights: parameters.weights, biases: parameters.biases)
  let outputDelta = try answers(Lesson4.outputDelta, cache.probabilities, labels)
  for layer in parameters.weights.indices.reversed() {
    var delta = outputDelta
    if layer < count - 1 {
      let back = parameters.weights[layer + 1]
      guard back.columns == outputDelta.columns else { return nil }
      delta = try answers(Lesson4.hiddenDelta, outputDelta, back, cache.preActivations[layer], hidden)
    }
    let own = try answers(Lesson4.layerGradients, delta, cache.activations[layer])
    gradients.weights[layer] = own.weights
    gradients.biases[layer] = own.biases
  }
  return gradients
}

private func pass(
  _ layerSizes: [Int], _ activation: HiddenActivation, seed: UInt64
) -> (ForwardCache, Matrix, Parameters, HiddenActivation) {
  let network = Samples.network(layerSizes, activation, seed: seed)
  return (network.cache, network.labels, network.parameters, activation)
}
