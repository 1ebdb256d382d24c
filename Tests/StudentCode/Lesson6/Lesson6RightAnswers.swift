import CourseKit

/// Exercise 6.1, right in other words.
func weightNorm(right: String, _ parameters: Parameters) throws -> Double {
  switch right {
  case "6.1 loops over rows and columns, the penalty without the norm":
    var sum = 0.0
    for layer in 0..<parameters.weights.count {
      let weights = parameters.weights[layer]
      for row in 0..<weights.rows {
        for column in 0..<weights.columns {
          sum += weights[row, column] * weights[row, column]
        }
      }
    }
    return sum.squareRoot()
  case "6.1 whole matrices, map and reduce":
    let squares = parameters.weights.map { ($0 * $0).columnSums().elements.reduce(0, +) }
    return sqrt(squares.reduce(0, +))
  default:
    return try weightNorm(foundation: right, parameters)
  }
}

/// Exercise 6.2, right in other words.
func l2Penalty(right: String, _ parameters: Parameters, lambda: Double, sampleCount: Int) throws -> Double {
  switch right {
  case "6.2 loops over rows and columns, the penalty without the norm":
    var sum = 0.0
    for weights in parameters.weights {
      for weight in weights.elements { sum += weight * weight }
    }
    return lambda * sum / Double(2 * sampleCount)
  case "6.2 whole matrices, map and reduce":
    let norm = weightNorm(parameters)
    return 0.5 * lambda * (norm * norm) / Double(sampleCount)
  default:
    return try l2Penalty(foundation: right, parameters, lambda: lambda, sampleCount: sampleCount)
  }
}

/// Exercise 6.3, right in other words.
func addL2Gradient(
  right: String, to gradients: inout Gradients, parameters: Parameters, lambda: Double, sampleCount: Int
) throws {
  switch right {
  case "6.3 loops over rows and columns, the penalty without the norm":
    for layer in 0..<parameters.weights.count {
      for index in 0..<parameters.weights[layer].elements.count {
        let weight = parameters.weights[layer].elements[index]
        gradients.weights[layer].elements[index] += lambda * weight / Double(sampleCount)
      }
    }
  case "6.3 whole matrices, map and reduce":
    gradients.weights = zip(gradients.weights, parameters.weights).map { gradient, weights in
      gradient + weights * lambda / Double(sampleCount)
    }
  default:
    try addL2Gradient(
      foundation: right, to: &gradients, parameters: parameters, lambda: lambda, sampleCount: sampleCount)
  }
}
