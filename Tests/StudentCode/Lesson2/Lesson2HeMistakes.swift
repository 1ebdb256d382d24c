import CourseKit

/// Exercise 2.2 as the judge knows it wrong.
func heInitialized(mistake: String, layerSizes: [Int], using generator: inout some RandomNumberGenerator) throws
  -> Parameters
{
  switch mistake {
  case "2.2 not scaled":
    var parameters = Parameters(weights: [], biases: [])
    for layer in 1..<layerSizes.count {
      let fanIn = layerSizes[layer - 1]
      let fanOut = layerSizes[layer]
      var weights = Matrix.zeros(rows: fanIn, columns: fanOut)
      for index in weights.elements.indices {
        weights.elements[index] = generator.nextGaussian()
      }
      parameters.weights.append(weights)
      parameters.biases.append(Matrix(rows: 1, columns: fanOut, repeating: 0))
    }
    return parameters
  case "2.2 whole numbers divided":
    var parameters = Parameters(weights: [], biases: [])
    for layer in 1..<layerSizes.count {
      let fanIn = layerSizes[layer - 1]
      let fanOut = layerSizes[layer]
      let standardDeviation = sqrt(Double(2 / fanIn))
      var weights = Matrix.zeros(rows: fanIn, columns: fanOut)
      for index in weights.elements.indices {
        weights.elements[index] = standardDeviation * generator.nextGaussian()
      }
      parameters.weights.append(weights)
      parameters.biases.append(Matrix(rows: 1, columns: fanOut, repeating: 0))
    }
    return parameters
  case "2.2 numbers from 0 to 1":
    // Also true: "not scaled"
    // Also true: "uniform with the right variance"
    var parameters = Parameters(weights: [], biases: [])
    for layer in 1..<layerSizes.count {
      let fanIn = layerSizes[layer - 1]
      let fanOut = layerSizes[layer]
      var weights = Matrix.zeros(rows: fanIn, columns: fanOut)
      for index in weights.elements.indices {
        weights.elements[index] = generator.nextUniform()
      }
      parameters.weights.append(weights)
      parameters.biases.append(Matrix(rows: 1, columns: fanOut, repeating: 0))
    }
    return parameters
  case "2.2 uniform with the right variance":
    var parameters = Parameters(weights: [], biases: [])
    for layer in 1..<layerSizes.count {
      let fanIn = layerSizes[layer - 1]
      let fanOut = layerSizes[layer]
      let limit = sqrt(6 / Double(fanIn))
      var weights = Matrix.zeros(rows: fanIn, columns: fanOut)
      for index in weights.elements.indices {
        weights.elements[index] = Double.random(in: -limit...limit, using: &generator)
      }
      parameters.weights.append(weights)
      parameters.biases.append(Matrix(rows: 1, columns: fanOut, repeating: 0))
    }
    return parameters
  case "2.2 biases not zero":
    var parameters = Parameters(weights: [], biases: [])
    for layer in 1..<layerSizes.count {
      let fanIn = layerSizes[layer - 1]
      let fanOut = layerSizes[layer]
      let standardDeviation = sqrt(2 / Double(fanIn))
      var weights = Matrix.zeros(rows: fanIn, columns: fanOut)
      for index in weights.elements.indices {
        weights.elements[index] = standardDeviation * generator.nextGaussian()
      }
      parameters.weights.append(weights)
      parameters.biases.append(Matrix(rows: 1, columns: fanOut, repeating: 0.01))
    }
    return parameters
  case "2.2 own generator":
    var random = SystemRandomNumberGenerator()
    var parameters = Parameters(weights: [], biases: [])
    for layer in 1..<layerSizes.count {
      let fanIn = layerSizes[layer - 1]
      let fanOut = layerSizes[layer]
      let standardDeviation = sqrt(2 / Double(fanIn))
      var weights = Matrix.zeros(rows: fanIn, columns: fanOut)
      for index in weights.elements.indices {
        weights.elements[index] = standardDeviation * random.nextGaussian()
      }
      parameters.weights.append(weights)
      parameters.biases.append(Matrix(rows: 1, columns: fanOut, repeating: 0))
    }
    return parameters
  case "2.2 fixed seed":
    var generator = SeededGenerator(seed: 42)
    var parameters = Parameters(weights: [], biases: [])
    for layer in 1..<layerSizes.count {
      let fanIn = layerSizes[layer - 1]
      let fanOut = layerSizes[layer]
      let standardDeviation = sqrt(2 / Double(fanIn))
      var weights = Matrix.zeros(rows: fanIn, columns: fanOut)
      for index in weights.elements.indices {
        weights.elements[index] = standardDeviation * generator.nextGaussian()
      }
      parameters.weights.append(weights)
      parameters.biases.append(Matrix(rows: 1, columns: fanOut, repeating: 0))
    }
    return parameters
  case "2.2 one matrix for several layers":
    let normal = (0..<20_000).map { _ in generator.nextGaussian() }
    var parameters = Parameters(weights: [], biases: [])
    for layer in 1..<layerSizes.count {
      let fanIn = layerSizes[layer - 1]
      let fanOut = layerSizes[layer]
      let standardDeviation = sqrt(2 / Double(fanIn))
      var weights = Matrix.zeros(rows: fanIn, columns: fanOut)
      for index in weights.elements.indices {
        weights.elements[index] = standardDeviation * normal[index]
      }
      parameters.weights.append(weights)
      parameters.biases.append(Matrix(rows: 1, columns: fanOut, repeating: 0))
    }
    return parameters
  case "2.2 one draw for several entries":
    var parameters = Parameters(weights: [], biases: [])
    for layer in 1..<layerSizes.count {
      let fanIn = layerSizes[layer - 1]
      let fanOut = layerSizes[layer]
      var weights = Matrix.zeros(rows: fanIn, columns: fanOut)
      for row in 0..<fanIn {
        let weight = sqrt(2 / Double(fanIn)) * generator.nextGaussian()
        for column in 0..<fanOut {
          weights[row, column] = weight
        }
      }
      parameters.weights.append(weights)
      parameters.biases.append(Matrix.zeros(rows: 1, columns: fanOut))
    }
    return parameters
  case "2.2 variance as deviation":
    var parameters = Parameters(weights: [], biases: [])
    for layer in 1..<layerSizes.count {
      let fanIn = layerSizes[layer - 1]
      let fanOut = layerSizes[layer]
      let standardDeviation = 2 / Double(fanIn)
      var weights = Matrix.zeros(rows: fanIn, columns: fanOut)
      for index in weights.elements.indices {
        weights.elements[index] = standardDeviation * generator.nextGaussian()
      }
      parameters.weights.append(weights)
      parameters.biases.append(Matrix(rows: 1, columns: fanOut, repeating: 0))
    }
    return parameters
  case "2.2 fan-out for fan-in":
    var parameters = Parameters(weights: [], biases: [])
    for layer in 1..<layerSizes.count {
      let fanIn = layerSizes[layer - 1]
      let fanOut = layerSizes[layer]
      let standardDeviation = sqrt(2 / Double(fanOut))
      var weights = Matrix.zeros(rows: fanIn, columns: fanOut)
      for index in weights.elements.indices {
        weights.elements[index] = standardDeviation * generator.nextGaussian()
      }
      parameters.weights.append(weights)
      parameters.biases.append(Matrix(rows: 1, columns: fanOut, repeating: 0))
    }
    return parameters
  case "2.2 factor 2 lost":
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
      parameters.biases.append(Matrix(rows: 1, columns: fanOut, repeating: 0))
    }
    return parameters
  case "2.2 Glorot":
    var parameters = Parameters(weights: [], biases: [])
    for layer in 1..<layerSizes.count {
      let fanIn = layerSizes[layer - 1]
      let fanOut = layerSizes[layer]
      let standardDeviation = sqrt(2 / Double(fanIn + fanOut))
      var weights = Matrix.zeros(rows: fanIn, columns: fanOut)
      for index in weights.elements.indices {
        weights.elements[index] = standardDeviation * generator.nextGaussian()
      }
      parameters.weights.append(weights)
      parameters.biases.append(Matrix(rows: 1, columns: fanOut, repeating: 0))
    }
    return parameters
  case "2.2 root of the fan-in alone":
    var parameters = Parameters(weights: [], biases: [])
    for layer in 1..<layerSizes.count {
      let fanIn = layerSizes[layer - 1]
      let fanOut = layerSizes[layer]
      let standardDeviation = 2 / sqrt(Double(fanIn))
      var weights = Matrix.zeros(rows: fanIn, columns: fanOut)
      for index in weights.elements.indices {
        weights.elements[index] = standardDeviation * generator.nextGaussian()
      }
      parameters.weights.append(weights)
      parameters.biases.append(Matrix(rows: 1, columns: fanOut, repeating: 0))
    }
    return parameters
  case "2.2 root forgotten below":
    var parameters = Parameters(weights: [], biases: [])
    for layer in 1..<layerSizes.count {
      let fanIn = layerSizes[layer - 1]
      let fanOut = layerSizes[layer]
      let standardDeviation = sqrt(2) / Double(fanIn)
      var weights = Matrix.zeros(rows: fanIn, columns: fanOut)
      for index in weights.elements.indices {
        weights.elements[index] = standardDeviation * generator.nextGaussian()
      }
      parameters.weights.append(weights)
      parameters.biases.append(Matrix(rows: 1, columns: fanOut, repeating: 0))
    }
    return parameters
  case "2.2 some weights left at 0":
    var parameters = Parameters(weights: [], biases: [])
    for layer in 1..<layerSizes.count {
      let fanIn = layerSizes[layer - 1]
      let fanOut = layerSizes[layer]
      let standardDeviation = sqrt(2 / Double(fanIn))
      var weights = Matrix.zeros(rows: fanIn, columns: fanOut)
      for index in 0..<weights.elements.count - 1 {
        weights.elements[index] = standardDeviation * generator.nextGaussian()
      }
      parameters.weights.append(weights)
      parameters.biases.append(Matrix.zeros(rows: 1, columns: fanOut))
    }
    return parameters
  case "2.2 copied generator":
    var random = generator
    var parameters = Parameters(weights: [], biases: [])
    for layer in 1..<layerSizes.count {
      let fanIn = layerSizes[layer - 1]
      let fanOut = layerSizes[layer]
      let standardDeviation = sqrt(2 / Double(fanIn))
      var weights = Matrix.zeros(rows: fanIn, columns: fanOut)
      for index in weights.elements.indices {
        weights.elements[index] = standardDeviation * random.nextGaussian()
      }
      parameters.weights.append(weights)
      parameters.biases.append(Matrix.zeros(rows: 1, columns: fanOut))
    }
    return parameters
  default:
    return try heInitialized(other: mistake, layerSizes: layerSizes, using: &generator)
  }
}
