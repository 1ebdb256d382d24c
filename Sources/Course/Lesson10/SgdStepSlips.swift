import Contract
import CourseKit
import Engine

/// What can be done otherwise in 10.7.
struct DecayChoices {
  /// What joins the gradient.
  var decay: @Sendable (Entry) -> Double = { $0.weightDecay * $0.parameter }
  /// What the gradient is taken as.
  var slope: @Sendable (Entry) -> Double = { $0.gradient }
  /// What an entry becomes, from the step's direction.
  var moved: @Sendable (_ entry: Entry, _ slope: Double, _ decay: Double) -> Double = { entry, slope, decay in
    entry.parameter - entry.learningRate * (slope + decay)
  }
  /// Which parameters the decay joins, counted from 0.
  var decaying: @Sendable (_ index: Int, _ matrix: Matrix) -> Bool = { _, _ in true }
  /// Which parameters move, out of how many.
  var moving: @Sendable (_ index: Int, _ count: Int) throws -> Bool = { _, _ in true }
  /// What is put into the model.
  var written: @Sendable (_ new: [Matrix]) -> [Matrix] = { $0 }

  typealias Entry = (parameter: Double, gradient: Double, learningRate: Double, weightDecay: Double)

  func trace(
    _ parameters: [Matrix], _ gradients: [Matrix], _ learningRate: Double, _ weightDecay: Double
  ) throws -> LayerTrace {
    let new = try parameters.indices.map { index in
      let (matrix, gradient) = (parameters[index], gradients[index])
      guard try moving(index, parameters.count) else { return matrix }
      let decays = decaying(index, matrix)
      return Matrix.filled(matrix.rows, matrix.columns) { row, column in
        let entry = (matrix[row, column], gradient[row, column], learningRate, weightDecay)
        return moved(entry, slope(entry), decays ? decay(entry) : 0)
      }
    }
    return LayerTrace([LayerStep("", written(new).enumerated().map { LayerFact("parameters[\($0)]", $1) })])
  }

  static let slips: [Slip<DecayChoices>] = [
    .at(\.decay, "decay missing", "The decay is missing: the step goes along g + decay · p.") { _ in 0 },
    .at(\.decay, "decay's sign", "The decay has the wrong sign and pushes away from 0: it is g + decay · p.") {
      -$0.weightDecay * $0.parameter
    },
    .at(\.decay, "decay doubled", "The decay counts twice: it is decay · p, without a factor 2.") {
      2 * $0.weightDecay * $0.parameter
    },
    .at(\.decay, "decay halved", "The decay counts half: it is decay · p, without a factor ½.") {
      $0.weightDecay * $0.parameter / 2
    },
    .at(\.decay, "decay squared", "The decay is squared: it is decay · p.") {
      $0.weightDecay * $0.weightDecay * $0.parameter
    },
    .at(\.decay, "decay of the square", "The decay is multiplied by p²: its slope is decay · p.") {
      $0.weightDecay * $0.parameter * $0.parameter
    },
    .at(\.decay, "decay of the gradient", "The decay is multiplied by g: it is decay · p, the parameter itself.") {
      $0.weightDecay * $0.gradient
    },
    .at(\.decay, "decay without the parameter", "The decay is added by itself: it is decay · p, the larger p the more.")
    {
      $0.weightDecay
    },
    .at(
      \.decay, "decay by the sign",
      "Every parameter decays by the same amount, as in L1: here it is decay · p, the larger p the more."
    ) { $0.weightDecay * ($0.parameter > 0 ? 1 : $0.parameter < 0 ? -1 : 0) },
    .at(
      \.moved, "decay not multiplied by the learning rate",
      "The decay is not multiplied by η: the step is η · (g + decay · p), so mind the brackets."
    ) { entry, slope, decay in entry.parameter - entry.learningRate * slope - decay },
    .at(
      \.moved, "decay multiplied by the learning rate twice",
      "The decay is multiplied by η twice: the step is η · (g + decay · p), η once for both."
    ) { entry, slope, decay in
      entry.parameter - entry.learningRate * slope - entry.learningRate * entry.learningRate * decay
    },
    .alone(
      \.moved, "decay after the step",
      "The decay is taken of what the step has made already: add decay · p to g first, then make one step."
    ) { entry, slope, _ in
      let moved = entry.parameter - entry.learningRate * slope
      return moved - entry.learningRate * entry.weightDecay * moved
    },
    .at(\.moved, "step made twice", "The step is made twice: once is enough.") { entry, slope, decay in
      let once = entry.parameter - entry.learningRate * (slope + decay)
      return once - entry.learningRate * (slope + entry.weightDecay * once)
    },
    .at(
      \.moved, "learning rate and decay exchanged",
      "η and the decay are exchanged: the step is η · (g + decay · p)."
    ) { entry, slope, _ in entry.parameter - entry.weightDecay * (slope + entry.learningRate * entry.parameter) },
    .at(
      \.moved, "decay 0 moves nothing", "With a decay of 0 nothing moves: then the step is η · g."
    ) { entry, slope, decay in
      entry.weightDecay > 0 ? entry.parameter - entry.learningRate * (slope + decay) : entry.parameter
    },
    .at(\.moved, "uphill", "The step goes uphill: subtract η · (g + decay · p).") { entry, slope, decay in
      entry.parameter + entry.learningRate * (slope + decay)
    },
    .at(\.moved, "learning rate missing", "The learning rate is missing: the step is η · (g + decay · p).") {
      entry, slope, decay in entry.parameter - (slope + decay)
    },
    .at(\.moved, "learning rate twice", "The learning rate counts twice: multiply g + decay · p by η once.") {
      entry, slope, decay in entry.parameter - entry.learningRate * entry.learningRate * (slope + decay)
    },
    .at(
      \.moved, "learning rate for the decay alone",
      "The gradient is not multiplied by η: the step is η · (g + decay · p), so mind the brackets."
    ) { entry, slope, decay in entry.parameter - slope - entry.learningRate * decay },
    .at(
      \.moved, "parameters replaced",
      "The parameters become the step itself: subtract η · (g + decay · p) from what they were."
    ) { entry, slope, decay in entry.learningRate * (slope + decay) },
    .at(
      \.moved, "parameters replaced downhill",
      "The parameters become the step itself, −η · (g + decay · p): add that to what they were."
    ) { entry, slope, decay in -entry.learningRate * (slope + decay) },
    .at(\.slope, "gradient missing", "The gradient is missing, only the decay moves anything: it is g + decay · p.") {
      _ in 0
    },
    .at(\.slope, "gradient's sign", "The gradient has the wrong sign: subtract η · (g + decay · p).") { -$0.gradient },
    .at(
      \.decaying, "biases without decay",
      "The biases do not decay, as in lesson 6: here every parameter does, biases included."
    ) { index, _ in index.isMultiple(of: 2) },
    .at(
      \.decaying, "single rows without decay",
      "What has one row does not decay: every parameter does, biases included, and weights of a single row."
    ) { _, matrix in matrix.rows != 1 },
    .at(\.decaying, "weights without decay", "Only the biases decay: every parameter does, the weights above all.") {
      index, _ in
      !index.isMultiple(of: 2)
    },
    .at(\.decaying, "decay of the first parameter only", "Only the first matrix decays: every one does.") { index, _ in
      index == 0
    },
    .at(
      \.moving, "not written back",
      "The model's parameters do not change: put the new ones into `model.parameters`, of every kind of layer; a variable of your own is a copy."
    ) { _, _ in false },
    .at(\.moving, "first parameter only", "Only parameters[0] moves: go over all of them.") { index, _ in index == 0 },
    .at(\.moving, "first layer only", "Only the first two matrices move: there may be more, so go over all of them.") {
      index, _ in index < 2
    },
    .at(\.moving, "first parameter left out", "parameters[0] does not move: the list begins there.") { index, _ in
      index > 0
    },
    .at(\.moving, "last parameter left out", "The last matrix does not move: go over all of them.") { $0 < $1 - 1 },
    .at(\.moving, "last parameter only", "Only the last matrix moves: write each of them back, not only one.") {
      $0 == $1 - 1
    },
    .at(\.moving, "biases not moved", "The biases do not move: every parameter takes the step.") { index, _ in
      index.isMultiple(of: 2)
    },
    .at(\.moving, "weights not moved", "The weights do not move: every parameter takes the step.") { index, _ in
      !index.isMultiple(of: 2)
    },
    .at(\.written, "order turned round", "The parameters are put back from the last to the first: keep their order.") {
      $0.reversed()
    },
    .at(
      \.written, "one parameter put back",
      "Only one matrix is left in `model.parameters`: put all of them back, in their order."
    ) { Array($0.suffix(1)) },
    .at(
      \.written, "weights put back alone",
      "`model.parameters` has lost its biases: put all of them back, in their order."
    ) { new in new.indices.filter { $0.isMultiple(of: 2) }.map { new[$0] } },
  ]
}
