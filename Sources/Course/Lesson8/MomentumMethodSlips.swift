import Engine

/// Exercise 8.2: steps of other methods, and what takes no part in a step.
extension MomentumChoices {
  /// Steps of other methods, made by several choice points together; they come after these and take their place.
  static let methods: [Slip<MomentumChoices>] = [
    .at(
      \.repeats, "two steps at once",
      "Each call makes two steps, as if the loop ran twice: the velocity takes the gradient up once, and one step follows.",
      2),
    .at(
      \.step, "bias-corrected average",
      "The velocity is an average of the gradients, divided by 1 − βᵗ in step t: here v ← β · v + gradient, and nothing corrects it.",
      Step(shares: Shares(new: { 1 - $0 }), rates: Rates(velocity: { $0.learningRate / (1 - $0.power) }))),
    .at(
      \.step, "gradient for the old velocity",
      "The gradient stands in place of the old velocity, β · gradient + gradient: it is β · v + gradient.",
      Step(shares: Shares(old: { _ in 0 }), joining: { (1 + $0.coefficient) * $0.gradient })),
    .at(
      \.step, "parameters for the old velocity",
      "The parameters stand in place of the old velocity, β · θ + gradient: it is β · v + gradient.",
      Step(shares: Shares(old: { _ in 0 }), joining: { $0.coefficient * $0.parameter + $0.gradient })),
    .at(
      \.step, "learning rate on the old velocity",
      "The old velocity is multiplied with η as well as with β: it is β · v + gradient.",
      Step(
        shares: Shares(old: { _ in 0 }),
        joining: { $0.coefficient * $0.learningRate * $0.velocity + $0.gradient })),
    .at(
      \.step, "coefficient and learning rate exchanged",
      "β and η have changed places: v ← β · v + gradient, and θ ← θ − η · v.",
      Step(
        shares: Shares(old: { _ in 0 }), rates: Rates(velocity: { $0.coefficient }),
        joining: { $0.learningRate * $0.velocity + $0.gradient })),
    .at(
      \.step, "squared gradient dampened",
      "The velocity is an average of the squared gradients: it is v ← β · v + gradient, without squares and without 1 − β.",
      Step(shares: Shares(new: { 1 - $0 }), joining: { $0.gradient * $0.gradient })),
    .at(
      \.step, "Nesterov with the rate in the velocity",
      "This is Nesterov's step, with the learning rate in the velocity: here v ← β · v + gradient and θ ← θ − η · v.",
      Step(
        rates: Rates(gradient: { $0 }, velocity: { _ in 1 }),
        moved: { entry, step, _ in
          entry.parameter - entry.coefficient * step - entry.learningRate * entry.gradient
        })),
  ]

  /// Wrong ideas of what a step leaves for the next one.
  static let memories: [Slip<MomentumChoices>] = [
    .at(
      \.kept, "velocity not kept",
      "No step keeps anything of those before, as in plain gradient descent: step by −η · v, and keep v in `velocity`."
    ) { _, _ in 0 },
    .at(
      \.kept, "only the last gradient taken along",
      "Only the last gradient is taken along: the next step needs all of v, so `velocity` must be the new v."
    ) { old, _ in old.gradient },
    .at(
      \.kept, "first velocity kept for ever",
      "The velocity of the first step is kept for ever: `velocity` must be the new v after every step."
    ) { old, new in old.step == 0 ? new : old.velocity },
    .at(
      \.kept, "step kept", "η · v is kept, so that η comes into the velocity: `velocity` must be v itself."
    ) { old, new in old.learningRate * new },
    .at(
      \.kept, "negative step kept", "−η · v is kept as the velocity: `velocity` must be v itself."
    ) { old, new in -old.learningRate * new },
    .at(
      \.kept, "parameters kept", "The parameters are kept as the velocity: `velocity` must be the new v."
    ) { old, _ in old.parameter },
  ]

  /// What is left out, and what is done for the weights or the biases alone.
  static let omissions: [Slip<MomentumChoices>] = [
    .at(
      \.biases, "biases without momentum",
      "The biases take steps of plain gradient descent: their velocity must be kept and come into the next step, too.",
      .plain),
    .at(\.biases, "biases not moved", "The biases do not move: they take the same step as the weights.", .still),
    .at(
      \.biases, "biases replaced", "The biases are replaced by η · v: subtract it from what they were (`-=`).",
      .replaced),
    .at(
      \.weights, "weights replaced", "The weights are replaced by η · v: subtract it from what they were (`-=`).",
      .replaced),
    .at(
      \.biases, "biases' velocity made twice",
      "The biases' velocity takes the gradient up twice in a step: v ← β · v + gradient, once.", .takenUpTwice),
    .at(
      \.weights, "weights' velocity made twice",
      "The weights' velocity takes the gradient up twice in a step: v ← β · v + gradient, once.", .takenUpTwice),
    .at(\.biases, "biases uphill", "The biases move uphill: they go by −η · v, as the weights do.", .uphill),
    .at(
      \.biases, "biases without coefficient", "β is missing for the biases: their velocity, too, is β · v + gradient.",
      .withoutCoefficient),
    .at(
      \.biases, "biases without learning rate", "The learning rate is missing for the biases: θ ← θ − η · v.",
      .withoutLearningRate),
    .at(
      \.biases, "biases dampened",
      "A factor 1 − β is in the biases' steps: neither v ← β · v + gradient nor θ ← θ − η · v has one.",
      .dampened),
    .at(
      \.biases, "biases with the last gradient alone",
      "The biases take along only the last gradient: the next step needs all of their v.", .withLastGradient),
    .at(
      \.biases, "biases with coefficients exchanged",
      "The biases' old velocity is multiplied by 1 − β: that is the share it loses, β the one it keeps.", .exchanged),
    .at(\.weights, "weights not moved", "The weights do not move: they take the same step as the biases.", .still),
    .at(
      \.layers, "unchanged",
      "The parameters do not move: the gradient must come into v, and θ − η · v must be written back into `parameters`."
    ) { _, _ in false },
    .at(\.layers, "first layer left out", "The first layer does not move: the layers begin with `weights[0]`.") {
      layer, _ in layer > 0
    },
    .firstLayerLeftOutOrStop(\.layers, "does not move"),
    .at(\.layers, "last layer left out", "The last layer does not move: go through all of them.") { $0 < $1 - 1 },
    .at(\.layers, "first layer only", "Only the first layer moves: every layer takes a step.") { layer, _ in layer == 0
    },
    .at(\.layers, "last layer only", "Only the last layer moves: every layer takes the step.") { $0 == $1 - 1 },
    .twoLayersOnly(\.layers),
    .at(\.layers, "two layers at most", "Only the first two layers move: there may be more, and each takes the step.") {
      layer, _ in layer < 2
    },
    .at(
      \.layers, "three layers at most", "Only the first three layers move: there may be more, and each takes the step."
    ) { layer, _ in layer < 3 },
  ]

  /// Where something else is wrong as well, these are other ways to say what slips say: with the biases, with a velocity
  /// that is not kept.
  static let ofOneKind: [Slip<MomentumChoices>] = [
    .alone(
      \.weights, "weights uphill", "The weights move uphill: they go by −η · v, as the biases do.", .uphill),
    .alone(
      \.weights, "weights without coefficient",
      "β is missing for the weights: their velocity, too, is β · v + gradient.",
      .withoutCoefficient),
    .alone(
      \.weights, "weights without learning rate", "The learning rate is missing for the weights: θ ← θ − η · v.",
      .withoutLearningRate),
    .alone(
      \.weights, "weights dampened",
      "A factor 1 − β is in the weights' steps: neither v ← β · v + gradient nor θ ← θ − η · v has one.",
      .dampened),
    .alone(
      \.weights, "weights with coefficients exchanged",
      "The weights' old velocity is multiplied by 1 − β: that is the share it loses, β the one it keeps.", .exchanged),
    .alone(
      \.weights, "weights with the old velocity",
      "The weights move with their old velocity: let it take up the gradient first, then move.", .withOldVelocity),
    .alone(
      \.weights, "weights without momentum",
      "The weights take steps of plain gradient descent: their velocity must be kept and come into the next step, too.",
      .plain),
    .alone(
      \.biases, "biases with the old velocity",
      "The biases move with their old velocity: let it take up the gradient first, then move.",
      .withOldVelocity),
    .alone(
      \.step.shares, "average turned round",
      "The old velocity counts 1 − β and the gradient β, as in an average: it is v ← β · v + gradient.",
      Shares(old: { 1 - $0 }, new: { $0 })),
    .alone(
      \.step.shares, "gradient dampened, velocity whole",
      "The old velocity stays whole and the gradient gets 1 − β: it is v ← β · v + gradient.",
      Shares(old: { _ in 1 }, new: { 1 - $0 })),
  ]
}
