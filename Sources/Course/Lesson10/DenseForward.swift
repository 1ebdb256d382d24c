import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 10.1: input · W + b, and the input kept in training.
  static let denseForward: Exercise = Exercise(
    Specification(
      Lesson10.denseForward, choosing: DenseForwardChoices(),
      right: { choices, _, weights, biases, calls in try choices.trace(weights, biases, calls) },
      slips: DenseForwardChoices.slips
    ).drawing { size, generator in
      input(size, LayerSamples.ordinary, &generator)
    }.drawingAtEdges { size, generator in
      input(size, LayerSamples.edges, isLateToTrain: true, &generator)
    }
    .naming("weights", "biases", "calls")
    .made(
      as: "XW + b", for: "returned",
      of: [
        Ingredient("XW") { _, input in try Stopping.product(input.2[0].matrix, input.0) },
        Ingredient("b") { _, input in input.1 },
        .number("N") { Double($0.2[0].matrix.rows) },
      ]),
    promisedState: ["input"],
    demonstration: Demonstration { student in
      let trace = try student.call(
        Lesson10.denseForward, LayerExample.weights, LayerExample.biases, [LayerCall(.training, LayerExample.input)])
      return trace.demonstrated([
        "`dense.forward([[1, 2], [2, −1]], isTraining: true)`": "returned", "`dense.input` then": "input",
      ])
    }
  ) { forward in
    [
      forward.check(.shape, "[4, 2] from an input [4, 3] and weights [3, 2]", on: oneBatch(rows: 4, seed: 301)),
      forward.check(.value, "the page's two rows: [[3, 4], [1, −3]]", on: onPage),
      forward.check(
        .value, "one row, one unit: 2 · 3 + 1",
        on: (Matrix([[3]]), Matrix([[1]]), [LayerCall(.training, Matrix([[2]]))])),
      forward.check(
        .property, "training keeps the input, and the next batch replaces it",
        on: (weights, biases, batches(.training, .training))),
      forward.check(
        .property, "an evaluation between two batches gives its result and keeps nothing",
        on: (weights, biases, batches(.evaluation, .training, .evaluation, .evaluation, .training))),
      forward.checkEverySize("right on 60 layers of up to 18 units, called up to four times"),
    ]
  }
}

private typealias DenseInput = (Matrix, Matrix, [LayerCall])

@Sendable private func input(
  _ size: Int, _ numbers: LayerSamples.Numbers, isLateToTrain: Bool = false, _ generator: inout SeededGenerator
) -> DenseInput {
  let (fanIn, fanOut) = (Samples.size(upTo: size, &generator), Samples.size(upTo: size, &generator))
  return (
    numbers(fanIn, fanOut, &generator), numbers(1, fanOut, &generator),
    LayerSamples.forwards(fanIn, size, numbers, isLateToTrain: isLateToTrain, &generator)
  )
}

private let weights = Samples.matrix(3, 2, seed: 302)
private let biases = Samples.matrix(1, 2, seed: 303)
private let onPage: DenseInput = (
  LayerExample.weights, LayerExample.biases, [LayerCall(.training, LayerExample.input)]
)

private func oneBatch(rows: Int, seed: UInt64) -> DenseInput {
  (weights, biases, [LayerCall(.training, Samples.matrix(rows, 3, seed: seed))])
}

/// Calls with batches of different sizes.
private func batches(_ actions: LayerCall.Action...) -> [LayerCall] {
  actions.enumerated().map { LayerCall($1, Samples.matrix(2 + $0, 3, seed: 304 + UInt64($0))) }
}

/// What can be done otherwise in 10.1.
private struct DenseForwardChoices {
  /// What one entry becomes, from that of the product and from the biases.
  var sum: @Sendable (_ product: Double, _ biases: Matrix, _ row: Int, _ unit: Int) -> Double = { product, b, _, unit in
    product + b[0, unit]
  }
  /// What the product is multiplied with.
  var factor: @Sendable (_ input: Matrix) -> Double = { _ in 1 }
  /// What is done with each entry of the output.
  var applied: @Sendable (Double) -> Double = { $0 }
  /// What is returned in an evaluation.
  var evaluated: @Sendable (_ output: Matrix, _ input: Matrix, _ biases: Matrix) -> Matrix = { output, _, _ in output }
  /// What the layer keeps of a batch.
  var cache: @Sendable (_ input: Matrix, _ output: Matrix) -> Matrix = { input, _ in input }
  var keeping = keepingInTraining

  func trace(_ weights: Matrix, _ biases: Matrix, _ calls: [LayerCall]) throws -> LayerTrace {
    var kept: Matrix?
    return try LayerTrace(calls) { call in
      let (input, isTraining) = (call.matrix, call.action == .training)
      let product = try Stopping.product(input, weights)
      let factor = factor(input)
      var output = Matrix.filled(product.rows, product.columns) { row, unit in
        applied(sum(factor * product[row, unit], biases, row, unit))
      }
      kept = keeping(kept, cache(input, output), isTraining)
      if !isTraining { output = evaluated(output, input, biases) }
      return [LayerFact("returned", output), LayerFact("input", kept), .parametersAndGradients]
    }
  }

  static let slips: [Slip<DenseForwardChoices>] =
    [
      .at(\.sum, "biases missing", "The biases are missing: each row of the product gets b added, adding(row: biases).")
      {
        product, _, _, _ in product
      },
      .at(\.sum, "biases subtracted", "The biases are subtracted: the output is input · W + b.") {
        product, b, _, unit in
        product - b[0, unit]
      },
      .at(\.sum, "product multiplied by the biases", "The product is multiplied by the biases: they are added.") {
        product, b, _, unit in product * b[0, unit]
      },
      .at(\.sum, "biases twice", "The biases are added twice: once is enough.") { product, b, _, unit in
        product + 2 * b[0, unit]
      },
      .at(
        \.sum, "biases in the first row only",
        "Only the first row gets the biases: each example does, adding(row: biases)."
      ) { product, b, row, unit in product + (row == 0 ? b[0, unit] : 0) },
      .at(\.sum, "first bias for every unit", "Every unit gets the first one's bias: unit j has biases[0, j].") {
        product, b, _, _ in product + b[0, 0]
      },
      .at(\.factor, "product divided by the rows", "input · W is divided by N: a forward takes no mean over the batch.")
      {
        1 / Double($0.rows)
      },
      .at(\.factor, "product divided by the inputs", "input · W is divided by fanIn: the products are only added up.") {
        1 / Double($0.columns)
      },
      .at(
        \.applied, "ReLU applied",
        "max(0, …) is taken of the output: a dense layer leaves that to a ReLULayer behind it."
      ) {
        max(0, $0)
      },
      .at(
        \.evaluated, "input returned in evaluation",
        "An evaluation returns its input: isTraining decides what is kept and nothing else, so compute the output either way."
      ) { _, input, _ in input },
      .at(
        \.evaluated, "biases missing in evaluation",
        "In an evaluation the biases are missing: isTraining decides what is kept, not what comes out."
      ) { output, _, b in Matrix.filled(output.rows, output.columns) { output[$0, $1] - b[0, $1] } },
      .at(
        \.cache, "output kept", "`input` holds the layer's output: keep what came in, for ∂loss/∂W is made of that."
      ) { _, output in output },
      .at(
        \.cache, "input kept transposed", "`input` holds the input with rows and columns exchanged: keep it as it came."
      ) {
        input, _ in Stopping.turned(input)
      },
    ] + Slip.keepings(\.keeping, in: "input")
}
