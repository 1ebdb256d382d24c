import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

/// Exercise 8.2: the wrong versions that are known.
enum MomentumMistakes {
  typealias WrongVersion = Misconception<(Parameters, [Gradients], Double, [Double]), MomentumTrace>

  static let all = velocities + moves + omissions

  /// Wrong ideas of the velocity.
  private static let velocities = [
    wrong(
      "velocity not kept",
      "These are steps of plain gradient descent: keep the new velocity in `velocity`, and take β of it into the next step."
    ) { $0.parameter -= $0.learningRate * $0.gradient },
    WrongVersion(
      "starts at the gradient",
      "The velocity starts at the first gradient, which then counts twice: it starts at zero (zeroVelocity)."
    ) { _, parameters, gradients, coefficient, learningRates in
      MovingEntry.trace(
        parameters, gradients, coefficient, learningRates, start: { $0 }, rule: MovingEntry.right)
    },
    velocity(
      "gradient dampened",
      "Every step is 1 − β times the right one, as in an average: the gradient joins whole, v ← β · v + gradient."
    ) {
      $0.coefficient * $0.velocity + (1 - $0.coefficient) * $0.gradient
    },
    velocity(
      "coefficient on the gradient", "β multiplies the gradient: it belongs to the velocity, v ← β · v + gradient."
    ) {
      $0.velocity + $0.coefficient * $0.gradient
    },
    velocity(
      "coefficient on both",
      "Every step is β times the right one: β belongs to the old velocity alone, v ← β · v + gradient."
    ) {
      $0.coefficient * ($0.velocity + $0.gradient)
    },
    velocity(
      "coefficients exchanged",
      "The old velocity is multiplied by 1 − β: that is the share it loses, β the one it keeps."
    ) {
      (1 - $0.coefficient) * $0.velocity + $0.gradient
    },
    velocity("coefficient forgotten", "β is missing: the velocity keeps all of itself and never slows down.") {
      $0.velocity + $0.gradient
    },
  ]

  /// Wrong ideas of how the parameters move.
  private static let moves = [
    wrong(
      "learning rate in the velocity",
      "The learning rate is in the velocity, so a new rate does not reach what it holds: v ← β · v + gradient, θ ← θ − η · v."
    ) {
      $0.velocity = $0.coefficient * $0.velocity + $0.learningRate * $0.gradient
      $0.parameter -= $0.velocity
    },
    wrong(
      "learning rate twice",
      "The learning rate is multiplied in twice: it belongs to θ ← θ − η · v and not to the velocity."
    ) {
      $0.velocity = $0.coefficient * $0.velocity + $0.learningRate * $0.gradient
      $0.parameter -= $0.learningRate * $0.velocity
    },
    wrong("learning rate forgotten", "The learning rate is missing: θ ← θ − η · v.") {
      $0.velocity = $0.coefficient * $0.velocity + $0.gradient
      $0.parameter -= $0.velocity
    },
    wrong(
      "uphill",
      "The parameters move uphill: the gradient joins the velocity with +, and the parameters go against it, −η · v."
    ) {
      $0.velocity = $0.coefficient * $0.velocity + $0.gradient
      $0.parameter += $0.learningRate * $0.velocity
    },
    wrong(
      "Nesterov",
      "This is Nesterov's step, which looks ahead to β · v + gradient: here the parameters move by −η · v itself."
    ) {
      $0.velocity = $0.coefficient * $0.velocity + $0.gradient
      $0.parameter -= $0.learningRate * ($0.coefficient * $0.velocity + $0.gradient)
    },
    wrong(
      "old velocity", "The parameters move with the old velocity: let it take up the gradient first, then move."
    ) {
      $0.parameter -= $0.learningRate * $0.velocity
      $0.velocity = $0.coefficient * $0.velocity + $0.gradient
    },
  ]

  /// What is left out.
  private static let omissions = [
    wrong("biases without momentum", "The biases take steps of plain gradient descent: they have a velocity, too.") {
      entry in
      if entry.isBias { entry.velocity = 0 }
      MovingEntry.right(&entry)
    },
    wrong("biases not moved", "The biases do not move: they take the same step as the weights.") { entry in
      if !entry.isBias { MovingEntry.right(&entry) }
    },
    wrong("first layer left out", "The first layer does not move: the layers begin with `weights[0]`.") { entry in
      if entry.layer > 0 { MovingEntry.right(&entry) }
    },
    wrong("unchanged", "The parameters do not move. If you changed a copy, write it back into `parameters`.") { _ in },
  ]

  private static func wrong(_ name: String, _ sentence: String, _ rule: @escaping MovingEntry.Rule) -> WrongVersion {
    WrongVersion(name, sentence) { answers, parameters, gradients, coefficient, learningRates in
      try MovingEntry.trace(
        parameters, gradients, coefficient, learningRates, start: { try answers(Lesson8.zeroVelocity, $0) }, rule: rule)
    }
  }

  /// The right move with another velocity.
  private static func velocity(
    _ name: String, _ sentence: String, _ velocity: @escaping @Sendable (MovingEntry) -> Double
  ) -> WrongVersion {
    wrong(name, sentence) {
      $0.velocity = velocity($0)
      $0.parameter -= $0.learningRate * $0.velocity
    }
  }
}
