import Engine

/// Exercise 5.1: the wrong versions that show only at the edges: a batchSize of 0 or less, or above the count, and no
/// examples.
///
/// They are looked at where they are asked for and nowhere else, because what stops there is not called again.
enum BatchMistakes {
  typealias Mistake = ObservedMistake<BatchObservation>

  static let all = zero + less + more + none + [severalFor0, severalBelow0]

  private static let zero =
    [
      Mistake("no batch for 0", "For a batchSize of 0 there is no batch: it means all examples in one.") { seen in
        isZero(seen) && seen.epochs.allSatisfy(\.isEmpty)
      },
      Mistake("0 taken as 1", "A batchSize of 0 gives batches of one example: it means all examples in one batch.") {
        isZero($0) && isOneByOne($0)
      },
      Mistake(
        "empty batch for 0", "A batchSize of 0 gives batches without examples: it means all examples in one batch."
      ) { isZero($0) && holdsNothing($0) },
    ]

  private static let severalFor0 = Mistake(
    "several batches for 0", "A batchSize of 0 gives several batches: it means all examples in one batch."
  ) { isZero($0) && areSeveral($0) }

  private static let severalBelow0 = Mistake(
    "several batches below 0", "A batchSize below 0 gives several batches: it means all examples in one batch."
  ) { seen in isLess(seen) && areSeveral(seen) && !seen.haveSizes(withoutSign(seen).expectedSizes) }

  private static func areSeveral(_ seen: BatchObservation) -> Bool {
    seen.isPermutation
      && seen.epochs.allSatisfy { epoch in epoch.count > 1 && epoch.contains { $0.count > 1 } && !epoch.contains([]) }
  }

  private static func withoutSign(_ seen: BatchObservation) -> BatchRequest {
    var request = seen.request
    request.batchSize = abs(max(request.batchSize, -Int.max))
    return request
  }

  private static let less = [
    Mistake("no batch below 0", "For a batchSize below 0 there is no batch: it means all examples in one.") { seen in
      isLess(seen) && seen.epochs.allSatisfy(\.isEmpty)
    },
    Mistake(
      "below 0 taken as 1", "A batchSize below 0 gives batches of one example: it means all examples in one batch."
    ) { isLess($0) && isOneByOne($0) },
    Mistake(
      "empty batch below 0", "A batchSize below 0 gives batches without examples: it means all examples in one batch."
    ) { isLess($0) && holdsNothing($0) },
    Mistake(
      "sign dropped", "A batchSize below 0 is used without its sign: it means all examples in one batch."
    ) { seen in isLess(seen) && seen.haveSizes(withoutSign(seen).expectedSizes) },
  ]

  private static let more = [
    Mistake(
      "no batch above count", "A batchSize above `count` gives no batch: all examples come in one then."
    ) { isMore($0) && $0.epochs.allSatisfy(\.isEmpty) },
    Mistake(
      "one by one above count", "A batchSize above `count` gives batches of one example: all come in one batch then."
    ) { isMore($0) && isOneByOne($0) },
    Mistake(
      "filled up above count",
      "With a batchSize above `count` the batch is filled up with indices that came before: let it be shorter."
    ) { seen in
      isMore(seen) && seen.isInRange
        && seen.epochs.allSatisfy { epoch in
          epoch.count == 1 && epoch[0].count == seen.request.batchSize && Set(epoch[0]).count == seen.count
        }
    },
  ]

  static let none = [
    Mistake("empty batch for no examples", "No examples make no batch: an empty one would have no mean.") { seen in
      seen.count == 0 && seen.epochs.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isEmpty) }
    },
    Mistake("an index for no examples", "There are no examples, but there is an index: the indices are 0 ..< count.") {
      $0.count == 0 && $0.epochs.allSatisfy { !$0.joined().isEmpty }
    },
  ]

  private static func isZero(_ seen: BatchObservation) -> Bool { seen.request.batchSize == 0 && seen.count > 1 }
  private static func isLess(_ seen: BatchObservation) -> Bool { seen.request.batchSize < 0 && seen.count > 1 }
  private static func isMore(_ seen: BatchObservation) -> Bool {
    seen.count > 1 && seen.request.batchSize > seen.count
  }

  private static func isOneByOne(_ seen: BatchObservation) -> Bool {
    seen.haveSizes([Int](repeating: 1, count: seen.count))
  }

  private static func holdsNothing(_ seen: BatchObservation) -> Bool {
    seen.epochs.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isEmpty) }
  }
}
