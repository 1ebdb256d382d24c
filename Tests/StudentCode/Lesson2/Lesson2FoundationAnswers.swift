import CourseKit
import Foundation

/// Exercise 2.1, right in other words, with Foundation.
func parameterCount(foundation right: String, layerSizes: [Int]) throws -> Int {
  switch right {
  case "2.1 zip, Box-Muller and columns filled one after the other":
    return zip(layerSizes, layerSizes.dropFirst()).map { fanIn, fanOut in (fanIn + 1) * fanOut }.reduce(0, +)
  default:
    return try parameterCount(normal: right, layerSizes: layerSizes)
  }
}

/// Exercise 2.2, right in other words, with Foundation.
func heInitialized(foundation right: String, layerSizes: [Int], using generator: inout some RandomNumberGenerator)
  throws -> Parameters
{
  switch right {
  case "2.2 zip, Box-Muller and columns filled one after the other":
    var parameters = Parameters(weights: [], biases: [])
    for (fanIn, fanOut) in zip(layerSizes, layerSizes.dropFirst()) {
      var elements: [Double] = []
      for _ in 0..<(fanIn * fanOut) {
        let radius = sqrt(-2 * log(1 - generator.nextUniform()))
        let angle = 2 * Double.pi * generator.nextUniform()
        elements.append(radius * cos(angle) * sqrt(2.0 / Double(fanIn)))
      }
      parameters.weights.append(Matrix(rows: fanIn, columns: fanOut, elements: elements))
      parameters.biases.append(Matrix(rows: 1, columns: fanOut, repeating: 0))
    }
    return parameters
  default:
    return try heInitialized(normal: right, layerSizes: layerSizes, using: &generator)
  }
}

/// Exercise 2.3, right in other words, with Foundation.
func xavierInitialized(foundation right: String, layerSizes: [Int], using generator: inout some RandomNumberGenerator)
  throws -> Parameters
{
  switch right {
  case "2.3 zip, Box-Muller and columns filled one after the other":
    var weights: [Matrix] = []
    var biases: [Matrix] = []
    for layer in 0..<(layerSizes.count - 1) {
      var matrix = Matrix.zeros(rows: layerSizes[layer], columns: layerSizes[layer + 1])
      for column in 0..<matrix.columns {
        for row in 0..<matrix.rows {
          matrix[row, column] = generator.nextGaussian() / Double(matrix.rows).squareRoot()
        }
      }
      weights.append(matrix)
      biases.append(.zeros(rows: 1, columns: matrix.columns))
    }
    return Parameters(weights: weights, biases: biases)
  default:
    return try xavierInitialized(normal: right, layerSizes: layerSizes, using: &generator)
  }
}
