import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 10.5: every layer takes what the one before it returns.
  static let sequentialForward: Exercise = Exercise(
    Specification(
      Lesson10.sequentialForward, choosing: SequentialChoices.forward,
      right: { choices, _, sketches, calls in try choices.trace(sketches, calls) }, slips: slips
    ).drawing { size, generator in
      input(size, LayerSamples.ordinary, &generator)
    }.drawingAtEdges { size, generator in
      input(size, LayerSamples.edges, isLateToTrain: true, &generator)
    }
    .naming("layers", "calls"),
    demonstration: Demonstration { student in
      let trace = try student.call(Lesson10.sequentialForward, twoLayers, [LayerCall(.evaluation, Matrix([[1]]))])
      return trace.demonstrated(["`Sequential([2 · x + 1, 3 · x]).forward([[1]], isTraining: false)`": "returned"])
    },
    claims: []
  ) { forward in
    [
      forward.check(
        .shape, "[4, 2] from [4, 3] through layers of 5 and 2 units", on: row([3, 5, 2], .training)),
      forward.check(
        .value, "2 · x + 1, then 3 · x: 1 becomes 3, then 9", on: (twoLayers, [LayerCall(.training, Matrix([[1]]))])),
      forward.check(.value, "one layer alone", on: row([3, 2], .training)),
      forward.check(
        .property, "without layers the input comes back", on: ([], [LayerCall(.training, LayerExample.input)])),
      forward.check(
        .property, "every layer is told whether this is training",
        on: row([2, 3, 3, 2], .training, .evaluation, .training)),
      forward.checkEverySize("right on 60 rows of up to four layers of up to 18 units, called up to four times"),
    ]
  }
}

private typealias RowInput = ([LayerSketch], [LayerCall])

@Sendable private func input(
  _ size: Int, _ numbers: LayerSamples.Numbers, isLateToTrain: Bool = false, _ generator: inout SeededGenerator
) -> RowInput {
  let sketches = LayerSamples.sketches(size, numbers, &generator)
  let columns = sketches.first?.weights.rows ?? Samples.size(upTo: size, &generator)
  return (sketches, LayerSamples.forwards(columns, size, numbers, isLateToTrain: isLateToTrain, &generator))
}

private let twoLayers = [
  LayerSketch(.recording, weights: Matrix([[2]]), biases: Matrix([[1]])),
  LayerSketch(.recording, weights: Matrix([[3]]), biases: Matrix([[0]])),
]

/// Layers of these widths, and batches for them.
private func row(_ widths: [Int], _ actions: LayerCall.Action...) -> RowInput {
  (
    StackGradient.sketches(widths, .recording, seed: 361),
    actions.enumerated().map { LayerCall($1, Samples.matrix(4 - $0, widths[0], seed: 362 + UInt64($0))) }
  )
}

private let slips: [Slip<SequentialChoices>] =
  SequentialChoices.common(handing: "input", "forward", .forward) + [
    .at(
      \.order, "from the last layer to the first",
      "The layers are called from the last to the first: a forward begins with layers[0]."
    ) { (0..<$0).reversed() },
    .at(
      \.order, "first layer left out",
      "layers[0] is not called: a forward goes through all layers, the first one included."
    ) {
      Array((0..<$0).dropFirst())
    },
    .at(\.order, "last layer left out", "The last layer is not called: a forward goes through all of them.") {
      Array((0..<$0).dropLast())
    },
    .at(
      \.order, "last layer left out, no layers stop",
      "The last layer is not called, and without layers it stops: let a loop go over all of them, for layer in layers."
    ) { count in
      if count == 0 { throw PredictedStop() }
      return Array((0..<count).dropLast())
    },
    .at(
      \.order, "first layer left out, no layers stop",
      "layers[0] is not called, and without layers it stops: let a loop go over all of them, for layer in layers."
    ) { count in
      if count == 0 { throw PredictedStop() }
      return Array((0..<count).dropFirst())
    },
    .at(\.order, "first layer only", "Only layers[0] is called: a forward goes through all layers.") {
      Array((0..<$0).prefix(1))
    },
    .at(
      \.order, "last layer only",
      "Only the last layer is called: a forward goes through all of them, from layers[0] on."
    ) {
      Array((0..<$0).suffix(1))
    },
    .at(
      \.order, "two layers at most",
      "Only the first two layers are called: there may be more, so let a loop go over all."
    ) {
      Array((0..<$0).prefix(2))
    },
    .at(
      \.order, "every layer twice",
      "Every layer is called twice in a row: once each, for a layer may keep or draw something in every call."
    ) { (0..<$0).flatMap { [$0, $0] } },
    .at(
      \.isTraining, "always training",
      "Every layer is told isTraining: true, in evaluations as well: hand on what forward was told."
    ) { _ in true },
    .at(
      \.isTraining, "never training",
      "Every layer is told isTraining: false, in training as well: hand on what forward was told."
    ) { _ in false },
    .at(\.isTraining, "training turned round", "Every layer is told the opposite of isTraining: hand it on as it is.") {
      !$0
    },
    .at(
      \.isWalked, "layers called in training only",
      "An evaluation calls no layer and returns its input: the layers are called in any case, and told isTraining."
    ) { $0 },
    .at(
      \.isWalked, "layers called in evaluation only",
      "In training no layer is called, and the input comes back: the layers are called in any case, and told isTraining."
    ) { !$0 },
    .at(
      \.again, "layers turned round for good",
      "The first forward goes from the last layer to the first, the next one the other way: reverse() turns `layers` itself. A forward begins with layers[0]."
    ) { order, call in call.isMultiple(of: 2) ? order.reversed() : order },
    .at(
      \.evaluated, "input returned in evaluation",
      "An evaluation returns its input, although the layers were called: return what the last one gives, in training and not."
    ) { given, _ in given },
  ]
