import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 5.3: forward, backward and `update` for each batch of an epoch.
  ///
  /// An epoch is judged by the gradients that `update` gets, whatever the order of the examples.
  static let trainEpoch: Exercise = Exercise(
    Specification(
      Lesson5.trainEpoch, calls: ["5.1", "3.2", "4.4"],
      choosing: EpochChoices(),
      right: { choices, answers, parameters, data, batchSize, hidden, seed, learningRate, epochs in
        let request = EpochRequest(
          parameters: parameters, data: data, batchSize: batchSize, hidden: hidden, seed: seed,
          learningRate: learningRate, epochs: epochs)
        return try Oracle.trainedEpochs(request, choosing: choices, with: answers)
      }, slips: EpochSlips.all
    )
    .recognising(observedMistakes)
    .taking("5.1")
    // Several batches, for the most part with a short one at the end.
    .drawing { _, generator in
      let count = Int.random(in: 3...7, using: &generator)
      let data = EpochRequest.data(count, columns: Int.random(in: 1...3, using: &generator), &generator)
      let layerSizes = [data.features.columns, Int.random(in: 1...3, using: &generator), 1]
      return (
        Samples.parameters(layerSizes, seed: generator.next() % 1000), data,
        Int.random(in: 1...count, using: &generator), EdgeSamples.hidden(&generator), generator.next(), 0.5, 2
      )
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
        return DemonstratedCall("the loss \(time) an epoch of one batch with η = 0.1", loss)
      }
    }
  ) { epochs in
    [
      epochs.check(
        .value, "all 6 examples in one batch: its gradient and the step", on: EpochChecks.inOne,
        seeing: EpochChecks.exactly),
      epochs.check(
        .property, "7 examples in batches of 3: `update` is told 3, 3 and 1 rows", on: EpochChecks.sevenByThree,
        seeing: EpochChecks.rows),
      epochs.check(
        .value, "each gradient is its batch's at the present parameters", on: EpochChecks.sevenByThree,
        seeing: EpochChecks.gradients),
      epochs.check(
        .property, "every example exactly once in an epoch", on: EpochChecks.sevenByThree, seeing: EpochChecks.uses),
      epochs.check(
        .property, "in random order: 30 epochs have many different ones", on: EpochChecks.manyEpochs,
        seeing: EpochChecks.order),
      epochs.check(
        .property, "the same seed gives the same batches, another seed others", on: EpochChecks.sevenByThree.arguments,
        observing: EpochChecks.seeded),
      epochs.check(
        .property, "the parameters change in `update` and nowhere else", on: EpochChecks.sevenByThree,
        seeing: EpochChecks.changes),
      epochs.check(
        .value, "more than there are: all 6 examples in one batch", on: EpochChecks.tooMany, seeing: EpochChecks.exactly
      ),
      epochs.check(
        .value, "a batchSize of 0: all 6 examples in one batch", on: EpochChecks.byZero, seeing: EpochChecks.exactly),
      epochs.check(
        .property, "no example and up to twelve, one to three layers, each function, batches of any size",
        on: { EpochChecks.otherRequests.map(\.arguments) }, diagnosing: { _, _, ask in EpochChecks.diagnosis(ask) },
        observing: EpochChecks.others),
    ]
  }
}

/// What shows in a run and is no slip.
private let observedMistakes: [KnownMistake] = {
  let slipNames = EpochSlips.all.map(\.mistake.name)
  return (EpochMistakes.all.map(\.known) + [EpochMistakes.ownGenerator, EpochMistakes.fixedSeed])
    .filter { !slipNames.contains($0.name) }
}()

extension EpochRequest {
  /// Examples drawn at random, with labels of both classes.
  fileprivate static func data(_ count: Int, columns: Int, _ generator: inout SeededGenerator) -> Dataset {
    Dataset(
      features: Samples.normal(count, columns, &generator), labels: Samples.labels(count, seed: generator.next()))
  }
}

extension EpochTrace: Inspectable {
  /// What `update` was told, the gradients and the parameters of each batch, and the parameters at the end.
  package var components: [Component] {
    func named(_ number: Int, _ components: [Component]) -> [Component] {
      components.map { Component(name: "batch \(number + 1) \($0.name)", matrix: $0.matrix) }
    }
    return [.list("rows of each update", batches.map { Double($0.rows) })]
      + batches.enumerated().flatMap { named($0, $1.gradients.components) + named($0, $1.parameters.components) }
      + parameters.components
  }
}
