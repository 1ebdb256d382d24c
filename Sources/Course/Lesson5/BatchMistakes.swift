import Engine

/// Exercise 5.1: the wrong versions that show in the batches.
enum BatchMistakes {
  typealias Mistake = ObservedMistake<BatchObservation>

  static let all = sizes + indices + order + noBatchSize

  private static let sizes = [
    Mistake(
      "last batch dropped",
      "The last, shorter batch is missing: its examples would not be used. Let it hold what is left over."
    ) { seen in
      let full = seen.request.batchSize > 0 ? seen.count / seen.request.batchSize : 0
      return seen.request.batchSize > 0 && seen.count % seen.request.batchSize > 0
        && seen.haveSizes([Int](repeating: seen.request.batchSize, count: full)) && seen.isInRange && seen.isDistinct
    },
    Mistake(
      "last batch filled up",
      "The last batch is filled up with indices that came before: let it be shorter, or some examples count twice."
    ) { seen in
      let size = max(seen.request.batchSize, 1)
      let batches = (seen.count + size - 1) / size
      return seen.count % size > 0 && seen.haveSizes([Int](repeating: size, count: batches)) && seen.isInRange
        && seen.epochs.allSatisfy { $0.joined().prefix(seen.count).sorted() == Array(0..<seen.count) }
    },
    Mistake(
      "rest joined to the last full batch",
      "What is left over is added to the last full batch: it makes a batch of its own, however short."
    ) { seen in
      var sizes = seen.request.expectedSizes
      guard sizes.count > 1, let rest = sizes.popLast(), let full = sizes.popLast(), rest < full else { return false }
      return seen.haveSizes(sizes + [full + rest]) && seen.isPermutation
    },
    Mistake(
      "empty batch",
      "There is an empty batch: its mean over 0 rows would be NaN. Cut only as long as indices are left."
    ) { seen in
      let filled = seen.epochs.map { $0.filter { !$0.isEmpty } }
      let withoutEmpty = BatchObservation(seen.request, epochs: filled)
      return seen.count > 0 && seen.epochs.joined().contains(where: \.isEmpty) && withoutEmpty.hasRightSizes
        && withoutEmpty.isPermutation
    },
    Mistake(
      "batchSize as the number of batches",
      "There are batchSize batches: batchSize is how many examples each of them holds."
    ) { seen in
      seen.request.batchSize != seen.request.expectedSizes.count && seen.isPermutation
        && seen.epochs.allSatisfy { $0.count == seen.request.batchSize && !$0.contains(where: \.isEmpty) }
    },
    Mistake("batchSize ignored", "All examples are in one batch: cut the indices into batches of batchSize.") { seen in
      seen.request.expectedSizes.count > 1 && seen.haveSizes([seen.count]) && seen.isPermutation
    },
  ]

  private static let indices = [
    Mistake("counted from 1", "The indices count from 1: the rows of a matrix count from 0, so they are 0 ..< count.") {
      seen in
      seen.epochs.allSatisfy { $0.joined().sorted() == Array(1...max(seen.count, 1)) } && seen.hasRightSizes
    },
    Mistake(
      "drawn with replacement",
      "Each index is drawn from all: some come twice in a batch and others never. Shuffle the list 0 ..< count instead."
    ) { seen in
      seen.hasRightSizes && seen.isInRange && !seen.isDistinctInBatches
    },
    Mistake(
      "each batch from all examples",
      "Each batch is taken from all examples anew: shuffle once, before the loop, and cut that one order."
    ) { seen in
      seen.hasRightSizes && seen.isInRange && seen.isDistinctInBatches && !seen.isDistinct
    },
  ]

  private static let order = [
    Mistake(
      "not shuffled",
      "The indices come in their order 0, 1, 2 …: shuffle them with `generator` before you cut them."
    ) { seen in seen.request.expectedSizes.count > 1 && seen.isInOrder && seen.hasRightSizes },
    Mistake(
      "shuffled after the cut",
      "Each batch holds neighbours such as 4, 5, 6: shuffle the indices first, and cut them into batches then."
    ) { seen in
      seen.request.expectedSizes.count > 1 && (seen.request.expectedSizes.first ?? 1) > 1 && seen.holdsNeighbours
        && seen.epochs.allSatisfy { $0.map(\.count).sorted() == seen.request.expectedSizes.sorted() }
        && !seen.isInOrder && seen.isPermutation
    },
  ]

  private static let noBatchSize = [
    Mistake("no batch for 0", "For a batchSize of 0 or less there is no batch: it means all examples in one.") { seen in
      seen.request.batchSize <= 0 && seen.count > 0 && seen.epochs.allSatisfy(\.isEmpty)
    },
    Mistake(
      "0 taken as 1", "A batchSize of 0 or less gives batches of one example: it means all examples in one batch."
    ) { seen in
      seen.request.batchSize <= 0 && seen.haveSizes([Int](repeating: 1, count: seen.count)) && seen.isPermutation
    },
  ]
}
