import CourseKit

/// Exercise 2.3 as the judge knows it wrong.
func xavierInitialized(mistake: String, layerSizes: [Int], using generator: inout some RandomNumberGenerator) throws
  -> Parameters
{
  switch mistake {
  case "2.3 not scaled":
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
  case "2.3 whole numbers divided":
    var parameters = Parameters(weights: [], biases: [])
    for layer in 1..<layerSizes.count {
      let fanIn = layerSizes[layer - 1]
      let fanOut = layerSizes[layer]
      let standardDeviation = sqrt(Double(1 / fanIn))
      var weights = Matrix.zeros(rows: fanIn, columns: fanOut)
      for index in weights.elements.indices {
        weights.elements[index] = standardDeviation * generator.nextGaussian()
      }
      parameters.weights.append(weights)
      parameters.biases.append(Matrix(rows: 1, columns: fanOut, repeating: 0))
    }
    return parameters
  case "2.3 numbers from 0 to 1":
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
  case "2.3 uniform with the right variance":
    var parameters = Parameters(weights: [], biases: [])
    for layer in 1..<layerSizes.count {
      let fanIn = layerSizes[layer - 1]
      let fanOut = layerSizes[layer]
      let limit = sqrt(3 / Double(fanIn))
      var weights = Matrix.zeros(rows: fanIn, columns: fanOut)
      for index in weights.elements.indices {
        weights.elements[index] = Double.random(in: -limit...limit, using: &generator)
      }
      parameters.weights.append(weights)
      parameters.biases.append(Matrix(rows: 1, columns: fanOut, repeating: 0))
    }
    return parameters
  case "2.3 biases not zero":
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
      parameters.biases.append(Matrix(rows: 1, columns: fanOut, repeating: 0.01))
    }
    return parameters
  case "2.3 own generator":
    var random = SystemRandomNumberGenerator()
    var parameters = Parameters(weights: [], biases: [])
    for layer in 1..<layerSizes.count {
      let fanIn = layerSizes[layer - 1]
      let fanOut = layerSizes[layer]
      let standardDeviation = sqrt(1 / Double(fanIn))
      var weights = Matrix.zeros(rows: fanIn, columns: fanOut)
      for index in weights.elements.indices {
        weights.elements[index] = standardDeviation * random.nextGaussian()
      }
      parameters.weights.append(weights)
      parameters.biases.append(Matrix(rows: 1, columns: fanOut, repeating: 0))
    }
    return parameters
  case "2.3 fixed seed":
    var generator = SeededGenerator(seed: 42)
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
  case "2.3 one matrix for several layers":
    let normal = (0..<20_000).map { _ in generator.nextGaussian() }
    var parameters = Parameters(weights: [], biases: [])
    for layer in 1..<layerSizes.count {
      let fanIn = layerSizes[layer - 1]
      let fanOut = layerSizes[layer]
      let standardDeviation = sqrt(1 / Double(fanIn))
      var weights = Matrix.zeros(rows: fanIn, columns: fanOut)
      for index in weights.elements.indices {
        weights.elements[index] = standardDeviation * normal[index]
      }
      parameters.weights.append(weights)
      parameters.biases.append(Matrix(rows: 1, columns: fanOut, repeating: 0))
    }
    return parameters
  case "2.3 one draw for several entries":
    var parameters = Parameters(weights: [], biases: [])
    for layer in 1..<layerSizes.count {
      let fanIn = layerSizes[layer - 1]
      let fanOut = layerSizes[layer]
      var weights = Matrix.zeros(rows: fanIn, columns: fanOut)
      for row in 0..<fanIn {
        let weight = sqrt(1 / Double(fanIn)) * generator.nextGaussian()
        for column in 0..<fanOut {
          weights[row, column] = weight
        }
      }
      parameters.weights.append(weights)
      parameters.biases.append(Matrix.zeros(rows: 1, columns: fanOut))
    }
    return parameters
  case "2.3 variance as deviation":
    var parameters = Parameters(weights: [], biases: [])
    for layer in 1..<layerSizes.count {
      let fanIn = layerSizes[layer - 1]
      let fanOut = layerSizes[layer]
      let standardDeviation = 1 / Double(fanIn)
      var weights = Matrix.zeros(rows: fanIn, columns: fanOut)
      for index in weights.elements.indices {
        weights.elements[index] = standardDeviation * generator.nextGaussian()
      }
      parameters.weights.append(weights)
      parameters.biases.append(Matrix(rows: 1, columns: fanOut, repeating: 0))
    }
    return parameters
  case "2.3 He for Xavier":
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
  case "2.3 fan-out for fan-in":
    var parameters = Parameters(weights: [], biases: [])
    for layer in 1..<layerSizes.count {
      let fanIn = layerSizes[layer - 1]
      let fanOut = layerSizes[layer]
      let standardDeviation = sqrt(1 / Double(fanOut))
      var weights = Matrix.zeros(rows: fanIn, columns: fanOut)
      for index in weights.elements.indices {
        weights.elements[index] = standardDeviation * generator.nextGaussian()
      }
      parameters.weights.append(weights)
      parameters.biases.append(Matrix(rows: 1, columns: fanOut, repeating: 0))
    }
    return parameters
  case "2.3 Glorot":
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
  case "2.3 brackets lost":
    var parameters = Parameters(weights: [], biases: [])
    for layer in 1..<layerSizes.count {
      let fanIn = layerSizes[layer - 1]
      let fanOut = layerSizes[layer]
      let standardDeviation = sqrt(1 / Double(fanIn) + Double(fanOut))
      var weights = Matrix.zeros(rows: fanIn, columns: fanOut)
      for index in weights.elements.indices {
        weights.elements[index] = standardDeviation * generator.nextGaussian()
      }
      parameters.weights.append(weights)
      parameters.biases.append(Matrix(rows: 1, columns: fanOut, repeating: 0))
    }
    return parameters
  case "2.3 some weights left at 0":
    var parameters = Parameters(weights: [], biases: [])
    for layer in 1..<layerSizes.count {
      let fanIn = layerSizes[layer - 1]
      let fanOut = layerSizes[layer]
      let standardDeviation = sqrt(1 / Double(fanIn))
      var weights = Matrix.zeros(rows: fanIn, columns: fanOut)
      for index in 0..<weights.elements.count - 1 {
        weights.elements[index] = standardDeviation * generator.nextGaussian()
      }
      parameters.weights.append(weights)
      parameters.biases.append(Matrix.zeros(rows: 1, columns: fanOut))
    }
    return parameters
  case "2.3 copied generator":
    var random = generator
    var parameters = Parameters(weights: [], biases: [])
    for layer in 1..<layerSizes.count {
      let fanIn = layerSizes[layer - 1]
      let fanOut = layerSizes[layer]
      let standardDeviation = sqrt(1 / Double(fanIn))
      var weights = Matrix.zeros(rows: fanIn, columns: fanOut)
      for index in weights.elements.indices {
        weights.elements[index] = standardDeviation * random.nextGaussian()
      }
      parameters.weights.append(weights)
      parameters.biases.append(Matrix.zeros(rows: 1, columns: fanOut))
    }
    return parameters
  default:
    return try xavierInitialized(other: mistake, layerSizes: layerSizes, using: &generator)
  }
}
