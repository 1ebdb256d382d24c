import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 10.6: from the last layer to the first, each takes what the one behind it sends back.
  static let sequentialBackward: Exercise = Exercise(
    Specification(
      Lesson10.sequentialBackward, choosing: SequentialChoices.backward,
      right: { choices, _, sketches, calls in
        // A row of the student's own layers, whose numbers are those of right ones.
        if sketches.contains(where: { $0.kind != .recording }) { return try StackGradient.right(sketches, calls) }
        return try choices.trace(sketches, calls.filter { $0.action == .backward })
      }, slips: slips
    ).drawing { size, generator in
      input(size, LayerSamples.ordinary, &generator)
    }.drawingAtEdges { size, generator in
      input(size, LayerSamples.edges, &generator)
    }
    .naming("layers", "calls"),
    demonstration: Demonstration { student in
      let trace = try student.call(Lesson10.sequentialBackward, twoLayers, [LayerCall(.backward, Matrix([[1]]))])
      return trace.demonstrated(["`Sequential([2 · x + 1, 3 · x]).backward([[1]])`": "returned"])
    }
  ) { backward in
    [
      backward.check(.shape, "[4, 3] back through layers of 5 and 2 units", on: row([3, 5, 2], rows: 4)),
      backward.check(
        .value, "2 · x + 1, then 3 · x: the slope 1 becomes 3, then 6",
        on: (twoLayers, [LayerCall(.backward, Matrix([[1]]))])),
      backward.check(.value, "one layer alone", on: row([3, 2], rows: 3)),
      backward.check(
        .property, "without layers the gradient comes back",
        on: ([], [LayerCall(.backward, LayerExample.outputGradient)])),
      backward.check(.property, "four layers, called twice", on: row([2, 3, 4, 3, 2], rows: 3, 2)),
      backward.checkEverySize("right on 60 rows of up to four layers of up to 18 units, called up to three times"),
      StackGradient.check,
    ]
  }
}

private typealias RowInput = ([LayerSketch], [LayerCall])

@Sendable private func input(
  _ size: Int, _ numbers: LayerSamples.Numbers, _ generator: inout SeededGenerator
) -> RowInput {
  let sketches = LayerSamples.sketches(size, numbers, &generator)
  let columns = sketches.last?.weights.columns ?? Samples.size(upTo: size, &generator)
  let calls = (0..<(size <= 1 ? 1 : Int.random(in: 1...3, using: &generator))).map { _ in
    LayerCall(.backward, numbers(Samples.size(upTo: size, &generator), columns, &generator))
  }
  return (sketches, calls)
}

private let twoLayers = [
  LayerSketch(.recording, weights: Matrix([[2]]), biases: Matrix([[1]])),
  LayerSketch(.recording, weights: Matrix([[3]]), biases: Matrix([[0]])),
]

/// Layers of these widths, and gradients for them.
private func row(_ widths: [Int], rows: Int...) -> RowInput {
  (
    StackGradient.sketches(widths, .recording, seed: 371),
    rows.enumerated().map { LayerCall(.backward, Samples.matrix($1, widths[widths.count - 1], seed: 372 + UInt64($0))) }
  )
}

private let slips: [Slip<SequentialChoices>] =
  SequentialChoices.common(handing: "outputGradient", "backward", .backward) + [
    .at(
      \.order, "from the first layer to the last",
      "The layers are called from the first to the last: the loss sits behind the last one, so a backward begins there, reversed()."
    ) { Array(0..<$0) },
    .at(
      \.order, "first layer left out",
      "layers[0] is not called: it has gradients to make as well, and what it sends back is what is returned."
    ) { (0..<$0).dropFirst().reversed() },
    .at(\.order, "last layer left out", "The last layer is not called: a backward begins with it.") {
      (0..<$0).dropLast().reversed()
    },
    .at(
      \.order, "first layer left out, no layers stop",
      "layers[0] is not called, and without layers it stops: let a loop go over all of them, for layer in layers.reversed()."
    ) { count in
      if count == 0 { throw PredictedStop() }
      return (0..<count).dropFirst().reversed()
    },
    .at(
      \.order, "last layer left out, no layers stop",
      "The last layer is not called, and without layers it stops: let a loop go over all of them, for layer in layers.reversed()."
    ) { count in
      if count == 0 { throw PredictedStop() }
      return (0..<count).dropLast().reversed()
    },
    .at(
      \.order, "first layer only", "Only layers[0] is called: a backward goes through all layers, the last one first."
    ) {
      Array((0..<$0).prefix(1))
    },
    .at(\.order, "last layer only", "Only the last layer is called: a backward goes on until layers[0].") {
      Array((0..<$0).suffix(1))
    },
    .at(
      \.order, "two layers at most",
      "Only the last two layers are called: there may be more, so let a loop go over all of them."
    ) { (0..<$0).suffix(2).reversed() },
    .at(
      \.again, "layers turned round for good",
      "Every second backward goes from the first layer to the last: reverse() turns `layers` itself, reversed() leaves it alone."
    ) { order, call in call.isMultiple(of: 2) ? order : order.reversed() },
    .at(
      \.order, "every layer twice",
      "Every layer is called twice in a row: once each, with what the one behind it sends back."
    ) {
      (0..<$0).reversed().flatMap { [$0, $0] }
    },
  ]
