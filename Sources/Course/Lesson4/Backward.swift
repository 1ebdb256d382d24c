import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 4.4: the gradients of every layer.
  static let backward: Exercise = Exercise(
    Specification(
      Lesson4.backward, calls: ["4.1", "4.2", "4.3"], choosing: BackwardChoices(),
      right: { choices, answers, cache, labels, parameters, hidden in
        try choices.answer(answers, cache, labels, parameters, hidden)
      }, slips: backwardSlips
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
    }
    .made(as: "∂loss/∂θ", of: ingredients),
    demonstration: Demonstration { student in
      let gradients = try student.call(
        Lesson4.backward, PageExample.cache, PageExample.labels, PageExample.parameters, .relu)
      return [
        DemonstratedCall("`backward(cache: cache, labels: labels, parameters: parameters, hidden: .relu)`", gradients)
      ]
    }
  ) { backward in
    [
      // One unit in every layer first: what takes the wrong layer's matrix stops on any other and is not called again.
      backward.check(
        .value, "a network with one unit in every layer", on: pass([1, 1, 1, 1, 1], .tanh, seed: 89)),
      backward.check(
        .shape, "the shapes of a 3-5-4-1 network's parameters", on: pass([3, 5, 4, 1], .tanh, seed: 91)),
      backward.check(
        .value, "a network with four units in every layer", on: pass([4, 4, 4, 1], .tanh, seed: 93)),
    ]
      + HiddenActivation.allCases.map { activation in
        backward.check(
          .gradient, "every parameter of 3-5-4-1 agrees with central differences (\(activation.rawValue))",
          tolerance: .gradient, on: pass([3, 5, 4, 1], activation, seed: 107),
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

private typealias BackwardInput = (ForwardCache, Matrix, Parameters, HiddenActivation)

private let ingredients: [Ingredient<BackwardInput>] = [
  Ingredient("∂loss/∂θ") { (answers: Answers, input: BackwardInput) throws -> Matrix in
    let gradients: Gradients = try answers(Lesson4.backward, input.0, input.1, input.2, input.3)
    return inOneRow(gradients.weights + gradients.biases)
  },
  Ingredient("θ") { (_: Answers, input: BackwardInput) -> Matrix in inOneRow(input.2.weights + input.2.biases) },
  .number("N") { (input: BackwardInput) -> Double in Double(input.1.rows) },
]

private func pass(
  _ layerSizes: [Int], _ activation: HiddenActivation, seed: UInt64
) -> (ForwardCache, Matrix, Parameters, HiddenActivation) {
  let network = Samples.network(layerSizes, activation, seed: seed)
  return (network.cache, network.labels, network.parameters, activation)
}
