import Contract
import CourseKit

/// The checks of exercise 5.3: an epoch is judged by the gradients that `update` gets, whatever the order of the examples.
enum EpochJudge {
  static let checks: [Check] = [
    check(.value, "all 6 examples in one batch: its gradient and the step", on: inOne, outcome: exactly),
    check(.property, "7 examples in batches of 3: `update` is told 3, 3 and 1 rows", on: sevenByThree, outcome: rows),
    check(.value, "each gradient is its batch's at the present parameters", on: sevenByThree, outcome: gradients),
    check(.property, "every example exactly once in an epoch", on: sevenByThree, outcome: uses),
    check(.property, "in random order, another one in every epoch", on: sevenByThree, outcome: order),
    seeded,
    check(.property, "the parameters change in `update` and nowhere else", on: sevenByThree, outcome: changes),
    check(.value, "more than there are: all 6 examples in one batch", on: tooMany, outcome: exactly),
    check(.value, "a batchSize of 0: all 6 examples in one batch", on: byZero, outcome: exactly),
  ]

  private static let inOne = request(6, batchSize: 6, .tanh, epochs: 2, seed: 141)
  private static let sevenByThree = request(7, batchSize: 3, .tanh, epochs: 4, seed: 142)
  private static let eightByThree = request(8, batchSize: 3, .sigmoid, epochs: 4, seed: 143)
  private static let tooMany = request(6, batchSize: 9, .relu, epochs: 2, seed: 144)
  private static let byZero = request(6, batchSize: 0, .sigmoid, epochs: 2, seed: 145)

  private static func request(
    _ count: Int, batchSize: Int, _ hidden: HiddenActivation, epochs: Int, seed: UInt64
  ) -> EpochRequest {
    EpochRequest(
      parameters: Samples.parameters([2, 3, 1], seed: seed),
      data: Dataset(features: Samples.matrix(count, 2, seed: seed), labels: Samples.labels(count, seed: seed)),
      batchSize: batchSize, hidden: hidden, seed: seed, learningRate: 0.5, epochs: epochs)
  }

  private typealias Judgement = @Sendable (EpochObservation) throws -> [String]?

  /// A check whose outcome is the evidence against the student, or nil if there is none.
  private static func check(
    _ kind: CheckKind, _ summary: String, on request: EpochRequest, outcome: @escaping Judgement
  ) -> Check {
    Check(Lesson5.trainEpoch.exercise, kind, summary) { bench in
      let blame = TrainingBlame(bench)
      let traces: [EpochTrace]
      do {
        traces = try request.answer(of: bench.student)
      } catch let failure as CallFailure {
        if let part = blame.part(stopping: failure, request.batches) { return .waiting(part) }
        throw failure
      }
      let seen = try EpochObservation(request, traces: traces)
      guard let evidence = try outcome(seen) else { return .passed }
      if let part = blame.part(explaining: traces, of: request) { return .waiting(part) }
      if evidence.isEmpty { return .waiting("the checks above must pass first") }
      return .failed(Finding(evidence: evidence, diagnosis: diagnosis(bench)))
    }
  }

  private static let seeded = Check(
    Lesson5.trainEpoch.exercise, .property, "the same seed gives the same batches"
  ) { bench in
    let (first, again) = (try sevenByThree.answer(of: bench.student), try sevenByThree.answer(of: bench.student))
    if first.bytes == again.bytes { return .passed }
    if let part = TrainingBlame(bench).unusableBatches(sevenByThree.batches) { return .waiting(part) }
    return .failed(
      Finding(
        evidence: ["Two calls with the same seed took other batches."],
        diagnosis: EpochMistakes.ownGenerator.sentence))
  }

  /// The one mistake that explains what two requests with several batches show, whichever check has failed.
  private static func diagnosis(_ bench: Bench) -> String? {
    guard let first = try? EpochObservation(of: bench.student, sevenByThree) else { return nil }
    return EpochMistakes.all.sentence(
      explaining: first, and: try EpochObservation(of: bench.student, eightByThree))
  }

  private static let exactly: Judgement = { seen in
    let expected = try Network.train(seen.request, with: Oracle())
    for (yours, right) in zip(seen.traces, expected) {
      if yours.batches.map(\.rows) != right.batches.map(\.rows) { return [rowsLine(yours, right)] }
      for (mine, theirs) in zip(yours.batches, right.batches) {
        let comparison = Comparison(mine.gradients, to: theirs.gradients, tolerance: .value)
        if !comparison.isEqual {
          return ["The gradients that `update` gets:"]
            + Evidence(comparison: comparison, known: .rows(seen.count)).lines
        }
      }
      let comparison = Comparison(yours.parameters, to: right.parameters, tolerance: .value)
      if !comparison.isEqual { return ["The parameters after the epoch:"] + Evidence(comparison: comparison).lines }
    }
    return nil
  }

  private static func rowsLine(_ yours: EpochTrace, _ right: EpochTrace) -> String {
    rowsLine(yours, right.batches.map(\.rows))
  }

  private static func rowsLine(_ yours: EpochTrace, _ expected: [Int]) -> String {
    let told = yours.batches.map { String($0.rows) }
    return "rows of each `update`  yours \(told.isEmpty ? "never called" : told.joined(separator: ", "))   expected "
      + expected.map(String.init).joined(separator: ", ")
  }

  private static let rows: Judgement = { seen in
    seen.traces.first { $0.batches.map(\.rows) != seen.sizes }.map { [rowsLine($0, seen.sizes)] }
  }

  private static let gradients: Judgement = { seen in
    for (epoch, batches) in seen.epochs.enumerated() {
      for (index, batch) in batches.enumerated() where batch.examples?.count != seen.sizes[safe: index] {
        let place = "epoch \(epoch + 1), batch \(index + 1): "
        guard let examples = batch.examples else {
          return [place + "the gradient is not that of any of the examples with their labels."]
        }
        return [place + "the gradient is that of \(examples.count) examples, expected \(seen.sizes[safe: index] ?? 0)"]
      }
    }
    return seen.epochs.contains(where: \.isEmpty) ? [] : nil
  }

  private static let uses: Judgement = { seen in
    let all = Array(0..<seen.count)
    guard let wrong = seen.examples.first(where: { $0.sorted() != all }) else { return nil }
    return seen.isExplained && !wrong.isEmpty ? BatchJudge.uses(of: wrong, count: seen.count) : []
  }

  private static let order: Judgement = { seen in
    guard seen.isExplained, seen.haveSizes(seen.sizes) else { return [] }
    if seen.examples.allSatisfy({ $0 == Array(0..<seen.count) }) {
      return ["Every epoch takes the examples as they stand."]
    }
    return Set(seen.examples).count == 1 ? ["All \(seen.epochs.count) epochs had the same batches."] : nil
  }

  private static let changes: Judgement = { seen in
    guard let comparison = seen.firstBreak else { return nil }
    return ["The parameters are not those that the `update` before has left:"] + Evidence(comparison: comparison).lines
  }
}

extension Array {
  fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
