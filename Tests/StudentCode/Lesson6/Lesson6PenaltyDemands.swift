import CourseKit

/// Exercise 6.1, wrong in one demand of its page alone.
func weightNorm(demanded other: String, _ parameters: Parameters) throws -> Double {
  switch other {
  case "6.1 one layer has none":
    // Unknown, evidence: "yours 0   expected"
    guard parameters.weights.count > 1 else { return 0 }
    var sum = 0.0
    for weights in parameters.weights {
      for weight in weights.elements {
        sum += weight * weight
      }
    }
    return sqrt(sum)
  case "6.1 three layers only":
    // Unknown, evidence: "relative error"
    var sum = 0.0
    for weights in parameters.weights.prefix(3) {
      for weight in weights.elements {
        sum += weight * weight
      }
    }
    return sqrt(sum)
  case "6.1 last layer left out":
    // Unknown, evidence: "yours 3   expected 5"
    var sum = 0.0
    for weights in parameters.weights.dropLast() {
      for weight in weights.elements {
        sum += weight * weight
      }
    }
    return sqrt(sum)
  case "6.1 first column only":
    // Unknown, evidence: "yours 4.583   expected 5"
    var sum = 0.0
    for weights in parameters.weights {
      for row in 0..<weights.rows {
        sum += weights[row, 0] * weights[row, 0]
      }
    }
    return sqrt(sum)
  case "6.1 negative weights left out":
    // Unknown, evidence: "yours 4.123   expected 5"
    var sum = 0.0
    for weights in parameters.weights {
      for weight in weights.elements where weight > 0 {
        sum += weight * weight
      }
    }
    return sqrt(sum)
  case "6.1 equal weights counted once":
    // Unknown, evidence: "yours 4.583   expected 5"
    let weights = Set(parameters.weights.flatMap(\.elements))
    return sqrt(weights.reduce(0) { $0 + $1 * $1 })
  case "6.1 single precision":
    // Unknown, evidence: "yours 3.93034482002   expected 3.9303449572"
    var sum = Float(0)
    for weights in parameters.weights {
      for weight in weights.elements {
        sum += Float(weight * weight)
      }
    }
    return Double(sum.squareRoot())
  case "6.1 at most 100":
    // Unknown, evidence: "yours 100   expected "
    var sum = 0.0
    for weights in parameters.weights {
      for weight in weights.elements {
        sum += weight * weight
      }
    }
    return min(100, sqrt(sum))
  default:
    return try weightNorm(right: other, parameters)
  }
}

/// Exercise 6.2, wrong in one demand of its page alone.
func l2Penalty(demanded other: String, _ parameters: Parameters, lambda: Double, sampleCount: Int) throws -> Double {
  switch other {
  case "6.2 nothing for one row":
    // Unknown, evidence: "yours 0   expected"
    guard sampleCount > 1 else { return 0 }
    let norm = weightNorm(parameters)
    return lambda / (2 * Double(sampleCount)) * norm * norm
  case "6.2 odd N by whole-number halves":
    // Unknown, evidence: "yours 1.25   expected 1"
    let norm = weightNorm(parameters)
    return lambda / (4 * Double(sampleCount / 2)) * norm * norm
  case "6.2 lambda above 1 cut":
    // Unknown, evidence: "lambda = 3"
    let norm = weightNorm(parameters)
    return min(lambda, 1) / (2 * Double(sampleCount)) * norm * norm
  case "6.2 lambda in single precision":
    // Unknown, evidence: "yours 1.0000000149   expected 1"
    let norm = weightNorm(parameters)
    return Double(Float(lambda)) / (2 * Double(sampleCount)) * norm * norm
  case "6.2 lambda 0 taken as the usual one":
    // Unknown, evidence: "yours 0.009655   expected 0"
    let norm = weightNorm(parameters)
    let strength = lambda > 0 ? lambda : 0.01
    return strength / (2 * Double(sampleCount)) * norm * norm
  case "6.2 three layers only":
    // Unknown, evidence: "relative error"
    var sum = 0.0
    for weights in parameters.weights.prefix(3) {
      sum += weights.elements.reduce(0) { $0 + $1 * $1 }
    }
    return lambda / (2 * Double(sampleCount)) * sum
  case "6.2 last layer left out":
    // Unknown, evidence: "yours 0.36   expected 1"
    var sum = 0.0
    for layer in 0..<parameters.weights.count - 1 {
      for weight in parameters.weights[layer].elements { sum += weight * weight }
    }
    return lambda / (2 * Double(sampleCount)) * sum
  case "6.2 N above 64 cut":
    // Unknown, evidence: "relative error"
    let norm = weightNorm(parameters)
    return lambda / (2 * Double(min(sampleCount, 64))) * norm * norm
  default:
    return try l2Penalty(right: other, parameters, lambda: lambda, sampleCount: sampleCount)
  }
}
