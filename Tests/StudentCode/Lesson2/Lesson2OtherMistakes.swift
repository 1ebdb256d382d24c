import CourseKit

/// Exercise 2.1, wrong in ways that the judge has no name for.
func parameterCount(other: String, layerSizes: [Int]) throws -> Int {
  switch other {
  case "2.1 first layer skipped":
    // Unknown, evidence: "yours 10   expected 26"
    var count = 0
    for layer in 2..<layerSizes.count {
      count += layerSizes[layer - 1] * layerSizes[layer] + layerSizes[layer]
    }
    return count
  case "2.1 sum for product, with the biases":
    // Unknown, evidence: "yours 19   expected 26"
    var count = 0
    for layer in 1..<layerSizes.count {
      count += layerSizes[layer - 1] + layerSizes[layer] + layerSizes[layer]
    }
    return count
  default:
    return try parameterCount(demands: other, layerSizes: layerSizes)
  }
}

/// Exercise 2.2, wrong in ways that the judge has no name for.
func heInitialized(other: String, layerSizes: [Int], using generator: inout some RandomNumberGenerator) throws
  -> Parameters
{
  switch other {
  case "2.2 variance as deviation and fan-out for fan-in":
    // Double, evidence: "expected 0.01667 = 2 / fanIn"
    var parameters = Parameters(weights: [], biases: [])
    for layer in 1..<layerSizes.count {
      let fanIn = layerSizes[layer - 1]
      let fanOut = layerSizes[layer]
      var weights = Matrix.zeros(rows: fanIn, columns: fanOut)
      for index in weights.elements.indices {
        weights.elements[index] = 2 / Double(fanOut) * generator.nextGaussian()
      }
      parameters.weights.append(weights)
      parameters.biases.append(Matrix.zeros(rows: 1, columns: fanOut))
    }
    return parameters
  case "2.2 not scaled and biases not zero":
    // Double, evidence: "biases[0][0, 0]  yours 0.1   expected 0"
    // Also true: "not scaled"
    // Also true: "biases not zero"
    var parameters = Parameters(weights: [], biases: [])
    for layer in 1..<layerSizes.count {
      let fanIn = layerSizes[layer - 1]
      let fanOut = layerSizes[layer]
      var weights = Matrix.zeros(rows: fanIn, columns: fanOut)
      for index in weights.elements.indices {
        weights.elements[index] = generator.nextGaussian()
      }
      parameters.weights.append(weights)
      parameters.biases.append(Matrix(rows: 1, columns: fanOut, repeating: 0.1))
    }
    return parameters
  case "2.2 one draw for a whole matrix":
    // Unknown, evidence: "different value in"
    // Also true: "one draw for several entries"
    var parameters = Parameters(weights: [], biases: [])
    for layer in 1..<layerSizes.count {
      let deviation = sqrt(2 / Double(layerSizes[layer - 1]))
      parameters.weights.append(
        Matrix(
          rows: layerSizes[layer - 1], columns: layerSizes[layer],
          repeating: deviation * generator.nextGaussian()))
      parameters.biases.append(Matrix.zeros(rows: 1, columns: layerSizes[layer]))
    }
    return parameters
  case "2.2 fan-in of the first layer everywhere":
    // Unknown, evidence: "expected 0.03333 = 2 / fanIn"
    var parameters = Parameters(weights: [], biases: [])
    for layer in 1..<layerSizes.count {
      let fanIn = layerSizes[layer - 1]
      let fanOut = layerSizes[layer]
      var weights = Matrix.zeros(rows: fanIn, columns: fanOut)
      for index in weights.elements.indices {
        weights.elements[index] = sqrt(2 / Double(layerSizes[0])) * generator.nextGaussian()
      }
      parameters.weights.append(weights)
      parameters.biases.append(Matrix.zeros(rows: 1, columns: fanOut))
    }
    return parameters
  default:
    return try heInitialized(demands: other, layerSizes: layerSizes, using: &generator)
  }
}

/// Exercise 2.3, wrong in ways that the judge has no name for.
func xavierInitialized(other: String, layerSizes: [Int], using generator: inout some RandomNumberGenerator) throws
  -> Parameters
{
  switch other {
  case "2.3 absolute values":
    // Unknown, evidence: "expected 0"
    // Also true: "numbers from 0 to 1"
    var parameters = Parameters(weights: [], biases: [])
    for layer in 1..<layerSizes.count {
      let fanIn = layerSizes[layer - 1]
      let fanOut = layerSizes[layer]
      var weights = Matrix.zeros(rows: fanIn, columns: fanOut)
      for index in weights.elements.indices {
        weights.elements[index] = sqrt(1 / Double(fanIn)) * abs(generator.nextGaussian())
      }
      parameters.weights.append(weights)
      parameters.biases.append(Matrix.zeros(rows: 1, columns: fanOut))
    }
    return parameters
  default:
    return try xavierInitialized(demands: other, layerSizes: layerSizes, using: &generator)
  }
}
