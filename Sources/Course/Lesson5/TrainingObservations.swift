import Contract
import CourseKit
import Engine
import Vocabulary

/// What speaks against 5.4 in a training with several batches, whose order is the student's own.
enum TrainingObservations {
  typealias Input = TrainingInputs.Input
  typealias Asking = (Input) throws -> TrainingTrace

  private static func wrongCount(_ trace: TrainingTrace, _ input: Input) -> Finding? {
    let expected = input.3.epochs * TrainingInputs.epochs(of: input).batches.expectedSizes.count
    guard trace.updateRows.count != expected else { return nil }
    return Finding(
      evidence: ["calls of update  yours \(trace.updateRows.count)   expected \(expected)"],
      diagnosis: mistakeOfUpdates(trace, input)?.sentence)
  }

  /// What the rows that `update` is told say of the batches.
  private static func mistakeOfUpdates(_ trace: TrainingTrace, _ input: Input) -> TrainingMistake? {
    let rows = trace.updateRows
    if rows.isEmpty { return trace.parameters == input.0 ? nil : .ownUpdate }
    if rows.count == input.3.epochs, Set(rows) == [input.1.count] { return .batchSizeIgnored }
    // Where every epoch goes through all examples, only their batches are others.
    let epochs = rows.count.isMultiple(of: input.3.epochs) ? rows.chunked(by: rows.count / input.3.epochs) : []
    // Whatever was handed in: it may be any numbers.
    let areWhole = !epochs.isEmpty && epochs.allSatisfy { $0.reduce(0, &+) == input.1.count }
    return areWhole ? .otherBatchSize : nil
  }

  @Sendable static func updates(_ input: Input, _ trace: TrainingTrace, _ ask: Asking) throws -> Finding? {
    let plan = input.3
    if let finding = wrongCount(trace, input) { return finding }
    let sizes = TrainingInputs.epochs(of: input).batches.expectedSizes
    for (index, rows) in trace.updateRows.chunked(by: sizes.count).enumerated() where rows.sorted() != sizes.sorted() {
      return Finding(
        evidence: [
          "epoch \(index + 1), rows of each `update`  yours \(rows.map(String.init).joined(separator: ", "))   "
            + "expected \(sizes.map(String.init).joined(separator: ", "))"
        ],
        diagnosis: Set(rows) == [input.3.batchSize]
          ? TrainingMistake.batchSizeForRows.sentence : mistakeOfUpdates(trace, input)?.sentence)
    }
    // The order of the examples is the student's, so the history is compared with that of the student's parameters.
    var target = trace
    target.history = History()
    for parameters in trace.epochParameters {
      guard Comparison(parameters, to: input.0, tolerance: .value).shapeProblem == nil else {
        return Finding(evidence: ["The parameters that `afterEpoch` gets do not have the shapes of those at the start."]
        )
      }
      target.history.append(
        training: try Oracle.measures(on: input.1, parameters, plan.hidden),
        validation: try Oracle.measures(on: input.2, parameters, plan.hidden))
    }
    target.parameters = trace.epochParameters.last ?? trace.parameters
    let comparison = Comparison(trace, to: target, tolerance: .value)
    guard !comparison.isEqual else { return nil }
    return Finding(
      evidence: ["The history is not that of the parameters which `afterEpoch` gets:"]
        + Evidence(comparison: comparison).lines)
  }

  /// What the closure `afterEpoch` is given, with several batches and with one, and what becomes of its answer.
  @Sendable static func told(_ input: Input, _ trace: TrainingTrace, _ ask: Asking) throws -> Finding? {
    if trace.epochs != Array(1...input.3.epochs) {
      let numbers = trace.epochs.map(String.init).joined(separator: ", ")
      return Finding(
        evidence: [
          "epoch of each afterEpoch  yours \(numbers.isEmpty ? "never called" : numbers)   expected 1 to \(input.3.epochs)"
        ])
    }
    var stopping = input
    stopping.3.epochs = 6
    for stop in [1, 3, 5] {
      stopping.3.stopAfter = stop
      let ended = try ask(stopping).epochs.count
      if ended != stop {
        return Finding(evidence: ["`afterEpoch` was true after epoch \(stop), but \(ended) epochs were trained."])
      }
    }
    let plan = TrainingInputs.plan(epochs: 3, seed: 151)
    let yours = try ask(plan)
    let right = try Oracle.trained(plan.0, on: plan.1, validation: plan.2, plan.3)
    return toldHistory(trace, trace.history) ?? toldHistory(yours, right.history)
      ?? toldParameters(yours.epochParameters, right.epochParameters)
  }

  private static func toldHistory(_ trace: TrainingTrace, _ history: History) -> Finding? {
    for (index, told) in trace.histories.enumerated() {
      let comparison = Comparison(told, to: history.prefix(index + 1), tolerance: .value)
      if comparison.isEqual { continue }
      return Finding(
        evidence: ["The history that `afterEpoch` gets after epoch \(index + 1):"]
          + Evidence(comparison: comparison).lines,
        diagnosis: told.isBehind(index + 1) ? TrainingMistake.listsNotWhole.sentence : nil)
    }
    return nil
  }

  private static func toldParameters(_ yours: [Parameters], _ right: [Parameters]) -> Finding? {
    for (index, pair) in zip(yours, right).enumerated() {
      let comparison = Comparison(pair.0, to: pair.1, tolerance: .value)
      if comparison.isEqual { continue }
      return Finding(
        evidence: ["The parameters that `afterEpoch` gets after epoch \(index + 1):"]
          + Evidence(comparison: comparison).lines)
    }
    return nil
  }

  @Sendable static func order(_ input: Input, _ trace: TrainingTrace, _ ask: Asking) throws -> Finding? {
    if let finding = wrongCount(trace, input) { return finding }
    let first = trace.firstGradients
    // What does not call `afterEpoch` after each epoch does not show where the next one begins.
    guard let one = first.first, first.count == input.3.epochs else { throw Waiting.forTheChecksAbove }
    guard first.allSatisfy({ Comparison($0, to: one, tolerance: .value).isEqual }) else {
      // Of 35 ways to choose three of seven examples, eight epochs hardly begin with fewer than four.
      let different = Set(first.map(\.bytes)).count
      return different > 3
        ? nil : Finding(evidence: ["\(first.count) epochs began with only \(different) different batches."])
    }
    return Finding(
      evidence: ["All \(first.count) epochs began with the same batch."],
      diagnosis: TrainingMistake.sameGenerator.sentence)
  }

  @Sendable static func seeded(_ input: Input, _ first: TrainingTrace, _ ask: Asking) throws -> Finding? {
    if first.firstGradients.bytes != (try ask(input)).firstGradients.bytes {
      return Finding(
        evidence: ["Two calls with the same seed took other batches."],
        diagnosis: TrainingMistake.ownGenerator.sentence)
    }
    // What trains nothing, or the same in every epoch, has been told so above.
    if Set(first.firstGradients.map(\.bytes)).count < 2 { return Finding(evidence: []) }
    var reseeded = input
    reseeded.3.seed += 1
    if first.firstGradients.bytes == (try ask(reseeded)).firstGradients.bytes {
      return Finding(
        evidence: ["Two calls with different seeds took the same batches."],
        diagnosis: TrainingMistake.fixedSeed.sentence)
    }
    if first.hasDrawn { return nil }
    return Finding(
      evidence: ["After the training `generator` stands where it stood before."],
      diagnosis: TrainingMistake.copiedGenerator.sentence)
  }
}

extension History: Inspectable {
  package var components: [Component] {
    [
      .list("trainingLoss", trainingLoss), .list("validationLoss", validationLoss),
      .list("trainingAccuracy", trainingAccuracy), .list("validationAccuracy", validationAccuracy),
    ]
  }

  /// The entries of the first epochs.
  fileprivate func prefix(_ count: Int) -> History {
    var history = History()
    history.trainingLoss = Array(trainingLoss.prefix(count))
    history.validationLoss = Array(validationLoss.prefix(count))
    history.trainingAccuracy = Array(trainingAccuracy.prefix(count))
    history.validationAccuracy = Array(validationAccuracy.prefix(count))
    return history
  }

  /// Whether some lists have an entry for each of so many epochs and others one less.
  fileprivate func isBehind(_ count: Int) -> Bool { Set(components.map(\.matrix.columns)) == [count, count - 1] }
}

extension Array {
  /// The elements in order, so many at a time.
  fileprivate func chunked(by count: Int) -> [[Element]] {
    stride(from: 0, to: self.count, by: count).map { Array(self[$0..<Swift.min($0 + count, self.count)]) }
  }
}
