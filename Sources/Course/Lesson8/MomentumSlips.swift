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
}
