import CourseKit

/// Exercise 2.3, each time against one demand of the page alone.
func xavierInitialized(demands other: String, layerSizes: [Int], using generator: inout some RandomNumberGenerator)
  throws
  -> Parameters
{
  switch other {
  case "2.3 first weight left at 0":
    // Unknown, evidence: "weights[0][0, 0] is 0 in each of"
    // Also true: "some weights left at 0"
    var parameters = Parameters(weights: [], biases: [])
    for layer in 1..<layerSizes.count {
      let fanIn = layerSizes[layer - 1]
      let fanOut = layerSizes[layer]
      let standardDeviation = sqrt(1 / Double(fanIn))
      var weights = Matrix.zeros(rows: fanIn, columns: fanOut)
      for index in 1..<max(1, weights.elements.count) {
        weights.elements[index] = standardDeviation * generator.nextGaussian()
      }
      parameters.weights.append(weights)
      parameters.biases.append(Matrix.zeros(rows: 1, columns: fanOut))
    }
    return parameters
  case "2.3 one input less":
    // Unknown, evidence: "expected 0 and "
    var parameters = Parameters(weights: [], biases: [])
    for layer in 1..<layerSizes.count {
      let fanIn = layerSizes[layer - 1]
      let fanOut = layerSizes[layer]
      let standardDeviation = sqrt(1 / Double(max(1, fanIn - 1)))
      var weights = Matrix.zeros(rows: fanIn, columns: fanOut)
      for index in weights.elements.indices {
        weights.elements[index] = standardDeviation * generator.nextGaussian()
      }
      parameters.weights.append(weights)
      parameters.biases.append(Matrix.zeros(rows: 1, columns: fanOut))
    }
    return parameters
  case "2.3 weights as [fanOut, fanIn]":
    // Unknown, evidence: "weights[0]  yours [5, 3]   expected [3, 5]: rows and columns are exchanged"
    var parameters = Parameters(weights: [], biases: [])
    for layer in 1..<layerSizes.count {
      let fanIn = layerSizes[layer - 1]
      let fanOut = layerSizes[layer]
      let standardDeviation = sqrt(1 / Double(fanIn))
      var weights = Matrix.zeros(rows: fanOut, columns: fanIn)
      for index in weights.elements.indices {
        weights.elements[index] = standardDeviation * generator.nextGaussian()
      }
      parameters.weights.append(weights)
      parameters.biases.append(Matrix.zeros(rows: 1, columns: fanOut))
    }
    return parameters
  case "2.3 mean 0.2":
    // Unknown, evidence: "the mean of 7200 numbers is 0.1979   expected 0"
    var parameters = Parameters(weights: [], biases: [])
    for layer in 1..<layerSizes.count {
      let fanIn = layerSizes[layer - 1]
      let fanOut = layerSizes[layer]
      let standardDeviation = sqrt(1 / Double(fanIn))
      var weights = Matrix.zeros(rows: fanIn, columns: fanOut)
      for index in weights.elements.indices {
        weights.elements[index] = standardDeviation * generator.nextGaussian() + 0.2
      }
      parameters.weights.append(weights)
      parameters.biases.append(Matrix.zeros(rows: 1, columns: fanOut))
    }
    return parameters
  case "2.3 second unit opposite to the first":
    // Unknown, evidence: " go together in "
    var parameters = Parameters(weights: [], biases: [])
    for layer in 1..<layerSizes.count {
      let fanIn = layerSizes[layer - 1]
      let fanOut = layerSizes[layer]
      let standardDeviation = sqrt(1 / Double(fanIn))
      var weights = Matrix.zeros(rows: fanIn, columns: fanOut)
      for row in 0..<fanIn {
        for column in 0..<fanOut {
          weights[row, column] =
            column == 1 ? -weights[row, 0] : standardDeviation * generator.nextGaussian()
        }
      }
      parameters.weights.append(weights)
      parameters.biases.append(Matrix.zeros(rows: 1, columns: fanOut))
    }
    return parameters
  case "2.3 hidden biases drawn":
    // Unknown, evidence: "biases[0][0, 0]  yours 0.2899   expected 0"
    // Also true: "biases not zero"
    var parameters = Parameters(weights: [], biases: [])
    for layer in 1..<layerSizes.count {
      let fanIn = layerSizes[layer - 1]
      let fanOut = layerSizes[layer]
      let standardDeviation = sqrt(1 / Double(fanIn))
      var weights = Matrix.zeros(rows: fanIn, columns: fanOut)
      for index in weights.elements.indices {
        weights.elements[index] = standardDeviation * generator.nextGaussian()
      }
      parameters.weights.append(weights)
      parameters.biases.append(
        layer == layerSizes.count - 1
          ? Matrix.zeros(rows: 1, columns: fanOut)
          : Matrix.zeros(rows: 1, columns: fanOut).map { _ in generator.nextGaussian() })
    }
    return parameters
  case "2.3 at most three layers":
    // Unknown, evidence: "weights.count  yours 3   expected 6; wrong as well: biases.count"
    var parameters = Parameters(weights: [], biases: [])
    for layer in 1..<min(4, layerSizes.count) {
      let fanIn = layerSizes[layer - 1]
      let fanOut = layerSizes[layer]
      let standardDeviation = sqrt(1 / Double(fanIn))
      var weights = Matrix.zeros(rows: fanIn, columns: fanOut)
      for index in weights.elements.indices {
        weights.elements[index] = standardDeviation * generator.nextGaussian()
      }
      parameters.weights.append(weights)
      parameters.biases.append(Matrix.zeros(rows: 1, columns: fanOut))
    }
    return parameters
  case "2.3 later layers from the system":
    // Unknown, evidence: "Two calls with the same seed gave different weights."
    // Also true: "own generator"
    var parameters = Parameters(weights: [], biases: [])
    var system = SystemRandomNumberGenerator()
    for layer in 1..<layerSizes.count {
      let fanIn = layerSizes[layer - 1]
      let fanOut = layerSizes[layer]
      let standardDeviation = sqrt(1 / Double(fanIn))
      var weights = Matrix.zeros(rows: fanIn, columns: fanOut)
      for index in weights.elements.indices {
        weights.elements[index] =
          standardDeviation * (layer > 1 ? system.nextGaussian() : generator.nextGaussian())
      }
      parameters.weights.append(weights)
      parameters.biases.append(Matrix.zeros(rows: 1, columns: fanOut))
    }
    return parameters
  case "2.3 one layer left at 0":
    // Unknown, evidence: "is 0 in each of 200 networks"
    var parameters = Parameters(weights: [], biases: [])
    for layer in 1..<layerSizes.count {
      let fanIn = layerSizes[layer - 1]
      let fanOut = layerSizes[layer]
      let standardDeviation = layerSizes.count > 2 ? sqrt(1 / Double(fanIn)) : 0
      var weights = Matrix.zeros(rows: fanIn, columns: fanOut)
      for index in weights.elements.indices {
        weights.elements[index] = standardDeviation * generator.nextGaussian()
      }
      parameters.weights.append(weights)
      parameters.biases.append(Matrix.zeros(rows: 1, columns: fanOut))
    }
    return parameters
  case "2.3 fewer than 50 inputs uniform":
    // Unknown, evidence: " weights lie within 0.6745 standard deviations of 0   expected 50 %"
    var parameters = Parameters(weights: [], biases: [])
    for layer in 1..<layerSizes.count {
      let fanIn = layerSizes[layer - 1]
      let fanOut = layerSizes[layer]
      let standardDeviation = sqrt(1 / Double(fanIn))
      var weights = Matrix.zeros(rows: fanIn, columns: fanOut)
      for index in weights.elements.indices {
        let uniform = sqrt(3) * (2 * generator.nextUniform() - 1)
        let draw = fanIn < 50 ? uniform : generator.nextGaussian()
        weights.elements[index] = standardDeviation * draw
      }
      parameters.weights.append(weights)
      parameters.biases.append(Matrix.zeros(rows: 1, columns: fanOut))
    }
    return parameters
  default:
    return try xavierInitialized(right: other, layerSizes: layerSizes, using: &generator)
  }
}
