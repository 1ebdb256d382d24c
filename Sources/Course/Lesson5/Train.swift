import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 5.4: epoch after epoch, with a history.
  static let train = Exercise(
    Specification(
      Lesson5.train, calls: ["5.3", "3.2", "3.3", "3.4"],
      right: { answers, start, data, validation, plan in
        try Oracle.trained(start, on: data, validation: validation, plan, with: answers)
      },
      misconceptions: TrainingMistakes.all
    )
    .recognising(TrainingMistake.allCases.map { KnownMistake($0.rawValue, $0.sentence) })
    .blaming { bench, input, ending in
      let (blame, request) = (TrainingBlame(bench), epochs(of: input))
      switch ending {
      case .stopped(let failure): return blame.part(stopping: failure, request.batches)
      case .returned: return blame.unusableBatches(request.batches) ?? blame.unrepeatableEpochs(request)
      }
    }
    .drawing { size, generator in
      let (input, parameters, hidden) = Samples.inputAndNetwork(size, &generator)
      let held = Samples.normal(input.rows, input.columns, &generator)
      let plan = TrainingPlan(
        epochs: Samples.size(upTo: size, &generator), batchSize: input.rows, hidden: hidden, seed: generator.next(),
        learningRate: generator.nextUniform(), stopAfter: Int.random(in: 0...3, using: &generator))
      return (
        parameters, Dataset(features: input, labels: Samples.labels(input.rows, seed: generator.next())),
        Dataset(features: held, labels: Samples.labels(input.rows, seed: generator.next())), plan
      )
    },
    demonstration: Demonstration { student in
      let plan = TrainingPlan(epochs: 1, batchSize: 0, hidden: .relu, seed: 1, learningRate: 0.1)
      let trace = try student.call(Lesson5.train, PageExample.parameters, PageExample.data, PageExample.data, plan)
      return trace.history.trainingLoss.map {
        DemonstratedCall("`train(… epochs: 1 …).trainingLoss` with η = 0.1", $0)
      }
    }
  ) { training in
    [
      training.check(
        .shape, "3 epochs: an entry for each in every list of the history", on: plan(epochs: 3, seed: 151),
        independent: plan(epochs: 4, seed: 152)),
      training.check(
        .value, "loss and accuracy on both sets after each epoch, and the parameters", on: plan(epochs: 3, seed: 151),
        independent: plan(epochs: 4, seed: 152)),
      training.check(
        .value, "training stops where afterEpoch returns true", on: plan(epochs: 5, stopAfter: 2, units: 2, seed: 153),
        independent: plan(epochs: 6, stopAfter: 3, seed: 154)),
      training.check(
        .property, "7 examples in batches of 3: 3 updates an epoch, and the history of those parameters",
        on: severalBatches, blaming: anyPart, repeatsEvidence: false, observing: updates),
      training.check(
        .property, "the batches are others in every epoch", on: unchanging, blaming: anyPart, repeatsEvidence: false,
        observing: order),
      training.check(
        .property, "the same seed gives the same training", on: unchanging, blaming: anyPart, repeatsEvidence: false,
        observing: seeded),
    ] + TrainingBehaviour.all + [
      // Last, because 1...0 stops here and is not called again.
      training.check(
        .value, "0 epochs or fewer: an empty history, and the parameters stay", on: plan(epochs: 0, seed: 155),
        independent: plan(epochs: -2, seed: 156)),
      training.check(
        .value, "−2 epochs: the same", on: plan(epochs: -2, seed: 156), independent: plan(epochs: 0, seed: 155)),
    ]
  }
}

extension TrainingTrace: Inspectable {
  package var components: [Component] {
    [
      .list("history.trainingLoss", history.trainingLoss), .list("history.validationLoss", history.validationLoss),
      .list("history.trainingAccuracy", history.trainingAccuracy),
      .list("history.validationAccuracy", history.validationAccuracy),
      .list("epoch of each afterEpoch", epochs.map(Double.init)),
      .list("entries of history at each afterEpoch", historyCounts.map(Double.init)),
      Component(name: "calls of update", matrix: Matrix([[Double(updateCount)]]), isNumber: true),
    ] + parameters.components
  }
}

private typealias Input = (Parameters, Dataset, Dataset, TrainingPlan)
private typealias Asking = (Input) throws -> TrainingTrace

/// Training with all 6 examples in one batch, and 5 to validate with.
private func plan(
  epochs: Int, stopAfter: Int = 0, units: Int = 3, seed: UInt64
) -> Input {
  (
    Samples.parameters([2, units, 1], seed: seed), examples(6, seed: seed), examples(5, seed: seed + 20),
    TrainingPlan(
      epochs: epochs, batchSize: 6, hidden: seed % 2 == 0 ? .sigmoid : .tanh, seed: seed, learningRate: 0.5,
      stopAfter: stopAfter)
  )
}

private func examples(_ count: Int, seed: UInt64) -> Dataset {
  Dataset(features: Samples.matrix(count, 2, seed: seed), labels: Samples.labels(count, seed: seed))
}

private func epochs(of input: Input) -> EpochRequest {
  EpochRequest(
    parameters: input.0, data: input.1, batchSize: input.3.batchSize, hidden: input.3.hidden, seed: input.3.seed,
    learningRate: input.3.learningRate, epochs: max(input.3.epochs, 1))
}

private let severalBatches: Input = (
  Samples.parameters([2, 3, 1], seed: 157), examples(7, seed: 157), examples(4, seed: 158),
  TrainingPlan(epochs: 4, batchSize: 3, hidden: .tanh, seed: 157, learningRate: 0.5)
)

/// Training that changes nothing: then an epoch's first gradient shows which examples it belongs to.
private let unchanging: Input = {
  var input = severalBatches
  input.3.learningRate = 0
  input.3.epochs = 8
  return input
}()

/// What several batches show is the work of all parts: any that is known to be wrong may have spoiled it.
@Sendable private func anyPart(_ bench: Bench, _ input: Input, _ ending: Ending<TrainingTrace>) -> String? {
  let (blame, request) = (TrainingBlame(bench), epochs(of: severalBatches))
  switch ending {
  case .stopped(let failure): return blame.part(stopping: failure, request.batches)
  case .returned: return blame.anyPart(of: request)
  }
}

private func wrongCount(_ trace: TrainingTrace, _ input: Input) -> Finding? {
  let expected = input.3.epochs * epochs(of: input).batches.expectedSizes.count
  guard trace.updateCount != expected else { return nil }
  return Finding(
    evidence: ["calls of update  yours \(trace.updateCount)   expected \(expected)"],
    diagnosis: trace.updateCount == input.3.epochs ? TrainingMistake.batchSizeIgnored.sentence : nil)
}

@Sendable private func updates(_ input: Input, _ trace: TrainingTrace, _ ask: Asking) throws -> Finding? {
  let plan = input.3
  if let finding = wrongCount(trace, input) { return finding }
  // The order of the examples is the student's, so the history is compared with that of the student's parameters.
  var target = trace
  target.history = History()
  for parameters in trace.epochParameters {
    guard Comparison(parameters, to: input.0, tolerance: .value).shapeProblem == nil else {
      return Finding(evidence: ["The parameters that `afterEpoch` gets do not have the shapes of those at the start."])
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

@Sendable private func order(_ input: Input, _ trace: TrainingTrace, _ ask: Asking) throws -> Finding? {
  if let finding = wrongCount(trace, input) { return finding }
  let first = trace.firstGradients
  // What does not call `afterEpoch` after each epoch does not show where the next one begins.
  guard let one = first.first, first.count == input.3.epochs else { throw Waiting.forTheChecksAbove }
  guard first.allSatisfy({ Comparison($0, to: one, tolerance: .value).isEqual }) else { return nil }
  return Finding(
    evidence: ["All \(first.count) epochs began with the same batch."],
    diagnosis: TrainingMistake.sameGenerator.sentence)
}

@Sendable private func seeded(_ input: Input, _ first: TrainingTrace, _ ask: Asking) throws -> Finding? {
  if first.firstGradients.bytes == (try ask(input)).firstGradients.bytes { return nil }
  return Finding(
    evidence: ["Two calls with the same seed took other batches."], diagnosis: TrainingMistake.ownGenerator.sentence)
}
