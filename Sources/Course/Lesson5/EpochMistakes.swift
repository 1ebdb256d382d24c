import Engine

/// Exercise 5.3: the wrong versions that show in what `update` saw.
enum EpochMistakes {
  typealias Mistake = ObservedMistake<EpochObservation>

  static let all = updates + rows + gradients + parameters + order

  /// What does something else each time; one call does not show it.
  static let ownGenerator = KnownMistake(
    "own generator",
    "The batches do not come from `generator` alone: hand &generator itself to miniBatches."
  )

  /// What does the same whatever the seed.
  static let fixedSeed = KnownMistake(
    "fixed seed",
    "The batches are the same for every seed, so they do not come from `generator`: hand &generator itself to miniBatches."
  )

  private static let updates = [
    Mistake(
      "update never called",
      "`update` is never called: it alone changes the parameters, so call it once for each batch."
    ) { $0.epochs.allSatisfy(\.isEmpty) },
    Mistake(
      "first batch only", "Only the first batch is used: `update` must be called once for each batch of the epoch."
    ) { seen in
      seen.sizes.count > 1 && seen.haveSizes(Array(seen.sizes.prefix(1))) && seen.rowsAreTold
    },
    Mistake(
      "update after the loop",
      "`update` is called with the last batch alone: call it inside the loop, once for each batch."
    ) { seen in
      seen.sizes.first != seen.sizes.last && seen.haveSizes(Array(seen.sizes.suffix(1))) && seen.rowsAreTold
    },
    Mistake(
      "last batch dropped",
      "The last, shorter batch is left out, so that its examples are not used: go through all batches, the short one, too."
    ) { seen in
      seen.sizes.count > 1 && seen.sizes.first != seen.sizes.last && seen.haveSizes(seen.sizes.dropLast())
        && seen.rowsAreTold && seen.examples.allSatisfy { Set($0).count == $0.count }
    },
  ]

  private static let rows = [
    Mistake(
      "count for rows",
      "`update` is told the number of all examples: it wants the rows of the batch whose gradients it gets."
    ) { seen in
      seen.haveSizes(seen.sizes) && seen.epochs.joined().allSatisfy { $0.rows == seen.count }
    },
    Mistake(
      "batchSize for rows",
      "`update` is told batchSize: a batch may have fewer rows, so count the rows of the batch itself."
    ) { seen in
      seen.haveSizes(seen.sizes) && !seen.rowsAreTold
        && seen.epochs.joined().allSatisfy { $0.rows == seen.request.batchSize }
    },
    Mistake(
      "batchSize ignored",
      "All examples go through at once: hand `batchSize` on to `miniBatches`, and send each of its batches forward and backward for itself."
    ) { seen in seen.sizes.count > 1 && seen.haveSizes([seen.count]) && seen.rowsAreTold },
    Mistake(
      "one example at a time",
      "Every example is a batch of its own: hand on `batchSize`, and take all rows of a batch at once."
    ) {
      seen in
      seen.request.batchSize > 1 && seen.haveSizes([Int](repeating: 1, count: seen.count)) && seen.rowsAreTold
    },
  ]

  private static let gradients = [
    Mistake(
      "gradients of all examples",
      "Each batch has the gradient of all examples: send only the batch's rows forward and backward."
    ) { seen in
      seen.sizes.count > 1 && seen.haveSizes(seen.sizes.map { _ in seen.count })
    },
    Mistake(
      "gradients at the start",
      "The gradients belong to the parameters at the start of the epoch: use `parameters`, which every `update` changes."
    ) { seen in
      !seen.isExplained && seen.isChained && seen.epochs.joined().allSatisfy { $0.examplesAtStart?.count == $0.rows }
    },
    Mistake(
      "labels of other examples",
      "The labels are not those of the batch's features: take both with the same indices, as data.rows(at:) does."
    ) { seen in
      let wrong = seen.epochs.joined().filter { $0.wrongLabels != 0 }
      // If all are exchanged, something else happened to them.
      return !wrong.isEmpty && wrong.allSatisfy { $0.wrongLabels != nil }
        && wrong.contains { $0.rows > 1 && $0.wrongLabels != $0.rows }
        && !seen.epochs.joined().allSatisfy { $0.wrongLabels == $0.rows }
    },
  ]

  private static let parameters = [
    Mistake(
      "copy changed", "The parameters stay as they were: `update` changes a copy. Hand it &parameters itself."
    ) { seen in seen.isExplained && seen.haveSizes(seen.sizes) && seen.isUnchanged },
    Mistake(
      "changed outside update", "The parameters change outside `update`, too: leave every change to `update`."
    ) { seen in
      !seen.isChained && !seen.isUnchanged && seen.traces.allSatisfy { $0.batches.map(\.rows) == seen.sizes }
        && seen.epochs.joined().allSatisfy { $0.examplesAtLeft?.count == $0.rows }
    },
  ]

  private static let order = [
    Mistake("not shuffled", "The examples come in their order 0, 1, 2 …: let `miniBatches` shuffle them.") { seen in
      seen.sizes.count > 1 && seen.haveSizes(seen.sizes)
        && seen.examples.allSatisfy { $0 == Array(0..<seen.count) }
    },
    Mistake(
      "same order in every epoch",
      "Every epoch has the same batches: hand on &generator itself; a copy or one of your own begins anew each time."
    ) { seen in
      seen.sizes.count > 1 && seen.haveSizes(seen.sizes) && Set(seen.examples).count == 1
        && seen.examples.first != Array(0..<seen.count)
    },
  ]
}
