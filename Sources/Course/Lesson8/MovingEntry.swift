import Contract
import CourseKit
import Engine

/// One weight or one bias on its way, with its velocity: what a step does to it can be right or wrong.
struct MovingEntry {
  var parameter: Double
  var velocity: Double
  let gradient: Double
  let coefficient: Double
  let learningRate: Double
  let isBias: Bool
  /// The layer, counted from 0.
  let layer: Int
  /// The step, counted from 0.
  let step: Int
  /// The coefficient to the power of the step's number, counted from 1.
  let power: Double

  /// What one step does to an entry.
  typealias Rule = @Sendable (inout MovingEntry) -> Void

  /// The rule that the lesson asks for.
  static let right: Rule = { entry in
    entry.velocity = entry.coefficient * entry.velocity + entry.gradient
    entry.parameter -= entry.learningRate * entry.velocity
  }

  /// Returns where parameters go with this rule, from a velocity that `start` makes of the first gradients.
  static func trace(
    _ parameters: Parameters, _ gradients: [Gradients], _ coefficient: Double, _ learningRates: [Double],
    start: (Gradients) throws -> Gradients, rule: Rule
  ) rethrows -> MomentumTrace {
    var parameters = parameters
    var velocity: Gradients?
    var trace = MomentumTrace()
    var power = 1.0
    for (number, (gradient, learningRate)) in zip(gradients, learningRates).enumerated() {
      power *= coefficient
      var moving = try velocity ?? start(gradient)
      func step(_ parameters: inout [Matrix], _ velocities: inout [Matrix], _ slopes: [Matrix], isBias: Bool) {
        for layer in parameters.indices {
          for index in parameters[layer].elements.indices {
            var entry = MovingEntry(
              parameter: parameters[layer].elements[index], velocity: velocities[layer].elements[index],
              gradient: slopes[layer].elements[index], coefficient: coefficient, learningRate: learningRate,
              isBias: isBias, layer: layer, step: number, power: power)
            rule(&entry)
            parameters[layer].elements[index] = entry.parameter
            velocities[layer].elements[index] = entry.velocity
          }
        }
      }
      step(&parameters.weights, &moving.weights, gradient.weights, isBias: false)
      step(&parameters.biases, &moving.biases, gradient.biases, isBias: true)
      velocity = moving
      trace.parameters.append(parameters)
      trace.velocities.append(moving)
    }
    return trace
  }
}

extension MomentumTrace: Inspectable {
  /// The parameters alone: what the velocity holds has a check of its own, which names what is wrong there.
  package var components: [Component] {
    parameters.enumerated().flatMap { index, parameters in
      parameters.components.map { Component(name: "step \(index + 1): \($0.name)", matrix: $0.matrix, step: index + 1) }
    }
  }
}
