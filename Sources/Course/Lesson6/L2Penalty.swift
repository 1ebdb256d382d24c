import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 6.2: λ / (2N) · the sum of the squares of all weights.
  static let l2Penalty = Exercise(
    Specification(
      Lesson6.l2Penalty, calls: ["6.1"],
      right: { answers, parameters, lambda, sampleCount in
        let norm = try answers(Lesson6.weightNorm, parameters)
        return lambda * norm * norm / (2 * Double(sampleCount))
      },
      misconceptions: misconceptions
    )
    .knowing { input in KnownNumber(number: input.2, sentence: "sampleCount is \(input.2)") }
    .drawing { size, generator in
      let parameters = Samples.parameters(size, &generator)
      return (parameters, generator.nextUniform(), Samples.size(upTo: 8 * size, &generator))
    }
    .drawingAtEdges { size, generator in
      (
        EdgeSamples.parameters(size, &generator), EdgeSamples.strength(&generator),
        EdgeSamples.sampleCount(&generator)
      )
    },
    demonstration: Demonstration { student in
      let penalty = try student.call(Lesson6.l2Penalty, PageExample.parameters, 0.2, 2)
      return [DemonstratedCall("`l2Penalty(parameters, lambda: 0.2, sampleCount: 2)`", penalty)]
    }
  ) { penalty in
    [
      penalty.check(
        .value, "λ = 0.4, N = 5 and squares that add up to 25: 0.04 · 25 = 1", on: (PenaltySamples.small, 0.4, 5),
        independent: (PenaltySamples.network, 0.2, 7)),
      penalty.check(
        .value, "λ = 0.2 and N = 64 for the three layers of 3-5-4-1", on: (PenaltySamples.network, 0.2, 64),
        independent: (PenaltySamples.otherNetwork, 0.3, 10)),
      penalty.check(
        .property, "λ = 0 costs nothing", on: (PenaltySamples.network, 0, 8),
        independent: (PenaltySamples.otherNetwork, 0.3, 3)),
      penalty.checkEverySize("right on 60 networks of one to five layers, λ from 0 to 3, N from 1 to 1000"),
    ]
  }
}

private let misconceptions: [Misconception<(Parameters, Double, Int), Double>] = [
  wrongPenalty(
    "factor 2 lost", "This is λ / N · the sum: the penalty has λ / (2N), so that its slope is λ / N · W."
  ) {
    2 * PenaltySamples.penalty($0, $1, $2)
  },
  wrongPenalty("not divided by N", "This is λ / 2 · the sum: the division by N is missing, it is λ / (2N).") {
    PenaltySamples.penalty($0, $1, $2) * Double($2)
  },
  wrongPenalty("not divided", "This is λ · the sum: the division by 2N is missing.") {
    PenaltySamples.penalty($0, $1, $2) * 2 * Double($2)
  },
  wrongPenalty(
    "brackets lost", "This is λ / 2 · N: Swift goes from left to right. N must divide, too: write λ / (2 * N)."
  ) { PenaltySamples.penalty($0, $1, $2) * Double($2) * Double($2) },
  wrongPenalty("lambda forgotten", "λ is missing: this is the sum divided by 2N.") { parameters, _, sampleCount in
    PenaltySamples.penalty(parameters, 1, sampleCount)
  },
  wrongPenalty("biases counted", "The biases are counted, too: only the weights cost.") {
    $1 * (PenaltySamples.squares($0.weights) + PenaltySamples.squares($0.biases)) / (2 * Double($2))
  },
  wrongPenalty(
    "norm not squared", "This takes the norm itself: the penalty has its square, the sum of the squares."
  ) { $1 * sqrt(PenaltySamples.squares($0.weights)) / (2 * Double($2)) },
  wrongPenalty("last layer only", "Only the last layer costs: add up the squares of every layer.") {
    $1 * PenaltySamples.squares($0.weights.suffix(1)) / (2 * Double($2))
  },
  wrongPenalty("first layer only", "Only the first layer costs: add up the squares of every layer.") {
    $1 * PenaltySamples.squares($0.weights.prefix(1)) / (2 * Double($2))
  },
  wrongPenalty("sign exchanged", "The penalty is negative, which would reward large weights.") {
    -PenaltySamples.penalty($0, $1, $2)
  },
  wrongPenalty(
    "whole-number division",
    "The penalty is 0. If you divide two whole numbers, the fraction is dropped: use Doubles."
  ) { _, _, _ in 0 },
]

private func wrongPenalty(
  _ name: String, _ sentence: String, _ penalty: @escaping @Sendable (Parameters, Double, Int) -> Double
) -> Misconception<(Parameters, Double, Int), Double> {
  .init(name, sentence) { _, parameters, lambda, sampleCount in penalty(parameters, lambda, sampleCount) }
}
