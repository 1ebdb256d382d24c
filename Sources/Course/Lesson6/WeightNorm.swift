import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 6.1: the root of the sum of the squares of all weights.
  static let weightNorm = Exercise(
    Specification<Parameters, Double>(
      Lesson6.weightNorm, right: { _, parameters in Oracle.weightNorm(parameters) }, misconceptions: misconceptions
    ).drawing(Samples.parameters).drawingAtEdges { size, generator in EdgeSamples.parameters(size, &generator) },
    demonstration: Demonstration { student in
      let norm = try student.call(Lesson6.weightNorm, PageExample.parameters)
      return [DemonstratedCall("`weightNorm(parameters)`", norm)]
    }
  ) { norm in
    [
      norm.check(
        .value, "√(1 + 4 + 4 + 16) = 5 for two layers", on: PenaltySamples.small, independent: PenaltySamples.network),
      norm.check(
        .value, "one root over the three layers of 3-5-4-1", on: PenaltySamples.network,
        independent: PenaltySamples.otherNetwork),
      norm.check(
        .property, "0 if every weight is 0, whatever the biases are", on: PenaltySamples.noWeights,
        independent: PenaltySamples.network),
      norm.checkEverySize("right on 60 networks of one to five layers"),
    ]
  }
}

extension Oracle {
  static func weightNorm(_ parameters: Parameters) -> Double {
    var sum = 0.0
    for weights in parameters.weights {
      for weight in weights.elements { sum += weight * weight }
    }
    return sqrt(sum)
  }
}

private let misconceptions: [Misconception<Parameters, Double>] = [
  wrongNorm("root forgotten", "This is the sum of the squares: the norm is its square root.") {
    PenaltySamples.squares($0.weights)
  },
  wrongNorm("biases counted", "The biases are counted, too: the norm is that of the weights alone.") {
    sqrt(PenaltySamples.squares($0.weights) + PenaltySamples.squares($0.biases))
  },
  wrongNorm(
    "norms added up",
    "The norms of the layers are added up: add the squares of all layers first, then take one root."
  ) { $0.weights.reduce(0) { $0 + sqrt(PenaltySamples.squares([$1])) } },
  wrongNorm("last layer only", "Only the last layer counts: add up the squares of every layer.") {
    sqrt(PenaltySamples.squares($0.weights.suffix(1)))
  },
  wrongNorm("first layer only", "Only the first layer counts: add up the squares of every layer.") {
    sqrt(PenaltySamples.squares($0.weights.prefix(1)))
  },
  wrongNorm("first layer left out", "The first layer is left out: `weights[0]` belongs to the sum.") {
    sqrt(PenaltySamples.squares($0.weights.dropFirst()))
  },
  wrongNorm(
    "absolute values", "The absolute values are added up, which is the L1 norm: add up the squares, take the root."
  ) { $0.weights.flatMap(\.elements).reduce(0) { $0 + abs($1) } },
  wrongNorm(
    "mean square", "This is the root of the mean square: the sum is not divided by the number of weights."
  ) { sqrt(PenaltySamples.squares($0.weights) / Double($0.weights.flatMap(\.elements).count)) },
]

private func wrongNorm(
  _ name: String, _ sentence: String, _ norm: @escaping @Sendable (Parameters) -> Double
) -> Misconception<Parameters, Double> {
  .init(name, sentence) { _, parameters in norm(parameters) }
}
