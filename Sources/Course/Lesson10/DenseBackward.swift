import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 10.2: inputᵀ · G and the column sums of G are kept as gradients, G · Wᵀ is sent back.
  static let denseBackward: Exercise = Exercise(
    Specification(
      Lesson10.denseBackward, choosing: DenseBackwardChoices(),
      right: { choices, _, weights, biases, calls in try choices.trace(weights, biases, calls) },
      slips: DenseBackwardChoices.slips
    ).drawing { size, generator in
      input(size, LayerSamples.ordinary, &generator)
    }.drawingAtEdges { size, generator in
      input(size, LayerSamples.edges, &generator)
    }
    .naming("weights", "biases", "calls")
    .knowing { input in .rows(input.2.first?.matrix.rows ?? 0) }
    .recognising([noStop])
    .made(as: "XᵀG", for: "weightGradient", of: weightIngredients)
    .made(as: "GWᵀ", for: "returned", of: sentIngredients),
    promisedState: ["weightGradient", "biasGradient", "input"],
    demonstration: Demonstration { student in
      let trace = try student.call(Lesson10.denseBackward, onPage.0, onPage.1, onPage.2)
      return trace.demonstrated([
        "`dense.backward([[0.50, −0.50], [1, 0]])`": "returned", "`dense.weightGradient` then": "weightGradient",
        "`dense.biasGradient` then": "biasGradient",
      ])
    },
    claims: pageClaims
  ) { backward in
    [
      backward.check(
        .shape, "[4, 3] back from [4, 2]; the gradients as W [3, 2] and b [1, 2]",
        on: oneBatch(rows: 4, seed: 311)),
      backward.check(.value, "the page's two rows", on: onPage),
      backward.check(
        .value, "one row, one unit: W 3, input 2, G 5",
        on: (Matrix([[3]]), Matrix([[1]]), one(Matrix([[2]]), Matrix([[5]])))),
      backward.check(
        .gradient, "every weight, bias and input against central differences", tolerance: .gradient,
        on: oneBatch(rows: 5, seed: 312), expected: { try measured(oneBatch(rows: 5, seed: 312)) }),
      backward.check(
        .property, "a second backward replaces the gradients and needs no other forward",
        on: (weights, biases, one(batch(4, 313), gradient(4, 314)) + [LayerCall(.backward, gradient(4, 315))])),
      backward.check(
        .property, "after another batch the gradients are those of that one",
        on: (weights, biases, one(batch(4, 316), gradient(4, 317)) + one(batch(3, 318), gradient(3, 319)))),
      backward.checkEverySize("right on 60 layers of up to 18 units, called up to four times"),
      backward.checkStop(
        on: (LayerExample.weights, LayerExample.biases, [LayerCall(.backward, LayerExample.passed)]), otherwise: noStop),
    ]
  }
}

private let noStop = KnownMistake(
  "no stop without an input",
  "Without a forward in training there are no right gradients: let kept(input) stop the program in place of a made-up result."
)

private typealias DenseInput = (Matrix, Matrix, [LayerCall])

@Sendable private func input(
  _ size: Int, _ numbers: LayerSamples.Numbers, _ generator: inout SeededGenerator
) -> DenseInput {
  let (fanIn, fanOut) = (Samples.size(upTo: size, &generator), Samples.size(upTo: size, &generator))
  return (
    numbers(fanIn, fanOut, &generator), numbers(1, fanOut, &generator),
    LayerSamples.backwards(fanOut, size, numbers, &generator) { rows, generator in numbers(rows, fanIn, &generator) }
  )
}

private let weights = Samples.matrix(3, 2, seed: 321)
private let biases = Samples.matrix(1, 2, seed: 322)
private let onPage: DenseInput = (
  LayerExample.weights, LayerExample.biases, one(LayerExample.input, LayerExample.passed)
)

private func one(_ kept: Matrix, _ gradient: Matrix) -> [LayerCall] {
  [LayerCall(.keeping, kept), LayerCall(.backward, gradient)]
}

private func batch(_ rows: Int, _ seed: UInt64) -> Matrix { Samples.matrix(rows, 3, seed: seed) }
private func gradient(_ rows: Int, _ seed: UInt64) -> Matrix { Samples.matrix(rows, 2, seed: seed) }

@Sendable private func oneBatch(rows: Int, seed: UInt64) -> DenseInput {
  (weights, biases, one(batch(rows, seed), gradient(rows, seed + 100)))
}

/// What central differences say of the loss Σ G ⊙ (XW + b), whose slope by the output is G.
@Sendable private func measured(_ input: DenseInput) throws -> LayerTrace {
  let (w, b, x, g) = (input.0, input.1, input.2[0].matrix, input.2[1].matrix)
  func loss(_ x: Matrix, _ w: Matrix, _ b: Matrix) throws -> Double {
    let z = try Stopping.product(x, w)
    var sum = 0.0
    for row in 0..<z.rows {
      for unit in 0..<z.columns { sum += g[row, unit] * (z[row, unit] + b[0, unit]) }
    }
    return sum
  }
  return LayerTrace([
    LayerStep(
      "backward",
      [
        LayerFact("weightGradient", try CentralDifferences.gradient(at: w) { try loss(x, $0, b) }),
        LayerFact("biasGradient", try CentralDifferences.gradient(at: b) { try loss(x, w, $0) }),
        LayerFact("returned", try CentralDifferences.gradient(at: x) { try loss($0, w, b) }), LayerFact("input", x),
        .parameters,
      ])
  ])
}

private let weightIngredients: [Ingredient<DenseInput>] = [
  Ingredient("XᵀG") { _, input in try Stopping.product(Stopping.turned(input.2[0].matrix), input.2[1].matrix) },
  .number("N") { Double($0.2[0].matrix.rows) }, Ingredient("W") { _, input in input.0 },
]

private let sentIngredients: [Ingredient<DenseInput>] = [
  Ingredient("GWᵀ") { _, input in try Stopping.product(input.2[1].matrix, Stopping.turned(input.0)) },
  .number("N") { Double($0.2[0].matrix.rows) }, Ingredient("X") { _, input in input.2[0].matrix },
]

/// A matrix of the page's backward.
@Sendable private func pageNumbers(_ name: String) throws -> [Double] {
  try DenseBackwardChoices().trace(onPage.0, onPage.1, onPage.2).matrix(name)?.elements ?? []
}

/// The page's numbers.
private var pageClaims: [PageClaim] {
  [
    PageClaim("∂loss/∂W = [[2.50, −0.50], [0, −1]]") { try pageNumbers("weightGradient") },
    PageClaim("∂loss/∂b = [1.50, −0.50]") { try pageNumbers("biasGradient") },
    PageClaim("∂loss/∂X = [[1, −0.50], [1, 1]]") { try pageNumbers("returned") },
    PageClaim("1 · 0.50 + 2 · 1 = 2.50") { [1, 0.5, 2, 1] + (try pageNumbers("weightGradient").prefix(1)) },
  ]
}
