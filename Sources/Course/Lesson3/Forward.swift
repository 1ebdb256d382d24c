import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 3.2: the activations and pre-activations of every layer.
  static let forward = Exercise(
    Specification(
      Lesson3.forward, calls: .activation(and: "3.1", "1.1"),
      right: { answers, input, parameters, hidden in
        try Oracle.forward(input, parameters, hidden, with: answers)
      },
      misconceptions: misconceptions
    )
    .knowing { input in .rows(input.0.rows) }
    .tracing { student, input, cache in NotFiniteOrigin(student).sentence(forward: input, cache) }
    .drawing(Samples.inputAndNetwork)
    .drawingAtEdges { size, generator in EdgeSamples.inputAndNetwork(size, outputs: 1, &generator) },
    demonstration: Demonstration { student in
      let cache = try student.call(Lesson3.forward, PageExample.data.features, PageExample.parameters, .relu)
      return cache.components.dropFirst().map { DemonstratedCall("`forward(A0, …).\($0.name)`", $0.matrix) }
    }
  ) { forward in
    [
      forward.check(
        .shape, "a 3-5-4-1 network on 6 rows: A0 … A3 and Z1 … Z3",
        on: network(.tanh, seed: 41), independent: network(.relu, seed: 42))
    ]
      + HiddenActivation.allCases.map { hidden in
        forward.check(
          .value, "every activation and pre-activation with \(hidden.rawValue)",
          on: network(hidden, seed: 43), independent: network(hidden == .tanh ? .sigmoid : .tanh, seed: 44))
      } + [forward.checkEverySize("right on 60 networks of one to five layers, 1 to 18 rows")]
  }
}

extension Oracle {
  static func forward(
    _ input: Matrix, _ parameters: Parameters, _ hidden: HiddenActivation, with answers: Answers = .right
  ) throws -> ForwardCache {
    var cache = ForwardCache(activations: [input], preActivations: [])
    for layer in parameters.weights.indices {
      let z = try answers(Lesson3.linear, cache.probabilities, parameters.weights[layer], parameters.biases[layer])
      let isOutput = layer == parameters.weights.count - 1
      cache.preActivations.append(z)
      cache.activations.append(try answers.activation(z, isOutput ? .sigmoid : hidden))
    }
    return cache
  }
}

private let misconceptions: [Misconception<(Matrix, Parameters, HiddenActivation), ForwardCache>] = [
  wrongForward(
    "output not squashed",
    "The last activation is Z itself: the sigmoid of the output layer is missing, so these are no probabilities."
  ) { answers, z, isOutput, hidden in isOutput ? z : try answers.activation(z, hidden) },
  wrongForward(
    "sigmoid twice",
    "The sigmoid is applied twice at the output, which leaves only 0.5 … 0.73 of the range."
  ) { answers, z, isOutput, hidden in
    let once = try answers.activation(z, isOutput ? .sigmoid : hidden)
    return isOutput ? try answers.activation(once, .sigmoid) : once
  },
  wrongForward(
    "hidden activation at the output",
    "The hidden activation function is applied at the output, too; the output layer takes the sigmoid."
  ) { answers, z, _, hidden in try answers.activation(z, hidden) },
  wrongForward(
    "sigmoid everywhere", "Every layer takes the sigmoid: the hidden layers must take `hidden`."
  ) { answers, z, _, _ in try answers.activation(z, .sigmoid) },
  wrongForward(
    "always ReLU", "The hidden layers take ReLU whatever is asked for: use the argument `hidden`."
  ) { answers, z, isOutput, _ in try answers.activation(z, isOutput ? .sigmoid : .relu) },
  wrongForward(
    "hidden layers not activated",
    "The hidden layers pass Z on as it is: without an activation function the whole network is one linear step."
  ) { answers, z, isOutput, _ in isOutput ? try answers.activation(z, .sigmoid) : z },
  .init(
    "activation not passed on",
    "Each layer gets the Z of the layer below, not its activation: hand on what `hidden` returns."
  ) { answers, input, parameters, hidden in
    var cache = ForwardCache(activations: [input], preActivations: [])
    for layer in parameters.weights.indices {
      let below = cache.preActivations.last ?? input
      let z = try answers(Lesson3.linear, below, parameters.weights[layer], parameters.biases[layer])
      let isOutput = layer == parameters.weights.count - 1
      cache.preActivations.append(z)
      cache.activations.append(try answers.activation(z, isOutput ? .sigmoid : hidden))
    }
    return cache
  },
  .init(
    "input not kept", "`activations` begins with A1: the input is A0 and comes first, the backward pass needs it."
  ) { answers, input, parameters, hidden in
    let cache = try Oracle.forward(input, parameters, hidden, with: answers)
    return ForwardCache(
      activations: Array(cache.activations.dropFirst()), preActivations: cache.preActivations)
  },
  .init(
    "activations for pre-activations",
    "The cache holds the activations a second time in place of the pre-activations: append Z before you activate it."
  ) { answers, input, parameters, hidden in
    let cache = try Oracle.forward(input, parameters, hidden, with: answers)
    return ForwardCache(activations: cache.activations, preActivations: Array(cache.activations.dropFirst()))
  },
]

/// A wrong version of the forward pass that differs in what becomes of Z.
private func wrongForward(
  _ name: String, _ sentence: String,
  activation: @escaping @Sendable (Answers, Matrix, Bool, HiddenActivation) throws -> Matrix
) -> Misconception<(Matrix, Parameters, HiddenActivation), ForwardCache> {
  .init(name, sentence) { answers, input, parameters, hidden in
    var cache = ForwardCache(activations: [input], preActivations: [])
    for layer in parameters.weights.indices {
      let z = try answers(Lesson3.linear, cache.probabilities, parameters.weights[layer], parameters.biases[layer])
      let isOutput = layer == parameters.weights.count - 1
      cache.preActivations.append(z)
      cache.activations.append(try activation(answers, z, isOutput, hidden))
    }
    return cache
  }
}

private func network(
  _ hidden: HiddenActivation, seed: UInt64
) -> (Matrix, Parameters, HiddenActivation) {
  (Samples.matrix(6, 3, seed: seed), Samples.parameters([3, 5, 4, 1], seed: seed), hidden)
}
