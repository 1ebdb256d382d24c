import CourseKit

/// Exercise 2.1, right in other words, beside normal numbers made by rejection.
func parameterCount(rejection right: String, layerSizes: [Int]) throws -> Int {
  switch right {
  case "2.1 Marsaglia's polar method, the twin kept":
    // (a + 1) · b = (a + 1) · (b + 1) − (a + 1)
    let extended = layerSizes.map { $0 + 1 }
    return (1..<extended.count).reduce(0) { $0 + extended[$1 - 1] * extended[$1] - extended[$1 - 1] }
  case "2.1 the ratio of two uniform numbers":
    let fanIns = Matrix([layerSizes.dropLast().map { Double($0 + 1) }])
    let fanOuts = Matrix([layerSizes.dropFirst().map { Double($0) }])
    return Int(matmul(fanIns, fanOuts.transposed)[0, 0])
  case "2.1 exponential numbers cut back, the sign from Bool.random":
    let biasCount = layerSizes.reduce(0, +) - layerSizes[0]
    let weightCount = layerSizes.indices.dropFirst().reduce(0) { $0 + layerSizes[$1 - 1] * layerSizes[$1] }
    return weightCount + biasCount
  default:
    return try parameterCount(order: right, layerSizes: layerSizes)
  }
}

/// Exercise 2.2, right with normal numbers made by rejection.
func heInitialized(rejection right: String, layerSizes: [Int], using generator: inout some RandomNumberGenerator)
  throws -> Parameters
{
  switch right {
  case "2.2 Marsaglia's polar method, the twin kept":
    var source = PolarMethod()
    var parameters = Parameters(weights: [], biases: [])
    for layer in 1..<layerSizes.count {
      let zeros = Matrix.zeros(rows: layerSizes[layer - 1], columns: layerSizes[layer])
      let normal = zeros.map { _ in source.next(using: &generator) }
      parameters.weights.append(normal * sqrt(2 / Double(normal.rows)))
      parameters.biases.append(.zeros(rows: 1, columns: normal.columns))
    }
    return parameters
  case "2.2 the ratio of two uniform numbers":
    return initialized(layerSizes, deviation: { sqrt(2 / Double($0)) }, using: &generator)
  case "2.2 exponential numbers cut back, the sign from Bool.random":
    var weights: [Matrix] = []
    for (fanIn, fanOut) in zip(layerSizes, layerSizes[1...]) {
      var elements: [Double] = []
      while elements.count < fanIn * fanOut {
        elements.append(bothSided(using: &generator) * sqrt(2) / sqrt(Double(fanIn)))
      }
      weights.append(Matrix(rows: fanIn, columns: fanOut, elements: elements))
    }
    return Parameters(weights: weights, biases: layerSizes[1...].map { .zeros(rows: 1, columns: $0) })
  default:
    return try heInitialized(order: right, layerSizes: layerSizes, using: &generator)
  }
}

/// Exercise 2.3, right with normal numbers made by rejection.
func xavierInitialized(rejection right: String, layerSizes: [Int], using generator: inout some RandomNumberGenerator)
  throws -> Parameters
{
  switch right {
  case "2.3 Marsaglia's polar method, the twin kept":
    var source = PolarMethod()
    let layers = layerSizes.indices.dropFirst()
    var weights = layers.map { Matrix.zeros(rows: layerSizes[$0 - 1], columns: layerSizes[$0]) }
    for layer in weights.indices {
      for index in weights[layer].elements.indices {
        weights[layer].elements[index] = source.next(using: &generator) / sqrt(Double(weights[layer].rows))
      }
    }
    return Parameters(weights: weights, biases: layers.map { .zeros(rows: 1, columns: layerSizes[$0]) })
  case "2.3 the ratio of two uniform numbers":
    return initialized(layerSizes, deviation: { 1 / sqrt(Double($0)) }, using: &generator)
  case "2.3 exponential numbers cut back, the sign from Bool.random":
    var weights: [Matrix] = []
    for (fanIn, fanOut) in zip(layerSizes, layerSizes[1...]) {
      var matrix = Matrix.zeros(rows: fanIn, columns: fanOut)
      for column in stride(from: fanOut - 1, through: 0, by: -1) {
        for row in 0..<fanIn {
          matrix[row, column] = bothSided(using: &generator)
        }
      }
      weights.append(matrix / sqrt(Double(fanIn)))
    }
    return Parameters(weights: weights, biases: layerSizes[1...].map { .zeros(rows: 1, columns: $0) })
  default:
    return try xavierInitialized(order: right, layerSizes: layerSizes, using: &generator)
  }
}

// BEGIN HELPERS 2 Marsaglia's polar method, the twin kept
private struct PolarMethod {
  private var twin: Double?

  mutating func next(using generator: inout some RandomNumberGenerator) -> Double {
    if let number = twin {
      twin = nil
      return number
    }
    var (x, y, square) = (0.0, 0.0, 0.0)
    repeat {
      x = Double.random(in: -1..<1, using: &generator)
      y = Double.random(in: -1..<1, using: &generator)
      square = x * x + y * y
    } while square == 0 || square >= 1
    let stretch = sqrt(-2 * log(square) / square)
    twin = y * stretch
    return x * stretch
  }
}
// END HELPERS

// BEGIN HELPERS 2 the ratio of two uniform numbers
/// The method of Kinderman and Monahan.
private func normalRatio(using generator: inout some RandomNumberGenerator) -> Double {
  let bound = sqrt(2 / exp(1))
  while true {
    let u = 1 - generator.nextUniform()
    let ratio = bound * (2 * generator.nextUniform() - 1) / u
    if ratio * ratio <= -4 * log(u) {
      return ratio
    }
  }
}

private func initialized(
  _ layerSizes: [Int], deviation: (_ fanIn: Int) -> Double, using generator: inout some RandomNumberGenerator
) -> Parameters {
  var parameters = Parameters(weights: [], biases: [])
  for (fanIn, fanOut) in zip(layerSizes, layerSizes.dropFirst()) {
    let numbers = (0..<(fanIn * fanOut)).map { _ in deviation(fanIn) * normalRatio(using: &generator) }
    parameters.weights.append(Matrix(rows: fanIn, columns: fanOut, elements: numbers))
    parameters.biases.append(Matrix(rows: 1, columns: fanOut, repeating: 0))
  }
  return parameters
}
// END HELPERS

// BEGIN HELPERS 2 exponential numbers cut back, the sign from Bool.random
/// A normal number: its size is an exponential number that von Neumann's rule accepts.
private func bothSided(using generator: inout some RandomNumberGenerator) -> Double {
  var size: Double
  var threshold: Double
  repeat {
    size = -log(1 - generator.nextUniform())
    threshold = -log(1 - generator.nextUniform())
  } while 2 * threshold < (size - 1) * (size - 1)
  return Bool.random(using: &generator) ? size : -size
}
// END HELPERS
