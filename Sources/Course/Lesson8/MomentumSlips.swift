import Contract
import CourseKit
import Engine

extension MomentumChoices {
  static let slips: [Slip<MomentumChoices>] =
    starts + velocities + rates + moves + methods + memories + omissions + ofOneKind

  /// Where the velocity begins.
  private static let starts: [Slip<MomentumChoices>] = [
    .at(
      \.start, "starts at the gradient",
      "The velocity starts at the first gradient, which then counts 1 + β times in it: it starts at zero (zeroVelocity)."
    ) { _, _, gradients in gradients },
    .at(
      \.start, "biases start at the gradient",
      "The biases' velocity starts at their first gradient, which then counts 1 + β times in it: it starts at zero (zeroVelocity)."
    ) { answers, _, gradients in
      Gradients(weights: try answers(Lesson8.zeroVelocity, gradients).weights, biases: gradients.biases)
    },
    .at(
      \.start, "starts against the gradient",
      "The velocity starts at the first gradient with a minus: it starts at zero (zeroVelocity)."
    ) { _, _, gradients in
      Gradients(weights: gradients.weights.map { -1 * $0 }, biases: gradients.biases.map { -1 * $0 })
    },
    .at(
      \.start, "starts at the parameters", "The velocity starts at the parameters: it starts at zero (zeroVelocity)."
    ) { _, parameters, _ in Gradients(weights: parameters.weights, biases: parameters.biases) },
    .at(\.start, "starts at 1", "The velocity starts at 1: it starts at zero (zeroVelocity).") { _, _, gradients in
      Gradients(
        weights: gradients.weights.map { $0.map { _ in 1 } }, biases: gradients.biases.map { $0.map { _ in 1 } })
    },
    .at(
      \.first, "first step not made", "The first step is not made: from zero velocity it is one of plain descent.",
      .notMade),
    .at(
      \.first, "first gradient only taken up",
      "In the first step the velocity takes up the gradient, but the parameters do not move: they move in every step.",
      .onlyTakenUp),
    .at(
      \.first, "first gradient forgotten",
      "The first step leaves no trace in the velocity: it must take up the first gradient, too.", .withoutMomentum),
  ]

  /// What the velocity is made of; what several choice points make together comes last, so that it takes their place.
  private static let velocities: [Slip<MomentumChoices>] = [
    .at(
      \.step.shares.new, "gradient dampened",
      "A factor 1 − β is in every step, as in an average: neither v ← β · v + gradient nor θ ← θ − η · v has one."
    ) { 1 - $0 },
    .at(
      \.step.shares.new, "coefficient on both",
      "A factor β is in every step: it belongs to the old velocity alone, v ← β · v + gradient."
    ) { $0 },
    .at(
      \.step.joining, "gradient squared",
      "The gradients are squared before they join the velocity: they join as they are, v ← β · v + gradient."
    ) { $0.gradient * $0.gradient },
    .at(
      \.step.joining, "parameter for gradient",
      "The parameters join the velocity in place of the gradient: it is β · v + gradient."
    ) { $0.parameter },
    .at(
      \.step.joining, "gradient and parameter",
      "The parameters join the velocity, too: it is β · v + gradient alone."
    ) { $0.gradient + $0.parameter },
    .at(
      \.step.shares.old, "coefficients exchanged",
      "The old velocity is multiplied by 1 − β: that is the share it loses, β the one it keeps."
    ) { 1 - $0 },
    .at(
      \.step.shares.old, "coefficient forgotten", "β is missing: the velocity keeps all of itself and never slows down."
    ) { _ in 1 },
    .at(
      \.step.shares.old, "coefficient negative",
      "Old velocity and gradient have opposite signs: they are added, v ← β · v + gradient."
    ) { -$0 },
    .at(
      \.step.shares.old, "coefficient twice",
      "β is multiplied in twice: the new velocity has β times the old one, and nothing else takes a share of it."
    ) { $0 * $0 },
    .at(\.step.shares.old, "coefficient fixed at 0.9", "β is 0.9 here, whatever `coefficient` is: use `coefficient`.") {
      _ in 0.9
    },
    .at(\.step.shares.old, "coefficient fixed at 0.5", "β is 0.5 here, whatever `coefficient` is: use `coefficient`.") {
      _ in 0.5
    },
    .at(\.step.shares.old, "coefficient fixed at 0.99", "β is 0.99 here, whatever `coefficient` is: use `coefficient`.")
    {
      _ in 0.99
    },
    .at(\.step.shares.old, "coefficient cut", "β is cut at 0.9: use `coefficient` as it is.") { min($0, 0.9) },
    .at(
      \.step.shares.old, "1 + β",
      "The old velocity is multiplied by 1 + β: only β of it must remain. If you add β · v to v with `+=`, take `=`."
    ) { 1 + $0 },
    .at(
      \.step.shares, "coefficient on the gradient",
      "β multiplies the gradient: it belongs to the velocity, v ← β · v + gradient.",
      Shares(old: { _ in 1 }, new: { $0 })),
  ]

  /// What the learning rate is multiplied with.
  private static let rates: [Slip<MomentumChoices>] = [
    .at(\.step.rates.velocity, "learning rate forgotten", "The learning rate is missing: θ ← θ − η · v.") { _ in 1 },
    .at(
      \.step.rates.velocity, "divided by the learning rate",
      "The velocity is divided by the learning rate: θ ← θ − η · v."
    ) { 1 / $0.learningRate },
    .at(
      \.step.rates.velocity, "learning rate squared", "The learning rate is squared: it comes in once, θ ← θ − η · v."
    ) { $0.learningRate * $0.learningRate },
    .at(
      \.step.rates.velocity, "coefficient for learning rate",
      "The step is β · v: it is the learning rate that belongs there, η · v."
    ) { $0.coefficient },
    .at(\.step.rates.velocity, "steps doubled", "Every step is twice as long as it should be: it is η · v, once.") {
      2 * $0.learningRate
    },
    .at(\.step.rates.velocity, "steps halved", "Every step is half as long as it should be: it is η · v.") {
      $0.learningRate / 2
    },
    .at(\.step.rates.velocity, "learning rate fixed at 0.1", "η is 0.1 here, whatever `learningRate` is: use that.") {
      _ in 0.1
    },
    .at(
      \.step.rates.velocity, "learning rate fixed at 0.01",
      "η is 0.01 here, whatever `learningRate` is: use it instead."
    ) { _ in 0.01 },
    .at(
      \.step.rates.velocity, "learning rate fixed at 0.001",
      "η is 0.001 here, whatever `learningRate` is: use it in its place."
    ) { _ in 0.001 },
    .at(
      \.step.rates.velocity, "1 − η", "The step is (1 − η) · v: it is η · v."
    ) { 1 - $0.learningRate },
    .at(
      \.step.rates.velocity, "divided by 1 − β", "Every step is divided by 1 − β: θ ← θ − η · v, without any β."
    ) { $0.learningRate / (1 - $0.coefficient) },
    .at(
      \.step.rates.velocity, "bias-corrected",
      "In step number t the velocity is divided by 1 − βᵗ: here the parameters move by −η · v itself, which nothing corrects."
    ) { $0.learningRate / (1 - $0.power) },
    .at(
      \.step.rates.gradient, "learning rate twice",
      "The learning rate is multiplied in twice: it belongs to θ ← θ − η · v and not to the velocity."
    ) { $0 },
    .at(
      \.step.rates, "learning rate in the velocity",
      "The learning rate is in the velocity, so a new rate does not reach what it holds: v ← β · v + gradient, θ ← θ − η · v.",
      Rates(gradient: { $0 }, velocity: { _ in 1 })),
  ]

  /// How the parameters move.
  private static let moves: [Slip<MomentumChoices>] = [
    .at(
      \.step.sign, "uphill",
      "The parameters move uphill: the gradient joins the velocity with +, and the parameters go against it, −η · v.",
      -1),
    .at(
      \.step.moved, "Nesterov",
      "This is Nesterov's step, which looks ahead to β · v + gradient: here the parameters move by −η · v itself."
    ) { entry, step, rate in entry.parameter - entry.coefficient * step - rate * entry.gradient },
    .at(
      \.step.moved, "old velocity",
      "The parameters move with the old velocity: let it take up the gradient first, then move."
    ) { entry, _, rate in entry.parameter - rate * entry.velocity },
    .at(
      \.step.moved, "plain step and share of the velocity",
      "The parameters move by η · gradient and by β · v: v holds the gradient already, so they move by −η · v alone."
    ) { entry, step, rate in
      entry.parameter - rate * entry.gradient - (rate == 0 ? 0 : entry.coefficient * step / rate)
    },
    .at(
      \.step.moved, "plain step and share of the old velocity",
      "The parameters move by η · gradient and by β · the old v, without η: they move by −η · v, with the new v."
    ) { entry, _, rate in entry.parameter - rate * entry.gradient - entry.coefficient * entry.velocity },
    .at(
      \.step.moved, "velocity and gradient",
      "The parameters move by the gradient and by the velocity that holds it already: by −η · v alone."
    ) { entry, step, rate in entry.parameter - step - rate * entry.gradient },
    .at(
      \.step.moved, "parameters replaced", "The parameters become −η · v and lose what they were: θ ← θ − η · v."
    ) { _, step, _ in -step },
    .at(
      \.step.moved, "parameters become the step", "The parameters become η · v and lose what they were: θ ← θ − η · v."
    ) { _, step, _ in step },
    .at(
      \.step.moved, "sign of the difference",
      "The difference is the wrong way round: it is θ − η · v and not η · v − θ."
    ) { entry, step, _ in step - entry.parameter },
    .at(\.step.moved, "velocity squared", "The velocity is squared in the step: θ ← θ − η · v.") { entry, step, rate in
      rate == 0 ? entry.parameter : entry.parameter - step * step / rate
    },
    .at(
      \.step.moved, "parameters multiplied", "The step is multiplied with the parameters: θ ← θ − η · v."
    ) { entry, step, _ in entry.parameter - step * entry.parameter },
    .at(
      \.step.moved, "coefficient on the parameters",
      "The parameters keep only β of themselves: β belongs to the velocity, θ ← θ − η · v."
    ) { entry, step, _ in entry.coefficient * entry.parameter - step },
    .at(
      \.step.moved, "weight decay",
      "Besides, each step takes η times the parameters themselves off, as a factor 1 − η does: θ ← θ − η · v."
    ) { entry, step, _ in (1 - entry.learningRate) * entry.parameter - step },
  ]

  /// Steps of other methods, made by several choice points together; they come after these and take their place.
  private static let methods: [Slip<MomentumChoices>] = [
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
  private static let memories: [Slip<MomentumChoices>] = [
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
  private static let omissions: [Slip<MomentumChoices>] = [
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
    .at(
      \.layers, "first layer left out, one layer stops",
      "The first layer does not move, and a network of one layer stops it: begin at `weights[0]`."
    ) { layer, count in
      if count < 2 { throw PredictedStop() }
      return layer > 0
    },
    .at(\.layers, "last layer left out", "The last layer does not move: go through all of them.") { $0 < $1 - 1 },
    .at(\.layers, "first layer only", "Only the first layer moves: every layer takes a step.") { layer, _ in layer == 0
    },
    .at(\.layers, "last layer only", "Only the last layer moves: every layer takes the step.") { $0 == $1 - 1 },
    .at(
      \.layers, "two layers only",
      "This is right for two layers: it needs `weights[0]` and `weights[1]`, but there may be one layer or many. Let a loop go over all of them."
    ) { layer, count in
      if count < 2 { throw PredictedStop() }
      return layer < 2
    },
    .at(\.layers, "two layers at most", "Only the first two layers move: there may be more, and each takes the step.") {
      layer, _ in layer < 2
    },
    .at(
      \.layers, "three layers at most", "Only the first three layers move: there may be more, and each takes the step."
    ) { layer, _ in layer < 3 },
  ]

  /// Where something else is wrong as well, these are other ways to say what slips say: with the biases, with a velocity
  /// that is not kept.
  private static let ofOneKind: [Slip<MomentumChoices>] = [
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
