import CourseKit
import Engine
import Vocabulary

/// Exercise 5.4: what can be done otherwise, as far as it shows with all examples in one batch.
enum TrainingSlips {
  typealias OneSlip = Slip<TrainingChoices>
  typealias Entries = TrainingChoices.Entries

  static let all = loops + trained + functions + measured + measures + lists + written + late + asked + answers

  private static let loops: [OneSlip] = [
    .at(
      \.epochs, "one epoch too few",
      "One epoch is missing: let the loop run `epochs` times, from 1 up to and including `epochs`."
    ) { $0 - 1 },
    .at(
      \.epochs, "one epoch too many", "There is one epoch too many: the loop runs `epochs` times, from 1 to `epochs`."
    ) { $0 + 1 },
    .at(
      \.epochs, "one epoch only",
      "Only one epoch is trained: let the loop run `epochs` times, and return `history` only after it."
    ) { min($0, 1) },
    .at(
      \.epochs, "no epoch",
      "No epoch is trained: let the loop run `epochs` times, with trainEpoch in each turn, and return `history` after it."
    ) { min($0, 0) },
    .at(
      \.epochs, "at least one epoch",
      "One epoch is trained even if `epochs` is 0 or less: look at `epochs` before the first one, too."
    ) {
      max($0, 1)
    },
    .at(\.epochs, "two epochs too few", "Two epochs are missing: the loop runs from 1 up to `epochs` itself.") {
      $0 - 2
    },
    .at(\.epochs, "two epochs too many", "There are two epochs too many: the loop runs `epochs` times.") { $0 + 2 },
    .at(\.step, "every other epoch", "The loop goes on by 2, so that half of the epochs are missing: go on by 1.", 2),
    .at(\.number, "counted from 0", "The first epoch has the number 0: `afterEpoch` is told 1, 2 and so on.") {
      number, _ in number - 1
    },
    .at(\.number, "counted from 2", "The first epoch has the number 2: `afterEpoch` is told 1, 2 and so on.") {
      number, _ in number + 1
    },
    .at(
      \.number, "epochs for the epoch",
      "`afterEpoch` is told how many epochs there are: it wants the epoch's own number."
    ) { _, epochs in epochs },
    .at(\.number, "counted down", "The epochs are counted down: `afterEpoch` is told 1, 2 and so on.") {
      number, epochs in epochs - number + 1
    },
    .at(\.number, "always 1", "`afterEpoch` is told 1 each time: it wants the epoch's own number.") { _, _ in 1 },
    .at(\.number, "always 0", "`afterEpoch` is told 0 each time: it wants the epoch's own number, from 1.") { _, _ in 0
    },
  ]

  private static let trained: [OneSlip] = [
    .at(\.trained, "not trained", "Nothing is trained: call trainEpoch in every epoch.", .nothing),
    .at(
      \.isLeftAsTrained, "copy trained",
      "The parameters stay as they were: a copy is trained. Hand &parameters itself to trainEpoch.", false),
    .at(
      \.trained, "copy trained, parameters measured",
      "A copy is trained, and what is measured has never changed: hand &parameters itself to trainEpoch.",
      .copyEachEpoch
    ),
    .at(
      \.trained, "copy begun anew",
      "Every epoch trains a new copy of the parameters at the start: hand &parameters itself to trainEpoch.",
      .measuredAndToldCopyEachEpoch),
    .at(
      \.trained, "new copy measured",
      "Every epoch trains and measures a new copy, and the parameters stay: hand &parameters itself to trainEpoch.",
      .measuredCopyEachEpoch),
    .at(
      \.isTrainedLast, "trained last",
      "trainEpoch comes last in each epoch: train first, then measure, and call `afterEpoch` in the end.", true),
    .at(
      \.trained, "begun anew in every epoch",
      "Every epoch begins at the first parameters again: let it go on from those that the epoch before has left.",
      .begunAnew),
    .at(
      \.trained, "trained before the loop", "trainEpoch is called once, before the loop: call it in every epoch.",
      .onceBeforeTheLoop),
    .at(
      \.trained, "trained after the loop",
      "trainEpoch is called once, after the loop: call it in every epoch, first of all.",
      .onceAfterTheLoop),
    .at(
      \.isTrainedOnValidation, "trained on validation",
      "The validation data is learned from: hand `data` to trainEpoch.", true),
    .at(\.trainings, "trained twice", "trainEpoch is called twice in every epoch: call it once.", 2),
    .at(
      \.left, "best parameters given back",
      "The parameters with the lowest validation loss are given back: leave those of the last epoch, as trainEpoch does."
    ) { lowest($0.validationLoss) },
    .at(
      \.left, "parameters of the lowest training loss given back",
      "The parameters with the lowest training loss are given back: leave those of the last epoch, as trainEpoch does."
    ) { lowest($0.trainingLoss) },
    .at(
      \.left, "parameters of the epoch before given back",
      "The parameters are those before the last epoch: leave them as trainEpoch has changed them."
    ) { max($0.trainingLoss.count - 1, 0) },
  ]

  /// The number of the epoch with the lowest loss; 0 if there is none.
  @Sendable private static func lowest(_ losses: [Double]) -> Int {
    losses.min().flatMap(losses.firstIndex).map { $0 + 1 } ?? 0
  }

  private static let functions: [OneSlip] = HiddenActivation.allCases.flatMap { one -> [OneSlip] in
    [
      .at(
        \.hidden, "\(one.rawValue) whatever hidden is",
        "trainEpoch and forward always get \(one.rawValue): hand on `hidden` to both."
      ) { _ in (one, one) },
      .at(
        \.hidden, "\(one.rawValue) in trainEpoch",
        "trainEpoch always gets \(one.rawValue): hand on `hidden`, as to forward."
      ) { (one, $0) },
      .at(
        \.hidden, "\(one.rawValue) when measuring",
        "forward always gets \(one.rawValue) when loss and accuracy are measured: hand on `hidden`, as to trainEpoch."
      ) { ($0, one) },
      .at(
        \.ownHidden, "\(one.rawValue) for validation",
        "forward gets \(one.rawValue) when `validation` is measured: hand on `hidden`, as for `data`."
      ) { given, isValidation in isValidation ? one : given },
      .at(
        \.ownHidden, "\(one.rawValue) for the training data",
        "forward gets \(one.rawValue) when `data` is measured: hand on `hidden`, as for `validation`."
      ) { given, isValidation in isValidation ? given : one },
    ]
  }

  /// Lists that get their entry only after `afterEpoch`.
  private static let late: [OneSlip] = [
    (TrainingMistake.listsNotWhole.rawValue, "", [.validationLoss, .validationAccuracy]),
    ("training loss written after afterEpoch", "trainingLoss", [.trainingLoss]),
    ("validation loss written after afterEpoch", "validationLoss", [.validationLoss]),
    ("training accuracy written after afterEpoch", "trainingAccuracy", [.trainingAccuracy]),
    ("validation accuracy written after afterEpoch", "validationAccuracy", [.validationAccuracy]),
    ("accuracies written after afterEpoch", "the lists of accuracies", [.trainingAccuracy, .validationAccuracy]),
    ("losses written after afterEpoch", "the lists of losses", [.trainingLoss, .validationLoss]),
  ].flatMap { (name: String, words: String, lists: [TrainingChoices.HistoryList]) -> [OneSlip] in
    let isKnown = words.isEmpty
    let filled =
      "`afterEpoch` is called before its epoch stands in \(isKnown ? "the validation lists" : words): append first, and call it then."
    let lost =
      "`afterEpoch` is called before its epoch stands in \(words), where the last entry is then missing: append first, and call it then."
    return [
      .at(
        \.asked, isKnown ? "validation lists written after afterEpoch" : name, filled,
        .before(lists, isFilledAtTheEnd: true)),
      .at(
        \.asked, isKnown ? name : "\(name), or never", isKnown ? TrainingMistake.listsNotWhole.sentence : lost,
        .before(lists, isFilledAtTheEnd: false)),
    ]
  }

  private static let asked: [OneSlip] = [
    .at(
      \.asked, "written down after afterEpoch",
      "`afterEpoch` comes before its epoch is written down: append to the history first, and call it then.",
      .beforeWriting),
    .at(
      \.asked, "asked before training",
      "`afterEpoch` is called before its epoch is trained: train and append to the history first, and call it then.",
      .beforeTraining),
    .at(
      \.asked, "afterEpoch twice, each with an end",
      "`afterEpoch` is called a second time in every epoch that goes on: call it once, and use that answer.",
      .twiceWithBreak),
    .at(
      \.asked, "afterEpoch never called", "`afterEpoch` is never called: call it at the end of every epoch.", .never),
    .at(
      \.asked, "afterEpoch once",
      "`afterEpoch` is called once, at the end of training: call it in the loop, at the end of every epoch.",
      .afterTheLoop),
    .at(
      \.asked, "afterEpoch once, even without epochs",
      "`afterEpoch` is called once, after the loop and even for 0 epochs: call it inside, at the end of every epoch.",
      .afterAnyLoop),
    .at(
      \.asked, "not asked in the first epoch",
      "`afterEpoch` is not called after the first epoch: call it in every one.",
      .notInTheFirst),
    .at(
      \.asked, "not asked in the last epoch", "`afterEpoch` is not called after the last epoch: call it in every one.",
      .notInTheLast),
    .at(
      \.asked, "afterEpoch twice", "`afterEpoch` is called twice in every epoch: call it once, and use that answer.",
      .twice
    ),
    .at(\.toldHistory, "told an empty history", "`afterEpoch` gets an empty history: hand it `history` as it is.") {
      _ in
      History()
    },
    .at(
      \.toldHistory, "told the last entry alone", "`afterEpoch` gets the last entries alone: hand it all of `history`."
    ) {
      $0.lastAlone
    },
    .at(\.toldHistory, "told the history before", "`afterEpoch` gets the history of the epoch before: append first.") {
      $0.droppingLast
    },
    .at(
      \.toldParameters, "parameters of the epoch before told",
      "`afterEpoch` gets the parameters from before the epoch: hand it those that the epoch has left.", .beforeEpoch),
    .at(
      \.toldParameters, "parameters of the start told",
      "`afterEpoch` always gets the parameters of the start: hand it those that the epoch has left.", .start),
  ]

  private static let answers: [OneSlip] = [
    .at(
      \.answer, "answer ignored", "The answer of `afterEpoch` is not used: where it is true, training stops.", .ignored),
    .at(
      \.answer, "stopped upside down",
      "Training stops where `afterEpoch` returns false: it must go on then, and stop at true.", .falseEnds),
    .at(
      \.answer, "trained once more after the end",
      "Where `afterEpoch` returns true, one more epoch is trained that is in no list: stop right after it has answered.",
      .trueEndsAfterMoreTraining),
    .at(
      \.answer, "stopped one epoch later",
      "Where `afterEpoch` returns true, one more epoch is trained: stop right after it has answered.", .oneEpochLater),
    .at(
      \.answer, "one more epoch after the end",
      "Where `afterEpoch` returns true, one more epoch joins the history: stop right after it has answered.",
      .oneEpochLaterUnasked),
    .at(
      \.answer, "empty history where it ends", "Where training stops, an empty history is returned: return `history`.",
      .trueEndsEmpty),
    .at(
      \.answer, "put back where it ends",
      "Where training stops, the parameters are put back to those before the epoch: leave them as they are.",
      .trueEndsPutBack),
    .at(
      \.answer, "stopped without its entry",
      "The entry of the epoch at which training stops is missing: it belongs to the history, too.",
      .trueEndsWithoutEntry),
  ]
}

extension History {
  private func changed(_ change: ([Double]) -> [Double]) -> History {
    var history = History()
    history.trainingLoss = change(trainingLoss)
    history.validationLoss = change(validationLoss)
    history.trainingAccuracy = change(trainingAccuracy)
    history.validationAccuracy = change(validationAccuracy)
    return history
  }

  var droppingLast: History { changed { $0.dropLast() } }
  var lastAlone: History { changed { $0.suffix(1) } }
}
