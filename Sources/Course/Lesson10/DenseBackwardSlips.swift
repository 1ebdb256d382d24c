import Contract
import CourseKit
import Engine
import Wire

/// What can be done otherwise in 10.2.
struct DenseBackwardChoices {
  /// What the gradient that comes in is multiplied with, for everything.
  var factor: @Sendable (_ rows: Int) -> Double = { _ in 1 }
  /// What the sums over the rows are divided by.
  var divisors = Divisors()
  var weights: @Sendable (_ x: Matrix, _ g: Matrix) throws -> Matrix = { x, g in
    try Stopping.product(Stopping.turned(x), g)
  }
  var biases: @Sendable (_ g: Matrix, _ x: Matrix) -> Matrix = { g, _ in Stopping.columnSums(g) }
  var stored = Stored()
  /// What is returned; the gradient of the weights is the one that this call has stored.
  var sent: @Sendable (_ back: Back) throws -> Matrix = { back in
    try Stopping.product(back.gradient, Stopping.turned(back.weights))
  }
  var kept: KeptAfterBackward = { kept, _ in kept }

  typealias Back = (gradient: Matrix, weights: Matrix, input: Matrix, weightGradient: Matrix)

  /// What each of the gradients is divided by.
  struct Divisors {
    var weights: @Sendable (_ rows: Double) -> Double = { _ in 1 }
    var biases: @Sendable (_ rows: Double) -> Double = { _ in 1 }
  }

  /// What the gradients become, from what they were and from those of this call.
  struct Stored {
    var weights: @Sendable (_ old: Matrix, _ new: Matrix) throws -> Matrix = { _, new in new }
    var biases: @Sendable (_ old: Matrix, _ new: Matrix) throws -> Matrix = { _, new in new }

    static func both(_ stored: @escaping @Sendable (_ old: Matrix, _ new: Matrix) throws -> Matrix) -> Stored {
      Stored(weights: stored, biases: stored)
    }
  }

  func trace(_ weights: Matrix, _ biases: Matrix, _ calls: [LayerCall]) throws -> LayerTrace {
    var input: Matrix?
    var weightGradient = Matrix.filled(weights.rows, weights.columns) { _, _ in 0 }
    var biasGradient = Matrix.filled(1, biases.columns) { _, _ in 0 }
    return try LayerTrace(calls) { call in
      guard call.action == .backward else {
        input = call.matrix
        return nil
      }
      guard let x = input, x.rows == call.matrix.rows else { throw PredictedStop() }
      let factor = factor(x.rows)
      let g = Matrix.filled(call.matrix.rows, call.matrix.columns) { factor * call.matrix[$0, $1] }
      let rows = Double(x.rows)
      let slopes = try (weights: self.weights(x, g), biases: self.biases(g, x))
      weightGradient = try stored.weights(weightGradient, slopes.weights.map { $0 / divisors.weights(rows) })
      biasGradient = try stored.biases(biasGradient, slopes.biases.map { $0 / divisors.biases(rows) })
      let returned = try sent((g, weights, x, weightGradient))
      input = kept(x, returned)
      return [
        LayerFact("weightGradient", weightGradient), LayerFact("biasGradient", biasGradient),
        LayerFact("returned", returned), LayerFact("input", input), .parameters,
      ]
    }
  }

  static let slips: [Slip<DenseBackwardChoices>] =
    ofDivisors + ofWeights + ofBiases + ofStored + ofSent + Slip.afterBackward(\.kept, in: "input") + [
      .at(
        \.factor, "1/N once more",
        "Everything is divided by N, but outputGradient holds the loss's 1/N already: no layer divides by the rows again."
      ) { 1 / Double($0) },
      .at(
        \.factor, "opposite sign",
        "Everything has the opposite sign: backward makes slopes, the step downhill comes later."
      ) {
        _ in -1
      },
    ]

  private static let ofDivisors: [Slip<DenseBackwardChoices>] = [
    .at(
      \.divisors.weights, "weights' mean",
      "∂loss/∂W is divided by N: outputGradient holds the 1/N already, so only add up the rows."
    ) { $0 },
    .at(
      \.divisors.biases, "biases' mean",
      "∂loss/∂b is divided by N: outputGradient holds the 1/N already, so only add up the rows."
    ) { $0 },
    .at(
      \.divisors, "both means",
      "Both gradients are divided by N, as in lesson 4: here outputGradient holds the 1/N already, so only add up the rows.",
      Divisors(weights: { $0 }, biases: { $0 })),
  ]

  private static let ofWeights: [Slip<DenseBackwardChoices>] = [
    .at(
      \.weights, "weight gradient transposed",
      "`weightGradient` has rows and columns exchanged: it is inputᵀ · outputGradient, in the shape of W."
    ) { x, g in try Stopping.product(Stopping.turned(g), x) },
    .at(
      \.weights, "last row's weight gradient",
      "`weightGradient` is that of the last row alone: add up what all rows give."
    ) { x, g in
      Matrix.filled(x.columns, g.columns) { x[x.rows - 1, $0] * g[g.rows - 1, $1] }
    },
    .at(
      \.weights, "inputs left out of the weight gradient",
      "Each row of `weightGradient` is the sum of outputGradient: a weight's slope has its own input as a factor, inputᵀ · outputGradient."
    ) { x, g in
      let sums = Stopping.columnSums(g)
      return Matrix.filled(x.columns, g.columns) { sums[0, $1] }
    },
  ]

  private static let ofBiases: [Slip<DenseBackwardChoices>] = [
    .at(
      \.biases, "sum over the units",
      "`biasGradient` has one number for each row: each bias adds up its own column, columnSums(), [1, fanOut]."
    ) { g, _ in Stopping.turned(Stopping.columnSums(Stopping.turned(g))) },
    .at(
      \.biases, "sum over the units as a row",
      "`biasGradient` adds up the units of each example: it is one number a unit, all rows added up, columnSums()."
    ) { g, _ in Stopping.columnSums(Stopping.turned(g)) },
    .at(
      \.biases, "rows not added up",
      "`biasGradient` is outputGradient itself: add its rows up, columnSums(), [1, fanOut]."
    ) {
      g, _ in g
    },
    .at(\.biases, "first row's bias gradient", "`biasGradient` is that of the first row alone: add all rows up.") {
      g, _ in
      Matrix.filled(1, g.columns) { g[$0, $1] }
    },
    .at(\.biases, "last row's bias gradient", "`biasGradient` is that of the last row alone: add up all of them.") {
      g, _ in
      Matrix.filled(1, g.columns) { _, column in g[g.rows - 1, column] }
    },
    .at(\.biases, "bias gradient as a column", "`biasGradient` is a column: it has the shape of b, [1, fanOut].") {
      g, _ in
      Stopping.turned(Stopping.columnSums(g))
    },
    .at(
      \.biases, "one sum for all biases", "`biasGradient` is one number: each unit has its own, the sum of its column."
    ) {
      g, _ in Matrix.filled(1, 1) { _, _ in g.elements.reduce(0, +) }
    },
    .at(
      \.biases, "column sums of the input",
      "`biasGradient` adds up the input: what reaches the biases is outputGradient, so take its columnSums()."
    ) { _, x in Stopping.columnSums(x) },
  ]

  private static let ofStored: [Slip<DenseBackwardChoices>] = [
    .at(
      \.stored.weights, "weight gradient summed over calls",
      "`weightGradient` is added to what it was: each backward replaces it, `=` and not `+=`."
    ) { old, new in try Stopping.entrywise(old, new, +) },
    .at(
      \.stored.biases, "bias gradient summed over calls",
      "`biasGradient` is added to what it was: each backward replaces it, `=` and not `+=`."
    ) { old, new in try Stopping.entrywise(old, new, +) },
    .at(
      \.stored.weights, "weight gradient not set",
      "`weightGradient` stays what it was: set it to inputᵀ · outputGradient."
    ) {
      old, _ in old
    },
    .at(
      \.stored.biases, "bias gradient not set",
      "`biasGradient` stays what it was: set it to outputGradient.columnSums()."
    ) {
      old, _ in old
    },
    .at(
      \.stored, "gradients summed over calls",
      "The gradients are added to those of earlier calls: each backward replaces them, `=` and not `+=`.",
      .both { old, new in try Stopping.entrywise(old, new, +) }),
    .at(
      \.stored, "gradients not set",
      "`weightGradient` and `biasGradient` stay what they were: set them, for the step downhill reads them there.",
      .both { old, _ in old }),
  ]

  private static let ofSent: [Slip<DenseBackwardChoices>] = [
    .at(
      \.sent, "outputGradient returned",
      "outputGradient comes back unchanged: what goes back to the layer before is ∂loss/∂input = outputGradient · Wᵀ."
    ) { $0.gradient },
    .at(
      \.sent, "weights not transposed",
      "W goes into what is returned without being turned: ∂loss/∂input = outputGradient · Wᵀ, weights.transposed."
    ) { try Stopping.product($0.gradient, $0.weights) },
    .at(
      \.sent, "returned transposed",
      "What is returned has rows and columns exchanged: outputGradient · Wᵀ is [N, fanIn], one example a row."
    ) { Stopping.turned(try Stopping.product($0.gradient, Stopping.turned($0.weights))) },
    .at(
      \.sent, "weight gradient returned",
      "`weightGradient` is returned: it is for the step downhill; what goes back is outputGradient · Wᵀ."
    ) { $0.weightGradient },
    .at(\.sent, "input returned", "The input is returned: what goes back is the slope by it, outputGradient · Wᵀ.") {
      $0.input
    },
    .at(
      \.sent, "multiplied by the input",
      "What goes back is multiplied by the input: outputGradient · Wᵀ is the whole of ∂loss/∂input, for the layer is linear."
    ) { try times($0) { $0 } },
    .at(
      \.sent, "masked by the input",
      "What goes back is 0 where the input is not above 0: that is a ReLULayer's task, a dense layer sends all of it back."
    ) { try times($0) { $0 > 0 ? 1 : 0 } },
  ]

  private static func times(_ back: Back, _ factor: (_ input: Double) -> Double) throws -> Matrix {
    let product = try Stopping.product(back.gradient, Stopping.turned(back.weights))
    return try Stopping.entrywise(product, back.input) { $0 * factor($1) }
  }
}
