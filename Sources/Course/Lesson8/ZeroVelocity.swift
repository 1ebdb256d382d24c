import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 8.1: zeros in the shapes of the gradients.
  static let zeroVelocity = Exercise(
    Specification<Gradients, Gradients>(
      Lesson8.zeroVelocity, right: { _, gradients in Oracle.zeroVelocity(gradients) }, misconceptions: misconceptions
    ).drawing { size, generator in
      let parameters = Samples.parameters(size, &generator)
      return Samples.gradients(like: parameters, &generator)
    }.drawingAtEdges { size, generator in
      EdgeSamples.gradients(like: EdgeSamples.parameters(size, &generator), &generator)
    },
    demonstration: Demonstration { student in
      let velocity = try student.call(Lesson8.zeroVelocity, try PageExample.gradients)
      return velocity.components.map { DemonstratedCall("`zeroVelocity(like: gradients).\($0.name)`", $0.matrix) }
    }
  ) { velocity in
    [
      velocity.check(
        .shape, "the shapes of the gradients of 3-5-4-1", on: Samples.gradients([3, 5, 4, 1], seed: 131),
        independent: Samples.gradients([2, 3, 4], seed: 132)),
      velocity.check(
        .value, "0 for every weight and every bias", on: Samples.gradients([2, 3, 1], seed: 133),
        independent: Samples.gradients([3, 4, 2, 5], seed: 134)),
      velocity.checkEverySize("right on 60 networks of one to five layers"),
    ]
  }
}

extension Oracle {
  static func zeroVelocity(_ gradients: Gradients) -> Gradients {
    Gradients(
      weights: gradients.weights.map { Matrix.filled($0.rows, $0.columns) { _, _ in 0 } },
      biases: gradients.biases.map { Matrix.filled($0.rows, $0.columns) { _, _ in 0 } })
  }
}

private let misconceptions: [Misconception<Gradients, Gradients>] = [
  wrong("ones", "The velocity starts at 1: an optimizer at rest has the velocity 0.") {
    like($0.weights, $0.biases) { _ in 1 }
  },
  wrong("copies of the gradients", "These are the gradients themselves: only their shapes count, every entry is 0.") {
    like($0.weights, $0.biases) { $0 }
  },
  wrong("weights transposed", "Rows and columns of the weights are exchanged: the rows of each come first.") {
    zeros($0.weights.map(\.transposed), $0.biases)
  },
  wrong("biases as columns", "Rows and columns of the biases are exchanged: each is a row, [1, fanOut].") {
    zeros($0.weights, $0.biases.map(\.transposed))
  },
  wrong(
    "biases in the shapes of the weights", "The biases have the shapes of the weights: go by `gradients.biases`."
  ) {
    zeros($0.weights, $0.weights)
  },
  wrong(
    "weights in the shapes of the biases", "The weights have the shapes of the biases: go by `gradients.weights`."
  ) {
    zeros($0.biases, $0.biases)
  },
  wrong("biases missing", "The biases are missing: they have a velocity, too.") { zeros($0.weights, []) },
  wrong("first layer only", "Only the first layer has a velocity: every layer needs one.") {
    zeros($0.weights.prefix(1), $0.biases.prefix(1))
  },
  wrong("first layer left out", "The first layer has no velocity: the layers begin with `weights[0]`.") {
    zeros($0.weights.dropFirst(), $0.biases.dropFirst())
  },
  wrong(
    "one shape for every layer",
    "Every layer has the shapes of the last one: take those of the layer's own gradients."
  ) { gradients in
    zeros(
      gradients.weights.indices.map { _ in gradients.weights[gradients.weights.count - 1] },
      gradients.biases.indices.map { _ in gradients.biases[gradients.biases.count - 1] })
  },
  wrong(
    "one number a layer", "Each matrix has only one entry: every weight and every bias has a velocity of its own."
  ) {
    zeros($0.weights.map { _ in Matrix([[0]]) }, $0.biases.map { _ in Matrix([[0]]) })
  },
]

private func zeros(
  _ weights: some Sequence<Matrix>, _ biases: some Sequence<Matrix>
) -> Gradients { like(weights, biases) { _ in 0 } }

private func like(
  _ weights: some Sequence<Matrix>, _ biases: some Sequence<Matrix>, _ entry: (Double) -> Double
) -> Gradients {
  Gradients(weights: weights.map { $0.map(entry) }, biases: biases.map { $0.map(entry) })
}

private func wrong(
  _ name: String, _ sentence: String, _ velocity: @escaping @Sendable (Gradients) -> Gradients
) -> Misconception<Gradients, Gradients> {
  .init(name, sentence) { _, gradients in velocity(gradients) }
}
