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
      let (blame, request) = (TrainingBlame(bench), TrainingInputs.epochs(of: input))
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
    }
    .drawingAtEdges { size, generator in
      let (input, parameters, hidden) = Samples.inputAndNetwork(size, &generator)
      let data = Dataset(features: input, labels: EdgeSamples.labels(input.rows, &generator))
      let held = Samples.normal(EdgeSamples.count(upTo: 2 * size, &generator), input.columns, &generator)
      // All examples in one batch, however that is said: otherwise the order would make a difference.
      let batchSizes = [-1, 0, input.rows, input.rows + 2, 1000]
      let plan = TrainingPlan(
        epochs: Int.random(in: -1...4, using: &generator),
        batchSize: batchSizes.randomElement(using: &generator) ?? 0, hidden: hidden, seed: generator.next(),
        learningRate: EdgeSamples.one(of: [0, 0.1, 1, 3, 30], &generator),
        stopAfter: Int.random(in: 0...4, using: &generator))
      return (parameters, data, Dataset(features: held, labels: EdgeSamples.labels(held.rows, &generator)), plan)
    }
    // At the ends of the sigmoid 1 − p has few digits.
    .tolerating { input in input.3.learningRate > 1 ? .clipped : .value },
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
        .shape, "3 epochs: an entry for each in every list of the history",
        on: TrainingInputs.plan(epochs: 3, seed: 151),
        independent: TrainingInputs.plan(epochs: 4, seed: 152)),
      training.check(
        .value, "loss and accuracy on both sets after each epoch, and the parameters",
        on: TrainingInputs.plan(epochs: 3, seed: 151),
        independent: TrainingInputs.plan(epochs: 4, seed: 152)),
      training.check(
        .value, "η = 20, with which the loss rises again: the parameters are those of the last epoch",
        tolerance: .clipped, on: TrainingInputs.plan(epochs: 4, learningRate: 20, seed: 161),
        independent: TrainingInputs.plan(epochs: 5, learningRate: 20, seed: 162)),
      training.check(
        .value, "training stops where afterEpoch returns true",
        on: TrainingInputs.plan(epochs: 5, stopAfter: 2, units: 2, seed: 153),
        independent: TrainingInputs.plan(epochs: 6, stopAfter: 3, seed: 154)),
      training.check(
        .property, "7 examples in batches of 3: 3 updates an epoch, and the history of those parameters",
        on: TrainingInputs.severalBatches, blaming: anyPart, repeatsEvidence: false,
        observing: TrainingObservations.updates),
      training.check(
        .property, "afterEpoch gets 1, 2 …, its parameters and all four lists whole, and true ends it",
        on: TrainingInputs.severalBatches, blaming: anyPart, repeatsEvidence: false,
        observing: TrainingObservations.told),
      training.check(
        .property, "the batches are others in every epoch", on: TrainingInputs.unchanging, blaming: anyPart,
        repeatsEvidence: false, observing: TrainingObservations.order),
      training.check(
        .property, "the same seed gives the same batches, another seed others, and the generator moves on",
        on: TrainingInputs.unchanging, blaming: anyPart, repeatsEvidence: false, observing: TrainingObservations.seeded),
    ] + TrainingBehaviour.all + [
      // Last, because 1...0 stops here and is not called again.
      training.check(
        .value, "0 epochs or fewer: an empty history, and the parameters stay",
        on: TrainingInputs.plan(epochs: 0, seed: 155),
        independent: TrainingInputs.plan(epochs: -2, seed: 156)),
      training.check(
        .value, "−2 epochs: the same", on: TrainingInputs.plan(epochs: -2, seed: 156),
        independent: TrainingInputs.plan(epochs: 0, seed: 155)),
      training.checkEverySize("right on 36 trainings in one batch: 1 to 18 rows, −1 to 4 epochs, any end", count: 36),
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
      .list("entries of trainingLoss at each afterEpoch", histories.map { Double($0.trainingLoss.count) }),
      Component(name: "calls of update", matrix: Matrix([[Double(updateRows.count)]]), isNumber: true),
    ] + parameters.components
  }
}

/// What several batches show is the work of all parts: any that is known to be wrong may have spoiled it.
@Sendable private func anyPart(_ bench: Bench, _ input: TrainingInputs.Input, _ ending: Ending<TrainingTrace>)
  -> String?
{
  let (blame, request) = (TrainingBlame(bench), TrainingInputs.epochs(of: TrainingInputs.severalBatches))
  switch ending {
  case .stopped(let failure): return blame.part(stopping: failure, request.batches)
  case .returned: return blame.anyPart(of: request)
  }
}
