import Contract
import CourseKit

/// The checks of exercise 5.1: batches are judged by their properties, so that any right way to shuffle passes.
enum BatchJudge {
  static let checks: [Check] = [
    sizes(.shape, "10 examples in batches of 4: 4, 4 and 2", on: tenByFour, independent: elevenByThree),
    sizes(.shape, "12 examples in batches of 4: no empty batch", on: twelveByFour, independent: nineByThree),
    check(.property, "every index exactly once in an epoch") { bench in
      try indices(bench, on: tenByFour, independent: elevenByThree)
    },
    check(.property, "in random order, another one in every epoch", outcome: order),
    check(.property, "the same seed gives the same batches, another seed others", outcome: seeded),
    check(.property, fairness, outcome: fair),
    sizes(.value, "more than there are: 5 examples in one batch", on: fiveByEight, independent: threeByHundred),
    // Last, because what divides by the batch size stops here and is not called again.
    sizes(.value, "no examples: no batch", on: none, independent: none),
    sizes(.value, "a batchSize of 0 or less: all examples in one batch", on: fiveByZero, independent: sevenByLess),
  ]

  /// The summary of the one check that takes thousands of epochs.
  static let fairness = "each of the 6 orders of 3 examples is equally likely"

  private static let tenByFour = BatchRequest(count: 10, batchSize: 4, seed: 1, epochs: 8)
  private static let elevenByThree = BatchRequest(count: 11, batchSize: 3, seed: 2, epochs: 8)
  private static let twelveByFour = BatchRequest(count: 12, batchSize: 4, seed: 3, epochs: 8)
  private static let nineByThree = BatchRequest(count: 9, batchSize: 3, seed: 4, epochs: 8)
  private static let fiveByEight = BatchRequest(count: 5, batchSize: 8, seed: 5, epochs: 8)
  private static let threeByHundred = BatchRequest(count: 3, batchSize: 100, seed: 6, epochs: 8)
  private static let none = BatchRequest(count: 0, batchSize: 4, seed: 7)
  private static let fiveByZero = BatchRequest(count: 5, batchSize: 0, seed: 8, epochs: 8)
  private static let sevenByLess = BatchRequest(count: 7, batchSize: -2, seed: 9, epochs: 8)
  private static let fortyByFive = BatchRequest(count: 40, batchSize: 5, seed: 10, epochs: 3)

  private static func check(
    _ kind: CheckKind, _ summary: String, outcome: @escaping @Sendable (Bench) throws -> Outcome
  ) -> Check {
    Check(Lesson5.miniBatches.exercise, kind, summary, outcome: outcome)
  }

  private static func failed(
    _ evidence: [String], _ seen: BatchObservation, _ bench: Bench, independent: BatchRequest
  ) -> Outcome {
    let diagnosis = BatchMistakes.all.sentence(
      explaining: seen, and: try BatchObservation(of: bench.student, independent))
    return .failed(Finding(evidence: evidence, diagnosis: diagnosis))
  }

  private static func sizes(
    _ kind: CheckKind, _ summary: String, on request: BatchRequest, independent: BatchRequest
  ) -> Check {
    check(kind, summary) { bench in
      let seen = try BatchObservation(of: bench.student, request)
      let expected = request.expectedSizes
      guard let wrong = seen.epochs.first(where: { $0.map(\.count) != expected }) else { return .passed }
      return failed(
        ["rows of the batches  yours \(listed(wrong.map(\.count)))   expected \(listed(expected))"], seen, bench,
        independent: independent)
    }
  }

  private static func listed(_ numbers: [Int]) -> String {
    if numbers.isEmpty { return "no batch" }
    return numbers.prefix(12).map(String.init).joined(separator: ", ") + (numbers.count > 12 ? " …" : "")
  }

  private static func indices(_ bench: Bench, on request: BatchRequest, independent: BatchRequest) throws -> Outcome {
    let seen = try BatchObservation(of: bench.student, request)
    if seen.isPermutation { return .passed }
    let wrong = seen.epochs.map { Array($0.joined()) }.first { $0.sorted() != Array(0..<request.count) } ?? []
    return failed(
      ["yours \(seen.epochs.first { Array($0.joined()) == wrong } ?? [])"] + uses(of: wrong, count: request.count),
      seen, bench, independent: independent)
  }

  /// Which indices come too often, never, or do not exist.
  static func uses(of indices: [Int], count: Int) -> [String] {
    let foreign = Set(indices).filter { !(0..<count ~= $0) }.sorted()
    let twice = (0..<count).filter { index in indices.count { $0 == index } > 1 }
    let never = (0..<count).filter { !indices.contains($0) }
    return [
      (foreign, "not one of 0 ..< \(count)"), (twice, "used more than once"), (never, "never used"),
    ].compactMap { numbers, words in numbers.isEmpty ? nil : "\(words): \(listed(numbers))" }
  }

  private static func order(_ bench: Bench) throws -> Outcome {
    let seen = try BatchObservation(of: bench.student, fortyByFive)
    guard seen.isPermutation, seen.hasRightSizes else { return .waiting("the checks above must pass first") }
    if seen.isInOrder || seen.holdsNeighbours {
      return failed(
        ["40 examples in batches of 5 begin with \(seen.epochs[0][0])."], seen, bench, independent: elevenByThree)
    }
    guard Set(seen.epochs).count < seen.epochs.count else { return .passed }
    var other = fortyByFive
    other.seed += 1
    let again = try BatchObservation(of: bench.student, other)
    let mistake: ShuffleMistake = again.epochs == seen.epochs ? .fixedSeed : .copiedGenerator
    return .failed(
      Finding(
        evidence: ["Two epochs of 40 examples had the same batches, one after the other."],
        diagnosis: Set(seen.epochs).count == 1 ? mistake.sentence : nil))
  }

  private static func seeded(_ bench: Bench) throws -> Outcome {
    let first = try BatchObservation(of: bench.student, fortyByFive)
    guard first.isPermutation, !first.isInOrder, !first.holdsNeighbours else {
      return .waiting("the checks above must pass first")
    }
    if first.epochs != (try BatchObservation(of: bench.student, fortyByFive)).epochs {
      return .failed(
        Finding(
          evidence: ["Two calls with the same seed gave different batches."],
          diagnosis: ShuffleMistake.ownGenerator.sentence))
    }
    var other = fortyByFive
    other.seed += 1
    guard first.epochs == (try BatchObservation(of: bench.student, other)).epochs else { return .passed }
    return .failed(
      Finding(
        evidence: ["Two calls with different seeds gave the same batches."],
        diagnosis: Set(first.epochs).count == 1 ? ShuffleMistake.fixedSeed.sentence : nil))
  }

  private static func fair(_ bench: Bench) throws -> Outcome {
    let seen = try BatchObservation(of: bench.student, ShuffleStatistics.request)
    guard seen.isPermutation, seen.hasRightSizes, Set(seen.epochs).count > 1 else {
      return .waiting("the checks above must pass first")
    }
    let statistics = ShuffleStatistics(seen.epochs.map { Array($0.joined()) })
    if statistics.isFair { return .passed }
    let shown = statistics.counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value) times" }
    return .failed(
      Finding(
        evidence: [
          "Of \(ShuffleStatistics.request.epochs) epochs each order should come about "
            + "\(Int(statistics.expected.rounded())) times.", shown.joined(separator: ", "),
        ],
        diagnosis: statistics.mistake?.sentence))
  }
}
