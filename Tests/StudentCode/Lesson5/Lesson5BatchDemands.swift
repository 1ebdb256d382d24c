import CourseKit

/// Exercise 5.1, wrong in one demand of its page alone.
func miniBatches(
  demanded other: String, count: Int, batchSize: Int, using generator: inout some RandomNumberGenerator
) throws -> [[Int]] {
  switch other {
  case "5.1 only 0 is the full batch":
    // Unknown, evidence: "rows of the batches  yours no batch   expected 7"
    let size = batchSize == 0 ? max(count, 1) : batchSize
    let order = Array(0..<count).shuffled(using: &generator)
    return stride(from: 0, to: count, by: size).map { Array(order[$0..<min($0 + size, count)]) }
  case "5.1 full batch not shuffled":
    // Unknown, evidence: "epochs of 8 examples in one batch begin with [0, 1, 2, 3] …"
    if batchSize <= 0 || batchSize >= count { return count > 0 ? [Array(0..<count)] : [] }
    let order = Array(0..<count).shuffled(using: &generator)
    return stride(from: 0, to: count, by: batchSize).map { Array(order[$0..<min($0 + batchSize, count)]) }
  case "5.1 one empty batch for no examples":
    // Unknown, evidence: "rows of the batches  yours 0   expected no batch"
    let order = Array(0..<count).shuffled(using: &generator)
    if batchSize <= 0 || batchSize >= count { return [order] }
    return stride(from: 0, to: count, by: batchSize).map { Array(order[$0..<min($0 + batchSize, count)]) }
  case "5.1 only neighbours swapped":
    // Unknown, evidence: "examples are in the batch in which they would be without a shuffle."
    let size = batchSize > 0 ? batchSize : max(count, 1)
    var order = Array(0..<count)
    for place in order.indices.dropLast() where Bool.random(using: &generator) { order.swapAt(place, place + 1) }
    return stride(from: 0, to: count, by: size).map { Array(order[$0..<min($0 + size, count)]) }
  case "5.1 last example always last":
    // Unknown, evidence: "Of 10000 epochs each order should come about 1667 times."
    let size = batchSize > 0 ? batchSize : max(count, 1)
    var order = Array(0..<count)
    for place in order.indices.dropLast() {
      order.swapAt(place, Int.random(in: place..<max(count - 1, place + 1), using: &generator))
    }
    return stride(from: 0, to: count, by: size).map { Array(order[$0..<min($0 + size, count)]) }
  case "5.1 halves shuffled apart":
    // Unknown, evidence: "examples are in the batch in which they would be without a shuffle."
    let size = batchSize > 0 ? batchSize : max(count, 1)
    let half = count / 2
    let order = (0..<half).shuffled(using: &generator) + (half..<count).shuffled(using: &generator)
    return stride(from: 0, to: count, by: size).map { Array(order[$0..<min($0 + size, count)]) }
  case "5.1 short batch first":
    // Unknown, evidence: "rows of the batches  yours 2, 4, 4   expected 4, 4, 2"
    let size = batchSize > 0 ? batchSize : max(count, 1)
    var order = Array(0..<count).shuffled(using: &generator)
    var batches: [[Int]] = []
    while !order.isEmpty {
      batches.insert(order.suffix(size), at: 0)
      order.removeLast(min(size, order.count))
    }
    return batches
  case "5.1 batch of one left out":
    // Unknown, evidence: "for count 3 and batchSize 2  yours "
    let size = batchSize > 0 ? batchSize : max(count, 1)
    let order = Array(0..<count).shuffled(using: &generator)
    let batches = stride(from: 0, to: count, by: size).map { Array(order[$0..<min($0 + size, count)]) }
    return batches.filter { $0.count > 1 || size == 1 || count == 1 }
  case "5.1 full batch shuffled with a generator of its own":
    // Unknown, evidence: "Two calls with the same seed gave different orders."
    // Also true: "own generator"
    let size = batchSize > 0 ? batchSize : max(count, 1)
    var system = SystemRandomNumberGenerator()
    let order =
      size < count ? (0..<count).shuffled(using: &generator) : (0..<count).shuffled(using: &system)
    return stride(from: 0, to: count, by: size).map { Array(order[$0..<min($0 + size, count)]) }
  case "5.1 twenty random swaps":
    // Unknown, evidence: "examples are in the batch in which they would be without a shuffle."
    let size = batchSize > 0 ? batchSize : max(count, 1)
    var order = Array(0..<count)
    for _ in 0..<20 where count > 0 {
      let places = (Int.random(in: 0..<count, using: &generator), Int.random(in: 0..<count, using: &generator))
      order.swapAt(places.0, places.1)
    }
    return stride(from: 0, to: count, by: size).map { Array(order[$0..<min($0 + size, count)]) }
  default:
    return try miniBatches(right: other, count: count, batchSize: batchSize, using: &generator)
  }
}
