import Contract
import CourseKit

/// Exercise 4.4: what is right and which wrong versions are known.
enum BackwardSpecification {
  typealias WrongVersion = Misconception<(ForwardCache, Matrix, Parameters, HiddenActivation), Gradients>

  static let backward = Specification<(ForwardCache, Matrix, Parameters, HiddenActivation), Gradients>(
    Lesson4.backward,
    right: { parts, cache, labels, parameters, hidden in
      try Network.backward(cache, labels, parameters, hidden, with: parts)
    },
    misconceptions: [
      WrongVersion(
        "layers in reverse order",
        "The gradients come last layer first: insert each at the front, or reverse at the end."
      ) {
        parts, cache, labels, parameters, hidden in
        let right = try Network.backward(cache, labels, parameters, hidden, with: parts)
        return Gradients(weights: right.weights.reversed(), biases: right.biases.reversed())
      },
      WrongVersion(
        "first layer left out",
        "The first layer has no gradients: the loop must reach layer 0. `through: 0` includes it, `to: 0` does not."
      ) { parts, cache, labels, parameters, hidden in
        let right = try Network.backward(cache, labels, parameters, hidden, with: parts)
        return Gradients(weights: Array(right.weights.dropFirst()), biases: Array(right.biases.dropFirst()))
      },
      variant(
        "weights already updated",
        "The delta goes back through weights that have taken a step already (at the rate 0.1): it needs those of the forward pass.",
        weights: { parameters, gradients, layer in
          Network.descended(parameters, gradients, 0.1).weights[layer]
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
      ) { parts, cache, labels, parameters, _ in
        let delta = try parts.outputDelta(cache.probabilities, labels)
        let layers = try parameters.weights.indices.map { try parts.layerGradients(delta, cache.activations[$0]) }
        return Gradients(weights: layers.map(\.weights), biases: layers.map(\.biases))
      },
      WrongVersion(
        "delta not passed on",
        "The delta of the hidden layers is not kept: each layer gets the delta of the layer after it, so assign the new one to the same variable."
      ) { parts, cache, labels, parameters, hidden in
        try withStaleDelta(parts, cache, labels, parameters, hidden)
      },
    ]
  ).knowing { input in .rows(input.1.rows) }.tracing { student, input, gradients in
    NotFiniteOrigin(student).sentence(backward: input, gradients)
  }

  /// A wrong version of the backward pass that takes one thing from the wrong place.
  private static func variant(
    _ name: String, _ sentence: String,
    input: @escaping @Sendable (ForwardCache, Int) -> Matrix = { $0.activations[$1] },
    preActivation: @escaping @Sendable (ForwardCache, Int) -> Matrix = { $0.preActivations[$1 - 1] },
    weights: @escaping @Sendable (Parameters, _ own: Gradients, Int) -> Matrix = { $0.weights[$2] },
    hidden fixed: HiddenActivation? = nil
  ) -> WrongVersion {
    WrongVersion(name, sentence) { parts, cache, labels, parameters, hidden in
      var gradients = Gradients(weights: parameters.weights, biases: parameters.biases)
      var delta = try parts.outputDelta(cache.probabilities, labels)
      for layer in parameters.weights.indices.reversed() {
        let used = input(cache, layer)
        guard used.columns == parameters.weights[layer].rows else { return nil }
        let own = try parts.layerGradients(delta, used)
        gradients.weights[layer] = own.weights
        gradients.biases[layer] = own.biases
        guard layer > 0 else { break }
        let z = preActivation(cache, layer)
        let back = weights(parameters, gradients, layer)
        guard back.columns == delta.columns, z.columns == back.rows, z.columns == cache.activations[layer].columns
        else { return nil }
        delta = try parts.hiddenDelta(delta, back, z, fixed ?? hidden)
      }
      return gradients
    }
  }

  /// Each hidden layer starts again from the output's delta, where the shapes allow it.
  private static func withStaleDelta(
    _ parts: any Parts, _ cache: ForwardCache, _ labels: Matrix, _ parameters: Parameters,
    _ hidden: HiddenActivation
  ) throws -> Gradients? {
    let count = parameters.weights.count
    var gradients = Gradients(weights: parameters.weights, biases: parameters.biases)
    let outputDelta = try parts.outputDelta(cache.probabilities, labels)
    for layer in parameters.weights.indices.reversed() {
      var delta = outputDelta
      if layer < count - 1 {
        let back = parameters.weights[layer + 1]
        guard back.columns == outputDelta.columns else { return nil }
        delta = try parts.hiddenDelta(outputDelta, back, cache.preActivations[layer], hidden)
      }
      let own = try parts.layerGradients(delta, cache.activations[layer])
      gradients.weights[layer] = own.weights
      gradients.biases[layer] = own.biases
    }
    return gradients
  }
}
