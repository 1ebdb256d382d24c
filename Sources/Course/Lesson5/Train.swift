import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 5.4: epoch after epoch, with a history.
  static let train: Exercise = Exercise(
    Specification(
      Lesson5.train, calls: ["5.3", "3.2", "3.3", "3.4"],
      choosing: TrainingChoices(),
      right: { choices, answers, start, data, validation, plan in
        try Oracle.trained(start, on: data, validation: validation, plan, choosing: choices, with: answers)
      }, slips: TrainingSlips.all
    )
    .recognising(observedMistakes)
    .drawing { size, generator in
      let (input, parameters, hidden) = Samples.inputAndNetwork(size, &generator)
      let held = Samples.normal(input.rows, input.columns, &generator)
      let plan = TrainingPlan(
        epochs: Int.random(in: 2...4, using: &generator), batchSize: input.rows, hidden: hidden, seed: generator.next(),
        learningRate: generator.nextUniform(), stopAfter: Int.random(in: 0...3, using: &generator))
      return (
        parameters, Dataset(features: input, labels: Samples.labels(input.rows, seed: generator.next())),
        Dataset(features: held, labels: Samples.labels(input.rows, seed: generator.next())), plan
      )
    }
    .drawingAtEdges { size, generator in
      let (input, parameters, hidden) = Samples.inputAndNetwork(size, &generator)
      let data = Dataset(features: input, labels: EdgeSamples.labels(input.rows, &generator))
      let held = Samples.normal(EdgeSamples.count(upTo: input.rows, &generator), input.columns, &generator)
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
    .tolerating { input in input.3.learningRate > 1 ? .nearEnds : .value },
    demonstration: Demonstration { student in
      let plan = TrainingPlan(epochs: 1, batchSize: 0, hidden: .relu, seed: 1, learningRate: 0.1)
      let trace = try student.call(Lesson5.train, PageExample.parameters, PageExample.data, PageExample.data, plan)
      guard let loss = trace.history.trainingLoss.first else { return [] }
      return [DemonstratedCall("`history.trainingLoss[0]` after one epoch of one batch with η = 0.1", loss)]
    }
  ) { training in
    [
      training.check(
        .shape, "3 epochs: an entry for each in every list of the history",
        on: TrainingInputs.plan(epochs: 3, seed: 151)),
      training.check(
        .value, "loss and accuracy on both sets after each epoch, and the parameters",
        on: TrainingInputs.plan(epochs: 3, seed: 151)),
      training.check(
        .value, "η = 20, with which the loss rises again: the parameters are those of the last epoch",
        tolerance: .clipped, on: TrainingInputs.plan(epochs: 4, learningRate: 20, seed: 161)),
      training.check(
        .value, "training stops where afterEpoch returns true",
        on: TrainingInputs.plan(epochs: 5, stopAfter: 2, units: 2, seed: 154)),
      training.check(
        .property, "7 examples in batches of 3: 3 updates an epoch, and the history of those parameters",
        on: TrainingInputs.severalBatches, repeatsEvidence: false,
        observing: TrainingObservations.updates),
      training.check(
        .property, "afterEpoch gets 1, 2 …, its parameters and all four lists whole, and true ends it",
        on: TrainingInputs.severalBatches, repeatsEvidence: false,
        observing: TrainingObservations.told),
      training.check(
        .property, "the batches are others in every epoch", on: TrainingInputs.unchanging,
        repeatsEvidence: false, observing: TrainingObservations.order),
      training.check(
        .property, "the same seed gives the same batches, another seed others, and the generator moves on",
        on: TrainingInputs.unchanging, repeatsEvidence: false, observing: TrainingObservations.seeded),
    ] + TrainingBehaviour.all + [
      // Last, because 1...0 stops here and is not called again.
      training.check(
        .value, "0 epochs or fewer: an empty history, and the parameters stay",
        on: TrainingInputs.plan(epochs: 0, seed: 155)),
      training.check(
        .value, "−2 epochs: the same", on: TrainingInputs.plan(epochs: -2, seed: 156)),
      training.checkEverySize("right on 36 trainings in one batch: 1 to 18 rows, −1 to 4 epochs, any end", count: 36),
    ]
  }
}

/// What shows where there are several batches, and is no slip.
private let observedMistakes: [KnownMistake] = {
  let slipNames = TrainingSlips.all.map(\.mistake.name)
  return TrainingMistake.allCases.filter { !slipNames.contains($0.rawValue) }
    .map { KnownMistake($0.rawValue, $0.sentence) }
}()

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
      + [
        told("trainingLoss", \.trainingLoss), told("validationLoss", \.validationLoss),
        told("trainingAccuracy", \.trainingAccuracy), told("validationAccuracy", \.validationAccuracy),
        .list(
          "parameters at each afterEpoch", epochParameters.flatMap { $0.components.flatMap(\.matrix.elements) }),
      ]
  }

  /// The entries of a list at each call of `afterEpoch`, one call after the other.
  private func told(_ name: String, _ list: KeyPath<History, [Double]>) -> Component {
    .list("\(name) at each afterEpoch", histories.flatMap { $0[keyPath: list] })
  }
}
