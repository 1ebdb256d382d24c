import Contract
import CourseKit

extension Course {
  /// Lesson 6: the L2 penalty and its gradient.
  static let l2Regularisation = Lesson(
    6, "L2", "L2 regularisation",
    exercises: [Exercise(Lesson6.weightNorm), Exercise(Lesson6.l2Penalty), Exercise(Lesson6.addL2Gradient)],
    checks: normChecks + penaltyChecks + gradientChecks)

  private static let small = Parameters(
    weights: [Matrix([[1, -2], [-2, 0]]), Matrix([[4], [0]])], biases: [Matrix([[3, 5]]), Matrix([[-7]])])
  private static let network = Samples.parameters([3, 5, 4, 1], seed: 111)
  private static let otherNetwork = Samples.parameters([2, 3, 4, 2], seed: 112)
  /// Layers of one size, several units at the output: what takes another layer's matrix is not stopped by its shape.
  private static let evenNetwork = Samples.parameters([4, 4, 4, 4], seed: 113)
  private static let noWeights = Parameters(
    weights: [.zeros(rows: 2, columns: 3), .zeros(rows: 3, columns: 1)],
    biases: [Matrix([[1, 2, 3]]), Matrix([[4]])])

  private static let normChecks: [Check] = [
    norm.check(.value, "√(1 + 4 + 4 + 16) = 5 for two layers", on: small, independent: network),
    norm.check(.value, "one root over the three layers of 3-5-4-1", on: network, independent: otherNetwork),
    norm.check(.property, "0 if every weight is 0, whatever the biases are", on: noWeights, independent: network),
  ]
  private static let norm = L2Specifications.weightNorm

  private static let penaltyChecks: [Check] = [
    penalty.check(
      .value, "λ = 0.4, N = 5 and squares that add up to 25: 0.04 · 25 = 1", on: (small, 0.4, 5),
      independent: (network, 0.2, 7)),
    penalty.check(
      .value, "λ = 0.2 and N = 64 for the three layers of 3-5-4-1", on: (network, 0.2, 64),
      independent: (otherNetwork, 0.3, 10)),
    penalty.check(.property, "λ = 0 costs nothing", on: (network, 0, 8), independent: (otherNetwork, 0.3, 3)),
  ]
  private static let penalty = L2Specifications.l2Penalty

  private static let gradientChecks: [Check] = [
    added.check(
      .shape, "the shapes of the gradients of 3-5-4-1", on: input(network, 0.2, 6),
      independent: input(otherNetwork, 0.3, 5)),
    added.check(
      .value, "λ = 0.5, N = 4: 0.125 · W joins the weights' gradients, the biases' stay",
      on: (
        Gradients(
          weights: [Matrix([[0.5, 1], [-1, 2]]), Matrix([[3], [-0.5]])], biases: [Matrix([[1, 2]]), Matrix([[4]])]),
        small, 0.5, 4
      ), independent: input(network, 0.2, 6)),
    added.check(
      .property, "λ = 0 changes nothing", on: input(evenNetwork, 0, 6), independent: input(otherNetwork, 0.3, 5)),
    added.check(
      .gradient, "what joins agrees with central differences of the penalty", tolerance: .gradient,
      on: input(network, 0.7, 6), independent: input(otherNetwork, 0.3, 5),
      expected: { _ in withMeasuredSlope(input(network, 0.7, 6)) }),
  ]
  private static let added = L2GradientSpecification.addL2Gradient

  /// Gradients that are there already, and the parameters whose penalty joins them.
  private static func input(
    _ parameters: Parameters, _ lambda: Double, _ sampleCount: Int
  ) -> (Gradients, Parameters, Double, Int) {
    var gradients = Gradients(weights: [], biases: [])
    for (layer, weights) in parameters.weights.enumerated() {
      let seed = 126 + UInt64(layer)
      gradients.weights.append(Samples.matrix(weights.rows, weights.columns, seed: seed))
      gradients.biases.append(Samples.matrix(1, weights.columns, seed: seed + 10))
    }
    return (gradients, parameters, lambda, sampleCount)
  }

  /// The gradients with the slope of the penalty, measured, for every weight and every bias.
  private static func withMeasuredSlope(_ input: (Gradients, Parameters, Double, Int)) -> Gradients {
    var (gradients, parameters, lambda, sampleCount) = input
    let slope = CentralDifferences.gradients(at: parameters) { L2Specifications.penalty($0, lambda, sampleCount) }
    for layer in parameters.weights.indices {
      for index in slope.weights[layer].elements.indices {
        gradients.weights[layer].elements[index] += slope.weights[layer].elements[index]
      }
      for index in slope.biases[layer].elements.indices {
        gradients.biases[layer].elements[index] += slope.biases[layer].elements[index]
      }
    }
    return gradients
  }
}
