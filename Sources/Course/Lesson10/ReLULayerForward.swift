import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 10.3: max(0, x), and in training the mask of what is above 0.
  static let reLULayerForward: Exercise = Exercise(
    Specification(
      Lesson10.reLULayerForward, choosing: MaskChoices(),
      right: { choices, _, calls in choices.trace(calls) }, slips: MaskChoices.slips
    ).drawing { size, generator in
      LayerSamples.forwards(Samples.size(upTo: size, &generator), size, LayerSamples.ordinary, &generator)
    }.drawingAtEdges { size, generator in
      LayerSamples.forwards(
        Samples.size(upTo: size, &generator), size, LayerSamples.edges, isLateToTrain: true, &generator)
    }
    .naming("calls")
    .made(as: "max(0, x)", for: "returned", inPartsBy: "x", of: [Ingredient("x") { $1[0].matrix }])
    .made(
      as: "1 where x > 0, else 0", for: "mask", inPartsBy: "x", of: [Ingredient("x") { $1[0].matrix }]),
    promisedState: ["mask"],
    demonstration: Demonstration { student in
      let trace = try student.call(Lesson10.reLULayerForward, [LayerCall(.training, LayerExample.output)])
      return trace.demonstrated([
        "`relu.forward([[3, 4], [1, −3]], isTraining: true)`": "returned", "`relu.mask` then": "mask",
      ])
    }
  ) { forward in
    [
      forward.check(.shape, "[4, 3] from [4, 3]", on: [LayerCall(.training, Samples.matrix(4, 3, seed: 331))]),
      forward.check(
        .value, "the page's two rows: the mask is [[1, 1], [1, 0]]", on: [LayerCall(.training, LayerExample.output)]),
      forward.check(
        .value, "at 0, at −0 and beside them: the mask is 0 at both",
        on: [LayerCall(.training, Matrix([[0, -0.0, 1e-12, -1e-12, 3]]))]),
      forward.check(
        .property, "training keeps the mask, and the next batch replaces it", on: batches(.training, .training)),
      forward.check(
        .property, "an evaluation between two batches gives its result and keeps nothing",
        on: batches(.evaluation, .training, .evaluation, .evaluation, .training)),
      forward.checkEverySize("right on 60 batches of up to 18 units, called up to four times"),
    ]
  }
}

/// Calls with batches of different sizes.
private func batches(_ actions: LayerCall.Action...) -> [LayerCall] {
  actions.enumerated().map { LayerCall($1, Samples.matrix(2 + $0, 3, seed: 332 + UInt64($0))) }
}

/// What can be done otherwise in 10.3.
private struct MaskChoices {
  var value: @Sendable (Double) -> Double = { max(0, $0) }
  var mask: @Sendable (_ input: Double) -> Double = { $0 > 0 ? 1 : 0 }
  /// What the mask holds, from all inputs and the mask as it should be.
  var cache: @Sendable (_ mask: Matrix, _ input: Matrix) -> Matrix = { mask, _ in mask }
  /// What an entry becomes in an evaluation.
  var evaluated: @Sendable (_ output: Double, _ input: Double) -> Double = { output, _ in output }
  var keeping = keepingInTraining

  func trace(_ calls: [LayerCall]) -> LayerTrace {
    var kept: Matrix?
    return LayerTrace(calls) { call in
      let (input, isTraining) = (call.matrix, call.action == .training)
      let output = input.map { isTraining ? value($0) : evaluated(value($0), $0) }
      kept = keeping(kept, cache(input.map(mask), input), isTraining)
      return [LayerFact("returned", output), LayerFact("mask", kept)]
    }
  }

  static let slips: [Slip<MaskChoices>] =
    [
      .at(\.value, "input returned", "The input comes back unchanged: what is not above 0 becomes 0.") { $0 },
      .at(\.value, "magnitude", "What is below 0 changes its sign, as in |x|: it becomes 0.") { abs($0) },
      .at(\.value, "minimum", "What is above 0 becomes 0, and the rest stays: it is max(0, x), not min.") {
        min(0, $0)
      },
      .at(\.value, "mask returned", "The mask is returned, ones and zeros: return the input where it is above 0.") {
        $0 > 0 ? 1 : 0
      },
      .at(
        \.value, "leaky", "What is below 0 stays as a hundredth of itself, as in a leaky ReLU: here it becomes 0."
      ) { $0 > 0 ? $0 : 0.01 * $0 },
      .at(\.value, "cut at 1", "What is above 1 becomes 1: ReLU has no upper end.") { min(1, max(0, $0)) },
      .at(
        \.mask, "1 at 0", "The mask is 1 where the input is 0: ReLU's slope is 0 there, so write > 0 and not >= 0."
      ) { $0 >= 0 ? 1 : 0 },
      .at(\.mask, "turned round", "The mask is 1 where the input is not above 0: it is the other way round.") {
        $0 > 0 ? 0 : 1
      },
      .at(\.mask, "1 but at 0", "The mask is 1 wherever the input is not 0: below 0 nothing passes, so it is 0 there.")
      {
        $0 != 0 ? 1 : 0
      },
      .at(\.mask, "sign", "The mask holds −1 where the input is below 0: it is 0 there, as ReLU's slope.") {
        $0 > 0 ? 1 : $0 < 0 ? -1 : 0
      },
      .at(\.mask, "output kept", "`mask` holds the output: it is 1, and not the input, where the input is above 0.") {
        max(0, $0)
      },
      .at(\.mask, "input kept", "`mask` holds the input: it is 1 where that is above 0, else 0.") { $0 },
      .at(\.mask, "ones everywhere", "`mask` is 1 everywhere: it is 0 where the input is not above 0.") { _ in 1 },
      .at(\.cache, "mask transposed", "`mask` has rows and columns exchanged: it has the input's shape.") { mask, _ in
        Stopping.turned(mask)
      },
      .at(
        \.evaluated, "input returned in evaluation",
        "An evaluation returns its input: isTraining decides what is kept and nothing else, so take max(0, x) either way."
      ) { $1 },
      .at(
        \.evaluated, "zeros in evaluation",
        "An evaluation returns zeros: isTraining decides what is kept and nothing else, so take max(0, x) either way."
      ) { _, _ in 0 },
    ] + Slip.keepings(\.keeping, in: "mask")
}
