import CourseKit
import Foundation

/// Exercise 6.1, right in other words, with Foundation.
func weightNorm(foundation right: String, _ parameters: Parameters) throws -> Double {
  switch right {
  case "6.1 Foundation imported, functions of the student's own":
    return pow(sumOfSquares(parameters), 0.5)
  case "6.1 the norm grown by hypot, Foundation imported":
    var norm = 0.0
    for weights in parameters.weights {
      for weight in weights.elements { norm = hypot(norm, weight) }
    }
    return norm
  default:
    return try weightNorm(summing: right, parameters)
  }
}

/// Exercise 6.2, right in other words, with Foundation.
func l2Penalty(foundation right: String, _ parameters: Parameters, lambda: Double, sampleCount: Int) throws -> Double {
  switch right {
  case "6.2 Foundation imported, functions of the student's own":
    let share = lambda / Double(sampleCount)
    return share * sumOfSquares(parameters) / 2
  case "6.2 the norm grown by hypot, Foundation imported":
    return lambda == 0 ? 0 : pow(weightNorm(parameters), 2) * lambda / Double(sampleCount) / 2
  default:
    return try l2Penalty(summing: right, parameters, lambda: lambda, sampleCount: sampleCount)
  }
}

/// Exercise 6.3, right in other words, with Foundation.
func addL2Gradient(
  foundation right: String, to gradients: inout Gradients, parameters: Parameters, lambda: Double, sampleCount: Int
) throws {
  switch right {
  case "6.3 Foundation imported, functions of the student's own":
    let share = lambda / Double(sampleCount)
    var sums: [Matrix] = []
    for (gradient, weights) in zip(gradients.weights, parameters.weights) {
      sums.append(share * weights + gradient)
    }
    gradients = Gradients(weights: sums, biases: gradients.biases)
  case "6.3 the norm grown by hypot, Foundation imported":
    for layer in parameters.weights.indices {
      let sums = zip(gradients.weights[layer].elements, parameters.weights[layer].elements).map { slope, weight in
        fma(lambda / Double(sampleCount), weight, slope)
      }
      gradients.weights[layer].elements = sums
    }
  default:
    try addL2Gradient(
      summing: right, to: &gradients, parameters: parameters, lambda: lambda, sampleCount: sampleCount)
  }
}

// BEGIN HELPERS 6 Foundation imported, functions of the student's own
/// The squares of all weights, added up.
private func sumOfSquares(_ parameters: Parameters) -> Double {
  parameters.weights.flatMap { $0.elements }.map { pow($0, 2) }.reduce(0, +)
}
// END HELPERS
