import CourseKit

/// Exercise 6.1 as the judge knows it wrong.
func weightNorm(mistake: String, _ parameters: Parameters) throws -> Double {
  switch mistake {
  case "6.1 root forgotten":
    var sum = 0.0
    for weights in parameters.weights {
      for weight in weights.elements {
        sum += weight * weight
      }
    }
    return sum
  case "6.1 biases counted":
    var sum = 0.0
    for matrix in parameters.weights + parameters.biases {
      for entry in matrix.elements {
        sum += entry * entry
      }
    }
    return sqrt(sum)
  case "6.1 norms added up":
    var norm = 0.0
    for weights in parameters.weights {
      var sum = 0.0
      for weight in weights.elements {
        sum += weight * weight
      }
      norm += sqrt(sum)
    }
    return norm
  case "6.1 last layer only":
    var sum = 0.0
    for weights in parameters.weights {
      sum = 0
      for weight in weights.elements {
        sum += weight * weight
      }
    }
    return sqrt(sum)
  case "6.1 first layer only":
    var sum = 0.0
    for weights in parameters.weights {
      for weight in weights.elements {
        sum += weight * weight
      }
      return sqrt(sum)
    }
    return 0
  case "6.1 first layer left out":
    var sum = 0.0
    for layer in 1..<parameters.weights.count {
      for weight in parameters.weights[layer].elements {
        sum += weight * weight
      }
    }
    return sqrt(sum)
  case "6.1 absolute values":
    var sum = 0.0
    for weights in parameters.weights {
      for weight in weights.elements {
        sum += sqrt(weight * weight)
      }
    }
    return sum
  case "6.1 mean square":
    var sum = 0.0
    var count = 0
    for weights in parameters.weights {
      for weight in weights.elements {
        sum += weight * weight
        count += 1
      }
    }
    return sqrt(sum / Double(count))
  default:
    return try weightNorm(other: mistake, parameters)
  }
}

/// Exercise 6.2 as the judge knows it wrong.
func l2Penalty(mistake: String, _ parameters: Parameters, lambda: Double, sampleCount: Int) throws -> Double {
  switch mistake {
  case "6.2 factor 2 lost":
    let norm = weightNorm(parameters)
    return lambda / Double(sampleCount) * norm * norm
  case "6.2 not divided by N":
    let norm = weightNorm(parameters)
    return lambda / 2 * norm * norm
  case "6.2 not divided":
    var sum = 0.0
    for weights in parameters.weights {
      for weight in weights.elements {
        sum += weight * weight
      }
    }
    return lambda * sum
  case "6.2 brackets lost":
    let norm = weightNorm(parameters)
    return lambda / 2 * Double(sampleCount) * norm * norm
  case "6.2 lambda forgotten":
    var sum = 0.0
    for weights in parameters.weights {
      for weight in weights.elements {
        sum += weight * weight
      }
    }
    return sum / (2 * Double(sampleCount))
  case "6.2 biases counted":
    var sum = 0.0
    for layer in parameters.weights.indices {
      sum += parameters.weights[layer].elements.map { $0 * $0 }.reduce(0, +)
      sum += parameters.biases[layer].elements.map { $0 * $0 }.reduce(0, +)
    }
    return lambda / (2 * Double(sampleCount)) * sum
  case "6.2 norm not squared":
    return lambda / (2 * Double(sampleCount)) * weightNorm(parameters)
  case "6.2 last layer only":
    let weights = parameters.weights[parameters.weights.count - 1]
    let sum = (weights * weights).columnSums().elements.reduce(0, +)
    return lambda / (2 * Double(sampleCount)) * sum
  case "6.2 first layer only":
    var sum = 0.0
    for weight in parameters.weights[0].elements {
      sum += weight * weight
    }
    return lambda / (2 * Double(sampleCount)) * sum
  case "6.2 sign exchanged":
    let norm = weightNorm(parameters)
    return -lambda / (2 * Double(sampleCount)) * norm * norm
  case "6.2 whole-number division":
    let norm = weightNorm(parameters)
    return lambda * Double(1 / (2 * sampleCount)) * norm * norm
  default:
    return try l2Penalty(other: mistake, parameters, lambda: lambda, sampleCount: sampleCount)
  }
}

/// Exercise 6.3 as the judge knows it wrong.
func addL2Gradient(
  mistake: String, to gradients: inout Gradients, parameters: Parameters, lambda: Double, sampleCount: Int
) throws {
  switch mistake {
  case "6.3 half the slope":
    for layer in parameters.weights.indices {
      gradients.weights[layer] =
        gradients.weights[layer] + (lambda / (2 * Double(sampleCount))) * parameters.weights[layer]
    }
  case "6.3 factor 2":
    for layer in parameters.weights.indices {
      gradients.weights[layer] =
        gradients.weights[layer] + (2 * lambda / Double(sampleCount)) * parameters.weights[layer]
    }
  case "6.3 not divided by N":
    for layer in parameters.weights.indices {
      gradients.weights[layer] = gradients.weights[layer] + (lambda) * parameters.weights[layer]
    }
  case "6.3 lambda forgotten":
    for layer in parameters.weights.indices {
      gradients.weights[layer] = gradients.weights[layer] + (1 / Double(sampleCount)) * parameters.weights[layer]
    }
  case "6.3 sign exchanged":
    for layer in parameters.weights.indices {
      gradients.weights[layer] = gradients.weights[layer] + (-lambda / Double(sampleCount)) * parameters.weights[layer]
    }
  case "6.3 biases penalised":
    let factor = lambda / Double(sampleCount)
    for layer in parameters.weights.indices {
      gradients.weights[layer] = gradients.weights[layer] + factor * parameters.weights[layer]
      gradients.biases[layer] = gradients.biases[layer] + factor * parameters.biases[layer]
    }
  case "6.3 overwritten":
    for layer in parameters.weights.indices {
      gradients.weights[layer] = lambda / Double(sampleCount) * parameters.weights[layer]
    }
  case "6.3 gradient for weight":
    for layer in gradients.weights.indices {
      gradients.weights[layer] = gradients.weights[layer] + lambda / Double(sampleCount) * gradients.weights[layer]
    }
  case "6.3 sign of the weight":
    for layer in parameters.weights.indices {
      let slope = parameters.weights[layer].map { weight in weight > 0 ? 1 : (weight < 0 ? -1 : 0) }
      gradients.weights[layer] = gradients.weights[layer] + lambda / Double(sampleCount) * slope
    }
  case "6.3 first layer left out":
    for layer in 1..<parameters.weights.count {
      let slope = lambda / Double(sampleCount) * parameters.weights[layer]
      gradients.weights[layer] = gradients.weights[layer] + slope
    }
  case "6.3 last layer left out":
    for layer in 0..<parameters.weights.count - 1 {
      let slope = lambda / Double(sampleCount) * parameters.weights[layer]
      gradients.weights[layer] = gradients.weights[layer] + slope
    }
  case "6.3 unchanged":
    for (gradient, weights) in zip(gradients.weights, parameters.weights) {
      var sum = gradient
      sum = sum + lambda / Double(sampleCount) * weights
    }
  default:
    try addL2Gradient(other: mistake, to: &gradients, parameters: parameters, lambda: lambda, sampleCount: sampleCount)
  }
}
