import CourseKit
import Foundation
import Training
import Vocabulary

/// Why a training ended no better than guessing: which of first weights, rate and data is likely to blame.
///
/// Nothing is supposed: the first weights are looked at, and other steps are tried for a few epochs.
struct TrainingDoubt {
  /// What was trained.
  let setup: TrainingSetup
  /// The examples.
  let data: SplitData<ClassDataset>
  /// The student's functions.
  let functions: LessonFunctions

  /// The epochs for which other steps are tried.
  private static let epochs = 5
  /// The examples with which they are tried, at most.
  private static let rows = 2_000
  /// The rates that are tried, as multiples of the one that failed, from the smallest to the largest.
  private static let multiples = [1e-4, 0.001, 0.01, 0.1, 10, 100, 1000, 1e4]

  /// The loss of an answer that is always the share of each class among the training examples.
  var guessingLoss: Double {
    let classes = data.training.classes
    return (0..<data.training.classCount).reduce(0) { loss, number in
      let share = Double(classes.count { $0 == number }) / Double(classes.count)
      return share > 0 ? loss - share * log(share) : loss
    }
  }

  /// What to say below the results: how bad they are, and what is likely to blame; nil if the network has learned something.
  ///
  /// - Parameters:
  ///   - result: what came of the training.
  ///   - loss: the training loss of its network.
  func sentence(on result: TrainingResult, loss: Double) -> String? {
    // A loss that is no number is no better either.
    guard result.end == .diverged || !(loss < 0.98 * guessingLoss) else { return nil }
    let guess = "Always answering with the share of each class has a loss of \(NumberText.fixed(guessingLoss, 4))"
    let verdict =
      result.end == .diverged
      ? ""
      : guess + (loss > guessingLoss ? ", so this is worse than guessing. " : ", so this is no better than guessing. ")
    return verdict + (firstWeights(result.initial) ?? otherSteps ?? elsewhere) + "\n"
  }

  /// What is wrong with the weights that the student's function made; nil if nothing is.
  private func firstWeights(_ parameters: Parameters) -> String? {
    guard case .binary = setup.network, setup.initialization == .he else { return nil }
    let place = "Look at 2.2 heInitialized first: swift run course-check 2.2"
    guard parameters.isFinite else { return "The first weights are no finite numbers. \(place)" }
    let hidden = parameters.weights.dropLast().filter { $0.columns > 1 }
    if hidden.contains(where: { Set($0.elements).count == 1 }) {
      return
        "The first weights of a hidden layer are all the same, so that its units stay copies of each other. \(place)"
    }
    // He's variance is 2 / fanIn: all weights of a layer together have 2 · fanOut.
    let expected = parameters.weights.reduce(0) { $0 + 2 * Double($1.columns) }.squareRoot()
    let norm = parameters.weightNorm
    // Few weights may lie far from their mean by chance.
    guard parameters.weights.reduce(0, { $0 + $1.elements.count }) > 30, norm > 2 * expected || norm < expected / 2
    else {
      return nil
    }
    return "The first weights have a norm of \(NumberText.significant(norm)), where He's have about "
      + "\(NumberText.significant(expected)). \(place)"
  }

  /// Which other steps learn more in a few epochs; nil if none of those tried does.
  private var otherSteps: String? {
    // The rows may lie class by class, so some of all are taken.
    let (all, count) = (data.training.count, min(data.training.count, Self.rows))
    let few = data.training.rows(at: (0..<count).map { $0 * all / count })
    let examples = SplitData(training: few, validation: few)
    func best(of trials: [Trial]) -> String? {
      let best = trials.map { (trial: $0, loss: loss(after: $0.setup, on: examples)) }
        .filter { $0.loss < 0.95 * guessingLoss }.min { $0.loss < $1.loss }
      return best.map { best in
        "\(best.trial.reason): in \(Self.epochs) epochs \(best.trial.change) comes to a loss of "
          + "\(NumberText.fixed(best.loss, 4))."
      }
    }
    // A rate may be so far off that none near it learns anything.
    return best(of: trials) ?? best(of: [1, 10, 100].map { trial(ofRate: $0 * usualRate) })
  }

  /// The rate with which such a training begins where nobody names one.
  private var usualRate: Double { TrainingSetup(suiting: setup.data, optimizer: setup.optimizer).learningRate }

  private struct Trial {
    /// What it would show.
    let reason: String
    /// The option that makes the difference.
    let change: String
    let setup: TrainingSetup
  }

  private var trials: [Trial] {
    var trials = Self.multiples.map { trial(ofRate: setup.learningRate * $0) }
    for setting in TrainingSetting.ofLearning where ["lambda", "weightDecay", "dropout"].contains(setting.key) {
      guard let value = setting.value(setup), value != 0 else { continue }
      var setup = setup
      setting.set(0, &setup)
      let change = "the same without \(setting.option)"
      trials.append(Trial(reason: "\(setting.option) is likely to be too large", change: change, setup: setup))
    }
    return trials
  }

  private func trial(ofRate rate: Double) -> Trial {
    var changed = setup
    changed.learningRate = rate
    let reason =
      rate < setup.learningRate
      ? "The steps are likely to be too long" : "The steps are likely to be too short, or too few"
    return Trial(reason: reason, change: "--rate \(NumberText.significant(rate))", setup: changed)
  }

  /// The training loss after a few epochs; infinite if it is no number.
  private func loss(after setup: TrainingSetup, on examples: SplitData<ClassDataset>) -> Double {
    var setup = setup
    (setup.epochs, setup.stopping) = (Self.epochs, nil)
    guard !LabProgram.isInterrupted else { return .infinity }
    let history = TrainingRun(setup, with: functions).result(on: examples).history
    guard let loss = history.trainingLoss.last, loss.isFinite, history.trainingLoss.count == Self.epochs else {
      return .infinity
    }
    return loss
  }

  /// What is left where the first weights are right and no other steps help.
  private var elsewhere: String {
    let rates = [Self.multiples.first, Self.multiples.last].compactMap { $0 }
      .map { NumberText.significant(setup.learningRate * $0) }
    return "Rates from \(rates.joined(separator: " to ")) do no better in \(Self.epochs) epochs. "
      + "Is every function right? swift run course-check\nIf so, "
      + (setup.hiddenUnits.isEmpty
        ? "it may be the network: without a hidden layer the boundary is straight. Try --hidden 32."
        : "look at the data: do the columns say anything about the class?")
  }
}
