// The solution of lesson 2, for the versions that call it: written by Scripts/make-lessons.

import CourseKit

/// A solved example: how many units a network has behind its inputs; [2, 32, 32, 1] has 32 + 32 + 1 = 65.
private func unitCount(layerSizes: [Int]) -> Int {
  var count = 0
  for layer in 1..<layerSizes.count {
    count += layerSizes[layer]
  }
  return count
}

/// 2.1  How many numbers a network learns: every weight and every bias of every layer.
func parameterCount(layerSizes: [Int]) -> Int {
  var count = 0
  for layer in 1..<layerSizes.count {
    let fanIn = layerSizes[layer - 1]
    let fanOut = layerSizes[layer]
    count += fanIn * fanOut + fanOut
  }
  return count
}

/// 2.2  Starting parameters for ReLU layers: weights normal with mean 0 and variance 2 / fanIn, biases 0.
func heInitialized(
  layerSizes: [Int], using generator: inout some RandomNumberGenerator
) -> Parameters {
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
    parameters.biases.append(Matrix.zeros(rows: 1, columns: fanOut))
  }
  return parameters
}

/// 2.3  Starting parameters for tanh and sigmoid layers: as 2.2, with variance 1 / fanIn.
func xavierInitialized(
  layerSizes: [Int], using generator: inout some RandomNumberGenerator
) -> Parameters {
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
    parameters.biases.append(Matrix.zeros(rows: 1, columns: fanOut))
  }
  return parameters
}
