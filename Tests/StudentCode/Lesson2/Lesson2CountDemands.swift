import CourseKit

/// Exercise 2.1, each time against one demand of the page alone.
func parameterCount(demands other: String, layerSizes: [Int]) throws -> Int {
  switch other {
  case "2.1 at least two layers":
    // Unknown, evidence: "yours 0   expected 2"
    if layerSizes.count < 3 { return 0 }
    var count = 0
    for layer in 1..<layerSizes.count {
      count += layerSizes[layer - 1] * layerSizes[layer] + layerSizes[layer]
    }
    return count
  case "2.1 at most three layers":
    // Unknown, evidence: "for layerSizes = ["
    var count = 0
    for layer in 1..<min(4, layerSizes.count) {
      count += layerSizes[layer - 1] * layerSizes[layer] + layerSizes[layer]
    }
    return count
  case "2.1 hidden layers of one width":
    // Unknown, evidence: "for layerSizes = ["
    let width = layerSizes[1]
    var count = layerSizes[0] * width + width
    for layer in 2..<max(2, layerSizes.count) {
      let fanOut = layer == layerSizes.count - 1 ? layerSizes[layer] : width
      count += width * fanOut + fanOut
    }
    return count
  case "2.1 layer looked up by its width":
    // Unknown, evidence: "yours 225   expected 1185"
    var count = 0
    for fanOut in layerSizes.dropFirst() {
      let layer = layerSizes.dropFirst().firstIndex(of: fanOut) ?? 1
      count += layerSizes[layer - 1] * fanOut + fanOut
    }
    return count
  case "2.1 a single unit without bias":
    // Unknown, evidence: "yours 1184   expected 1185"
    var count = 0
    for layer in 1..<layerSizes.count {
      let fanOut = layerSizes[layer]
      count += layerSizes[layer - 1] * fanOut + (fanOut > 1 ? fanOut : 0)
    }
    return count
  case "2.1 hidden biases counted twice":
    // Unknown, evidence: "yours 30   expected 26"
    var count = 0
    for layer in 1..<layerSizes.count {
      count += layerSizes[layer - 1] * layerSizes[layer] + layerSizes[layer]
      if layer > 1 {
        count += layerSizes[layer - 1]
      }
    }
    return count
  case "2.1 weights counted in both directions":
    // Unknown, evidence: "yours 46   expected 26"
    var count = 0
    for layer in 1..<layerSizes.count {
      count += 2 * layerSizes[layer - 1] * layerSizes[layer] + layerSizes[layer]
    }
    return count
  case "2.1 summed in single precision":
    // Unknown, evidence: "expected 25014999"
    var count: Float = 0
    for layer in 1..<layerSizes.count {
      count += Float(layerSizes[layer - 1] * layerSizes[layer] + layerSizes[layer])
    }
    return Int(count)
  default:
    return try parameterCount(right: other, layerSizes: layerSizes)
  }
}
