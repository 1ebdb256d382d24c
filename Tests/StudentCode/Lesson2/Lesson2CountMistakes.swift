import CourseKit

/// Exercise 2.1 as the judge knows it wrong.
func parameterCount(mistake: String, layerSizes: [Int]) throws -> Int {
  switch mistake {
  case "2.1 biases forgotten":
    var count = 0
    for layer in 1..<layerSizes.count {
      let fanIn = layerSizes[layer - 1]
      let fanOut = layerSizes[layer]
      count += fanIn * fanOut
    }
    return count
  case "2.1 bias for each input":
    var count = 0
    for layer in 1..<layerSizes.count {
      let fanIn = layerSizes[layer - 1]
      let fanOut = layerSizes[layer]
      count += fanIn * fanOut + fanIn
    }
    return count
  case "2.1 one bias for a layer":
    var count = 0
    for layer in 1..<layerSizes.count {
      let fanIn = layerSizes[layer - 1]
      let fanOut = layerSizes[layer]
      count += fanIn * fanOut + 1
    }
    return count
  case "2.1 sum for product":
    var count = 0
    for layer in 1..<layerSizes.count {
      let fanIn = layerSizes[layer - 1]
      let fanOut = layerSizes[layer]
      count += fanIn + fanOut
    }
    return count
  case "2.1 input layer with biases":
    var weights = 0
    for layer in 1..<layerSizes.count {
      weights += layerSizes[layer - 1] * layerSizes[layer]
    }
    let biases = layerSizes.reduce(0, +)
    return weights + biases
  case "2.1 output biases forgotten":
    var count = 0
    for layer in 1..<layerSizes.count {
      count += layerSizes[layer - 1] * layerSizes[layer]
      if layer < layerSizes.count - 1 {
        count += layerSizes[layer]
      }
    }
    return count
  default:
    return try parameterCount(other: mistake, layerSizes: layerSizes)
  }
}
