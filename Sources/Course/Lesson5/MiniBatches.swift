import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 5.1: the indices of all examples in random order, cut into batches.
  ///
  /// Batches are judged by their properties, so that any right way to shuffle passes.
  static let miniBatches: Exercise = Exercise(
    Specification(
      Lesson5.miniBatches,
      right: { _, count, batchSize, seed, epochs in
        Oracle.miniBatches(BatchRequest(count: count, batchSize: batchSize, seed: seed, epochs: epochs))
      }
    )
    .choosing(BatchChoices(), slips: BatchSlips.all, reading: BatchReading.judge)
    .recognising(
      BatchMistakes.all.map(\.known) + ShuffleMistake.allCases.map { KnownMistake($0.rawValue, $0.sentence) }
    )
    // Enough examples that no order comes by chance. What may stop where a batch holds none has checks of its own.
    .drawing { _, generator in
      let count = Int.random(in: 7...13, using: &generator)
      return (count, Int.random(in: 1...count, using: &generator), generator.next(), 6)
    },
    demonstration: Demonstration { student in
      let batches = try student.call(Lesson5.miniBatches, 5, 2, 1, 1).first ?? []
      return [DemonstratedCall("`miniBatches(count: 5, batchSize: 2, using: &generator)`", "`\(batches)`")]
    }
  ) { batches in
    [
      batches.sizes(
        .shape, "10 examples in batches of 4: 4, 4 and 2", on: BatchChecks.tenByFour,
        independent: BatchChecks.elevenByThree),
      batches.sizes(
        .shape, "12 examples in batches of 4: no empty batch", on: BatchChecks.twelveByFour,
        independent: BatchChecks.nineByThree),
      batches.check(
        .property, "every index exactly once in an epoch", on: BatchChecks.tenByFour.arguments,
        observing: BatchChecks.indices),
      batches.check(
        .property, "in random order, another one in every epoch",
        on: { [BatchChecks.fortyByFive, BatchChecks.manyByFifty].map(\.arguments) },
        observing: BatchChecks.order),
      batches.check(
        .property, "the same seed gives the same batches, another seed others", on: BatchChecks.fortyByFive.arguments,
        observing: BatchChecks.seeded),
      batches.check(
        .property, ShuffleStatistics.property, on: ShuffleStatistics.request.arguments, observing: BatchChecks.fair),
      batches.check(
        .property, OrderStatistics.property, on: OrderStatistics.request.arguments, observing: BatchChecks.evenlyOrdered
      ),
      batches.check(
        .property, "12 examples in batches of 4: any two meet as often as any others",
        on: BatchChecks.meetings.arguments,
        observing: BatchChecks.meetEvenly),
      batches.sizes(
        .value, "more than there are: 5 examples in one batch", on: BatchChecks.fiveByEight,
        independent: BatchChecks.threeByHundred),
      // Last, because what divides by the batch size stops here and is not called again.
      batches.sizes(.value, "no examples: no batch", on: BatchChecks.none, independent: BatchChecks.none),
      batches.sizes(
        .value, "a batchSize of 0: all examples in one batch", on: BatchChecks.fiveByZero,
        independent: BatchChecks.sixByZero),
      batches.sizes(
        .value, "a batchSize of −2: all examples in one batch", on: BatchChecks.sevenByLess,
        independent: BatchChecks.eightByLess),
      batches.check(
        .property, "all examples in one batch: in random order, too", on: { BatchChecks.eightInOne.map(\.arguments) },
        observing: BatchChecks.fullBatch),
      batches.check(
        .property, "0 to 9 examples in batches of any size: each index once, right sizes",
        on: { BatchChecks.everyCount.map(\.arguments) },
        observing: BatchChecks.anyBatches),
    ]
  }
}

extension Oracle {
  /// Batches in an order of the judge's own: which one is right is decided by properties, never by this order.
  static func miniBatches(_ request: BatchRequest) -> [[[Int]]] {
    var generator = SeededGenerator(seed: request.seed)
    return (0..<request.epochs).map { _ in
      var order = Array(0..<max(request.count, 0))
      for place in order.indices {
        order.swapAt(place, Int.random(in: place..<order.count, using: &generator))
      }
      var rest = order[...]
      return request.expectedSizes.map { size in
        defer { rest = rest.dropFirst(size) }
        return Array(rest.prefix(size))
      }
    }
  }
}
