import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 8.1: zeros in the shapes of the gradients.
  static let zeroVelocity: Exercise = Exercise(
    Specification(
      Lesson8.zeroVelocity, choosing: VelocityChoices(),
      right: { choices, _, gradients in
        let layers = choices.layers(gradients)
        let count = gradients.weights.count
        func zeros(_ shapes: [Matrix], _ entry: (Double) -> Double) -> [Matrix] {
          shapes.enumerated().map { layer, shape in
            let matrix = choices.shapes(shape)
            return choices.isChanged(layer, count) ? matrix.map(entry) : matrix
          }
        }
        return try Gradients(
          weights: zeros(choices.weights(layers), choices.entry.weight),
          biases: zeros(choices.biases(layers), choices.entry.bias))
      }, slips: slips
    ).drawing { size, generator in
      let parameters = Samples.parameters(size, &generator)
      return Samples.gradients(like: parameters, &generator)
    }.drawingAtEdges { size, generator in
      EdgeSamples.gradients(like: EdgeSamples.parameters(size, &generator), &generator)
    }
    .made(as: "0", for: "weights[0]", of: [Ingredient("g") { _, gradients in gradients.weights[0] }]),
    demonstration: Demonstration { student in
      let velocity = try student.call(Lesson8.zeroVelocity, try PageExample.gradients)
      return velocity.components.map { DemonstratedCall("`zeroVelocity(like: gradients).\($0.name)`", $0.matrix) }
    }
  ) { velocity in
    [
      velocity.check(
        .shape, "the shapes of the gradients of 3-5-4-1", on: Samples.gradients([3, 5, 4, 1], seed: 131)),
      velocity.check(
        .value, "0 for every weight and every bias", on: Samples.gradients([2, 3, 1], seed: 133)),
      velocity.checkEverySize("right on 60 networks of one to five layers"),
    ]
  }
}

extension Oracle {
  static func zeroVelocity(_ gradients: Gradients) -> Gradients {
    Gradients(
      weights: gradients.weights.map { Matrix.filled($0.rows, $0.columns) { _, _ in 0 } },
      biases: gradients.biases.map { Matrix.filled($0.rows, $0.columns) { _, _ in 0 } })
  }
}

/// What can be done otherwise in 8.1.
private struct VelocityChoices {
  /// Which layers have a velocity.
  var layers: @Sendable (Gradients) -> Gradients = { $0 }
  /// What becomes of each matrix.
  var shapes: @Sendable (Matrix) -> Matrix = { $0 }
  /// What gives the weights' velocity its shapes.
  var weights: @Sendable (Gradients) throws -> [Matrix] = { $0.weights }
  /// What gives the biases' velocity its shapes.
  var biases: @Sendable (Gradients) throws -> [Matrix] = { $0.biases }
  /// Whether a layer's entries are changed; they are those of the gradients otherwise.
  var isChanged: @Sendable (_ layer: Int, _ count: Int) -> Bool = { _, _ in true }
  /// What the entries are, from those of the gradients.
  var entry = Entry()

  struct Entry {
    var weight: @Sendable (_ gradient: Double) -> Double = { _ in 0 }
    var bias: @Sendable (_ gradient: Double) -> Double = { _ in 0 }

    static func both(_ entry: @escaping @Sendable (_ gradient: Double) -> Double) -> Entry {
      Entry(weight: entry, bias: entry)
    }
  }
}

private let slips: [Slip<VelocityChoices>] = entries + weightEntries + layers + shapes

/// Both kinds come after each alone, so that they take its place.
private let entries: [Slip<VelocityChoices>] = [
  .at(\.entry.bias, "biases at 1", "The biases' velocity starts at 1: every entry is 0.") { _ in 1 },
  .at(
    \.entry.bias, "biases copied",
    "The biases' velocity holds their gradients: only the shapes count, every entry must be 0."
  ) { $0 },
  .at(
    \.entry.bias, "biases with the opposite sign",
    "The biases' velocity holds their gradients with the opposite sign: every entry must be 0."
  ) { -$0 },
  .at(\.entry, "ones", "The velocity starts at 1: an optimizer at rest has the velocity 0.", .both { _ in 1 }),
  .at(
    \.entry, "copies of the gradients",
    "These are the gradients themselves: only their shapes count, every entry is 0.",
    .both { $0 }),
  .at(
    \.entry, "gradients with the opposite sign",
    "These are the gradients with the opposite sign: only their shapes count, every entry is 0.", .both { -$0 }),
  .at(
    \.entry, "velocity that there is",
    "This is the velocity that the optimizer has already: the answer is 0 in every entry all the same.",
    .both { 2 + $0 }),
]

/// If the biases are missing as well, these are other ways to say what is wrong with both kinds.
private let weightEntries: [Slip<VelocityChoices>] = [
  .alone(
    \.entry.weight, "weights copied",
    "The weights' velocity holds their gradients: only the shapes count, every entry must be 0."
  ) { $0 },
  .alone(\.entry.weight, "weights at 1", "The weights' velocity starts at 1: every entry is 0.") { _ in 1 },
]

private let layers: [Slip<VelocityChoices>] = [
  .at(\.layers, "first layer only", "Only the first layer has a velocity: every layer needs one.") {
    Gradients(weights: Array($0.weights.prefix(1)), biases: Array($0.biases.prefix(1)))
  },
  .at(\.layers, "last layer only", "Only the last layer has a velocity: every one needs its own.") {
    Gradients(weights: $0.weights.suffix(1), biases: $0.biases.suffix(1))
  },
  .at(\.layers, "first layer left out", "The first layer has no velocity: the layers begin with `weights[0]`.") {
    Gradients(weights: Array($0.weights.dropFirst()), biases: Array($0.biases.dropFirst()))
  },
  .at(\.layers, "last layer left out", "The last layer has no velocity: go through all of them.") {
    Gradients(weights: $0.weights.dropLast(), biases: $0.biases.dropLast())
  },
  .at(\.layers, "two layers at most", "Only the first two layers have a velocity: there may be more.") {
    Gradients(weights: Array($0.weights.prefix(2)), biases: Array($0.biases.prefix(2)))
  },
  .at(\.layers, "three layers at most", "Only the first three layers have a velocity: there may be more.") {
    Gradients(weights: Array($0.weights.prefix(3)), biases: Array($0.biases.prefix(3)))
  },
  .at(
    \.layers, "one number in all",
    "There is one number for all weights and one for all biases: each entry needs its own."
  ) { _ in Gradients(weights: [zeros(1, 1)], biases: [zeros(1, 1)]) },
  .at(
    \.isChanged, "first layer copied", "The first layer still has its gradients: every entry is 0, from layer 0 on."
  ) { layer, _ in layer > 0 },
  .at(
    \.isChanged, "last layer copied", "The last layer still has its gradients: every entry is 0, in all layers."
  ) { $0 < $1 - 1 },
  .at(
    \.isChanged, "only the first layer zero",
    "Only the first layer is 0: every entry of every layer must be, so go through all of them."
  ) { layer, _ in layer == 0 },
  .at(\.layers, "nothing", "There is no matrix in it: every layer needs zeros for its weights and for its biases.") {
    _ in Gradients(weights: [], biases: [])
  },
  .at(\.layers, "layers turned round", "The layers come in the opposite order: the first one comes first.") {
    Gradients(weights: $0.weights.reversed(), biases: $0.biases.reversed())
  },
  .at(\.layers, "weights and biases exchanged", "Weights and biases are exchanged: each has a list of its own.") {
    Gradients(weights: $0.biases, biases: $0.weights)
  },
  .at(
    \.layers, "one shape for every layer",
    "Every layer has the shapes of the last one: take those of the layer's own gradients."
  ) { of($0, layer: $0.weights.count - 1) },
  .at(
    \.layers, "shape of the first layer",
    "Every layer has the shapes of the first one: take those of its own gradients."
  ) { of($0, layer: 0) },
]

private let shapes: [Slip<VelocityChoices>] = [
  .at(\.weights, "weights transposed", "Rows and columns of the weights are exchanged: the rows of each come first.") {
    $0.weights.map(\.transposed)
  },
  .at(
    \.weights, "weights in the shapes of the biases",
    "The weights have the shapes of the biases: go by `gradients.weights`."
  ) { $0.biases },
  .at(\.weights, "weights missing", "The weights are missing: they have a velocity, too.") { _ in [] },
  .at(
    \.weights, "rows for columns", "The weights have as many columns as rows: take the columns of each matrix as well."
  ) { $0.weights.map { zeros($0.rows, $0.rows) } },
  .at(
    \.weights, "columns for rows", "The weights have as many rows as columns: take the rows of each matrix as well."
  ) { $0.weights.map { zeros($0.columns, $0.columns) } },
  .at(\.weights, "one row too many", "The weights have one row too many: it is `rows` itself.") {
    $0.weights.map { zeros($0.rows + 1, $0.columns) }
  },
  .at(\.weights, "one column too many", "The weights have one column too many: it is `columns` itself.") {
    $0.weights.map { zeros($0.rows, $0.columns + 1) }
  },
  .at(\.weights, "one column too few", "The weights have one column too few: it is `columns` itself, no less.") {
    $0.weights.map { zeros($0.rows, $0.columns - 1) }
  },
  .at(
    \.weights, "weights turned round", "The layers' weights come in the opposite order: the first layer's come first."
  ) {
    $0.weights.reversed()
  },
  .at(\.biases, "biases turned round", "The layers' biases come in the opposite order: the first layer's come first.") {
    $0.biases.reversed()
  },
  .at(\.biases, "one bias too many", "The biases have one entry too many: there is one for each unit.") {
    $0.biases.map { zeros(1, $0.columns + 1) }
  },
  .at(\.biases, "one bias too few", "The biases have one entry too few: each unit has one.") {
    $0.biases.map { zeros(1, $0.columns - 1) }
  },
  .at(\.weights, "one row too few", "The weights have one row too few: it is `rows` itself, no less.") {
    $0.weights.map { zeros($0.rows - 1, $0.columns) }
  },
  .at(\.weights, "one column", "The weights have one column only: each matrix has `columns` of them.") {
    $0.weights.map { zeros($0.rows, 1) }
  },
  .at(\.weights, "one weight a layer", "The weights of each layer have one entry only: it is `rows` times `columns`.") {
    $0.weights.map { _ in zeros(1, 1) }
  },
  .at(
    \.weights, "weights in the shape of the first layer's",
    "The weights of every layer have the shape of the first layer's: take that of their own gradients."
  ) { gradients in gradients.weights.map { _ in gradients.weights[0] } },
  .at(\.weights, "first layer's weights only", "Only the first layer's weights have a velocity: every layer's do.") {
    Array($0.weights.prefix(1))
  },
  .at(\.weights, "last layer's weights missing", "The last layer's weights have no velocity: go through all of them.") {
    $0.weights.dropLast()
  },

  .at(\.biases, "biases as columns", "Rows and columns of the biases are exchanged: each is a row, [1, fanOut].") {
    $0.biases.map(\.transposed)
  },
  .at(
    \.biases, "biases in the shapes of the weights",
    "The biases have the shapes of the weights: go by `gradients.biases`."
  ) { $0.weights },
  .at(\.biases, "biases missing", "The biases are missing: they have a velocity, too.") { _ in [] },
  .at(
    \.biases, "biases as wide as the inputs",
    "The biases are as wide as the layer's inputs: each layer has fanOut of them."
  ) { $0.weights.map { zeros(1, $0.rows) } },
  .at(
    \.biases, "biases as columns of the inputs",
    "The biases are columns, one entry for each input: each is [1, fanOut]."
  ) { $0.weights.map { zeros($0.rows, 1) } },
  .at(\.biases, "biases square", "The biases have as many rows as columns: each is one row, [1, fanOut].") {
    $0.biases.map { zeros($0.columns, $0.columns) }
  },
  .at(\.biases, "one bias a layer", "The biases of each layer have one entry only: there is one for each unit.") {
    $0.biases.map { _ in zeros(1, 1) }
  },
  .at(\.biases, "first layer's biases only", "Only the first layer's biases have a velocity: every layer's do.") {
    Array($0.biases.prefix(1))
  },
  .at(\.biases, "biases of the last layer missing", "The last layer's biases have no velocity: go through all of them.")
  {
    $0.biases.dropLast()
  },
  .at(
    \.biases, "one bias at the output", "The last layer's biases have one entry only, but it may have several units."
  ) { $0.biases.dropLast() + [zeros(1, 1)] },
  .at(
    \.shapes, "one number a layer",
    "Each matrix has only one entry: every weight and every bias has a velocity of its own."
  ) { _ in zeros(1, 1) },
]

private func zeros(_ rows: Int, _ columns: Int) -> Matrix { Matrix.filled(rows, columns) { _, _ in 0 } }

/// Gradients each of whose layers has the shapes of one of them.
private func of(_ gradients: Gradients, layer: Int) -> Gradients {
  Gradients(
    weights: gradients.weights.map { _ in gradients.weights[layer] },
    biases: gradients.biases.map { _ in gradients.biases[layer] })
}
