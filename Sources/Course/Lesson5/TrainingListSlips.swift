import CourseKit
import Engine

/// Exercise 5.4: what can be written down otherwise.
extension TrainingSlips {
  static let measured: [OneSlip] = [
    .at(
      \.measured, "measured before the epoch",
      "The entries are those from before each epoch: train first, measure then.", (.beforeEpoch, .beforeEpoch)),
    .at(
      \.measured, "validation measured before the epoch",
      "The validation entries are those from before each epoch: train first, measure both sets then.",
      (.afterEpoch, .beforeEpoch)),
    .at(
      \.measured, "training data measured before the epoch",
      "The training entries are those from before each epoch: train first, measure both sets then.",
      (.beforeEpoch, .afterEpoch)),
    .at(
      \.measured, "measured at the start",
      "The entries are those of the parameters at the start: measure anew after every epoch.", (.start, .start)),
    .at(
      \.sets, "training data twice",
      "The validation entries are those of the training data: measure on `validation`, too.", (.data, .data)),
    .at(
      \.sets, "validation data twice",
      "The training entries are those of the validation data: measure them on `data`.", (.validation, .validation)),
    .at(
      \.sets, "sets exchanged",
      "Training and validation are exchanged: `data` belongs to the training lists.", (.validation, .data)),
  ]

  static let measures: [OneSlip] = [
    .at(
      \.measure, "errors for accuracies", "The accuracies are the shares of wrong answers: append `accuracy` as it is."
    ) {
      measure, _ in (measure.loss, 1 - measure.accuracy)
    },
    .at(\.measure, "accuracies in percent", "The accuracies are in percent: append `accuracy` as it is, from 0 to 1.") {
      measure, _ in (measure.loss, 100 * measure.accuracy)
    },
    .at(\.measure, "right answers counted", "The accuracies are numbers of right answers: append `accuracy` as it is.")
    {
      measure, count in (measure.loss, measure.accuracy * Double(count))
    },
    .at(\.measure, "losses as sums", "The losses are multiplied by the number of examples: append the mean as it is.") {
      measure, count in (measure.loss * Double(count), measure.accuracy)
    },
    .at(\.measure, "losses divided again", "The losses are divided by the number of examples: 3.3 has done so already.")
    {
      measure, count in (measure.loss / Double(count), measure.accuracy)
    },
    .at(\.measure, "losses below 0", "The losses have the opposite sign: append binaryCrossEntropy as it is.") {
      measure, _ in (-measure.loss, measure.accuracy)
    },
  ]

  static let lists: [OneSlip] = [
    entry("loss and accuracy exchanged", "Loss and accuracy are exchanged: each has lists of its own.") { t, v in
      Entries([t.accuracy], [v.accuracy], [t.loss], [v.loss])
    },
    entry("training loss and accuracy exchanged", "Loss and accuracy of the training data are exchanged.") { t, v in
      Entries([t.accuracy], [v.loss], [t.loss], [v.accuracy])
    },
    entry("validation loss and accuracy exchanged", "Loss and accuracy of the validation data are exchanged.") { t, v in
      Entries([t.loss], [v.accuracy], [t.accuracy], [v.loss])
    },
    entry("losses exchanged", "The losses are exchanged: trainingLoss is that on `data`.") { t, v in
      Entries([v.loss], [t.loss], [t.accuracy], [v.accuracy])
    },
    entry("accuracies exchanged", "The accuracies are exchanged: trainingAccuracy is that on `data`.") { t, v in
      Entries([t.loss], [v.loss], [v.accuracy], [t.accuracy])
    },
    entry("training loss in both", "validationLoss gets the training loss: measure it on `validation`.") { t, v in
      Entries([t.loss], [t.loss], [t.accuracy], [v.accuracy])
    },
    entry("validation loss in both", "trainingLoss gets the validation loss: measure it on `data`.") { t, v in
      Entries([v.loss], [v.loss], [t.accuracy], [v.accuracy])
    },
    entry("training accuracy in both", "validationAccuracy gets the training accuracy: measure it on `validation`.") {
      t, v in Entries([t.loss], [v.loss], [t.accuracy], [t.accuracy])
    },
    entry("validation accuracy in both", "trainingAccuracy gets the validation accuracy: measure it on `data`.") {
      t, v in
      Entries([t.loss], [v.loss], [v.accuracy], [v.accuracy])
    },
    entry("losses for accuracies", "The lists of accuracies get the losses: append `accuracy` there.") { t, v in
      Entries([t.loss], [v.loss], [t.loss], [v.loss])
    },
    entry("accuracies for losses", "The lists of losses get the accuracies: append `binaryCrossEntropy` there.") {
      t, v in
      Entries([t.accuracy], [v.accuracy], [t.accuracy], [v.accuracy])
    },
    entry("no training loss", "trainingLoss stays empty: append the loss on `data` to it in every epoch.") { t, v in
      Entries([], [v.loss], [t.accuracy], [v.accuracy])
    },
    entry("no validation loss", "validationLoss stays empty: append the loss on `validation` to it in every epoch.") {
      t, v in Entries([t.loss], [], [t.accuracy], [v.accuracy])
    },
    entry("no training accuracy", "trainingAccuracy stays empty: append the accuracy on `data` to it in every epoch.") {
      t, v in Entries([t.loss], [v.loss], [], [v.accuracy])
    },
    entry(
      "no validation accuracy", "validationAccuracy stays empty: append the accuracy on `validation` in every epoch."
    ) { t, v in Entries([t.loss], [v.loss], [t.accuracy], []) },
    entry("no validation lists", "The validation lists stay empty: append loss and accuracy on `validation`, too.") {
      t, _ in Entries([t.loss], [], [t.accuracy], [])
    },
    entry("no training lists", "The training lists stay empty: append loss and accuracy on `data`, too.") { _, v in
      Entries([], [v.loss], [], [v.accuracy])
    },
    entry("no accuracies", "The lists of accuracies stay empty: append the accuracy on both sets, too.") { t, v in
      Entries([t.loss], [v.loss], [], [])
    },
    entry("no losses", "The lists of losses stay empty: append the loss on both sets, too.") { t, v in
      Entries([], [], [t.accuracy], [v.accuracy])
    },
    entry(
      "both losses in trainingLoss", "trainingLoss gets both losses: the one on `validation` has a list of its own."
    ) { t, v in Entries([t.loss, v.loss], [], [t.accuracy], [v.accuracy]) },
    entry(
      "both losses in validationLoss", "validationLoss gets both losses: the one on `data` belongs to trainingLoss."
    ) { t, v in Entries([], [t.loss, v.loss], [t.accuracy], [v.accuracy]) },
    entry(
      "both accuracies in trainingAccuracy",
      "trainingAccuracy gets both accuracies: the one on `validation` has a list of its own."
    ) { t, v in Entries([t.loss], [v.loss], [t.accuracy, v.accuracy], []) },
    entry(
      "both accuracies in validationAccuracy",
      "validationAccuracy gets both accuracies: the one on `data` belongs to trainingAccuracy."
    ) { t, v in Entries([t.loss], [v.loss], [], [t.accuracy, v.accuracy]) },
    entry("training losses twice", "The training loss is appended twice: append it once in an epoch.") { t, v in
      Entries([t.loss, t.loss], [v.loss], [t.accuracy], [v.accuracy])
    },
    entry("validation losses twice", "The validation loss is appended twice: append it once in an epoch.") { t, v in
      Entries([t.loss], [v.loss, v.loss], [t.accuracy], [v.accuracy])
    },
    entry("training accuracies twice", "The training accuracy is appended twice: append it once in an epoch.") { t, v in
      Entries([t.loss], [v.loss], [t.accuracy, t.accuracy], [v.accuracy])
    },
    entry("validation accuracies twice", "The validation accuracy is appended twice: append it once in an epoch.") {
      t, v in
      Entries([t.loss], [v.loss], [t.accuracy], [v.accuracy, v.accuracy])
    },
    entry("every entry twice", "Every entry is appended twice: append each one once in an epoch.") { t, v in
      Entries([t.loss, t.loss], [v.loss, v.loss], [t.accuracy, t.accuracy], [v.accuracy, v.accuracy])
    },
  ]

  private static func entry(
    _ name: String, _ sentence: String,
    _ entries: @escaping @Sendable (TrainingChoices.Measure, TrainingChoices.Measure) -> Entries
  ) -> OneSlip { .at(\.entries, name, sentence, entries) }

  static let written: [OneSlip] = [
    .at(
      \.written, "last epoch alone",
      "Only the last epoch is left: append to each list, and make the history before the loop.", .lastAlone),
    .at(
      \.written, "inserted in front", "The newest entry stands first: append to the end of each list.", .inFront),
    .at(
      \.written, "nothing written down",
      "The history is empty: append loss and accuracy on both sets after every epoch.", .never),
    .at(
      \.returned, "empty history returned",
      "`afterEpoch` gets the history, but an empty one is returned: return `history`."
    ) { _ in History() },
    .at(\.returned, "last entry missing in the end", "The last entry is missing in what is returned: return all of it.")
    {
      $0.droppingLast
    },
  ]
}
