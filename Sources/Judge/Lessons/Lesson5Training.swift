import Contract
import CourseKit

/// The checks of exercise 5.4.
enum TrainingJudge {
  static let checks: [Check] =
    [
      known(
        .shape, "3 epochs: an entry for each in every list of the history", on: plan(epochs: 3, seed: 151),
        independent: plan(epochs: 4, seed: 152)),
      known(
        .value, "loss and accuracy on both sets after each epoch, and the parameters", on: plan(epochs: 3, seed: 151),
        independent: plan(epochs: 4, seed: 152)),
      known(
        .value, "training stops where afterEpoch returns true", on: plan(epochs: 5, stopAfter: 2, units: 2, seed: 153),
        independent: plan(epochs: 6, stopAfter: 3, seed: 154)),
      observed(
        .property, "7 examples in batches of 3: 3 updates an epoch, and the history of those parameters", updates),
      observed(.property, "the batches are others in every epoch", order),
      observed(.property, "the same seed gives the same training", seeded),
    ] + TrainingBehaviour.all + [
      // Last, because 1...0 stops here and is not called again.
      known(
        .value, "0 epochs or fewer: an empty history, and the parameters stay", on: plan(epochs: 0, seed: 155),
        independent: plan(epochs: -2, seed: 156)),
      known(.value, "−2 epochs: the same", on: plan(epochs: -2, seed: 156), independent: plan(epochs: 0, seed: 155)),
    ]

  /// Training with all 6 examples in one batch, and 5 to validate with.
  private static func plan(
    epochs: Int, stopAfter: Int = 0, units: Int = 3, seed: UInt64
  ) -> TrainingSpecification.Input {
    (
      Samples.parameters([2, units, 1], seed: seed), examples(6, seed: seed), examples(5, seed: seed + 20),
      TrainingPlan(
        epochs: epochs, batchSize: 6, hidden: seed % 2 == 0 ? .sigmoid : .tanh, seed: seed, learningRate: 0.5,
        stopAfter: stopAfter)
    )
  }

  private static func examples(_ count: Int, seed: UInt64) -> Dataset {
    Dataset(features: Samples.matrix(count, 2, seed: seed), labels: Samples.labels(count, seed: seed))
  }

  /// A check on an input where every number is known.
  private static func known(
    _ kind: CheckKind, _ summary: String, on input: TrainingSpecification.Input,
    independent: TrainingSpecification.Input
  ) -> Check {
    let check = TrainingSpecification.train.check(kind, summary, on: input, independent: independent)
    let request = epochs(of: input)
    return Check(check.exercise, kind, summary) { bench in
      let blame = TrainingBlame(bench)
      do {
        let outcome = try check.outcome(bench)
        guard case .failed = outcome else { return outcome }
        let part = blame.unusableBatches(request.batches) ?? blame.unrepeatableEpochs(request)
        return part.map { .waiting($0) } ?? outcome
      } catch let failure as CallFailure {
        guard let part = blame.part(stopping: failure, request.batches) else { throw failure }
        return .waiting(part)
      }
    }
  }

  private static func epochs(of input: TrainingSpecification.Input) -> EpochRequest {
    EpochRequest(
      parameters: input.0, data: input.1, batchSize: input.3.batchSize, hidden: input.3.hidden, seed: input.3.seed,
      learningRate: input.3.learningRate, epochs: max(input.3.epochs, 1))
  }

  /// A check of what several batches show; the outcome is what speaks against the student, or nil.
  private static func observed(
    _ kind: CheckKind, _ summary: String,
    _ evidence: @escaping @Sendable (any Student, TrainingSpecification.Input) throws -> Finding?
  ) -> Check {
    Check(Lesson5.train.exercise, kind, summary) { bench in
      let blame = TrainingBlame(bench)
      let request = epochs(of: severalBatches)
      let finding: Finding
      do {
        guard let found = try evidence(bench.student, severalBatches) else { return .passed }
        finding = found
      } catch let failure as CallFailure {
        guard let part = blame.part(stopping: failure, request.batches) else { throw failure }
        return .waiting(part)
      }
      if let part = blame.anyPart(of: request) { return .waiting(part) }
      let hasFailed = bench.brokenParts.contains { $0.exercise == Lesson5.train.exercise }
      return hasFailed && finding.diagnosis == nil ? .waiting("the checks above must pass first") : .failed(finding)
    }
  }

  private static let severalBatches: TrainingSpecification.Input = (
    Samples.parameters([2, 3, 1], seed: 157), examples(7, seed: 157), examples(4, seed: 158),
    TrainingPlan(epochs: 4, batchSize: 3, hidden: .tanh, seed: 157, learningRate: 0.5)
  )

  private static func answer(_ student: any Student, _ input: TrainingSpecification.Input) throws -> TrainingTrace {
    try student.call(Lesson5.train, input.0, input.1, input.2, input.3)
  }

  private static func wrongCount(_ trace: TrainingTrace, _ input: TrainingSpecification.Input) -> Finding? {
    let expected = input.3.epochs * epochs(of: input).batches.expectedSizes.count
    guard trace.updateCount != expected else { return nil }
    return Finding(
      evidence: ["calls of update  yours \(trace.updateCount)   expected \(expected)"],
      diagnosis: trace.updateCount == input.3.epochs ? TrainingMistake.batchSizeIgnored.sentence : nil)
  }

  @Sendable private static func updates(
    _ student: any Student, _ input: TrainingSpecification.Input
  ) throws -> Finding? {
    let trace = try answer(student, input)
    let plan = input.3
    if let finding = wrongCount(trace, input) { return finding }
    // The order of the examples is the student's, so the history is compared with that of the student's parameters.
    var target = trace
    target.history = History()
    for parameters in trace.epochParameters {
      guard Comparison(parameters, to: input.0, tolerance: .value).shapeProblem == nil else {
        return Finding(evidence: ["The parameters that `afterEpoch` gets do not have the shapes of those at the start."]
        )
      }
      target.history.append(
        training: try Network.measures(on: input.1, parameters, plan.hidden, with: Oracle()),
        validation: try Network.measures(on: input.2, parameters, plan.hidden, with: Oracle()))
    }
    target.parameters = trace.epochParameters.last ?? trace.parameters
    let comparison = Comparison(trace, to: target, tolerance: .value)
    guard !comparison.isEqual else { return nil }
    return Finding(
      evidence: ["The history is not that of the parameters which `afterEpoch` gets:"]
        + Evidence(comparison: comparison).lines)
  }

  /// Training that changes nothing: then an epoch's first gradient shows which examples it belongs to.
  private static func unchanging(_ input: TrainingSpecification.Input) -> TrainingSpecification.Input {
    var input = input
    input.3.learningRate = 0
    input.3.epochs = 8
    return input
  }

  @Sendable private static func order(_ student: any Student, _ input: TrainingSpecification.Input) throws -> Finding? {
    let trace = try answer(student, unchanging(input))
    if let finding = wrongCount(trace, unchanging(input)) { return finding }
    let first = trace.firstGradients
    guard let one = first.first, first.allSatisfy({ Comparison($0, to: one, tolerance: .value).isEqual }) else {
      return nil
    }
    return Finding(
      evidence: ["All \(first.count) epochs began with the same batch."],
      diagnosis: TrainingMistake.sameGenerator.sentence)
  }

  @Sendable private static func seeded(_ student: any Student, _ input: TrainingSpecification.Input) throws -> Finding?
  {
    let (first, again) = (try answer(student, unchanging(input)), try answer(student, unchanging(input)))
    if first.firstGradients.bytes == again.firstGradients.bytes { return nil }
    return Finding(
      evidence: ["Two calls with the same seed took other batches."], diagnosis: TrainingMistake.ownGenerator.sentence)
  }
}

/// What the checks of 5.4 recognise where there are several batches; the raw value is a name for tests and teachers.
enum TrainingMistake: String, CaseIterable {
  case batchSizeIgnored = "batchSize ignored"
  case sameGenerator = "generator begins anew"
  case ownGenerator = "own generator"

  /// What the student reads.
  var sentence: String {
    switch self {
    case .batchSizeIgnored: "There is one update in each epoch: hand `batchSize` on to trainEpoch as it is."
    case .sameGenerator:
      "Every epoch has the same batches: hand on &generator itself; a copy or one of your own begins anew each time."
    case .ownGenerator: "The batches do not come from `generator` alone: hand &generator itself to trainEpoch."
    }
  }
}
