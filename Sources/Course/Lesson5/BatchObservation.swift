/// What exercise 5.1 did when it was asked for the batches of some epochs.
struct BatchObservation: Sendable {
  let request: BatchRequest
  let epochs: [[[Int]]]

  init(_ request: BatchRequest, epochs: [[[Int]]]) {
    self.request = request
    self.epochs = epochs
  }

  var count: Int { request.count }
  /// Whether every batch has its size.
  var hasRightSizes: Bool { haveSizes(request.expectedSizes) }
  /// Whether every index comes just once in every epoch.
  var isPermutation: Bool { epochs.allSatisfy { $0.joined().sorted() == Array(0..<count) } }
  /// Whether each index belongs to an example.
  var isInRange: Bool { epochs.joined().joined().allSatisfy { 0..<count ~= $0 } }
  /// Whether no index comes twice in an epoch.
  var isDistinct: Bool { epochs.allSatisfy { BatchObservation.isDistinct(Array($0.joined())) } }
  /// Whether no index comes twice in a batch.
  var isDistinctInBatches: Bool { epochs.joined().allSatisfy(BatchObservation.isDistinct) }

  func haveSizes(_ sizes: [Int]) -> Bool { epochs.allSatisfy { $0.map(\.count) == sizes } }

  /// Whether each batch holds neighbours: the indices as they stood before anything was shuffled.
  var holdsNeighbours: Bool {
    guard let size = request.expectedSizes.first else { return false }
    return epochs.joined().allSatisfy { batch in
      let sorted = batch.sorted()
      return (sorted.first ?? 1) % size == 0 && zip(sorted, sorted.dropFirst()).allSatisfy { $1 == $0 + 1 }
    }
  }

  /// Whether no epoch changes the order that the examples have.
  var isInOrder: Bool { epochs.allSatisfy { Array($0.joined()) == Array(0..<count) } }

  /// How many examples of each epoch are in the batch in which they would be without a shuffle.
  var stayingAtHome: [Int] {
    guard let size = request.expectedSizes.first else { return [] }
    return epochs.map { batches in
      batches.enumerated().reduce(0) { sum, batch in sum + batch.element.count { $0 / size == batch.offset } }
    }
  }

  private static func isDistinct(_ indices: [Int]) -> Bool { Set(indices).count == indices.count }
}
