/// How often each order of three examples came.
struct ShuffleStatistics {
  /// What holds if every order is as likely as the others.
  static let property = "each of the 6 orders of 3 examples is equally likely"

  /// Batches of one example, so that the order shows whatever becomes of it inside a batch.
  static let request = BatchRequest(count: 3, batchSize: 1, seed: 11, epochs: 10_000)

  /// The orders that came, such as "0 2 1", and how often.
  let counts: [String: Int]
  private let total: Double

  init(_ orders: [[Int]]) {
    // A text for each of thousands of orders would take longer than all else: there are six of them.
    var counts: [[Int]: Int] = [:]
    for order in orders { counts[order, default: 0] += 1 }
    self.counts = Dictionary(
      uniqueKeysWithValues: counts.map { ($0.map(String.init).joined(separator: " "), $1) })
    total = Double(orders.count)
  }

  /// How often each of the six orders should come.
  var expected: Double { total / 6 }

  /// χ² with five degrees of freedom exceeds this once in ten million times.
  static let limit = 41.0

  /// χ² of the counts against equal shares.
  var squaredError: Double { squaredError(against: [Double](repeating: 1.0 / 6, count: 6)) }
  var isFair: Bool { squaredError < Self.limit }

  /// The mistake whose shares of the orders, from the rarest to the most frequent, are those that came.
  var mistake: ShuffleMistake? {
    // Three swaps with any place have 27 outcomes, 4 of which give each of three orders and 5 each of the others.
    if squaredError(against: [4, 4, 4, 5, 5, 5].map { $0 / 27 }) < Self.limit { return .biased }
    // What never stays in place leaves the two orders in which all three move.
    let moved = ["1 2 0", "2 0 1"].map { Double(counts[$0] ?? 0) }
    return moved.reduce(0, +) == total && moved.allSatisfy { abs($0 - total / 2) < total / 20 } ? .neverInPlace : nil
  }

  /// - Parameter shares: those of the orders from the rarest to the most frequent.
  private func squaredError(against shares: [Double]) -> Double {
    let sorted = (counts.values.map(Double.init) + [Double](repeating: 0, count: max(0, 6 - counts.count))).sorted()
    return zip(sorted, shares).reduce(0) { sum, pair in
      let expected = pair.1 * total
      return sum + (pair.0 - expected) * (pair.0 - expected) / expected
    }
  }
}

/// What the checks of 5.1 recognise by asking again; the raw value is a name for tests and teachers.
enum ShuffleMistake: String, CaseIterable {
  case ownGenerator = "own generator"
  case fixedSeed = "fixed seed"
  case copiedGenerator = "copied generator"
  case biased = "biased swaps"
  case neverInPlace = "never in place"
  case fullBatch = "full batch not shuffled"

  /// What the student reads.
  var sentence: String {
    switch self {
    case .ownGenerator:
      "The order does not come from `generator` alone: hand it to every random call, as in shuffled(using: &generator)."
    case .fixedSeed:
      "The order is the same in every epoch and for every seed: let `generator` draw it, neither a fixed rule nor a generator with a seed of your own."
    case .copiedGenerator:
      "Every epoch has the same order: a copy of `generator` was used, so the next call begins at the same place."
    case .biased:
      "Each place is swapped with any place at all, which favours some orders: swap it only with itself or a later one."
    case .fullBatch: "Several batches are shuffled, but one batch of all is not: shuffle the indices there, too."
    case .neverInPlace:
      "No example ever keeps its place: the random place to swap with must be allowed to be the same one."
    }
  }
}
