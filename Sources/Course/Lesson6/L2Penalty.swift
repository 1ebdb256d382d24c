import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 6.2: λ / (2N) · the sum of the squares of all weights.
  static let l2Penalty: Exercise = Exercise(
    Specification(
      Lesson6.l2Penalty, calls: ["6.1"], choosing: PenaltyChoices(),
      right: { choices, answers, parameters, lambda, sampleCount in
        let counted = Parameters(weights: try choices.counted(parameters), biases: [])
        let divisor = choices.divisor(Double(sampleCount), counted)
        return try choices.whole(choices.sign * choices.strength(lambda) / divisor, choices.size(answers, counted))
      }, slips: slips
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
    }
    .made(
      as: "λ / (2 · N) · ‖W‖²", .reducing,
      of: [
        .number("‖W‖") { parameters, _, _ in Oracle.weightNorm(parameters) },
        .number("λ") { _, lambda, _ in lambda },
        .number("N") { _, _, sampleCount in Double(sampleCount) },
        Ingredient("W") { _, input in .row(input.0.weights) },
      ]),
    demonstration: Demonstration { student in
      let penalty = try student.call(Lesson6.l2Penalty, PageExample.parameters, 0.2, 2)
      return [DemonstratedCall("`l2Penalty(parameters, lambda: 0.2, sampleCount: 2)`", penalty)]
    }
  ) { penalty in
    [
      penalty.check(
        .value, "λ = 0.4, N = 5 and squares that add up to 25: 0.04 · 25 = 1", on: (PenaltySamples.small, 0.4, 5)),
      penalty.check(
        .value, "λ = 0.2 and N = 64 for the three layers of 3-5-4-1", on: (PenaltySamples.network, 0.2, 64)),
      penalty.check(
        .property, "λ = 0 costs nothing", on: (PenaltySamples.network, 0, 8)),
      penalty.checkEverySize("right on 60 networks of one to five layers, λ from 0 to 3, N from 1 to 1000"),
    ]
  }
}

/// What can be done otherwise in 6.2.
private struct PenaltyChoices {
  /// Which numbers cost.
  var counted = CountedWeights()
  /// What is made of them.
  var size: @Sendable (Answers, _ counted: Parameters) throws -> Double = { try norm($0, $1) * norm($0, $1) }
  /// What stands for λ.
  var strength: @Sendable (_ lambda: Double) -> Double = { $0 }
  /// What it is divided by.
  var divisor: @Sendable (_ n: Double, _ counted: Parameters) -> Double = { n, _ in 2 * n }
  var sign = 1.0
  /// What becomes of the factor and the size.
  var whole: @Sendable (_ factor: Double, _ size: Double) -> Double = { $0 * $1 }
}

@Sendable private func norm(_ answers: Answers, _ counted: Parameters) throws -> Double {
  try answers(Lesson6.weightNorm, counted)
}

private func sum(_ parameters: Parameters, _ term: (Double) -> Double) -> Double {
  parameters.weights.flatMap(\.elements).reduce(0) { $0 + term($1) }
}

private let slips: [Slip<PenaltyChoices>] =
  divisors + strengths + sizes + CountedWeights.slips(ofMatrices: \.counted.matrices)
  + CountedWeights.slips(ofEntries: \.counted.entries)

private let divisors: [Slip<PenaltyChoices>] = [
  .at(
    \.divisor, "factor 2 lost", "N alone divides here: 2N must, so that the penalty's slope is λ / N · W."
  ) { n, _ in n },
  .at(\.divisor, "not divided by N", "Only the 2 divides here: the division by N is missing, it is λ / (2N).") {
    _, _ in 2
  },
  .at(\.divisor, "not divided", "The division by 2N is missing: it is λ / (2N).") { _, _ in 1 },
  .at(
    \.divisor, "brackets lost",
    "The 2 divides, but N multiplies: both must divide. In Swift, a / 2 * n is (a / 2) · n; brackets hold 2 * n together."
  ) { n, _ in 2 / n },
  .at(\.divisor, "factor 2", "The 2 multiplies here: it must divide, as N does.") { n, _ in n / 2 },
  .at(\.divisor, "times N", "N multiplies here: it must divide, and so must a 2.") { n, _ in 1 / n },
  .at(\.divisor, "times 2N", "2N multiplies here: it must divide.") { n, _ in 1 / (2 * n) },
  .at(\.divisor, "times 2", "A 2 multiplies here: it must divide, and so must N.") { _, _ in 0.5 },
  .at(\.divisor, "divided by N twice", "N divides twice, as in λ / (2N²): once is enough.") { n, _ in 2 * n * n },
  .at(\.divisor, "N squared", "N² divides here: it is N, once, together with a 2.") { n, _ in n * n },
  .at(\.divisor, "2N squared", "(2N)² divides here: it is 2N itself.") { n, _ in 4 * n * n },
  .at(\.divisor, "halved twice", "4N divides here: the 2 comes in once.") { n, _ in 4 * n },
  .at(\.divisor, "plus 2", "2 + N divides here: it is 2 times N.") { n, _ in 2 + n },
  .at(\.divisor, "one less", "N − 1 stands in place of N: every one of the N rows counts, λ / (2N).") { n, _ in
    2 * (n - 1)
  },
  .at(\.divisor, "one less than 2N", "2N − 1 divides here: it is 2N, no less.") { n, _ in 2 * n - 1 },
  .at(\.divisor, "one more", "N + 1 stands in place of N: it is λ / (2N).") { n, _ in 2 * (n + 1) },
  .at(\.divisor, "one more than 2N", "2N + 1 divides here: it is 2N, no more.") { n, _ in 2 * n + 1 },
  .at(\.divisor, "root of N", "The root of N divides: it is N itself, λ / (2N).") { n, _ in 2 * sqrt(n) },
  .at(
    \.divisor, "divided by the number of weights",
    "The number of weights stands in place of N: N is `sampleCount`, the rows of the batch."
  ) { _, counted in 2 * Double(counted.weights.flatMap(\.elements).count) },
  .at(
    \.divisor, "divided by the number of layers",
    "The number of layers stands in place of N: N is `sampleCount`, the rows of the batch."
  ) { _, counted in 2 * Double(counted.weights.count) },
  .at(
    \.divisor, "whole-number division",
    "The penalty is 0. If you divide two whole numbers, the fraction is dropped: use Doubles."
  ) { _, _ in .infinity },
  .at(
    \.divisor, "1 / N of whole numbers",
    "The penalty is 0 unless N is 1: a quotient of two whole numbers loses its fraction, divide Doubles."
  ) { n, _ in n == 1 ? 2 : .infinity },
  .at(
    \.divisor, "N / 2 of whole numbers",
    "An odd N is not halved exactly: a quotient of two whole numbers is rounded down, so make a Double of N before you divide."
  ) { n, _ in 4 * (n / 2).rounded(.down) },
]

private let strengths: [Slip<PenaltyChoices>] = [
  .at(\.strength, "lambda forgotten", "λ is missing: multiply the sum with `lambda` as well.") { _ in 1 },
  .at(\.strength, "lambda squared", "λ is squared: multiply with it once.") { $0 * $0 },
  .at(\.strength, "root of lambda", "The root of λ is taken: multiply with λ itself.") { sqrt($0) },
  .at(\.strength, "divided by lambda", "This divides by λ: multiply with it, so that 0 turns the penalty off.") {
    1 / $0
  },
  .at(\.strength, "1 − lambda", "1 − λ stands in place of λ: a λ of 0 must turn the penalty off.") { 1 - $0 },
  .at(\.strength, "1 + lambda", "1 + λ stands in place of λ: the penalty has λ alone.") { 1 + $0 },
  .at(\.strength, "lambda cut", "λ is cut at 1: take it as it is, however large.") { min($0, 1) },
  .at(\.strength, "lambda as a whole number", "The fraction of λ is dropped: keep it a Double.") {
    $0.rounded(.towardZero)
  },
  .at(
    \.sign, "sign exchanged",
    "The penalty is negative, which would reward large weights: it is added to the loss, so it must be positive.", -1),
  .at(\.whole, "root of all", "The root of the whole penalty is taken: the squares are added up and stay squares.") {
    sqrt($0 * $1)
  },
  .at(\.whole, "added", "λ / (2N) and the sum of the squares are added: multiply them.") { $0 + $1 },
  .at(\.whole, "sum added again", "The sum of the squares is added once more, without λ / (2N).") { $0 * $1 + $1 },
]

private let sizes: [Slip<PenaltyChoices>] = [
  .at(
    \.size, "norm not squared", "The norm itself is taken: the penalty has its square, the sum of the squares."
  ) { try norm($0, $1) },
  .at(
    \.size, "norm doubled",
    "This has 2 · norm, or λ / N with the norm itself: the penalty has norm · norm, with λ / (2N)."
  ) { try 2 * norm($0, $1) },
  .at(
    \.size, "norm to the third power",
    "The norm is taken to the third power: its square, norm · norm, is the sum of the squares."
  ) { try norm($0, $1) * norm($0, $1) * norm($0, $1) },
  .at(
    \.size, "squared twice", "The sum of the squares is squared once more: norm · norm is enough."
  ) { answers, counted in
    let square = try norm(answers, counted) * norm(answers, counted)
    return square * square
  },
  .at(\.size, "root twice", "This has the root of the norm: the penalty has its square, norm · norm.") {
    try sqrt(norm($0, $1))
  },
  .at(\.size, "divided by the sum", "This divides by the sum of the squares: multiply with it.") {
    try 1 / (norm($0, $1) * norm($0, $1))
  },
  .at(\.size, "sum forgotten", "The weights do not come in: multiply with the sum of their squares.") { _, _ in 1 },
  .at(
    \.size, "absolute values", "The absolute values are added up: the penalty of L2 has the squares, norm · norm."
  ) { _, counted in sum(counted, abs) },
  .at(\.size, "sum of the weights", "The weights themselves are added up: the penalty has their squares.") {
    _, counted in sum(counted) { $0 }
  },
  .at(\.size, "sum squared", "The sum of the weights is squared: square each of them before you add.") { _, counted in
    let total = sum(counted) { $0 }
    return total * total
  },
  .at(
    \.size, "norms added up", "The norms of the layers are added up: add up their squares, ‖W‖² of each layer."
  ) { try layers($0, $1).reduce(0, +) },
  .at(
    \.size, "sum of the norms squared",
    "The norms of the layers are added and then squared: each must be squared before the sum."
  ) { answers, counted in
    let norms = try layers(answers, counted).reduce(0, +)
    return norms * norms
  },
  .at(
    \.size, "mean square", "This has the mean of the squares: do not divide their sum by the number of weights."
  ) { answers, counted in
    try norm(answers, counted) * norm(answers, counted) / Double(counted.weights.flatMap(\.elements).count)
  },
  .at(
    \.size, "mean over the layers", "The sum is divided by the number of layers as well: 2N alone divides it."
  ) { answers, counted in try norm(answers, counted) * norm(answers, counted) / Double(counted.weights.count) },
  .at(
    \.size, "mean in each layer",
    "The mean of the squares is taken in each layer: add up all squares and divide by 2N alone."
  ) { _, counted in
    counted.weights.reduce(0) { $0 + $1.elements.reduce(0) { $0 + $1 * $1 } / Double($1.elements.count) }
  },
  .at(\.size, "largest square", "Only the largest weight costs: add up the squares of all.") { _, counted in
    let largest = counted.weights.flatMap(\.elements).map(abs).max() ?? 0
    return largest * largest
  },
]

private func layers(_ answers: Answers, _ counted: Parameters) throws -> [Double] {
  try counted.weights.map { try norm(answers, Parameters(weights: [$0], biases: [])) }
}
