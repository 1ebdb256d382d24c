import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 12.3: G ⊙ mask.
  static let dropoutLayerBackward: Exercise = Exercise(
    Specification(
      Lesson12.dropoutLayerBackward, choosing: DropoutBackwardChoices(),
      right: { choices, _, keep, seed, calls in try choices.trace(keep, seed, calls) },
      slips: DropoutBackwardChoices.slips
    )
    .drawing { size, generator in input(size, LayerSamples.ordinary, &generator) }
    .drawingAtEdges { size, generator in input(size, LayerSamples.edges, keeps: edges, &generator) }
    .naming("keepProbability", "seed", "calls")
    .knowing(rowCount)
    .recognising([noStop, drawnAnew])
    .made(
      as: "G · mask", for: "returned",
      of: ingredients),
    promisedState: ["mask", "generator"],
    demonstration: Demonstration { student in try gradientBack(student) },
    claims: pageClaims
  ) { backward in
    [
      backward.check(
        .property, "a backward draws nothing: the generator stays where it is",
        on: undisturbed, diagnosing: ownMask, observing: drawsNothing),
      backward.check(.shape, "[4, 3] back from a gradient [4, 3]", on: small),
      backward.check(.value, "the page's row: the gradient −1 meets a 0", on: onPage),
      backward.check(
        .gradient, "every input against central differences, with the mask held fixed", tolerance: .gradient,
        on: fixed, expected: { try measured(gradient(5, 425)) }),
      backward.check(
        .property, "a keepProbability of 1 sends the gradient back as it is",
        on: allKept),
      backward.check(
        .property, "a second backward needs no other forward, and has the same mask",
        on: twice),
      backward.check(
        .property, "after another batch its own mask counts",
        on: twoBatches),
      backward.checkEverySize("right on 60 batches of up to 18 units, called up to four times"),
      backward.checkStop(on: withoutMask, otherwise: noStop),
    ]
  }
}

private typealias BackwardInput = (Double, UInt64, [LayerCall])

private let edges = [1, 0.999, 0.5, 0.01]

@Sendable private func rowCount(_ input: BackwardInput) -> KnownNumber { .rows(input.2.first?.matrix.rows ?? 0) }

private let ingredients: [Ingredient<BackwardInput>] = [
  Ingredient("G") { _, input in input.2[1].matrix }, Ingredient("mask") { _, input in input.2[0].matrix },
  .number("keep") { input in input.0 }, .number("N") { input in Double(input.2[0].matrix.rows) },
]

private let pageClaims = [
  PageClaim("[0.40, −1, 2, 0, −0.20]") { DropoutExample.outputGradient.elements },
  PageClaim("[0.50, 0, 2.50, 0, −0.25]") { DropoutExample.inputGradient.elements },
]

private let noStop = KnownMistake(
  "no stop without a mask",
  "Without a forward in training no mask is right: let kept(mask) stop the program in place of a made-up result.")

private let drawnAnew = KnownMistake(
  "new mask on the way back",
  "backward draws a mask of its own: what was dropped on the way forwards counts, so multiply by kept(mask).")

@Sendable private func drawsNothing(
  _ input: BackwardInput, _ yours: LayerTrace, _ ask: (BackwardInput) throws -> LayerTrace
) throws -> Finding? {
  guard yours.matrix("generator moved on")?.elements == [1] else { return nil }
  return Finding(evidence: ["generator moved on  yours true   expected false"])
}

/// What is said of draws that are none of the usual ones, if the mask that was given has been left out.
@Sendable private func ownMask(
  _ input: BackwardInput, _ yours: LayerTrace, _ ask: (BackwardInput) throws -> LayerTrace
) throws -> String? {
  let mask = input.2[0].matrix
  guard let returned = yours.matrix("returned"), returned.elements.count == mask.elements.count else { return nil }
  let isOther = zip(returned.elements, mask.elements).contains { ($0 != 0) != ($1 != 0) }
  return isOther ? drawnAnew.sentence : nil
}

@Sendable private func input(
  _ size: Int, _ numbers: LayerSamples.Numbers, keeps: [Double] = [], _ generator: inout SeededGenerator
) -> BackwardInput {
  // Of size 1 with numbers that can be followed by hand.
  let keep =
    size <= 1
    ? 0.5
    : keeps.randomElement(using: &generator) ?? (20 + (70 * generator.nextUniform()).rounded()) / 100 + 0.003
  let units = Samples.size(upTo: size, &generator)
  let calls = LayerSamples.backwards(units, size, numbers, &generator) { rows, generator in
    Oracle.dropoutMask(rows, units, size <= 1 ? 0.75 : keep, &generator).map { $0 == 0 ? 0 : 1 / keep }
  }
  return (keep, generator.next(), calls)
}

private let onPage = one(DropoutExample.keepProbability, DropoutExample.mask, DropoutExample.outputGradient)

private func one(_ keep: Double, _ mask: Matrix, _ gradient: Matrix) -> BackwardInput {
  (keep, 1, [LayerCall(.keeping, mask), LayerCall(.backward, gradient)])
}

private let undisturbed = one(0.7, mask(6, 0.7, 421), gradient(6, 422))
private let small = one(0.8, mask(4, 0.8, 423), gradient(4, 424))
private let fixed = one(0.6, fixedMask, gradient(5, 425))
private let allKept = one(1, Matrix([[1, 1, 1], [1, 1, 1]]), gradient(2, 426))
private let twice: BackwardInput = (
  0.3, 1, one(0.3, mask(3, 0.3, 427), gradient(3, 428)).2 + [LayerCall(.backward, gradient(3, 429))]
)
private let twoBatches: BackwardInput = (
  0.7, 1, one(0.7, mask(4, 0.7, 430), gradient(4, 431)).2 + one(0.7, mask(2, 0.7, 432), gradient(2, 433)).2
)
private let withoutMask: BackwardInput = (0.8, 1, [LayerCall(.backward, DropoutExample.outputGradient)])

@Sendable private func gradientBack(_ student: any Student) throws -> [DemonstratedCall] {
  let trace = try student.call(Lesson12.dropoutLayerBackward, onPage.0, onPage.1, onPage.2)
  return trace.demonstrated(["`dropout.backward([[0.40, −1, 2, 0, −0.20]])`": "returned"])
}

private func mask(_ rows: Int, _ keep: Double, _ seed: UInt64) -> Matrix {
  var generator = SeededGenerator(seed: seed)
  return Oracle.dropoutMask(rows, 3, keep, &generator)
}

private func gradient(_ rows: Int, _ seed: UInt64) -> Matrix { Samples.matrix(rows, 3, seed: seed) }

private let fixedMask = mask(5, 0.6, 434)
private let fixedInput = Samples.matrix(5, 3, seed: 435)

/// What central differences say of the loss Σ G ⊙ x ⊙ mask, whose slope by the output is G.
@Sendable private func measured(_ gradient: Matrix) throws -> LayerTrace {
  let slope = CentralDifferences.gradient(at: fixedInput) { x in
    var loss = 0.0
    for index in x.elements.indices { loss += gradient.elements[index] * x.elements[index] * fixedMask.elements[index] }
    return loss
  }
  return LayerTrace([
    LayerStep(
      "backward",
      [LayerFact("returned", slope), LayerFact("mask", fixedMask), LayerFact("generator moved on", number: 0)])
  ])
}
