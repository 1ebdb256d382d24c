import CourseKit
import Foundation

/// Exercise 2.1, right in other words, beside normal numbers made with Foundation.
func parameterCount(normal right: String, layerSizes: [Int]) throws -> Int {
  switch right {
  case "2.1 Box-Muller, both numbers of a pair used":
    var count = 0
    var fanIn = layerSizes[0]
    for fanOut in layerSizes[1...] {
      count += fanOut * (fanIn + 1)
      fanIn = fanOut
    }
    return count
  case "2.1 the distribution function inverted by Newton's method":
    // a · b = ((a + b)² − (a − b)²) / 4
    var fourfold = 0
    for (fanIn, fanOut) in zip(layerSizes, layerSizes.dropFirst()) {
      let (sum, difference) = (fanIn + 1 + fanOut, fanIn + 1 - fanOut)
      fourfold += sum * sum - difference * difference
    }
    return fourfold / 4
  default:
    return try parameterCount(rejection: right, layerSizes: layerSizes)
  }
}

/// Exercise 2.2, right with normal numbers made with Foundation.
func heInitialized(normal right: String, layerSizes: [Int], using generator: inout some RandomNumberGenerator) throws
  -> Parameters
{
  switch right {
  case "2.2 Box-Muller, both numbers of a pair used":
    var parameters = Parameters(weights: [], biases: [])
    for (fanIn, fanOut) in zip(layerSizes, layerSizes.dropFirst()) {
      let numbers = boxMuller(fanIn * fanOut, using: &generator)
      parameters.weights.append(
        sqrt(2 / Double(fanIn)) * Matrix(rows: fanIn, columns: fanOut, elements: numbers))
      parameters.biases.append(.zeros(rows: 1, columns: fanOut))
    }
    return parameters
  case "2.2 the distribution function inverted by Newton's method":
    var weights: [Matrix] = []
    for layer in 1..<layerSizes.count {
      let deviation = pow(Double(layerSizes[layer - 1]) / 2, -0.5)
      let zeros = Matrix.zeros(rows: layerSizes[layer - 1], columns: layerSizes[layer])
      weights.append(zeros.map { _ in deviation * quantile(uniform(using: &generator)) })
    }
    return Parameters(weights: weights, biases: weights.map { .zeros(rows: 1, columns: $0.columns) })
  default:
    return try heInitialized(rejection: right, layerSizes: layerSizes, using: &generator)
  }
}

/// Exercise 2.3, right with normal numbers made with Foundation.
func xavierInitialized(normal right: String, layerSizes: [Int], using generator: inout some RandomNumberGenerator)
  throws -> Parameters
{
  switch right {
  case "2.3 Box-Muller, both numbers of a pair used":
    let pairs = zip(layerSizes, layerSizes.dropFirst())
    var numbers = boxMuller(pairs.map { $0 * $1 }.reduce(0, +), using: &generator)
    let weights = pairs.map { fanIn, fanOut in
      let own = numbers.suffix(fanIn * fanOut)
      numbers.removeLast(fanIn * fanOut)
      return Matrix(rows: fanIn, columns: fanOut, elements: own.map { $0 / sqrt(Double(fanIn)) })
    }
    return Parameters(weights: weights, biases: pairs.map { .zeros(rows: 1, columns: $1) })
  case "2.3 the distribution function inverted by Newton's method":
    var weights: [Matrix] = []
    var biases: [Matrix] = []
    for layer in 1..<layerSizes.count {
      var matrix = Matrix(rows: layerSizes[layer - 1], columns: layerSizes[layer], repeating: 0)
      for row in 0..<matrix.rows {
        for column in 0..<matrix.columns {
          matrix[row, column] = quantile(uniform(using: &generator)) / sqrt(Double(matrix.rows))
        }
      }
      weights.append(matrix)
      biases.append(Matrix(rows: 1, columns: matrix.columns, repeating: 0))
    }
    return Parameters(weights: weights, biases: biases)
  default:
    return try xavierInitialized(rejection: right, layerSizes: layerSizes, using: &generator)
  }
}

// BEGIN HELPERS 2 Box-Muller, both numbers of a pair used
/// Normal numbers, two from each pair of uniform ones.
private func boxMuller(_ count: Int, using generator: inout some RandomNumberGenerator) -> [Double] {
  var numbers: [Double] = []
  while numbers.count < count {
    let radius = sqrt(-2 * log(1 - generator.nextUniform()))
    let angle = Double.random(in: 0..<(2 * Double.pi), using: &generator)
    numbers += [radius * cos(angle), radius * sin(angle)]
  }
  return Array(numbers.prefix(count))
}
// END HELPERS

// BEGIN HELPERS 2 the distribution function inverted by Newton's method
/// A number between 0 and 1, neither of them included.
private func uniform(using generator: inout some RandomNumberGenerator) -> Double {
  var number = 0.0
  while number == 0 {
    number = generator.nextUniform()
  }
  return number
}

/// The number below which a normal number lies with this probability.
private func quantile(_ probability: Double) -> Double {
  let tail = min(probability, 1 - probability)
  // To the right of 0 the tail bends upwards, so that no step goes too far.
  var x = 0.0
  var step = 0.0
  repeat {
    let density = exp(-x * x / 2) / sqrt(2 * Double.pi)
    step = (erfc(x / sqrt(2)) / 2 - tail) / density
    x += step
  } while step > 1e-12
  return probability < 0.5 ? -x : x
}
// END HELPERS
