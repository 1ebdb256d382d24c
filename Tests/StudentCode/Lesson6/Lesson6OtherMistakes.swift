import CourseKit

/// Exercise 6.1, wrong in ways that the judge has no name for.
func weightNorm(other: String, _ parameters: Parameters) throws -> Double {
  switch other {
  case "6.1 sum of the weights":
    // Unknown, evidence: "yours 1   expected 5"
    var sum = 0.0
    for weights in parameters.weights {
      sum += weights.elements.reduce(0, +)
    }
    return sum
  default:
    return try weightNorm(demanded: other, parameters)
  }
}

/// Exercise 6.2, wrong in ways that the judge has no name for.
func l2Penalty(other: String, _ parameters: Parameters, lambda: Double, sampleCount: Int) throws -> Double {
  switch other {
  case "6.2 biases counted and factor 2 lost":
    // Double, evidence: "yours 8.64   expected 1"
    var sum = 0.0
    for matrix in parameters.weights + parameters.biases {
      for entry in matrix.elements {
        sum += entry * entry
      }
    }
    return lambda / Double(sampleCount) * sum
  case "6.2 lambda squared":
    // Unknown, evidence: "yours 0.4   expected 1"
    let norm = weightNorm(parameters)
    return lambda * lambda / (2 * Double(sampleCount)) * norm * norm
  default:
    return try l2Penalty(demanded: other, parameters, lambda: lambda, sampleCount: sampleCount)
  }
}

/// Exercise 6.3, wrong in ways that the judge has no name for.
func addL2Gradient(
  other: String, to gradients: inout Gradients, parameters: Parameters, lambda: Double, sampleCount: Int
) throws {
  switch other {
  case "6.3 biases penalised and not divided by N":
    // Double, evidence: "worst relative error"
    for layer in parameters.weights.indices {
      gradients.weights[layer] = gradients.weights[layer] + lambda * parameters.weights[layer]
      gradients.biases[layer] = gradients.biases[layer] + lambda * parameters.biases[layer]
    }
  case "6.3 square of the weight":
    // Unknown, evidence: "worst relative error"
    for layer in parameters.weights.indices {
      let weights = parameters.weights[layer]
      gradients.weights[layer] = gradients.weights[layer] + lambda / Double(sampleCount) * (weights * weights)
    }
  default:
    try addL2Gradient(demanded: other, to: &gradients, parameters: parameters, lambda: lambda, sampleCount: sampleCount)
  }
}
