import Contract
import CourseKit

/// Exercises 6.1 and 6.2: what is right and which wrong versions are known.
enum L2Specifications {
  static func squares(_ matrices: some Sequence<Matrix>) -> Double {
    matrices.flatMap(\.elements).reduce(0) { $0 + $1 * $1 }
  }

  /// λ / (2N) · the sum of the squares of all weights.
  static func penalty(_ parameters: Parameters, _ lambda: Double, _ sampleCount: Int) -> Double {
    lambda * squares(parameters.weights) / (2 * Double(sampleCount))
  }

  static let weightNorm = Specification<Parameters, Double>(
    Lesson6.weightNorm, right: { parts, parameters in try parts.weightNorm(parameters) },
    misconceptions: [
      wrongNorm("root forgotten", "This is the sum of the squares: the norm is its square root.") {
        squares($0.weights)
      },
      wrongNorm("biases counted", "The biases are counted, too: the norm is that of the weights alone.") {
        sqrt(squares($0.weights) + squares($0.biases))
      },
      wrongNorm(
        "norms added up",
        "The norms of the layers are added up: add the squares of all layers first, then take one root."
      ) { $0.weights.reduce(0) { $0 + sqrt(squares([$1])) } },
      wrongNorm("last layer only", "Only the last layer counts: add up the squares of every layer.") {
        sqrt(squares($0.weights.suffix(1)))
      },
      wrongNorm("first layer only", "Only the first layer counts: add up the squares of every layer.") {
        sqrt(squares($0.weights.prefix(1)))
      },
      wrongNorm("first layer left out", "The first layer is left out: `weights[0]` belongs to the sum.") {
        sqrt(squares($0.weights.dropFirst()))
      },
      wrongNorm(
        "absolute values", "The absolute values are added up, which is the L1 norm: add up the squares, take the root."
      ) { $0.weights.flatMap(\.elements).reduce(0) { $0 + abs($1) } },
      wrongNorm(
        "mean square", "This is the root of the mean square: the sum is not divided by the number of weights."
      ) { sqrt(squares($0.weights) / Double($0.weights.flatMap(\.elements).count)) },
    ])

  static let l2Penalty = Specification<(Parameters, Double, Int), Double>(
    Lesson6.l2Penalty,
    right: { parts, parameters, lambda, sampleCount in
      let norm = try parts.weightNorm(parameters)
      return lambda * norm * norm / (2 * Double(sampleCount))
    },
    misconceptions: [
      wrongPenalty(
        "factor 2 lost", "This is λ / N · the sum: the penalty has λ / (2N), so that its slope is λ / N · W."
      ) {
        2 * penalty($0, $1, $2)
      },
      wrongPenalty("not divided by N", "This is λ / 2 · the sum: the division by N is missing, it is λ / (2N).") {
        penalty($0, $1, $2) * Double($2)
      },
      wrongPenalty("not divided", "This is λ · the sum: the division by 2N is missing.") {
        penalty($0, $1, $2) * 2 * Double($2)
      },
      wrongPenalty(
        "brackets lost", "This is λ / 2 · N: Swift goes from left to right. N must divide, too: write λ / (2 * N)."
      ) { penalty($0, $1, $2) * Double($2) * Double($2) },
      wrongPenalty("lambda forgotten", "λ is missing: this is the sum divided by 2N.") { parameters, _, sampleCount in
        penalty(parameters, 1, sampleCount)
      },
      wrongPenalty("biases counted", "The biases are counted, too: only the weights cost.") {
        $1 * (squares($0.weights) + squares($0.biases)) / (2 * Double($2))
      },
      wrongPenalty(
        "norm not squared", "This takes the norm itself: the penalty has its square, the sum of the squares."
      ) { $1 * sqrt(squares($0.weights)) / (2 * Double($2)) },
      wrongPenalty("last layer only", "Only the last layer costs: add up the squares of every layer.") {
        $1 * squares($0.weights.suffix(1)) / (2 * Double($2))
      },
      wrongPenalty("first layer only", "Only the first layer costs: add up the squares of every layer.") {
        $1 * squares($0.weights.prefix(1)) / (2 * Double($2))
      },
      wrongPenalty("sign exchanged", "The penalty is negative, which would reward large weights.") {
        -penalty($0, $1, $2)
      },
      wrongPenalty(
        "whole-number division",
        "The penalty is 0. If you divide two whole numbers, the fraction is dropped: use Doubles."
      ) { _, _, _ in 0 },
    ]
  ).knowing { input in KnownNumber(number: input.2, sentence: "sampleCount is \(input.2)") }

  private static func wrongNorm(
    _ name: String, _ sentence: String, _ norm: @escaping @Sendable (Parameters) -> Double
  ) -> Misconception<Parameters, Double> {
    .init(name, sentence) { _, parameters in norm(parameters) }
  }

  private static func wrongPenalty(
    _ name: String, _ sentence: String, _ penalty: @escaping @Sendable (Parameters, Double, Int) -> Double
  ) -> Misconception<(Parameters, Double, Int), Double> {
    .init(name, sentence) { _, parameters, lambda, sampleCount in penalty(parameters, lambda, sampleCount) }
  }
}
