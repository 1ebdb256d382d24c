import Contract
import CourseKit
import Engine
import Vocabulary

/// What the checks of 5.3 ask for, and what speaks against a student's epochs.
enum EpochChecks {
  static let inOne = request(6, batchSize: 6, .tanh, epochs: 2, seed: 141)
  static let sevenByThree = request(7, batchSize: 3, .tanh, epochs: 4, seed: 142)
  static let eightByFive = request(8, batchSize: 5, .sigmoid, epochs: 4, seed: 143)
  static let tooMany = request(6, batchSize: 9, .relu, epochs: 2, seed: 144)
  static let byZero = request(6, batchSize: 0, .sigmoid, epochs: 2, seed: 145)

  static let manyEpochs = request(7, batchSize: 3, .tanh, epochs: 30, seed: 148)
  static let otherRequests = [
    request(1, batchSize: 1, .tanh, layers: [2, 1], epochs: 2, seed: 161),
    request(8, batchSize: 1, .relu, epochs: 1, seed: 162),
    request(8, batchSize: 2, .sigmoid, layers: [2, 3, 2, 1], epochs: 1, seed: 163),
    request(5, batchSize: 5, .relu, epochs: 2, seed: 164),
    request(8, batchSize: 5, .sigmoid, layers: [2, 1, 1], epochs: 1, seed: 165),
    request(6, batchSize: -3, .tanh, epochs: 2, seed: 166), request(3, batchSize: Int.max, .relu, epochs: 1, seed: 167),
    // Features so large that a gradient is far above 1.
    request(12, batchSize: 10, .tanh, layers: [2, 1], scale: 6, epochs: 1, seed: 170),
    request(0, batchSize: 2, .tanh, epochs: 2, seed: 168), request(0, batchSize: 0, .tanh, epochs: 1, seed: 169),
  ]

  static func request(
    _ count: Int, batchSize: Int, _ hidden: HiddenActivation, layers layerSizes: [Int] = [2, 3, 1], scale: Double = 1,
    epochs: Int,
    seed: UInt64
  ) -> EpochRequest {
    EpochRequest(
      parameters: Samples.parameters(layerSizes, seed: seed),
      data: Dataset(
        features: Samples.matrix(count, 2, seed: seed, scale: scale), labels: Samples.labels(count, seed: seed)),
      batchSize: batchSize, hidden: hidden, seed: seed, learningRate: 0.5, epochs: epochs)
  }

  /// What a check sees in some epochs: the evidence against the student, or nil if there is none.
  typealias Judgement = @Sendable (EpochObservation) throws -> [String]?

  typealias Input = (Parameters, Dataset, Int, HiddenActivation, UInt64, Double, Int)

  /// The one mistake that explains what two requests with several batches show, whichever check has failed.
  static func diagnosis(_ ask: (Input) throws -> [EpochTrace]) -> String? {
    func seen(_ request: EpochRequest) throws -> EpochObservation {
      try EpochObservation(request, traces: ask(request.arguments))
    }
    guard let first = try? seen(sevenByThree) else { return nil }
    return EpochMistakes.all.sentence(explaining: first, and: try seen(eightByFive))
  }

  @Sendable static func seeded(
    _ input: Input, _ first: [EpochTrace], _ ask: (Input) throws -> [EpochTrace]
  ) throws -> Finding? {
    if first.bytes != (try ask(input)).bytes {
      return Finding(
        evidence: ["Two calls with the same seed took other batches."],
        diagnosis: EpochMistakes.ownGenerator.sentence)
    }
    var reseeded = input
    reseeded.4 += 1
    guard first.bytes == (try ask(reseeded)).bytes else { return nil }
    // What has the same batches in every epoch has been told so above.
    let seen = try EpochObservation(EpochRequest(input), traces: first)
    if Set(seen.examples).count == 1 { return Finding(evidence: []) }
    return Finding(
      evidence: ["Two calls with different seeds took the same batches."], diagnosis: EpochMistakes.fixedSeed.sentence)
  }

  /// What holds of every epoch, however many examples, layers and batches there are.
  @Sendable static func others(
    _ input: Input, _ traces: [EpochTrace], _ ask: (Input) throws -> [EpochTrace]
  ) throws -> Finding? {
    let seen = try EpochObservation(EpochRequest(input), traces: traces)
    for judgement in [rows, gradients, uses, changes] {
      guard let evidence = try judgement(seen) else { continue }
      let request = seen.request
      let place = "for \(request.data.count) examples, batchSize \(request.batchSize), .\(request.hidden.rawValue):"
      return Finding(evidence: [place] + evidence)
    }
    return nil
  }

  static let exactly: Judgement = { seen in
    let expected = try Oracle.trainedEpochs(seen.request)
    for (yours, right) in zip(seen.traces, expected) {
      if yours.batches.map(\.rows) != right.batches.map(\.rows) { return [rowsLine(yours, right.batches.map(\.rows))] }
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

  static func rowsLine(_ yours: EpochTrace, _ expected: [Int]) -> String {
    let told = yours.batches.map { String($0.rows) }
    return "rows of each `update`  yours \(told.isEmpty ? "never called" : told.joined(separator: ", "))   expected "
      + (expected.isEmpty ? "no call" : expected.map(String.init).joined(separator: ", "))
  }

  static let rows: Judgement = { seen in
    seen.traces.first { $0.batches.map(\.rows).sorted() != seen.sizes.sorted() }.map { [rowsLine($0, seen.sizes)] }
  }

  static let gradients: Judgement = { seen in
    for (epoch, batches) in seen.epochs.enumerated() {
      // The batches may be taken in any order, so each is held to the rows that `update` was told.
      for (index, batch) in batches.enumerated() where batch.examples?.count != batch.rows {
        let place = "epoch \(epoch + 1), batch \(index + 1): "
        guard let examples = batch.examples else {
          return [place + "the gradient is not that of any of the examples with their labels."]
        }
        return [place + "the gradient is that of \(examples.count) examples, but `update` was told \(batch.rows) rows"]
      }
    }
    return seen.count > 0 && seen.epochs.contains(where: \.isEmpty) ? [] : nil
  }

  static let uses: Judgement = { seen in
    let all = Array(0..<seen.count)
    guard let wrong = seen.examples.first(where: { $0.sorted() != all }) else { return nil }
    return seen.isExplained && !wrong.isEmpty ? BatchObservation.uses(of: wrong, count: seen.count) : []
  }

  static let order: Judgement = { seen in
    guard seen.isExplained, seen.haveSizes(seen.sizes) else { return [] }
    if seen.examples.allSatisfy({ $0 == Array(0..<seen.count) }) {
      return ["Every epoch takes the examples as they stand."]
    }
    let orders = Set(seen.examples)
    if orders.count == 1 { return ["All \(seen.epochs.count) epochs had the same batches."] }
    // Of the 140 ways to cut seven examples into three batches 30 epochs hardly take fewer than 18.
    if orders.count < 18 {
      return ["\(seen.epochs.count) epochs had only \(orders.count) different orders of the examples."]
    }
    let alone = seen.epochs.compactMap { epoch in epoch.first { $0.rows == 1 }?.examples?.first }
    for index in 0..<seen.count {
      let times = alone.count { $0 == index }
      if times > 16 { return ["Example \(index) makes the short batch in \(times) of \(seen.epochs.count) epochs."] }
    }
    return nil
  }

  static let changes: Judgement = { seen in
    guard let comparison = seen.firstBreak else { return nil }
    return ["The parameters are not those that the `update` before has left:"] + Evidence(comparison: comparison).lines
  }
}

extension Specification<(Parameters, Dataset, Int, HiddenActivation, UInt64, Double, Int), [EpochTrace]> {
  func check(
    _ kind: CheckKind, _ summary: String, on request: EpochRequest, seeing judgement: @escaping EpochChecks.Judgement
  ) -> Check {
    check(kind, summary, on: request.arguments, diagnosing: { _, _, ask in EpochChecks.diagnosis(ask) }) {
      _, traces, _ in
      try judgement(EpochObservation(request, traces: traces)).map { Finding(evidence: $0) }
    }
  }
}
