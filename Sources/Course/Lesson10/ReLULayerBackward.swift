import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 10.4: G ⊙ mask.
  static let reLULayerBackward: Exercise = Exercise(
    Specification(
      Lesson10.reLULayerBackward, choosing: PassingChoices(),
      right: { choices, _, calls in try choices.trace(calls) }, slips: PassingChoices.slips
    ).drawing { size, generator in
      input(size, LayerSamples.ordinary, &generator)
    }.drawingAtEdges { size, generator in
      input(size, LayerSamples.edges, &generator)
    }
    .naming("calls")
    .knowing { calls in .rows(calls.first?.matrix.rows ?? 0) }
    .recognising([noStop])
    .made(
      as: "G · mask", for: "returned",
      of: ingredients),
    promisedState: ["mask"],
    demonstration: Demonstration { student in
      let trace = try student.call(Lesson10.reLULayerBackward, onPage)
      return trace.demonstrated(["`relu.backward([[0.50, −0.50], [1, 2]])`": "returned"])
    },
    claims: pageClaims
  ) { backward in
    [
      backward.check(.shape, "[4, 3] back from a gradient [4, 3]", on: one(mask(4, 341), gradient(4, 342))),
      backward.check(.value, "the page's two rows: the gradient 2 meets a 0", on: onPage),
      backward.check(
        .gradient, "every input against central differences", tolerance: .gradient,
        on: one(input.map { $0 > 0 ? 1 : 0 }, gradient(5, 343)),
        expected: { try measured(gradient(5, 343)) }),
      backward.check(
        .property, "a gradient of 0 stays 0, and one below 0 passes as well",
        on: one(Matrix([[1, 1, 0, 0, 1]]), Matrix([[0, -2, -3, 4, 5]]))),
      backward.check(
        .property, "a second backward needs no other forward",
        on: one(mask(3, 344), gradient(3, 345)) + [LayerCall(.backward, gradient(3, 346))]),
      backward.check(
        .property, "after another batch its own mask counts",
        on: one(mask(4, 347), gradient(4, 348)) + one(mask(2, 349), gradient(2, 350))),
      backward.checkEverySize("right on 60 batches of up to 18 units, called up to four times"),
      backward.checkStop(on: [LayerCall(.backward, LayerExample.outputGradient)], otherwise: noStop),
    ]
  }
}

private let noStop = KnownMistake(
  "no stop without a mask",
  "Without a forward in training no mask is right: let kept(mask) stop the program in place of a made-up result.")

@Sendable private func input(
  _ size: Int, _ numbers: LayerSamples.Numbers, _ generator: inout SeededGenerator
) -> [LayerCall] {
  let units = Samples.size(upTo: size, &generator)
  return LayerSamples.backwards(units, size, numbers, &generator) { LayerSamples.mask($0, units, &$1) }
}

private let ingredients: [Ingredient<[LayerCall]>] = [
  Ingredient("G") { _, calls in calls[1].matrix }, Ingredient("mask") { _, calls in calls[0].matrix },
  .number("N") { calls in Double(calls[0].matrix.rows) },
]

private let pageClaims: [PageClaim] = [
  PageClaim("G = [[0.50, −0.50], [1, 2]]") { LayerExample.outputGradient.elements },
  PageClaim("G ⊙ mask = [[0.50, −0.50], [1, 0]]") {
    try PassingChoices().trace(onPage).matrix("returned")?.elements ?? []
  },
]

private let onPage: [LayerCall] = one(LayerExample.mask, LayerExample.outputGradient)

private func one(_ mask: Matrix, _ gradient: Matrix) -> [LayerCall] {
  [LayerCall(.keeping, mask), LayerCall(.backward, gradient)]
}

private func mask(_ rows: Int, _ seed: UInt64) -> Matrix {
  var generator = SeededGenerator(seed: seed)
  return LayerSamples.mask(rows, 3, &generator)
}

private func gradient(_ rows: Int, _ seed: UInt64) -> Matrix { Samples.matrix(rows, 3, seed: seed) }

private let input = Samples.awayFromKink(rows: 5, columns: 3, seed: 351)

/// What central differences say of the loss Σ G ⊙ max(0, x), whose slope by the output is G.
@Sendable private func measured(_ gradient: Matrix) throws -> LayerTrace {
  let slope = CentralDifferences.gradient(at: input) { x in
    var loss = 0.0
    for index in x.elements.indices { loss += gradient.elements[index] * max(0, x.elements[index]) }
    return loss
  }
  return LayerTrace([
    LayerStep("backward", [LayerFact("returned", slope), LayerFact("mask", input.map { $0 > 0 ? 1 : 0 })])
  ])
}

/// What can be done otherwise in 10.4.
private struct PassingChoices {
  var entry: @Sendable (_ gradient: Double, _ mask: Double) -> Double = { $0 * $1 }
  /// What the result is multiplied with.
  var factor: @Sendable (_ rows: Int) -> Double = { _ in 1 }
  var kept: KeptAfterBackward = { kept, _ in kept }

  func trace(_ calls: [LayerCall]) throws -> LayerTrace {
    var mask: Matrix?
    return try LayerTrace(calls) { call in
      guard call.action == .backward else {
        mask = call.matrix
        return nil
      }
      guard let present = mask else { throw PredictedStop() }
      let factor = factor(call.matrix.rows)
      let returned = try Stopping.entrywise(call.matrix, present) { factor * entry($0, $1) }
      mask = kept(present, returned)
      return [LayerFact("returned", returned), LayerFact("mask", mask)]
    }
  }

  static let slips: [Slip<PassingChoices>] =
    [
      .at(
        \.entry, "outputGradient returned",
        "outputGradient comes back unchanged: where the mask is 0 nothing passes, so multiply the two entry by entry."
      ) { gradient, _ in gradient },
      .at(\.entry, "mask returned", "The mask is returned: it is a factor, outputGradient * mask.") { _, mask in mask },
      .at(
        \.entry, "mask of the gradient",
        "The gradient passes where it is itself above 0: what counts is the input of the forward, which the mask remembers."
      ) { gradient, _ in max(0, gradient) },
      .at(\.entry, "mask turned round", "The gradient passes where the mask is 0: it passes where the mask is 1.") {
        gradient, mask in gradient * (1 - mask)
      },
      .at(
        \.entry, "gradients below 0 lost",
        "Where the mask is 1, gradients below 0 are lost: they pass as well, for only the forward's input is cut at 0."
      ) { gradient, mask in max(0, gradient * mask) },
      .at(\.entry, "mask added", "The mask is added: multiply by it, entry by entry.") { $0 + $1 },
      .at(\.entry, "opposite sign", "What passes has the opposite sign: it is outputGradient * mask.") { -$0 * $1 },
      .at(\.entry, "magnitude", "What passes has lost its sign: a gradient below 0 stays below 0.") { abs($0) * $1 },
      .at(
        \.factor, "1/N once more",
        "The result is divided by N, but outputGradient holds the loss's 1/N already: no layer divides by the rows again."
      ) { 1 / Double($0) },
    ] + Slip.afterBackward(\.kept, in: "mask")
}
