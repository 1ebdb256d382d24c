import Engine
import Vocabulary

/// Exercise 5.3: what can be done otherwise.
enum EpochSlips {
  typealias OneSlip = Slip<EpochChoices>

  static let all = asked + taken + rows + gradients + functions + updates

  /// A slip that shows in what `update` saw as well, whatever 5.1 has drawn: the sentence stands there.
  private static func seen<Choice: Sendable>(
    _ point: WritableKeyPath<EpochChoices, Choice> & Sendable, _ name: String, _ choice: Choice
  ) -> OneSlip {
    guard let known = EpochMistakes.all.first(where: { $0.name == name }) else { fatalError("there is no \(name)") }
    return .at(point, name, known.sentence, choice)
  }

  private static let asked: [OneSlip] = [
    .at(\.count, "one example too few", "miniBatches gets one example too few: the number of examples is data.count.") {
      $0.count - 1
    },
    .at(\.count, "one example too many", "miniBatches gets one example too many: the number of examples is data.count.")
    { $0.count + 1 },
    .at(
      \.count, "columns for examples",
      "miniBatches gets the number of features as that of the examples: an example is a row, so it is data.count."
    ) { $0.features.columns },
    .at(\.count, "half of the examples", "miniBatches gets half of the examples: their number is data.count.") {
      $0.count / 2
    },
    seen(\.batchSize, "batchSize ignored") { _, count in count },
    .at(\.batchSize, "batchSize − 1 asked for", "miniBatches gets batchSize − 1: hand on `batchSize` as it is.") {
      size, _ in size - 1
    },
    .at(\.batchSize, "batchSize + 1 asked for", "miniBatches gets batchSize + 1: hand on `batchSize` as it is.") {
      size, _ in size + 1
    },
    .at(\.batchSize, "twice batchSize asked for", "miniBatches gets 2 · batchSize: hand on `batchSize` as it is.") {
      size, _ in 2 * min(size, 1000)
    },
    .at(\.batchSize, "half of batchSize asked for", "miniBatches gets half of batchSize: hand on `batchSize` as it is.")
    {
      size, _ in size / 2
    },
    .at(
      \.batchSize, "number of batches asked for",
      "miniBatches gets a number of batches, count / batchSize: what it wants is how many examples one batch holds."
    ) { size, count in size > 0 ? count / size : size },
    .at(
      \.isAskedForEach, "drawn anew for each batch",
      "miniBatches is called again for every batch, and draws another order: call it once for an epoch.", true),
    .at(
      \.passes, "two passes", "An epoch goes through all examples twice, in two orders: call miniBatches once.", 2),
    .at(
      \.isGeneratorCopied, "copy of the generator",
      "Every epoch has the same batches, because a copy of `generator` is used: hand on &generator itself.", true),
  ]

  private static let taken: [OneSlip] = [
    seen(\.used, "first batch only") { batches, _ in Array(batches.prefix(1)) },
    seen(\.used, "last batch dropped") { batches, size in batches.filter { $0.count >= size } },
    .at(
      \.used, "batches of another size skipped",
      "A batch that has not just batchSize rows is skipped: go through all batches, the short one and the full one, too."
    ) { batches, size in batches.filter { $0.count == size } },
    .at(
      \.used, "first two batches only", "Only the first two batches are used: go through all batches of the epoch."
    ) { batches, _ in Array(batches.prefix(2)) },
    .at(
      \.used, "last batch always dropped", "The last batch is left out, be it full or not: go through all batches."
    ) { batches, _ in Array(batches.dropLast()) },
    .at(\.used, "first batch dropped", "The first batch is left out: go through all batches, from the first one on.") {
      batches, _ in Array(batches.dropFirst())
    },
    .at(
      \.used, "second batch dropped", "Only every other batch is used: go through all of them."
    ) { batches, _ in batches.enumerated().filter { $0.offset % 2 == 0 }.map(\.element) },
    .at(
      \.used, "first batch each time", "The first batch is used each time: take in each turn the batch of that turn."
    ) { batches, _ in batches.map { _ in batches[0] } },
    .at(\.used, "every batch trained twice", "Every batch is used twice in an epoch: go through them once.") {
      batches, _ in batches + batches
    },
    .at(\.used, "last batch twice", "The last batch is used twice in an epoch: take each one once.") { batches, _ in
      batches + batches.suffix(1)
    },
    seen(\.used, "one example at a time") { batches, _ in batches.joined().map { [$0] } },
    seen(\.used, "not shuffled") { batches, _ in
      var start = 0
      return batches.map { batch in
        defer { start += batch.count }
        return Array(start..<start + batch.count)
      }
    },
    .at(
      \.used, "batches joined",
      "All examples go through at once, in one batch: send each batch of `miniBatches` forward and backward for itself."
    ) { batches, _ in [Array(batches.joined())] },
  ]

  private static let rows: [OneSlip] = [
    seen(\.rows, "gradients of all examples") { indices, count in (Array(0..<count), indices.count) },
    .at(
      \.rows, "all examples each time",
      "`update` gets the gradients of all examples each time, and their number: take the batch's rows alone."
    ) { _, count in (Array(0..<count), count) },
    .at(
      \.rows, "first rows of the data",
      "Each batch has the first rows of the data: take the rows at its own indices, data.rows(at: indices)."
    ) { indices, _ in (Array(0..<indices.count), indices.count) },
    .at(
      \.rows, "one example of each batch", "Only the first example of each batch goes forward: take all rows of it."
    ) { indices, _ in (Array(indices.prefix(1)), 1) },
    .at(
      \.rows, "one example told as a batch",
      "The gradients are those of the first example of each batch: all rows of it must go forward."
    ) { indices, _ in (Array(indices.prefix(1)), indices.count) },
    .at(
      \.rows, "last example of each batch", "Only the last example of each batch goes forward: take all rows of it."
    ) { indices, _ in (Array(indices.suffix(1)), 1) },
    .at(\.rows, "first of the batch missing", "The first example of each batch is left out: take all rows of it.") {
      indices, _ in (Array(indices.dropFirst()), indices.count - 1)
    },
    .at(\.rows, "last of the batch missing", "The last example of each batch is left out: take all rows of it.") {
      indices, _ in (Array(indices.dropLast()), indices.count - 1)
    },
    .at(\.rows, "indices one less", "The rows are those before the indices: data.rows(at:) takes them as they are.") {
      indices, _ in (indices.map { $0 - 1 }, indices.count)
    },
    .at(
      \.forwardRows, "features of all examples",
      "The features of all examples go forward, but the labels are the batch's: take batch.features, too."
    ) { _, count in Array(0..<count) },
    .at(
      \.forwardRows, "labels in sorted order",
      "Features and labels of a batch are in two orders: take batch.features and batch.labels as they are."
    ) { rows, _ in rows.sorted() },
    .at(
      \.labelRows, "first labels of the data",
      "The labels are the first ones of the data: those of the batch are batch.labels, with the batch's own indices."
    ) { rows, _ in Array(0..<rows.count) },
    .at(\.labelRows, "labels backwards", "The labels come in reverse to the rows: take batch.labels.") { rows, _ in
      rows.reversed()
    },
    .at(
      \.labelRows, "labels of all examples", "The labels are those of all examples: take batch.labels, the batch's own."
    ) { _, count in Array(0..<count) },
    .at(\.label, "labels turned", "The labels are exchanged, 1 for 0: take batch.labels as they are.") { 1 - $0 },
    .at(\.label, "labels −1 and 1", "The labels are −1 and 1: take batch.labels as they are, 0 and 1.") { 2 * $0 - 1 },
    .at(\.label, "labels 0", "All labels are taken to be 0: take batch.labels.") { _ in 0 },
    .at(\.label, "labels 1", "All labels are taken to be 1: take batch.labels.") { _ in 1 },
  ]

  private static let gradients: [OneSlip] = [
    seen(\.moments, "gradients at the start", (.startOfEpoch, .startOfEpoch)),
    .at(
      \.moments, "gradients one update behind",
      "The gradients belong to the parameters before the last `update`: use `parameters`, which every `update` changes.",
      (.oneUpdateBehind, .oneUpdateBehind)),
    .at(
      \.moments, "backward at the start",
      "backward gets the parameters of the epoch's start: hand it `parameters`, the same as forward.",
      (.present, .startOfEpoch)),
    .at(
      \.moments, "backward one update behind",
      "backward gets the parameters before the last `update`: hand it `parameters`, the same as forward.",
      (.present, .oneUpdateBehind)),
    .at(
      \.moments, "forward at the start",
      "forward gets the parameters of the epoch's start: hand it `parameters`, the same as backward.",
      (.startOfEpoch, .present)),
    .at(
      \.moments, "forward one update behind",
      "forward gets the parameters before the last `update`: hand it `parameters`, the same as backward.",
      (.oneUpdateBehind, .present)),
    .at(
      \.gradient, "gradients piling up",
      "The gradients pile up from batch to batch: `update` gets those of one batch alone, made anew in each turn."
    ) { $0.sum },
    .at(
      \.gradient, "gradients of the first batch",
      "`update` always gets the gradients of the first batch: make them anew for each batch."
    ) { $0.first },
    .at(
      \.gradient, "mean of the batches", "The gradients are divided by the number of batches: hand them on as they are."
    ) { seen in seen.own.mapped { $0 / Double(seen.batches) } },
    .at(
      \.gradient, "divided by the rows", "The gradients are divided by the rows once more: 4.3 has done so already."
    ) { seen in seen.own.mapped { $0 / Double(seen.rows) } },
    .at(\.gradient, "times the rows", "The gradients are multiplied by the rows: hand them on as they are.") { seen in
      seen.own.mapped { $0 * Double(seen.rows) }
    },
    .at(
      \.gradient, "divided by all examples",
      "The gradients are divided by the number of examples: hand them on as they are."
    ) { seen in seen.own.mapped { $0 / Double(seen.request.data.count) } },
    .at(
      \.gradient, "sign turned", "The gradients have the opposite sign: hand them to `update` as backward gives them."
    ) {
      $0.own.mapped { -$0 }
    },
    .at(\.gradient, "gradients 0", "`update` gets gradients of 0: hand it those that backward gives.") {
      $0.own.mapped { _ in 0 }
    },
    .at(\.gradient, "gradients cut at 1", "The gradients are cut at −1 and 1: hand them to `update` as they are.") {
      $0.own.mapped { min(1, max(-1, $0)) }
    },
    .at(
      \.gradient, "weights of 0",
      "The gradients of the weights are 0: hand `update` the gradients as backward gives them."
    ) { seen in
      var changed = seen.own
      changed.weights = changed.weights.map { $0.map { _ in 0 } }
      return changed
    },
    .at(
      \.gradient, "biases of 0",
      "The gradients of the biases are 0: hand `update` the gradients as backward gives them."
    ) { seen in
      var changed = seen.own
      changed.biases = changed.biases.map { $0.map { _ in 0 } }
      return changed
    },
  ]

  private static let functions: [OneSlip] = HiddenActivation.allCases.flatMap { one -> [OneSlip] in
    [
      .at(
        \.hidden, "\(one.rawValue) whatever hidden is",
        "forward and backward always use \(one.rawValue): hand on `hidden` to both."
      ) { _ in (one, one) },
      .at(
        \.hidden, "\(one.rawValue) in backward",
        "backward always uses \(one.rawValue): hand on `hidden`, as to forward."
      ) { ($0, one) },
      .at(
        \.hidden, "\(one.rawValue) in forward", "forward always uses \(one.rawValue): hand on `hidden`, as to backward."
      ) { (one, $0) },
    ]
  }

  private static let updates: [OneSlip] = [
    seen(\.told, "count for rows") { $0.request.data.count },
    seen(\.told, "batchSize for rows") { $0.request.batchSize },
    .at(
      \.told, "number of batches for rows", "`update` is told the number of batches: it wants the rows of the batch."
    ) { $0.batches },
    .at(\.told, "batch number for rows", "`update` is told the number of the batch, from 0: it wants the batch's rows.")
    {
      $0.number
    },
    .at(
      \.told, "batch number from 1 for rows",
      "`update` is told which batch it is, from 1: it wants the rows of the batch."
    ) { $0.number + 1 },
    .at(
      \.told, "matrices for rows", "`update` is told how many activations there are: it wants the rows, batch.count."
    ) { $0.own.weights.count + 1 },
    .at(
      \.told, "layers for rows", "`update` is told the number of layers: it wants the rows of the batch, batch.count."
    ) {
      $0.own.weights.count
    },
    .at(\.told, "1 for rows", "`update` is told 1: it wants the rows of the batch whose gradients it gets.") { _ in 1 },
    .at(\.told, "0 for rows", "`update` is told 0: it wants the rows of the batch whose gradients it gets.") { _ in 0 },
    .at(
      \.told, "columns for rows",
      "`update` is told the number of features: it wants the rows of the batch, batch.count."
    ) { $0.request.data.features.columns },
    .at(\.told, "one row less", "`update` is told one row less: it wants the rows of the batch, batch.count.") {
      $0.rows - 1
    },
    .at(\.told, "one row more", "`update` is told one row more: it wants the rows of the batch, batch.count.") {
      $0.rows + 1
    },
    seen(\.calls, "update never called") { _ in 0 },
    seen(\.calls, "update after the loop") { $0.number == $0.batches - 1 ? 1 : 0 },
    .at(\.calls, "update called twice", "`update` is called twice for each batch: call it once.") { _ in 2 },
    .at(
      \.calls, "update for each row", "`update` is called once for each row of the batch: call it once for each batch."
    ) { $0.rows },
    .at(
      \.once, "sum of all batches in the end",
      "`update` is called once, with the sum of all batches' gradients: call it for each batch with that batch's own."
    ) { $0.sum },
    .at(
      \.once, "mean of all batches in the end",
      "`update` is called once, with the mean of all batches' gradients: call it for each batch with that batch's own."
    ) { seen in seen.sum.mapped { $0 / Double(seen.batches) } },
    seen(\.isKept, "copy changed", false),
    .at(
      \.isChanged, "each batch with a copy of its own",
      "`update` changes a new copy of the parameters for each batch: hand it &parameters itself.", false),
  ]
}
