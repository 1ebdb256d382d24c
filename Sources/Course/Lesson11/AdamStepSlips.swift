import Contract
import CourseKit
import Engine

/// Exercise 11.4: what is divided, what the learning rate does, what moves, and steps of other methods.
extension AdamChoices {
  /// What is divided.
  static let numerators: [Slip<AdamChoices>] = [
    .at(
      \.numerator, "gradient for the moment",
      "The gradient itself is divided here. Divide m̂, the average of the gradients."
    ) { $0.gradient },
    .alone(\.numerator, "squared moment", "m̂ is squared: it is m̂ / (√v̂ + ε), with the sign of m̂.") {
      $0.correctedFirst * $0.correctedFirst
    },
    .alone(\.numerator, "sign of m̂ lost", "m̂ has lost its sign, so that no parameter can grow: it is m̂ / (√v̂ + ε).") {
      abs($0.correctedFirst)
    },
    .alone(
      \.numerator, "ε above the line", "ε is added to m̂, above the line: it belongs to the root below, m̂ / (√v̂ + ε)."
    ) { entry in
      let root = sqrt(entry.correctedSecond)
      return (entry.correctedFirst + entry.settings.epsilon) * (root + entry.settings.epsilon) / root
    },
    .alone(\.numerator, "1 divided", "1 is divided by the root: it is m̂ / (√v̂ + ε).") { _ in 1 },
    .alone(\.numerator, "second moment divided", "v̂ is divided by its own root: it is m̂ / (√v̂ + ε).") {
      $0.correctedSecond
    },
    .alone(
      \.numerator, "look ahead", "The gradient counts once more, as in Nadam: it is m̂ / (√v̂ + ε)."
    ) { $0.settings.firstDecay * $0.correctedFirst + (1 - $0.settings.firstDecay) * $0.gradient / $0.firstDivisor },
    .alone(
      \.numerator, "moment and gradient", "The gradient is added to m̂, which holds it already: it is m̂ / (√v̂ + ε)."
    ) {
      $0.correctedFirst + $0.gradient
    },
    .alone(\.numerator, "moment times gradient", "m̂ is multiplied with the gradient: it is m̂ / (√v̂ + ε).") {
      $0.correctedFirst * $0.gradient
    },
  ]

  /// What the learning rate does.
  static let rates: [Slip<AdamChoices>] = [
    .at(\.rate, "learning rate missing", "The learning rate is missing: θ ← θ − η · m̂ / (√v̂ + ε).") { _ in 1 },
    .at(\.rate, "learning rate squared", "The learning rate counts twice: once, η · m̂ / (√v̂ + ε).") {
      $0.learningRate * $0.learningRate
    },
    .at(
      \.rate, "learning rate fixed at 0.001", "η is 0.001 here, whatever `learningRate` is: use `learningRate`."
    ) { _ in 0.001 },
    .at(\.rate, "learning rate fixed at 0.1", "η is 0.1 here, whatever `learningRate` is: use it instead.") { _ in 0.1
    },
    .at(
      \.rate, "learning rate falls with the steps", "η is divided by √t: use `learningRate` as it is given."
    ) { $0.learningRate / sqrt(Double($0.step)) },
    .alone(\.rate, "divided by the step", "η is divided by t: use `learningRate` as it is.") {
      $0.learningRate / Double($0.step)
    },
    .at(\.rate, "steps doubled", "Every step is twice as long as it should be: subtract η · m̂ / (√v̂ + ε) once.") {
      2 * $0.learningRate
    },
    .alone(\.rate, "divided by the learning rate", "The quotient is divided by η: it is multiplied by η.") {
      1 / $0.learningRate
    },
    .alone(\.rate, "1 − η", "The quotient is multiplied by 1 − η: it is multiplied by η.") { 1 - $0.learningRate },
    .alone(\.rate, "1 − β₁ in the step", "1 − β₁ is in the step once more: it is η · m̂ / (√v̂ + ε).") {
      $0.learningRate * (1 - $0.settings.firstDecay)
    },
  ]

  /// How the parameters move.
  static let movements: [Slip<AdamChoices>] = [
    .at(\.moved, "uphill", "The step goes uphill: subtract η · m̂ / (√v̂ + ε) from the parameter.") { $0.parameter + $1 },
    .at(\.moved, "parameters replaced", "The parameters become the step itself: subtract it from what they were.") {
      $1
    },
    .at(
      \.moved, "parameters become the negative step",
      "The parameters become −η · m̂ / (√v̂ + ε): add that to what they were."
    ) { -$1 },
    .alone(
      \.moved, "difference the wrong way round", "The difference is the wrong way round: it is θ minus the step."
    ) { $1 - $0.parameter },
    .alone(\.moved, "parameters multiplied", "The step is multiplied with the parameters: it is subtracted from them.")
    {
      $0.parameter * $1
    },
    .alone(
      \.moved, "step times the parameter",
      "The step is multiplied with the parameter before it is subtracted: θ − η · m̂ / (√v̂ + ε)."
    ) { $0.parameter - $0.parameter * $1 },
    .alone(
      \.moved, "plain step as well",
      "η · g is subtracted besides: the moments hold the gradient already, θ ← θ − η · m̂ / (√v̂ + ε)."
    ) { $0.parameter - $1 - $0.learningRate * $0.gradient },
    .at(
      \.moved, "decay in the step",
      "Each step takes η times the parameter off as well, as AdamW does with a decay of 1: θ ← θ − η · m̂ / (√v̂ + ε)."
    ) { (1 - $0.learningRate) * $0.parameter - $1 },
    .at(
      \.moved, "first step plain", "The first step is one of plain gradient descent: it is made like every other one."
    ) { $0.step == 1 ? $0.parameter - $0.learningRate * $0.gradient : $0.parameter - $1 },
    .at(
      \.moved, "first step not made", "The first step moves nothing: it is made like every other one."
    ) { $0.step == 1 ? $0.parameter : $0.parameter - $1 },
    .alone(
      \.moved, "ε outside the fraction",
      "ε is added to the quotient, m̂ / √v̂ + ε: the bracket is missing, m̂ / (√v̂ + ε)."
    ) { entry, _ in
      let quotient = entry.correctedFirst / sqrt(entry.correctedSecond) + entry.settings.epsilon
      return entry.parameter - entry.learningRate * quotient
    },
    .alone(
      \.moved, "ε added to the parameter",
      "ε is added to the parameter, θ − η · m̂ / √v̂ + ε: the bracket is missing, m̂ / (√v̂ + ε)."
    ) { entry, _ in
      let quotient = entry.correctedFirst / sqrt(entry.correctedSecond)
      return entry.parameter - entry.learningRate * quotient + entry.settings.epsilon
    },
    .alone(\.moved, "momentum", "This is a step of momentum, η · m: Adam divides m̂ by √v̂ + ε.") { entry, _ in
      entry.parameter - entry.learningRate * entry.first
    },
    .alone(\.moved, "plain descent", "This is a step of plain gradient descent, η · g: it is η · m̂ / (√v̂ + ε).") {
      entry, _ in entry.parameter - entry.learningRate * entry.gradient
    },
  ]

  /// Which matrices take part.
  static let turns: [Slip<AdamChoices>] = [
    .at(
      \.moves, "not written back",
      "The parameters do not move: put the new ones into `parameters[index]`; a variable of your own is a copy."
    ) { _, _ in false },
    .at(\.moves, "only the first moves", "Only parameters[0] moves: write every matrix back.") { index, _ in index == 0
    },
    .at(\.moves, "only the last moves", "Only the last matrix moves: write each of them back.") { $0 == $1 - 1 },
    .at(\.moves, "biases not moved", "The biases do not move: they take the same step as the weights.") { index, _ in
      index.isMultiple(of: 2)
    },
    .at(\.turn, "first matrix only", "Only the first matrix takes a step: let the loop go over all of them.") {
      index, _ in index == 0
    },
    .at(\.turn, "first matrix left out", "The first matrix takes no step: the lists begin at 0.") { index, _ in
      index > 0
    },
    .at(\.turn, "last matrix left out", "The last matrix takes no step: let the loop go over all of them, to the end.")
    {
      $0 < $1 - 1
    },
    .alone(\.turn, "last matrix only", "Only the last matrix takes a step: every one does.") { $0 == $1 - 1 },
    .at(\.turn, "first two matrices only", "Only the first two matrices take a step: there may be more.") { index, _ in
      index < 2
    },
    .at(\.turn, "biases left out", "The biases take no step: every matrix does, weights and biases alike.") {
      index, _ in index.isMultiple(of: 2)
    },
    .at(\.turn, "weights left out", "The weights take no step: every matrix does, weights and biases alike.") {
      index, _ in !index.isMultiple(of: 2)
    },
    .alone(
      \.turn, "no matrix", "Nothing is done: the loop over the matrices is not entered, or does nothing."
    ) { _, _ in false },
  ]

  /// Steps of other methods, of several choice points; they come last, so that they take their place.
  static let methods: [Slip<AdamChoices>] = [
    .alone(
      \.moved, "RMSProp",
      "This is RMSProp, η · g / (√v + ε): Adam takes the averaged gradient m, and corrects both moments."
    ) { entry, _ in
      entry.parameter - entry.learningRate * entry.gradient / (sqrt(entry.second) + entry.settings.epsilon)
    },
    .alone(
      \.moved, "largest second moment so far",
      "The step is divided by the root of the larger v̂ of this step and of the old v, as in AMSGrad: take v̂ alone."
    ) { entry, _ in
      let largest = max(entry.oldSecond / entry.secondDivisor, entry.correctedSecond)
      return entry.parameter - entry.learningRate * entry.correctedFirst / (sqrt(largest) + entry.settings.epsilon)
    },
    .alone(
      \.moved, "above 0 or not",
      "Only whether m̂ is above 0 counts in the step: it is m̂ / (√v̂ + ε), and 0 moves nothing."
    ) { entry, _ in entry.parameter - (entry.correctedFirst > 0 ? 1 : -1) * entry.learningRate },
    .alone(
      \.moved, "sign of the moment", "Only the sign of m̂ counts in the step: it is m̂ / (√v̂ + ε), which may be shorter."
    ) { entry, _ in
      let sign = entry.correctedFirst > 0 ? 1.0 : entry.correctedFirst < 0 ? -1 : 0
      return entry.parameter - entry.learningRate * sign
    },
  ]
}
