import CourseKit
import Engine

/// What the checks of 5.1 ask for, and what speaks against a student's batches.
enum BatchChecks {
  typealias Input = (Int, Int, UInt64, Int)
  typealias Asking = (Input) throws -> [[[Int]]]

  static let tenByFour = BatchRequest(count: 10, batchSize: 4, seed: 1, epochs: 8)
  static let elevenByThree = BatchRequest(count: 11, batchSize: 3, seed: 2, epochs: 8)
  static let twelveByFour = BatchRequest(count: 12, batchSize: 4, seed: 3, epochs: 8)
  static let nineByThree = BatchRequest(count: 9, batchSize: 3, seed: 4, epochs: 8)
  static let fiveByEight = BatchRequest(count: 5, batchSize: 8, seed: 5, epochs: 8)
  static let threeByHundred = BatchRequest(count: 3, batchSize: 100, seed: 6, epochs: 8)
  static let none = BatchRequest(count: 0, batchSize: 4, seed: 7)
  static let fiveByZero = BatchRequest(count: 5, batchSize: 0, seed: 8, epochs: 8)
  static let sixByZero = BatchRequest(count: 6, batchSize: 0, seed: 18, epochs: 8)
  static let sevenByLess = BatchRequest(count: 7, batchSize: -2, seed: 9, epochs: 8)
  static let eightByLess = BatchRequest(count: 8, batchSize: -3, seed: 19, epochs: 8)
  static let eightInOne = [8, 0, 9, -1].map { BatchRequest(count: 8, batchSize: $0, seed: 13, epochs: 8) }
  static let manyByFifty = BatchRequest(count: 200, batchSize: 50, seed: 16, epochs: 3)
  static let eightByFour = BatchRequest(count: 8, batchSize: 4, seed: 14, epochs: 8)
  static let meetings = BatchRequest(count: 12, batchSize: 4, seed: 15, epochs: 600)
  static let fortyByFive = BatchRequest(count: 40, batchSize: 5, seed: 10, epochs: 3)

  static func listed(_ numbers: [Int]) -> String {
    if numbers.isEmpty { return "no batch" }
    return numbers.prefix(12).map(String.init).joined(separator: ", ") + (numbers.count > 12 ? " …" : "")
  }

  @Sendable static func indices(_ input: Input, _ epochs: [[[Int]]], _ ask: Asking) throws -> Finding? {
    let seen = BatchObservation(BatchRequest(input), epochs: epochs)
    if seen.isPermutation { return nil }
    let wrong = seen.epochs.map { Array($0.joined()) }.first { $0.sorted() != Array(0..<seen.count) } ?? []
    return Finding(
      evidence: ["yours \(seen.epochs.first { Array($0.joined()) == wrong } ?? [])"]
        + BatchObservation.uses(of: wrong, count: seen.count))
  }

  @Sendable static func order(_ input: Input, _ epochs: [[[Int]]], _ ask: Asking) throws -> Finding? {
    let seen = BatchObservation(BatchRequest(input), epochs: epochs)
    guard seen.isPermutation, seen.hasRightSizes else { throw Waiting.forTheChecksAbove }
    if seen.isInOrder || seen.holdsNeighbours {
      return Finding(
        evidence: ["\(seen.count) examples in batches of \(seen.request.batchSize) begin with \(seen.epochs[0][0])."])
    }
    if let atHome = seen.stayingAtHome.first(where: { $0 > seen.count / 2 }) {
      return Finding(
        evidence: ["\(atHome) of \(seen.count) examples are in the batch in which they would be without a shuffle."])
    }
    guard Set(seen.epochs).count < seen.epochs.count else { return nil }
    let mistake: ShuffleMistake =
      try ask(seen.request.reseeded.arguments) == seen.epochs ? .fixedSeed : .copiedGenerator
    return Finding(
      evidence: ["Two epochs of \(seen.count) examples had the same batches, one after the other."],
      diagnosis: Set(seen.epochs).count == 1 ? mistake.sentence : nil)
  }

  /// The order in one batch of all; what sorts the indices inside every batch may do so there, too.
  @Sendable static func fullBatch(_ input: Input, _ epochs: [[[Int]]], _ ask: Asking) throws -> Finding? {
    let seen = BatchObservation(BatchRequest(input), epochs: epochs)
    guard seen.isPermutation, seen.hasRightSizes else { throw Waiting.forTheChecksAbove }
    if epochs != (try ask(input)) {
      return Finding(
        evidence: ["Two calls with the same seed gave different orders."],
        diagnosis: ShuffleMistake.ownGenerator.sentence
      )
    }
    guard seen.isInOrder else { return nil }
    let halves = BatchObservation(eightByFour, epochs: try ask(eightByFour.arguments))
    if halves.epochs.joined().allSatisfy({ $0 == $0.sorted() }), !halves.isInOrder { return nil }
    return Finding(
      evidence: [
        "All \(seen.epochs.count) epochs of 8 examples in one batch begin with \(seen.epochs[0][0].prefix(4)) …"
      ],
      diagnosis: halves.isInOrder ? nil : ShuffleMistake.fullBatch.sentence)
  }

  /// Which of two examples come into one batch more often or less often than others do.
  @Sendable static func meetEvenly(_ input: Input, _ epochs: [[[Int]]], _ ask: Asking) throws -> Finding? {
    let seen = BatchObservation(BatchRequest(input), epochs: epochs)
    guard seen.isPermutation, seen.hasRightSizes, !seen.isInOrder else { throw Waiting.forTheChecksAbove }
    var times = Matrix.zeros(rows: seen.count, columns: seen.count)
    for batch in epochs.joined() {
      for one in batch { for other in batch where one < other { times[one, other] += 1 } }
    }
    // Three of the eleven others share a batch with an example.
    let (share, total) = (3.0 / 11, Double(epochs.count))
    let limit = 6 * (share * (1 - share) * total).squareRoot()
    for one in 0..<seen.count {
      for other in (one + 1)..<seen.count where abs(times[one, other] - share * total) > limit {
        return Finding(
          evidence: [
            "Examples \(one) and \(other) are in one batch in \(times[one, other].text) of \(epochs.count) epochs, expected "
              + "about \((share * total).rounded().text)."
          ])
      }
    }
    return nil
  }

  /// Every count up to 9 with small batches, one batch of all and sizes beyond the count.
  static let everyCount = (0...9).flatMap { count in
    [1, 2, 3, 4, count - 1, count, count + 1, 0, -1, Int.max].map { batchSize in
      BatchRequest(count: count, batchSize: batchSize, seed: UInt64(count), epochs: 2)
    }
  }

  @Sendable static func anyBatches(_ input: Input, _ epochs: [[[Int]]], _ ask: Asking) throws -> Finding? {
    let seen = BatchObservation(BatchRequest(input), epochs: epochs)
    if seen.isPermutation, seen.hasRightSizes { return nil }
    return Finding(
      evidence: [
        "for count \(seen.count) and batchSize \(seen.request.batchSize)  yours \(seen.epochs[0])   expected sizes "
          + "\(seen.request.expectedSizes)"
      ],
      diagnosis: BatchMistakes.none.first { $0.explains(seen) }?.sentence)
  }

  @Sendable static func evenlyOrdered(_ input: Input, _ epochs: [[[Int]]], _ ask: Asking) throws -> Finding? {
    let seen = BatchObservation(BatchRequest(input), epochs: epochs)
    guard seen.isPermutation, seen.hasRightSizes, !seen.isInOrder else { throw Waiting.forTheChecksAbove }
    return OrderStatistics(seen.epochs.map { Array($0.joined()) }).bias.map { Finding(evidence: [$0]) }
  }

  @Sendable static func seeded(_ input: Input, _ epochs: [[[Int]]], _ ask: Asking) throws -> Finding? {
    let first = BatchObservation(BatchRequest(input), epochs: epochs)
    guard first.isPermutation, !first.isInOrder, !first.holdsNeighbours else { throw Waiting.forTheChecksAbove }
    if first.epochs != (try ask(input)) {
      return Finding(
        evidence: ["Two calls with the same seed gave different batches."],
        diagnosis: ShuffleMistake.ownGenerator.sentence)
    }
    guard first.epochs == (try ask(first.request.reseeded.arguments)) else { return nil }
    return Finding(
      evidence: ["Two calls with different seeds gave the same batches."],
      diagnosis: Set(first.epochs).count == 1 ? ShuffleMistake.fixedSeed.sentence : nil)
  }

  @Sendable static func fair(_ input: Input, _ epochs: [[[Int]]], _ ask: Asking) throws -> Finding? {
    let seen = BatchObservation(BatchRequest(input), epochs: epochs)
    guard seen.isPermutation, seen.hasRightSizes, Set(seen.epochs).count > 1 else { throw Waiting.forTheChecksAbove }
    let statistics = ShuffleStatistics(seen.epochs.map { Array($0.joined()) })
    if statistics.isFair { return nil }
    let shown = statistics.counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value) times" }
    return Finding(
      evidence: [
        "Of \(ShuffleStatistics.request.epochs) epochs each order should come about "
          + "\(Int(statistics.expected.rounded())) times.", shown.joined(separator: ", "),
      ],
      diagnosis: statistics.mistake?.sentence)
  }
}

extension Specification<(Int, Int, UInt64, Int), [[[Int]]]> {
  func sizes(
    _ kind: CheckKind, _ summary: String, on request: BatchRequest, independent: BatchRequest
  ) -> Check {
    check(kind, summary, on: request.arguments) { input, epochs, ask in
      let seen = BatchObservation(request, epochs: epochs)
      let expected = request.expectedSizes
      guard let wrong = seen.epochs.first(where: { $0.map(\.count) != expected }) else { return nil }
      return Finding(
        evidence: [
          "rows of the batches  yours \(BatchChecks.listed(wrong.map(\.count)))   expected \(BatchChecks.listed(expected))"
        ],
        diagnosis: BatchMistakes.all.sentence(
          explaining: seen, and: BatchObservation(independent, epochs: try ask(independent.arguments))))
    }
  }
}

extension BatchObservation {
  /// Which indices come too often, never, or do not exist.
  static func uses(of indices: [Int], count: Int) -> [String] {
    let foreign = Set(indices).filter { !(0..<count ~= $0) }.sorted()
    let twice = (0..<count).filter { index in indices.count { $0 == index } > 1 }
    let never = (0..<count).filter { !indices.contains($0) }
    return [
      (foreign, "not one of 0 ..< \(count)"), (twice, "used more than once"), (never, "never used"),
    ].compactMap { numbers, words in numbers.isEmpty ? nil : "\(words): \(BatchChecks.listed(numbers))" }
  }
}
