import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 3.2: the activations and pre-activations of every layer.
  static let forward: Exercise = Exercise(
    Specification(
      Lesson3.forward, calls: .activation(and: "3.1", "1.1"),
      choosing: ForwardChoices(),
      right: { choices, answers, input, parameters, hidden in
        try choices.forward(input, parameters, hidden, with: answers)
      }, slips: forwardSlips
    )
    .knowing { input in .rows(input.0.rows) }
    .tracing { student, input, cache in NotFiniteOrigin(student).sentence(forward: input, cache) }
    .drawing(Samples.inputAndNetwork)
    .drawingAtEdges { size, generator in EdgeSamples.inputAndNetwork(size, outputs: 1, &generator) }
    .made(
      as: "A0·W1 + b1", for: "preActivations[0]", .activating,
      of: [
        Ingredient("A0·W1") { _, input in
          let (weights, biases) = (input.1.weights[0], input.1.biases[0])
          return Oracle.linear(input.0, weights, biases.map { _ in 0 })
        },
        Ingredient("b1") { _, input in input.1.biases[0] },
      ]),
    demonstration: Demonstration { student in
      let cache = try student.call(Lesson3.forward, PageExample.data.features, PageExample.parameters, .relu)
      return [DemonstratedCall("`forward([[1, 2], [2, 1]], parameters: parameters, hidden: .relu)`", cache)]
    }
  ) { forward in
    // First of all: what mixes up layers stops on most other networks and is not called again.
    [(HiddenActivation.tanh, 3), (.relu, 2), (.sigmoid, 4)].map { hidden, count in
      forward.check(
        .value, "a chain of \(count) layers of one unit with \(hidden.rawValue)", on: chain(hidden, count))
    } + [
      forward.check(
        .shape, "a 3-5-4-1 network on 6 rows: A0 … A3 and Z1 … Z3",
        on: network(.tanh, seed: 41))
    ]
      + HiddenActivation.allCases.map { hidden in
        forward.check(
          .value, "every activation and pre-activation with \(hidden.rawValue)",
          on: network(hidden, seed: 43))
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

/// Layers of one unit each, so that every matrix fits to every other.
private func chain(_ hidden: HiddenActivation, _ count: Int) -> (Matrix, Parameters, HiddenActivation) {
  (Samples.matrix(4, 1, seed: 42), Samples.parameters(Array(repeating: 1, count: count + 1), seed: 42), hidden)
}

private func network(
  _ hidden: HiddenActivation, seed: UInt64
) -> (Matrix, Parameters, HiddenActivation) {
  (Samples.matrix(6, 3, seed: seed), Samples.parameters([3, 5, 4, 1], seed: seed), hidden)
}
