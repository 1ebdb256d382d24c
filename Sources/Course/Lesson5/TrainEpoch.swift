import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 5.3: forward, backward and `update` for each batch of an epoch.
  ///
  /// An epoch is judged by the gradients that `update` gets, whatever the order of the examples.
  static let trainEpoch = Exercise(
    Specification(
      Lesson5.trainEpoch, calls: ["5.1", "3.2", "4.4"],
      right: { answers, parameters, data, batchSize, hidden, seed, learningRate, epochs in
        let request = EpochRequest(
          parameters: parameters, data: data, batchSize: batchSize, hidden: hidden, seed: seed,
          learningRate: learningRate, epochs: epochs)
        return try Oracle.trainedEpochs(request, with: answers)
      }
    )
    .recognising(EpochMistakes.all.map(\.known) + [EpochMistakes.ownGenerator, EpochMistakes.fixedSeed])
    .usable { input, yours, _ in
      // Of other shapes than those at the start, or no numbers: then nothing can be built on them.
      yours.allSatisfy { Comparison($0.parameters, to: input.0, tolerance: .value).isUsable }
    }
    .blaming { bench, input, ending in
      let (blame, request) = (TrainingBlame(bench), EpochRequest(input))
      switch ending {
      case .stopped(let failure): return blame.part(stopping: failure, request.batches)
      case .returned(let traces): return blame.part(explaining: traces, of: request)
      }
    }
    .drawing { size, generator in
      let (input, parameters, hidden) = Samples.inputAndNetwork(size, &generator)
      let data = Dataset(features: input, labels: Samples.labels(input.rows, seed: generator.next()))
      return (parameters, data, Samples.size(upTo: size, &generator), hidden, generator.next(), 0.5, 2)
    }
    .drawingAtEdges { size, generator in
      let (input, parameters, hidden) = Samples.inputAndNetwork(size, &generator)
      let rows = Array(0..<Int.random(in: 0...input.rows, using: &generator))
      let data = Dataset(features: input, labels: EdgeSamples.labels(input.rows, &generator)).rows(at: rows)
      let batchSize = Int.random(in: -1...(rows.count + 2), using: &generator)
      return (parameters, data, batchSize, hidden, generator.next(), 0.5, 2)
    },
    demonstration: Demonstration { student in
      let trace = try student.call(
        Lesson5.trainEpoch, PageExample.parameters, PageExample.data, 0, .relu, 1, 0.1, 1)
      return try [("before", PageExample.parameters), ("after", trace.last?.parameters)].compactMap {
        time, parameters in
        guard let parameters else { return nil }
        let cache = try student.call(Lesson3.forward, PageExample.data.features, parameters, .relu)
        let loss = try student.call(Lesson3.binaryCrossEntropy, cache.probabilities, PageExample.labels)
        return DemonstratedCall("loss \(time) an epoch of one batch with η = 0.1", loss)
      }
    }
  ) { epochs in
    [
      epochs.check(
        .value, "all 6 examples in one batch: its gradient and the step", on: inOne, seeing: exactly),
      epochs.check(
        .property, "7 examples in batches of 3: `update` is told 3, 3 and 1 rows", on: sevenByThree, seeing: rows),
      epochs.check(
        .value, "each gradient is its batch's at the present parameters", on: sevenByThree, seeing: gradients),
      epochs.check(.property, "every example exactly once in an epoch", on: sevenByThree, seeing: uses),
      epochs.check(.property, "in random order: 30 epochs have many different ones", on: manyEpochs, seeing: order),
      epochs.check(
        .property, "the same seed gives the same batches, another seed others", on: sevenByThree.arguments,
        blaming: { bench, input, ending in
          guard case .returned = ending else { return nil }
          return TrainingBlame(bench).brokenBatches?.sentence
        },
        observing: seeded),
      epochs.check(
        .property, "the parameters change in `update` and nowhere else", on: sevenByThree, seeing: changes),
      epochs.check(.value, "more than there are: all 6 examples in one batch", on: tooMany, seeing: exactly),
      epochs.check(.value, "a batchSize of 0: all 6 examples in one batch", on: byZero, seeing: exactly),
      epochs.check(
        .property, "no example and up to twelve, one to three layers, each function, batches of any size",
        on: { otherRequests.map(\.arguments) }, diagnosing: { _, _, ask in diagnosis(ask) }, observing: others),
    ]
  }
}

private let inOne = request(6, batchSize: 6, .tanh, epochs: 2, seed: 141)
private let sevenByThree = request(7, batchSize: 3, .tanh, epochs: 4, seed: 142)
private let eightByThree = request(8, batchSize: 3, .sigmoid, epochs: 4, seed: 143)
private let tooMany = request(6, batchSize: 9, .relu, epochs: 2, seed: 144)
private let byZero = request(6, batchSize: 0, .sigmoid, epochs: 2, seed: 145)

private let manyEpochs = request(7, batchSize: 3, .tanh, epochs: 30, seed: 148)
private let otherRequests = [
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

private func request(
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
private typealias Judgement = @Sendable (EpochObservation) throws -> [String]?

private typealias Input = (Parameters, Dataset, Int, HiddenActivation, UInt64, Double, Int)

extension Specification<(Parameters, Dataset, Int, HiddenActivation, UInt64, Double, Int), [EpochTrace]> {
  fileprivate func check(
    _ kind: CheckKind, _ summary: String, on request: EpochRequest, seeing judgement: @escaping Judgement
  ) -> Check {
    check(kind, summary, on: request.arguments, diagnosing: { _, _, ask in diagnosis(ask) }) { _, traces, _ in
      try judgement(EpochObservation(request, traces: traces)).map { Finding(evidence: $0) }
    }
  }
}

/// The one mistake that explains what two requests with several batches show, whichever check has failed.
private func diagnosis(_ ask: (Input) throws -> [EpochTrace]) -> String? {
  func seen(_ request: EpochRequest) throws -> EpochObservation {
    try EpochObservation(request, traces: ask(request.arguments))
  }
  guard let first = try? seen(sevenByThree) else { return nil }
  return EpochMistakes.all.sentence(explaining: first, and: try seen(eightByThree))
}

@Sendable private func seeded(
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
@Sendable private func others(
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

private let exactly: Judgement = { seen in
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

private func rowsLine(_ yours: EpochTrace, _ expected: [Int]) -> String {
  let told = yours.batches.map { String($0.rows) }
  return "rows of each `update`  yours \(told.isEmpty ? "never called" : told.joined(separator: ", "))   expected "
    + (expected.isEmpty ? "no call" : expected.map(String.init).joined(separator: ", "))
}

private let rows: Judgement = { seen in
  seen.traces.first { $0.batches.map(\.rows).sorted() != seen.sizes.sorted() }.map { [rowsLine($0, seen.sizes)] }
}

private let gradients: Judgement = { seen in
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

private let uses: Judgement = { seen in
  let all = Array(0..<seen.count)
  guard let wrong = seen.examples.first(where: { $0.sorted() != all }) else { return nil }
  return seen.isExplained && !wrong.isEmpty ? BatchObservation.uses(of: wrong, count: seen.count) : []
}

private let order: Judgement = { seen in
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

private let changes: Judgement = { seen in
  guard let comparison = seen.firstBreak else { return nil }
  return ["The parameters are not those that the `update` before has left:"] + Evidence(comparison: comparison).lines
}

extension EpochTrace: Inspectable {
  /// The gradients of each batch, and the parameters at the end.
  package var components: [Component] {
    batches.enumerated().flatMap { number, batch in
      batch.gradients.components.map { Component(name: "batch \(number + 1) \($0.name)", matrix: $0.matrix) }
    } + parameters.components
  }
}
