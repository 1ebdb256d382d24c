import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

/// Exercise 5.4: the wrong versions that are known where all examples are in one batch.
///
/// Then the order of the examples makes no difference, so that every number is known.
enum TrainingMistakes {
  typealias WrongVersion = Misconception<(Parameters, Dataset, Dataset, TrainingPlan), TrainingTrace>

  static let all = measures + loops + stops + trained

  private typealias Measure = (loss: Double, accuracy: Double)

  /// A wrong version that writes down something else for an epoch.
  private static func wrongEntry(
    _ name: String, _ sentence: String,
    _ entry:
      @escaping @Sendable (
        _ before: (training: Measure, validation: Measure), _ after: (training: Measure, validation: Measure)
      ) -> (training: Measure, validation: Measure)
  ) -> WrongVersion {
    WrongVersion(name, sentence) { answers, start, data, validation, plan in
      var trace = try Oracle.trained(start, on: data, validation: validation, plan, with: answers)
      let measured = try ([start] + trace.epochParameters).map { parameters in
        (
          training: try Oracle.measures(on: data, parameters, plan.hidden, with: answers),
          validation: try Oracle.measures(on: validation, parameters, plan.hidden, with: answers)
        )
      }
      trace.history = History()
      trace.histories = []
      for (before, after) in zip(measured, measured.dropFirst()) {
        let (training, validation) = entry(before, after)
        trace.history.append(training: training, validation: validation)
        trace.histories.append(trace.history)
      }
      return trace
    }
  }

  private static let measures = [
    wrongEntry("measured before the epoch", "The entries are those from before each epoch: train first, measure then.")
    {
      before, _ in before
    },
    wrongEntry(
      "training data twice", "The validation entries are those of the training data: measure on `validation`, too."
    ) { _, after in (after.training, after.training) },
    wrongEntry(
      "validation data twice", "The training entries are those of the validation data: measure them on `data`."
    ) { _, after in (after.validation, after.validation) },
    wrongEntry("sets exchanged", "Training and validation are exchanged: `data` belongs to the training lists.") {
      _, after in (after.validation, after.training)
    },
    wrongEntry("loss and accuracy exchanged", "Loss and accuracy are exchanged: each has lists of its own.") {
      _, after in
      func turned(_ measure: Measure) -> Measure { (measure.accuracy, measure.loss) }
      return (turned(after.training), turned(after.validation))
    },
  ]

  /// A wrong version that changes what a right one has done.
  private static func changed(
    _ name: String, _ sentence: String, plan change: @escaping @Sendable (TrainingPlan) -> TrainingPlan = { $0 },
    _ revise: @escaping @Sendable (inout TrainingTrace, _ start: Parameters) -> Void
  ) -> WrongVersion {
    WrongVersion(name, sentence) { answers, start, data, validation, plan in
      var trace = try Oracle.trained(start, on: data, validation: validation, change(plan), with: answers)
      revise(&trace, start)
      return trace
    }
  }

  private static let loops = [
    changed(
      "one epoch too few", "One epoch is missing: the loop must reach `epochs` itself.",
      plan: {
        var plan = $0
        plan.epochs -= 1
        return plan
      }
    ) { _, _ in },
    changed(
      "counted from 0", "The first epoch has the number 0: `afterEpoch` is told 1, 2 and so on.", plan: stoppingLater
    ) {
      trace, _ in trace.epochs = trace.epochs.map { $0 - 1 }
    },
    changed(
      "last epoch alone", "Only the last epoch is left: append to each list, and make the history before the loop."
    ) {
      trace, _ in
      trace.history.keepLast()
      for index in trace.histories.indices { trace.histories[index].keepLast() }
    },
    changed(
      "nothing written down", "The history is empty: append loss and accuracy on both sets after every epoch."
    ) { trace, _ in
      trace.history = History()
      trace.histories = trace.histories.map { _ in History() }
    },
    WrongVersion(
      "written down after afterEpoch",
      "`afterEpoch` comes before its epoch is written down: append to the history first, and call it then."
    ) { answers, start, data, validation, plan in
      var trace = try Oracle.trained(start, on: data, validation: validation, plan, with: answers)
      for index in trace.histories.indices { trace.histories[index].dropLast() }
      // What ends the loop then comes before the last entry, too.
      if plan.stopAfter > 0, plan.stopAfter <= plan.epochs { trace.history.dropLast() }
      return trace
    },
  ]

  private static let stops = [
    changed(
      "answer ignored", "The answer of `afterEpoch` is not used: where it is true, training stops.", plan: neverStopping
    ) {
      _, _ in
    },
    changed(
      "stopped upside down", "Training stops where `afterEpoch` returns false: it must go on then, and stop at true.",
      plan: {
        var plan = $0
        plan.stopAfter = plan.stopAfter == 1 ? 2 : 1
        return plan
      }
    ) { _, _ in },
    changed(
      "afterEpoch never called", "`afterEpoch` is never called: call it at the end of every epoch.", plan: neverStopping
    ) {
      trace, _ in
      trace.epochs = []
      trace.histories = []
      trace.epochParameters = []
      trace.firstGradients = Array(trace.firstGradients.prefix(1))
    },
    changed(
      "afterEpoch once", "`afterEpoch` is called once, after the loop: call it inside, at the end of every epoch.",
      plan: neverStopping
    ) { trace, _ in
      trace.epochs = trace.epochs.suffix(1)
      trace.histories = trace.histories.suffix(1)
      trace.epochParameters = trace.epochParameters.suffix(1)
      trace.firstGradients = Array(trace.firstGradients.prefix(1))
    },
  ]

  @Sendable private static func neverStopping(_ plan: TrainingPlan) -> TrainingPlan {
    var plan = plan
    plan.stopAfter = 0
    return plan
  }

  /// What counts epochs from 0 meets the number at which it stops one epoch later.
  @Sendable private static func stoppingLater(_ plan: TrainingPlan) -> TrainingPlan {
    var plan = plan
    if plan.stopAfter > 0 { plan.stopAfter += 1 }
    return plan
  }

  private static let trained = [
    changed(
      "copy trained", "The parameters stay as they were: a copy is trained. Hand &parameters itself to trainEpoch."
    ) {
      trace, start in trace.parameters = start
    },
    WrongVersion("not trained", "Nothing is trained: call trainEpoch in every epoch.") {
      answers, start, data, validation, plan in
      var plan = plan
      plan.learningRate = 0
      var trace = try Oracle.trained(start, on: data, validation: validation, plan, with: answers)
      trace.updateRows = []
      return trace
    },
    WrongVersion("trained on validation", "The validation data is learned from: hand `data` to trainEpoch.") {
      answers, start, data, validation, plan in
      // Otherwise the order would make a difference.
      guard plan.batchSize >= validation.count else { return nil }
      var trace = try Oracle.trained(start, on: validation, validation: data, plan, with: answers)
      swap(&trace.history.trainingLoss, &trace.history.validationLoss)
      swap(&trace.history.trainingAccuracy, &trace.history.validationAccuracy)
      return trace
    },
  ]
}

extension History {
  fileprivate mutating func keepLast() {
    trainingLoss = trainingLoss.suffix(1)
    validationLoss = validationLoss.suffix(1)
    trainingAccuracy = trainingAccuracy.suffix(1)
    validationAccuracy = validationAccuracy.suffix(1)
  }

  fileprivate mutating func dropLast() {
    trainingLoss.removeLast()
    validationLoss.removeLast()
    trainingAccuracy.removeLast()
    validationAccuracy.removeLast()
  }
}
