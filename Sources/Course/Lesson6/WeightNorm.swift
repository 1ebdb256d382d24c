import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 6.1: the root of the sum of the squares of all weights.
  static let weightNorm: Exercise = Exercise(
    Specification(
      Lesson6.weightNorm, choosing: NormChoices(),
      right: { choices, _, parameters in try choices.norm(parameters) }, slips: slips
    ).drawing(Samples.parameters).drawingAtEdges { size, generator in EdgeSamples.parameters(size, &generator) }
      .made(
        as: "√sum(W²)", .reducing,
        of: [
          Ingredient("W") { _, parameters in .row(parameters.weights) },
          .number("layers") { parameters in Double(parameters.weights.count) },
        ]),
    demonstration: Demonstration { student in
      let norm = try student.call(Lesson6.weightNorm, PageExample.parameters)
      return [DemonstratedCall("`weightNorm(parameters)`", norm)]
    }
  ) { norm in
    [
      norm.check(
        .value, "√(1 + 4 + 4 + 16) = 5 for two layers", on: PenaltySamples.small),
      norm.check(
        .value, "one root over the three layers of 3-5-4-1", on: PenaltySamples.network),
      norm.check(
        .property, "0 if every weight is 0, whatever the biases are", on: PenaltySamples.noWeights),
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

extension Matrix {
  /// All entries of some matrices in one row.
  static func row(_ matrices: [Matrix]) -> Matrix {
    let elements = matrices.flatMap(\.elements)
    return Matrix(rows: 1, columns: elements.count, elements: elements)
  }
}

/// What can be done otherwise in 6.1.
private struct NormChoices {
  /// Which numbers count.
  var counted = CountedWeights()
  /// How they become one number.
  var measure = Measure()
  /// What the sum is divided by.
  var divisor: @Sendable (_ weights: Double, _ layers: Double) -> Double = { _, _ in 1 }

  func norm(_ parameters: Parameters) throws -> Double {
    let layers = try counted(parameters).map { $0.elements.map(measure.term) }
    return measure.root(measure.together(layers) / divisor(Double(layers.joined().count), Double(layers.count)))
  }
}

/// How numbers become one.
private struct Measure {
  /// What is added up of each number.
  var term: @Sendable (Double) -> Double = { weight in weight * weight }
  /// How the terms of all layers become one number.
  var together: @Sendable (_ layers: [[Double]]) -> Double = { sum($0.joined()) }
  /// What is taken of it in the end.
  var root: @Sendable (Double) -> Double = { sqrt($0) }
}

private func sum(_ numbers: some Sequence<Double>) -> Double { numbers.reduce(0, +) }

private let slips: [Slip<NormChoices>] =
  terms + sums + roots + measures + CountedWeights.slips(ofMatrices: \.counted.matrices)
  + CountedWeights.slips(ofEntries: \.counted.entries)

/// What several choice points make together; it comes after these, so that it takes their place.
private let measures: [Slip<NormChoices>] = [
  .at(
    \.measure, "norms added up",
    "The norms of the layers are added up: add the squares of all layers first, then take one root.",
    Measure(together: { layers in sum(layers.map { sqrt(sum($0)) }) }, root: { $0 })),
  .at(
    \.measure, "absolute values",
    "The absolute values are added up, which is the L1 norm: add up the squares, take the root.",
    Measure(term: { abs($0) }, root: { $0 })),
  .at(
    \.measure, "sum of the weights", "The weights themselves are added up: add up their squares, then take the root.",
    Measure(term: { $0 }, root: { $0 })),
  .at(
    \.measure, "largest weight",
    "This is the size of the largest weight: add up the squares of all, then take the root.",
    Measure(together: { layers in layers.joined().max() ?? 0 })),
  .at(
    \.measure, "largest weights added",
    "The size of each layer's largest weight is added up: add up the squares of all weights, then take the root.",
    Measure(together: { layers in sum(layers.map { sqrt($0.max() ?? 0) }) }, root: { $0 })),
  .at(
    \.measure, "largest norm", "This is the largest of the layers' norms: add up the squares of all layers.",
    Measure(together: { layers in layers.map(sum).max() ?? 0 })),
  .at(
    \.measure, "mean of the norms",
    "This is the mean of the layers' norms: add the squares of all layers, then take one root.",
    Measure(together: { layers in sum(layers.map { sqrt(sum($0)) }) / Double(layers.count) }, root: { $0 })),
  .at(
    \.measure, "root in the loop",
    "The root is taken after every layer, of what came before as well: take one root, after all layers.",
    Measure(together: { layers in layers.reduce(0) { sqrt($0 + sum($1)) } }, root: { $0 })),
  .at(
    \.measure, "sum squared",
    "This is the size of the sum of the weights, without its sign: square each weight before it joins the sum.",
    Measure(term: { $0 }, together: { layers in sum(layers.joined()) * sum(layers.joined()) })),
  .at(
    \.measure, "sums of squares squared",
    "Each layer's sum of squares is squared once more: add these sums up, then take the root.",
    Measure(together: { layers in sum(layers.map { sum($0) * sum($0) }) })),
  .at(
    \.measure, "distance from the mean",
    "The mean of the weights is taken off each of them, as for a standard deviation: square the weights themselves.",
    Measure(
      term: { $0 },
      together: { layers in
        let mean = sum(layers.joined()) / Double(layers.joined().count)
        return sum(layers.joined().map { ($0 - mean) * ($0 - mean) })
      })),
  .at(
    \.measure, "layer sums squared",
    "The sum of each layer's weights is squared: square each weight before it joins the sum.",
    Measure(term: { $0 }, together: { layers in sum(layers.map { sum($0) * sum($0) }) })),
  .at(
    \.measure, "roots of the sums so far",
    "After every layer the root of the sum so far is added: add up squares alone, and take one root in the end.",
    Measure(
      together: { layers in sum(layers.indices.map { sqrt(sum(layers[...$0].joined())) }) }, root: { $0 })),
]

private let terms: [Slip<NormChoices>] = [
  .at(
    \.measure.term, "squares forgotten",
    "The weights are not squared, only their sizes are added under the root: square each one first."
  ) { abs($0) },
  .at(
    \.measure.term, "root of the sum",
    "The weights are added up as they are, with their signs: square each of them first."
  ) { $0 },
  .at(\.measure.term, "doubled", "Each weight counts doubled: its square is weight * weight.") { 2 * $0 },
  .at(\.measure.term, "cubed", "Each weight is taken to the third power: the norm has squares.") { $0 * $0 * $0 },
  .at(\.measure.term, "squared twice", "Each weight is taken to the fourth power: the norm has squares.") {
    $0 * $0 * $0 * $0
  },
  .at(
    \.measure.term, "subtracted",
    "There is a negative sum under the root, which gives NaN: each square adds to the sum, and the root is taken of the sum as it is."
  ) { -$0 * $0 },
  .at(\.measure.term, "halved squares", "Only half of the sum is under the root: the ½ belongs to no norm.") {
    $0 * $0 / 2
  },
  .at(\.measure.term, "doubled squares", "Twice the sum is under the root: each square counts once.") { 2 * $0 * $0 },
]

private let sums: [Slip<NormChoices>] = [
  .at(
    \.divisor, "mean square",
    "The sum is divided by the number of weights, as for a mean: nothing divides it in a norm."
  ) { weights, _ in weights },
  .at(
    \.divisor, "divided after the root",
    "The root is divided by the number of weights: the norm grows with every weight, nothing divides it."
  ) { weights, _ in weights * weights },
  .at(
    \.divisor, "mean over the layers",
    "The sum is divided by the number of layers: add the layers' squares up and divide by nothing."
  ) { _, layers in layers },
  .at(
    \.divisor, "divided by the layers after the root",
    "The root is divided by the number of layers: the norm divides by nothing."
  ) { _, layers in layers * layers },
  .at(
    \.divisor, "one less", "The sum is divided by the number of weights less 1: the norm divides by nothing."
  ) { weights, _ in weights - 1 },
  .at(
    \.divisor, "halved", "The norm is halved: it is the root itself. The ½ belongs to the penalty of 6.2."
  ) { _, _ in 4 },
  .at(
    \.measure.together, "mean in each layer",
    "The mean of the squares is taken in each layer: add up all squares and divide by nothing."
  ) { layers in sum(layers.map { sum($0) / Double($0.count) }) },
  .at(
    \.measure.together, "product of the layers", "The layers' sums are multiplied: add them up."
  ) { layers in layers.reduce(1) { $0 * sum($1) } },
  .at(
    \.measure.together, "sum begun at 1", "The sum is too large by 1: it begins at 0."
  ) { layers in 1 + sum(layers.joined()) },
  .at(
    \.measure.together, "only the last square", "Only the last weight counts: each square joins the sum so far."
  ) { layers in layers.last?.last ?? 0 },
]

private let roots: [Slip<NormChoices>] = [
  .at(\.measure.root, "root forgotten", "The root is missing: the norm is the square root of the sum of the squares.") {
    $0
  },
  .at(\.measure.root, "root twice", "The root is taken twice: once is enough, after the sum.") { sqrt(sqrt($0)) },
  .at(\.measure.root, "squared", "The sum is squared in the end: the norm is its root.") { $0 * $0 },
  .at(\.measure.root, "half", "The sum is halved in place of the root: the norm is sqrt(sum).") { $0 / 2 },
  .at(\.measure.root, "negative", "The norm is negative: it is the root as it is, which is never below 0.") {
    -sqrt($0)
  },
  .at(\.measure.root, "always 0", "The norm is always 0: what is added up must reach what is returned.") { _ in 0 },
]
