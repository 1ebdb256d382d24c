import Contract
import CourseKit

/// Exercise 8.1: what is right and which wrong versions are known.
enum VelocitySpecification {
  static let zeroVelocity = Specification<Gradients, Gradients>(
    Lesson8.zeroVelocity, right: { parts, gradients in try parts.zeroVelocity(gradients) },
    misconceptions: [
      wrong("ones", "The velocity starts at 1: an optimizer at rest has the velocity 0.") {
        like($0.weights, $0.biases) { _ in 1 }
      },
      wrong("copies of the gradients", "These are the gradients themselves: only their shapes count, every entry is 0.")
      {
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
    ])

  private static func zeros(
    _ weights: some Sequence<Matrix>, _ biases: some Sequence<Matrix>
  ) -> Gradients { like(weights, biases) { _ in 0 } }

  private static func like(
    _ weights: some Sequence<Matrix>, _ biases: some Sequence<Matrix>, _ entry: (Double) -> Double
  ) -> Gradients {
    Gradients(weights: weights.map { $0.map(entry) }, biases: biases.map { $0.map(entry) })
  }

  private static func wrong(
    _ name: String, _ sentence: String, _ velocity: @escaping @Sendable (Gradients) -> Gradients
  ) -> Misconception<Gradients, Gradients> {
    .init(name, sentence) { _, gradients in velocity(gradients) }
  }
}
