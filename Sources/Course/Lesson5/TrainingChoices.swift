import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

/// What can be done otherwise in 5.4, where all examples are in one batch: then their order makes no difference.
struct TrainingChoices: Sendable {
  typealias Measure = (loss: Double, accuracy: Double)
  typealias Hidden = (training: HiddenActivation, measuring: HiddenActivation)

  // The loop.
  var epochs: @Sendable (Int) -> Int = { $0 }
  /// How far the loop goes on in each turn.
  var step = 1
  /// What `afterEpoch` is told of the epoch: its number from 1, and how many there are.
  var number: @Sendable (_ number: Int, _ epochs: Int) -> Int = { number, _ in number }

  // What is trained.
  var isTrainedOnValidation = false
  /// How often trainEpoch is called in an epoch.
  var trainings = 1
  var trained = Trained.parameters
  var hidden: @Sendable (HiddenActivation) -> Hidden = { ($0, $0) }
  /// The function with which a set is measured, if one has its own.
  var ownHidden: @Sendable (_ measuring: HiddenActivation, _ isValidation: Bool) -> HiddenActivation = { one, _ in one }
  /// Which parameters are left in the end: their epoch's number, 0 for the start; the losses tell how good each was.
  var left: @Sendable (History) -> Int = { $0.trainingLoss.count }
  var isLeftAsTrained = true
  /// Whether an epoch is trained after all else that belongs to it.
  var isTrainedLast = false

  // What is written down.
  /// When the training lists and the validation lists are measured.
  var measured: (training: Moment, validation: Moment) = (.afterEpoch, .afterEpoch)
  /// The sets on which the lists for training and for validation are measured.
  var sets: (training: Set, validation: Set) = (.data, .validation)
  /// What is appended to the four lists.
  var entries: @Sendable (_ training: Measure, _ validation: Measure) -> Entries = { training, validation in
    Entries([training.loss], [validation.loss], [training.accuracy], [validation.accuracy])
  }
  /// What becomes of a measure on so many examples.
  var measure: @Sendable (Measure, _ count: Int) -> Measure = { measure, _ in measure }
  var written = Written.appended
  /// What becomes of the history in the end.
  var returned: @Sendable (History) -> History = { $0 }

  // What `afterEpoch` gets, and what becomes of its answer.
  var asked = Asked.whenAllIsWritten
  var toldHistory: @Sendable (History) -> History = { $0 }
  var toldParameters = Moment.afterEpoch
  var answer = Answer.trueEnds

  enum Trained {
    case parameters, nothing, copyEachEpoch, measuredCopyEachEpoch, measuredAndToldCopyEachEpoch, begunAnew
    case onceBeforeTheLoop, onceAfterTheLoop
  }
  enum Moment { case start, beforeEpoch, afterEpoch }
  enum Set { case data, validation }
  enum Written { case appended, lastAlone, inFront, never }
  enum HistoryList {
    case trainingLoss, validationLoss, trainingAccuracy, validationAccuracy

    var path: WritableKeyPath<History, [Double]> {
      switch self {
      case .trainingLoss: \.trainingLoss
      case .validationLoss: \.validationLoss
      case .trainingAccuracy: \.trainingAccuracy
      case .validationAccuracy: \.validationAccuracy
      }
    }
  }
  enum Asked: Equatable {
    case beforeTraining, beforeWriting, whenAllIsWritten, twice, twiceWithBreak, afterTheLoop,
      afterAnyLoop, never
    case notInTheFirst, notInTheLast
    /// Before some lists have the epoch's entry, which they get afterwards: always, or only if the training goes on.
    case before([HistoryList], isFilledAtTheEnd: Bool)
  }
  enum Answer {
    case trueEnds, trueEndsWithoutEntry, trueEndsEmpty, trueEndsPutBack, falseEnds, ignored, oneEpochLater,
      oneEpochLaterUnasked, trueEndsAfterMoreTraining
  }

  /// What is appended to the lists of training loss, validation loss, training accuracy and validation accuracy.
  struct Entries {
    let lists: [[Double]]

    init(_ lists: [Double]...) { self.lists = lists }
  }
}

extension Oracle {
  /// Training with some choices.
  static func trained(
    _ start: Parameters, on data: Dataset, validation: Dataset, _ plan: TrainingPlan, choosing choices: TrainingChoices,
    with answers: Answers
  ) throws -> TrainingTrace {
    var run = TrainingRun(start, data, validation, plan, choices, answers)
    return try run.whole()
  }
}

/// One training as a student's `train` would go through it.
private struct TrainingRun {
  let (start, data, validation, plan): (Parameters, Dataset, Dataset, TrainingPlan)
  let (choices, answers): (TrainingChoices, Answers)
  let hidden: TrainingChoices.Hidden
  var parameters: Parameters
  var history = History()
  var trace: TrainingTrace
  var parametersAfterEach: [Parameters]
  var isFirstBatch = true
  /// Whether the epoch is one after the end that `afterEpoch` is not told of.
  var isUnasked = false
  /// The epochs in a row, if what one leaves goes on to the next; otherwise one from the start.
  var traces: [EpochTrace] = []

  init(
    _ start: Parameters, _ data: Dataset, _ validation: Dataset, _ plan: TrainingPlan, _ choices: TrainingChoices,
    _ answers: Answers
  ) {
    (self.start, self.data, self.validation, self.plan) = (start, data, validation, plan)
    (self.choices, self.answers) = (choices, answers)
    hidden = choices.hidden(plan.hidden)
    parameters = start
    trace = TrainingTrace(parameters: start)
    parametersAfterEach = [start]
  }

  mutating func whole() throws -> TrainingTrace {
    let epochs = choices.epochs(plan.epochs)
    traces = try epochTraces(epochs)
    if choices.trained == .onceBeforeTheLoop { trainOnce() }
    var isEnding = false
    var number = 0
    while number * choices.step < epochs {
      number += 1
      isUnasked = isEnding && choices.answer == .oneEpochLaterUnasked
      let isToEnd = try epoch(number, of: epochs)
      if isEnding || isToEnd && !isLater { break }
      isEnding = isToEnd
    }
    if choices.trained == .onceAfterTheLoop { trainOnce() }
    if choices.asked == .afterTheLoop && number > 0 || choices.asked == .afterAnyLoop {
      _ = ask(choices.step == 1 ? epochs : number, epochs, before: parameters)
    }
    trace.history = choices.returned(history)
    trace.parameters = choices.isLeftAsTrained ? parameters : start
    let left = choices.left(history)
    if left != history.trainingLoss.count, parametersAfterEach.indices.contains(left) {
      trace.parameters = parametersAfterEach[left]
    }
    trace.hasDrawn = !trace.updateRows.isEmpty
    return trace
  }

  /// Goes through one epoch, and says whether it is the last one.
  private mutating func epoch(_ number: Int, of epochs: Int) throws -> Bool {
    let before = parameters
    var isToEnd = false
    if choices.asked == .beforeTraining {
      isToEnd = ask(number, epochs, before: before)
      if isToEnd, !isLater { return true }
    }
    let measured = choices.isTrainedLast ? before : try train(before)
    if !choices.isTrainedLast { parametersAfterEach.append(measured) }
    if choices.asked == .beforeWriting {
      isToEnd = ask(number, epochs, before: before)
      if isToEnd, !isLater { return true }
    }
    let told = history
    func parametersThen(_ moment: TrainingChoices.Moment) -> Parameters {
      switch moment {
      case .start: start
      case .beforeEpoch: before
      case .afterEpoch: measured
      }
    }
    try write(parametersThen(choices.measured.training), validated: parametersThen(choices.measured.validation))
    switch choices.asked {
    case .whenAllIsWritten: isToEnd = ask(number, epochs, before: before)
    case .twice: isToEnd = [ask(number, epochs, before: before), ask(number, epochs, before: before)].contains(true)
    case .twiceWithBreak: isToEnd = ask(number, epochs, before: before) || ask(number, epochs, before: before)
    case .before(let lists, let isFilledAtTheEnd):
      let whole = history
      for list in lists { history[keyPath: list.path] = told[keyPath: list.path] }
      isToEnd = ask(number, epochs, before: before)
      if !isToEnd || isFilledAtTheEnd { history = whole }
    case .notInTheFirst: isToEnd = number > 1 && ask(number, epochs, before: before)
    case .notInTheLast: isToEnd = number < epochs && ask(number, epochs, before: before)
    case .beforeTraining, .beforeWriting, .afterTheLoop, .afterAnyLoop, .never: break
    }
    if isToEnd, choices.answer == .trueEndsWithoutEntry { history = told }
    if isToEnd, choices.answer == .trueEndsPutBack { parameters = before }
    if isToEnd, choices.answer == .trueEndsAfterMoreTraining, number < epochs { _ = try train(parameters) }
    if isToEnd, choices.answer == .trueEndsEmpty { history = History() }
    if choices.isTrainedLast, !isToEnd || isLater { parametersAfterEach.append(try train(before)) }
    return isToEnd
  }

  /// Whether the training goes on for an epoch after `afterEpoch` has ended it.
  private var isLater: Bool { choices.answer == .oneEpochLater || choices.answer == .oneEpochLaterUnasked }

  private func epochTraces(_ epochs: Int) throws -> [EpochTrace] {
    let set = choices.isTrainedOnValidation ? validation : data
    let isOneBatch = plan.batchSize <= 0 || plan.batchSize >= set.count
    // With several batches the order would make a difference: it is not known if something else is trained.
    if choices.isTrainedOnValidation, !isOneBatch { throw SeveralBatches() }
    let count = max(epochs, 0)
    return try answers(
      Lesson5.trainEpoch, start, set, plan.batchSize, hidden.training, plan.seed, plan.learningRate,
      (choices.trained == .parameters ? count : 1) * choices.trainings)
  }

  private struct SeveralBatches: Error {}

  /// Trains one epoch, whatever the number of epochs is.
  private mutating func trainOnce() {
    trace.updateRows += traces.first?.batches.map(\.rows) ?? []
    parameters = traces.first?.parameters ?? parameters
  }

  /// Trains, and returns the parameters that are measured.
  private mutating func train(_ before: Parameters) throws -> Parameters {
    if [.nothing, .onceBeforeTheLoop, .onceAfterTheLoop].contains(choices.trained) { return parameters }
    let isGoingOn = choices.trained == .parameters
    let used = traces.prefix(choices.trainings)
    if isGoingOn { traces.removeFirst(used.count) }
    let batches = used.flatMap(\.batches)
    trace.updateRows += batches.map(\.rows)
    if isFirstBatch, let first = batches.first {
      trace.firstGradients.append(first.gradients)
      isFirstBatch = false
    }
    guard let trained = used.last?.parameters else { return parameters }
    if isGoingOn || choices.trained == .begunAnew { parameters = trained }
    return choices.trained == .copyEachEpoch ? before : trained
  }

  private mutating func write(_ parameters: Parameters, validated: Parameters) throws {
    func measures(
      _ set: TrainingChoices.Set, of parameters: Parameters, isValidation: Bool
    ) throws -> TrainingChoices.Measure {
      let examples = set == .data ? data : validation
      let measure = try Oracle.measures(
        on: examples, parameters, choices.ownHidden(hidden.measuring, isValidation), with: answers)
      return choices.measure(measure, examples.count)
    }
    let lists = choices.entries(
      try measures(choices.sets.training, of: parameters, isValidation: false),
      try measures(choices.sets.validation, of: validated, isValidation: true)
    ).lists
    let paths: [WritableKeyPath<History, [Double]>] = [
      \.trainingLoss, \.validationLoss, \.trainingAccuracy, \.validationAccuracy,
    ]
    for (path, values) in zip(paths, lists) {
      switch choices.written {
      case .appended: history[keyPath: path] += values
      case .lastAlone: history[keyPath: path] = values
      case .inFront: history[keyPath: path] = values + history[keyPath: path]
      case .never: break
      }
    }
  }

  /// Asks `afterEpoch`, and says whether its answer ends the training.
  private mutating func ask(_ number: Int, _ epochs: Int, before: Parameters) -> Bool {
    if isUnasked { return false }
    let told = choices.number((number - 1) * choices.step + 1, epochs)
    trace.epochs.append(told)
    trace.histories.append(choices.toldHistory(history))
    switch choices.toldParameters {
    case .start: trace.epochParameters.append(start)
    case .beforeEpoch: trace.epochParameters.append(before)
    case .afterEpoch:
      trace.epochParameters.append(
        choices.trained == .measuredAndToldCopyEachEpoch ? parametersAfterEach.last ?? parameters : parameters)
    }
    isFirstBatch = true
    let isTrue = plan.stopAfter > 0 && told == plan.stopAfter
    switch choices.answer {
    case .ignored: return false
    case .falseEnds: return !isTrue
    default: return isTrue
    }
  }
}
