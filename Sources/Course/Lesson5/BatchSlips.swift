import Engine

/// Exercise 5.1: what can be done otherwise where there are examples and a batch holds one at least.
enum BatchSlips {
  static let all = indices + sizes + lasts + cuts + orders

  private static let indices: [Slip<BatchChoices>] = [
    .at(
      \.indices, "counted from 1",
      "The indices count from 1: the rows of a matrix count from 0, so they are 0 ..< count."
    ) { Array(1...$0) },
    .at(
      \.indices, "count among the indices", "There is an index too many, `count` itself: the indices are 0 ..< count."
    ) { Array(0...$0) },
    .at(\.indices, "counted from −1", "There is an index too many, −1: the indices are 0 ..< count.") { count in
      Array(-1..<count)
    },
    .at(\.indices, "last index missing", "The last index, count − 1, is never used: the indices are 0 ..< count.") {
      Array(0..<$0 - 1)
    },
    .at(
      \.indices, "first index missing", "Index 0 is never used: the rows count from 0, so the indices are 0 ..< count."
    ) { Array(1..<$0) },
  ]

  private static let sizes: [Slip<BatchChoices>] = [
    .at(\.size, "one less in a batch", "The batches hold batchSize − 1 examples: let each hold batchSize of them.") {
      _, size in
      size - 1
    },
    .at(\.size, "one more in a batch", "The batches hold batchSize + 1 examples: they hold batchSize.") { count, size in
      min(size + 1, count)
    },
    .at(\.size, "batchSize ignored", "All examples are in one batch: cut the indices into batches of batchSize.") {
      count, _ in count
    },
    .at(
      \.size, "one example in a batch", "Each batch holds one example: cut the indices into batches of batchSize."
    ) { _, _ in 1 },
    .at(
      \.size, "batchSize 1 for all",
      "A batchSize of 1 puts all examples into one batch, as 0 does: it makes batches of one example."
    ) { count, size in size > 1 ? min(size, count) : count },
    .at(\.size, "twice batchSize", "The batches hold 2 · batchSize examples: they hold batchSize.") { count, size in
      min(2 * size, count)
    },
    .at(\.size, "half of batchSize", "The batches hold only half of batchSize: let each hold batchSize examples.") {
      _, size in
      size / 2
    },
    .at(
      \.cut, "batchSize as the number of batches",
      "batchSize is taken as the number of batches: it is how many examples each of them holds."
    ) { count, size in
      let even = (0..<size).map { Array(count * $0 / size..<count * ($0 + 1) / size) }
      let dealt = (0..<size).map { Array(stride(from: $0, to: count, by: size)) }
      let small = BatchChoices.pieces(size * (count / size), count / size)
      // What is left over after whole batches joins the last one, or is dropped.
      let joined = small.withoutLast + [(small.last ?? []) + Array(size * (count / size)..<count)]
      return [even, dealt, BatchChoices.pieces(count, (count + size - 1) / size), small, joined]
        + [BatchChoices.pieces(count, count / size)]
    },
    .at(
      \.cut, "about equal batches",
      "The batches are made about equal: each holds batchSize examples, and only the last one may be shorter."
    ) { count, size in
      let batches = (count + size - 1) / size
      let even = (0..<batches).map { Array(count * $0 / batches..<count * ($0 + 1) / batches) }
      return [even, Array(even.reversed()), (0..<batches).map { Array(stride(from: $0, to: count, by: batches)) }]
    },
  ]

  private static let lasts: [Slip<BatchChoices>] = [
    .at(
      \.cut, "last batch dropped",
      "The last, shorter batch is missing: its examples would not be used. Let it hold what is left over."
    ) { count, size in [BatchChoices.pieces(count / size * size, size)] },
    .at(
      \.cut, "last batch always dropped",
      "The last batch is missing, be it full or not: go on until every index is in a batch."
    ) { count, size in [BatchChoices.pieces(count, size).withoutLast] },
    .at(
      \.cut, "full last batch dropped",
      "A last batch that is full is missing: go on until every index is in a batch."
    ) { count, size in
      let all = BatchChoices.pieces(count, size)
      return [count % size == 0 ? all.withoutLast : all]
    },
    .at(
      \.cut, "last batch of one dropped", "A batch of one example is left out: go on until every index is in a batch."
    ) { count, size in
      let all = BatchChoices.pieces(count, size)
      return [all.last?.count == 1 ? all.withoutLast : all, all.filter { $0.count > 1 }]
    },
    .at(
      \.cut, "two batches too few", "The last full batch is missing, and so is what is left over: go on to `count`."
    ) { count, size in [BatchChoices.pieces(count / size * size, size).withoutLast] },
    .at(
      \.cut, "last batch filled up",
      "The last batch is filled up with indices that came before: let it be shorter, or some examples count twice."
    ) { count, size in
      let all = BatchChoices.pieces(count, size)
      let missing = size - (all.last?.count ?? size)
      let fills = [
        Array(0..<missing), Array(size - missing..<size), Array(count / size * size - missing..<count / size * size),
        [Int](repeating: count - 1, count: missing), [Int](repeating: 0, count: missing),
      ]
      let filled = fills.map { fill in all.withoutLast + [(all.last ?? []) + fill] }
      return filled + [all.withoutLast + [Array(max(count - size, 0)..<count)]]
    },
    .at(
      \.cut, "rest joined to the last full batch",
      "What is left over is added to the last full batch: it makes a batch of its own, however short."
    ) { count, size in
      let full = BatchChoices.pieces(count / size * size, size)
      return [full.withoutLast + [Array((full.last?.first ?? 0)..<count)]]
    },
    .at(
      \.cut, "rest one by one", "What is left over comes one by one: it makes one batch, however short."
    ) { count, size in
      [BatchChoices.pieces(count / size * size, size) + (count / size * size..<count).map { [$0] }]
    },
    .at(
      \.cut, "batch not emptied",
      "A batch still holds the indices of those before it: let each one begin empty, after the last index of the batch before."
    ) { count, size in
      let first = count < size ? [] : [Array(0..<size)]
      return [first + [Array(0..<count)], first + (size < count ? (size + 1...count).map { Array(0..<$0) } : [])]
    },
    .at(
      \.cut, "empty batch",
      "There is an empty batch: its mean over 0 rows would be NaN. Begin with no batch at all, and append one only where indices are left."
    ) { count, size in
      let all = BatchChoices.pieces(count, size)
      return [all + [[]], [[]] + all] + (count % size == 0 ? [] : [all])
    },
    .at(
      \.cut, "short batch first",
      "The short batch comes first: begin with full ones, and let the last hold what is left over."
    ) { count, size in
      let all = BatchChoices.pieces(count, size)
      let rest = count % size
      let full = BatchChoices.pieces(count - rest, size).map { batch in batch.map { $0 + rest } }
      return [Array(all.reversed())] + (rest > 0 ? [[Array(0..<rest)] + full] : [all])
    },
  ]

  private static let cuts: [Slip<BatchChoices>] = [
    .at(
      \.cut, "every other batch left out",
      "Every other batch is left out: each begins where the one before has ended, batchSize places on."
    ) { count, size in [BatchChoices.pieces(count, size).enumerated().filter { $0.offset % 2 == 0 }.map(\.element)] },
    .at(
      \.cut, "one place for a whole batch",
      "Each batch holds one index again and again: take the index at its own place for each entry."
    ) { count, size in
      let all = BatchChoices.pieces(count, size)
      return [
        all.map { batch in batch.map { _ in batch[0] } },
        all.map { batch in batch.map { _ in batch[batch.count - 1] } },
      ]
    },
    .at(
      \.cut, "first batch dropped", "The first batch is missing: the first one begins at place 0 of the shuffled order."
    ) { count, size in [BatchChoices.pieces(count, size).withoutFirst] },
    .at(\.cut, "first batch alone", "Only the first batch comes: go on until every index is in a batch.") {
      count, size in [Array(BatchChoices.pieces(count, size).prefix(1))]
    },
    .at(\.cut, "last batch alone", "Only the last batch comes: append every batch to the list that you return.") {
      count, size in [Array(BatchChoices.pieces(count, size).suffix(1))]
    },
    .at(\.cut, "no batch", "There is no batch at all: append each one to the list that you return.") { _, _ in [[]] },
    .at(
      \.cut, "overlapping by all but one",
      "Each batch begins one place after the one before, so that they overlap: go on by batchSize places."
    ) { count, size in
      let all = (0..<count).map { Array($0..<min($0 + size, count)) }
      return [all, all.filter { $0.count == size }]
    },
    .at(
      \.cut, "begun one place too soon",
      "Each batch begins at the last place of the one before, which so comes twice: go on by batchSize places."
    ) { count, size in
      guard size > 1 else { return [BatchChoices.pieces(count, size)] }
      let all = stride(from: 0, to: count, by: size - 1).map { Array($0..<min($0 + size, count)) }
      return [all, all.filter { $0.count == size }, all.filter { $0.count > 1 }]
    },
    .at(
      \.cut, "begun one place too late",
      "An index is left out between two batches: each batch begins where the one before has ended."
    ) { count, size in
      [stride(from: 0, to: count, by: size + 1).map { Array($0..<min($0 + size, count)) }]
    },
    .at(
      \.cut, "ended one place too soon",
      "Each batch ends one place too soon, so that one index is lost: it goes from its start up to the next one's start."
    ) { count, size in
      let all = BatchChoices.pieces(count, size)
      let short = all.map { $0.withoutLast }
      return [
        short, short.filter { !$0.isEmpty }, all.map { $0.count == size ? $0.withoutLast : $0 },
        BatchChoices.pieces(count - 1, size).map { $0.count == size ? $0.withoutLast : $0 },
      ]
    },
    .at(
      \.cut, "a place left out",
      "One index is lost in every epoch, another one each time: let the batches begin at place 0 and end at `count`."
    ) { count, size in
      let all = BatchChoices.pieces(count, size)
      return [
        BatchChoices.pieces(count - 1, size), all.withoutLast + [(all.last ?? []).withoutLast],
        [(all.first ?? []).withoutFirst] + all.withoutFirst,
      ]
    },
    .at(
      \.cut, "ended one place too late",
      "Each batch holds the first place of the next one, too, which so comes twice: end before the next one's start."
    ) { count, size in
      let all = stride(from: 0, to: count, by: size).map { Array($0..<min($0 + size + 1, count)) }
      return [all, all.withoutLast + [Array(((all.last?.first ?? 0))..<count)]]
    },
    .at(
      \.cut, "every batch the same",
      "Every batch holds the same places of the order: each begins where the one before has ended."
    ) { count, size in
      let all = BatchChoices.pieces(count, size)
      return [all, all.filter { $0.count == size }, all.withoutLast + [Array(0..<size)]].map { batches in
        batches.map { Array(0..<$0.count) }
      }.filter { $0.count > 1 || count <= size }
    },
    .at(
      \.cut, "batches that grow",
      "Each batch holds those before it as well: begin every batch empty, at the place where the one before has ended."
    ) { count, size in [BatchChoices.pieces(count, size).map { Array(0...($0.last ?? 0)) }] },
    .at(
      \.cut, "batches up to the end", "Each batch goes on to the end of the order: end it after batchSize places."
    ) { count, size in [BatchChoices.pieces(count, size).map { Array(($0.first ?? 0)..<count) }] },
    .at(\.cut, "every index twice", "Each index comes twice in its batch: append it once.") { count, size in
      let all = BatchChoices.pieces(count, size)
      return [all.map { batch in batch.flatMap { [$0, $0] } }, all.map { $0 + $0 }]
    },
    .at(\.cut, "every batch twice", "Every batch comes twice: append it once.") { count, size in
      let all = BatchChoices.pieces(count, size)
      return [all + all, all.flatMap { [$0, $0] }]
    },
  ]

  private static let orders: [Slip<BatchChoices>] = [
    .at(
      \.order, "not shuffled",
      "The indices come in their order 0, 1, 2 …: cut a list that `generator` has shuffled. `shuffled` returns that list and leaves the old one as it was.",
      .asTheyAre),
    .at(
      \.order, "backwards", "The indices come backwards from the last to the first: shuffle them with `generator`.",
      .backwards),
    .at(
      \.order, "rotated",
      "The indices keep their order and only begin at another one: shuffle all of them with `generator`.", .rotated),
    .at(
      \.order, "shuffled after the cut",
      "Each batch holds neighbours such as 4, 5, 6: shuffle the indices first, and cut them into batches then.",
      .shuffledAfterTheCut),
    .at(
      \.order, "drawn with replacement",
      "Each index is drawn from all: some come twice in a batch and others never. Shuffle the list 0 ..< count instead.",
      .withReplacement),
    .at(
      \.order, "each batch from all examples",
      "Each batch is taken from all examples anew: shuffle once, before the loop, and cut that one order.",
      .anewForEachBatch),
    .at(
      \.order, "first stays",
      "Index 0 always stays at the first place: every index must be able to come to every place.",
      .firstStays),
    .at(
      \.order, "last stays",
      "Index count − 1 always stays at the last place: every index must be able to come to every place.", .lastStays),
    .at(
      \.order, "two swapped", "Only two indices are exchanged and all others stay: shuffle the whole list.", .twoSwapped
    ),
    .at(
      \.order, "neighbours swapped",
      "No index moves farther than to the next place: shuffle the whole list, so that each can come to every place.",
      .neighboursSwapped),
    .at(
      \.order, "halves shuffled apart",
      "The two halves of the indices are shuffled each for itself: shuffle the whole list, and cut it then.",
      .halvesApart
    ),
    .at(
      \.order, "begun at 0 in each batch",
      "Every batch holds the first indices 0, 1, 2 … alone: take the indices from its own places of the shuffled order.",
      .beginningAnew),
    .at(
      \.isNewEachEpoch, "same in every epoch",
      "Every epoch has the same order: draw from `generator` itself; a copy or one of your own begins anew each time.",
      false),
  ]
}

extension Array {
  fileprivate var withoutLast: [Element] { Array(dropLast()) }
  fileprivate var withoutFirst: [Element] { Array(dropFirst()) }
}
