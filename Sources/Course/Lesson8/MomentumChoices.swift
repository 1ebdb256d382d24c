import Contract
import CourseKit
import Wire

/// What can be done otherwise in 8.2.
struct MomentumChoices {
  /// The velocity before the first step.
  var start: @Sendable (Answers, Parameters, Gradients) throws -> Gradients = { answers, _, gradients in
    try answers(Lesson8.zeroVelocity, gradients)
  }
  /// What the first step does.
  var first = FirstStep.asTheOthers
  var step = Step()
  /// How many steps a step makes.
  var repeats = 1
  /// What is kept as the velocity, from what it was and what it has become.
  var kept: @Sendable (_ old: MovingEntry, _ new: Double) -> Double = { $1 }
  /// What the weights do.
  var weights = Way.withMomentum
  /// What the biases do.
  var biases = Way.withMomentum
  /// Whether a layer's turn comes.
  var layers: LayerTurn = { _, _ in true }

  /// A step of one weight or bias.
  struct Step {
    var shares = Shares()
    var rates = Rates()
    /// What joins the velocity.
    var joining: @Sendable (MovingEntry) -> Double = { $0.gradient }
    /// 1 against the velocity, −1 along it.
    var sign = 1.0
    /// What the parameter becomes with the new velocity, which is multiplied with the rate already.
    var moved: @Sendable (MovingEntry, _ step: Double, _ rate: Double) -> Double = { entry, step, _ in
      entry.parameter - step
    }
  }

  /// What the old velocity and the gradient are multiplied with.
  struct Shares {
    var old: @Sendable (_ coefficient: Double) -> Double = { $0 }
    var new: @Sendable (_ coefficient: Double) -> Double = { _ in 1 }
  }

  /// What the learning rate does to the gradient and to the velocity.
  struct Rates {
    var gradient: @Sendable (_ learningRate: Double) -> Double = { _ in 1 }
    var velocity: @Sendable (MovingEntry) -> Double = { $0.learningRate }
  }

  enum FirstStep { case asTheOthers, notMade, onlyTakenUp, withoutMomentum }
  enum Way {
    case withMomentum, plain, still, uphill, withoutCoefficient, withoutLearningRate, exchanged, dampened,
      withLastGradient, withOldVelocity, replaced, takenUpTwice
  }

  func trace(
    _ answers: Answers, _ parameters: Parameters, _ gradients: [Gradients], _ coefficient: Double,
    _ learningRates: [Double]
  ) throws -> MomentumTrace {
    let count = parameters.weights.count
    let isTurn = try (0..<count).map { try layers($0, count) }
    return try MovingEntry.trace(
      parameters, gradients, coefficient, learningRates, start: { try start(answers, parameters, $0) }
    ) { entry in
      for _ in 0..<repeats where isTurn[entry.layer] { move(&entry) }
    }
  }

  private func move(_ entry: inout MovingEntry) {
    let old = entry
    var step = step
    if entry.step == 0 {
      switch first {
      case .asTheOthers: break
      case .notMade: return
      case .onlyTakenUp: step.moved = { entry, _, _ in entry.parameter }
      case .withoutMomentum:
        entry.parameter -= entry.learningRate * entry.gradient
        return
      }
    }
    switch entry.isBias ? biases : weights {
    case .withMomentum, .withLastGradient: break
    case .plain: step.shares.old = { _ in 0 }
    case .still: return
    case .uphill: step.sign = -1
    case .withoutCoefficient: step.shares.old = { _ in 1 }
    case .exchanged: step.shares.old = { 1 - $0 }
    case .withoutLearningRate: step.rates.velocity = { _ in 1 }
    case .dampened: step.shares.new = { 1 - $0 }
    case .replaced: step.moved = { _, step, _ in step }
    case .takenUpTwice:
      entry.velocity = step.shares.old(old.coefficient) * old.velocity + step.joining(old)
    case .withOldVelocity: step.moved = { entry, _, rate in entry.parameter - rate * entry.velocity }
    }
    let gradient = step.shares.new(old.coefficient) * step.rates.gradient(old.learningRate) * step.joining(old)
    let new = step.shares.old(old.coefficient) * entry.velocity + gradient
    let rate = step.sign * step.rates.velocity(old)
    entry.parameter = step.moved(old, rate * new, rate)
    entry.velocity = (entry.isBias ? biases : weights) == .withLastGradient ? old.gradient : kept(old, new)
  }
}
