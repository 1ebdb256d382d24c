import CourseKit

/// Exercise 2.1, right in another order.
func parameterCount(order right: String, layerSizes: [Int]) throws -> Int {
  switch right {
  case "2.1 all numbers in one list, cut afterwards":
    let layers = zip(layerSizes, layerSizes.dropFirst()).map(Layer.init)
    return layers.reduce(0) { $0 + $1.weightCount + $1.fanOut }
  case "2.1 last layer first, columns from the right":
    var count = 0
    var layer = layerSizes.count - 1
    while layer > 0 {
      count += layerSizes[layer] + layerSizes[layer] * layerSizes[layer - 1]
      layer -= 1
    }
    return count
  case "2.1 draws thrown away between the weights":
    var sizes = layerSizes[...]
    var count = 0
    while let fanIn = sizes.popFirst(), let fanOut = sizes.first {
      for _ in 0..<fanOut {
        count += fanIn
        count += 1
      }
    }
    return count
  case "2.1 two draws added for each weight, halves by recursion":
    guard layerSizes.count > 2 else { return layerSizes[1] * (1 + layerSizes[0]) }
    let middle = layerSizes.count / 2
    return parameterCount(layerSizes: Array(layerSizes[...middle]))
      + parameterCount(layerSizes: Array(layerSizes[middle...]))
  default:
    throw NoSuchVersion(title: right)
  }
}

/// Exercise 2.2, right in another order.
func heInitialized(order right: String, layerSizes: [Int], using generator: inout some RandomNumberGenerator) throws
  -> Parameters
{
  switch right {
  case "2.2 all numbers in one list, cut afterwards":
    let layers = zip(layerSizes, layerSizes.dropFirst()).map(Layer.init)
    let count = layers.reduce(0) { $0 + $1.weightCount }
    let numbers = (0..<count).map { _ in generator.nextGaussian() }
    var parameters = Parameters(weights: [], biases: [])
    var start = 0
    for layer in layers {
      let own = numbers[start..<(start + layer.weightCount)]
      start = own.endIndex
      let normal = Matrix(rows: layer.fanIn, columns: layer.fanOut, elements: Array(own))
      parameters.weights.append(normal * sqrt(2 / Double(layer.fanIn)))
      parameters.biases.append(.zeros(rows: 1, columns: layer.fanOut))
    }
    return parameters
  case "2.2 last layer first, columns from the right":
    var parameters = Parameters(weights: [], biases: [])
    for layer in (1..<layerSizes.count).reversed() {
      var weights = Matrix.zeros(rows: layerSizes[layer - 1], columns: layerSizes[layer])
      for column in (0..<weights.columns).reversed() {
        for row in (0..<weights.rows).reversed() {
          weights[row, column] = generator.nextGaussian() * sqrt(2 / Double(weights.rows))
        }
      }
      parameters.weights.insert(weights, at: 0)
      parameters.biases.insert(.zeros(rows: 1, columns: weights.columns), at: 0)
    }
    return parameters
  case "2.2 draws thrown away between the weights":
    var parameters = Parameters(weights: [], biases: [])
    for layer in 1..<layerSizes.count {
      var weights = Matrix.zeros(rows: layerSizes[layer - 1], columns: layerSizes[layer])
      for index in weights.elements.indices {
        _ = generator.nextGaussian()
        weights.elements[index] = sqrt(2 / Double(layerSizes[layer - 1])) * generator.nextGaussian()
      }
      parameters.weights.append(weights)
      parameters.biases.append(.zeros(rows: 1, columns: layerSizes[layer]))
    }
    return parameters
  case "2.2 two draws added for each weight, halves by recursion":
    // Two numbers of variance 1 / fanIn have a sum of variance 2 / fanIn.
    return halved(layerSizes) { fanIn in
      (generator.nextGaussian() + generator.nextGaussian()) / sqrt(Double(fanIn))
    }
  default:
    throw NoSuchVersion(title: right)
  }
}

/// Exercise 2.3, right in another order.
func xavierInitialized(order right: String, layerSizes: [Int], using generator: inout some RandomNumberGenerator)
  throws -> Parameters
{
  switch right {
  case "2.3 all numbers in one list, cut afterwards":
    let fanIns = layerSizes.dropLast()
    let fanOuts = layerSizes.dropFirst()
    var numbers: [Double] = []
    for (fanIn, fanOut) in zip(fanIns, fanOuts) {
      numbers += (0..<(fanIn * fanOut)).map { _ in generator.nextGaussian() / Double(fanIn).squareRoot() }
    }
    var rest = numbers[...]
    let weights = zip(fanIns, fanOuts).map { fanIn, fanOut in
      defer { rest = rest.dropFirst(fanIn * fanOut) }
      return Matrix(rows: fanIn, columns: fanOut, elements: Array(rest.prefix(fanIn * fanOut)))
    }
    return Parameters(weights: weights, biases: fanOuts.map { .zeros(rows: 1, columns: $0) })
  case "2.3 last layer first, columns from the right":
    // Each matrix is filled with its rows and columns exchanged, and reversed at the end.
    let sizes = Array(layerSizes.reversed())
    let weights = zip(sizes, sizes.dropFirst()).map { fanOut, fanIn in
      let columns = Matrix.zeros(rows: fanOut, columns: fanIn).map { _ in generator.nextGaussian() }
      return columns.rows(at: (0..<fanOut).reversed()).transposed / sqrt(Double(fanIn))
    }
    let biases = sizes.dropLast().map { Matrix.zeros(rows: 1, columns: $0) }
    return Parameters(weights: weights.reversed(), biases: biases.reversed())
  case "2.3 draws thrown away between the weights":
    var parameters = Parameters(weights: [], biases: [])
    for (fanIn, fanOut) in zip(layerSizes, layerSizes.dropFirst()) {
      var numbers: [Double] = []
      for _ in 0..<fanIn {
        _ = generator.next()
        numbers += (0..<fanOut).map { _ in sqrt(1 / Double(fanIn)) * generator.nextGaussian() }
      }
      parameters.weights.append(Matrix(rows: fanIn, columns: fanOut, elements: numbers))
      parameters.biases.append(.zeros(rows: 1, columns: fanOut))
    }
    return parameters
  case "2.3 two draws added for each weight, halves by recursion":
    // 0.6² + 0.8² = 1
    return halved(layerSizes) { fanIn in
      (0.6 * generator.nextGaussian() + 0.8 * generator.nextGaussian()) / sqrt(Double(fanIn))
    }
  default:
    throw NoSuchVersion(title: right)
  }
}

// BEGIN HELPERS 2 all numbers in one list, cut afterwards
private struct Layer {
  let fanIn: Int
  let fanOut: Int

  var weightCount: Int { fanIn * fanOut }
}
// END HELPERS

// BEGIN HELPERS 2 two draws added for each weight, halves by recursion
/// The layers of the first half of the network before those of the second.
private func halved(_ layerSizes: [Int], draw: (_ fanIn: Int) -> Double) -> Parameters {
  guard layerSizes.count > 2 else {
    let weights = Matrix.zeros(rows: layerSizes[0], columns: layerSizes[1]).map { _ in draw(layerSizes[0]) }
    return Parameters(weights: [weights], biases: [.zeros(rows: 1, columns: layerSizes[1])])
  }
  let middle = layerSizes.count / 2
  let first = halved(Array(layerSizes[...middle]), draw: draw)
  let second = halved(Array(layerSizes[middle...]), draw: draw)
  return Parameters(weights: first.weights + second.weights, biases: first.biases + second.biases)
}
// END HELPERS
