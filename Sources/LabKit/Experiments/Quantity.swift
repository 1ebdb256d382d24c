import CourseKit
import Training

extension Quantity {
  static let trainingLoss = Quantity(name: "training loss") { last($0.result.history.trainingLoss) }
  static let validationLoss = Quantity(name: "validation loss") { last($0.result.history.validationLoss) }
  static let trainingAccuracy = Quantity(name: "training accuracy", isShare: true) {
    last($0.result.history.trainingAccuracy)
  }
  static let validationAccuracy = Quantity(name: "validation accuracy", isShare: true) {
    last($0.result.history.validationAccuracy)
  }
  /// By how much the validation loss is above the training loss.
  static let gap = Quantity(name: "gap between the losses") {
    last($0.result.history.validationLoss) - last($0.result.history.trainingLoss)
  }
  static let bestValidationAccuracy = Quantity(name: "best validation accuracy", isShare: true) {
    $0.result.history.validationAccuracy.max() ?? .nan
  }
  static let bestValidationLoss = Quantity(name: "validation loss, best epoch") {
    $0.result.history.validationLoss.min() ?? .nan
  }
  static let lastValidationLoss = Quantity(name: "validation loss, last epoch") {
    last($0.result.history.validationLoss)
  }
  /// What putting the best parameters back is worth.
  static let gainOfRestoring = Quantity(name: "gain of restoring") {
    let losses = $0.result.history.validationLoss
    return last(losses) - (losses.min() ?? .nan)
  }
  /// The first epoch with the lowest validation loss.
  static let bestEpoch = Quantity(name: "best epoch") { $0.result.lowestEpoch.map(Double.init) ?? .nan }
  static let stopEpoch = Quantity(name: "last epoch") { Double($0.result.epochs) }
  /// Measured by the Lab itself, so that lesson 6 is needed only where its penalty is.
  static let weightNorm = Quantity(name: "weight norm") { $0.result.parameters.weightNorm }
  /// 1 if every example is classified right, otherwise 0: its mean is the share of seeds that succeed.
  static let isSolved = Quantity(name: "share of seeds that solve it", isShare: true) {
    last($0.result.history.trainingAccuracy) == 1 ? 1 : 0
  }
  static let initialLoss = Quantity(name: "loss at step 0") { run in
    run.network(run.result.initial).output(for: run.data.training.features).loss(run.data.training.classes)
  }

  /// The training loss after so many epochs, which are steps when a batch holds all examples.
  static func loss(atStep step: Int) -> Quantity {
    Quantity(name: "loss at step \(step)") {
      let losses = $0.result.history.trainingLoss
      return losses.indices.contains(step - 1) ? losses[step - 1] : .nan
    }
  }

  /// The probability that the network gives to one example.
  static func probability(of x: Double, _ y: Double) -> Quantity {
    Quantity(name: "prediction for (\(Int(x)), \(Int(y)))", isShare: true) {
      $0.network.output(for: Matrix([[x, y]])).probabilities[0, 0]
    }
  }

  /// The same of a run that classifies every example right, and no number of any other.
  ///
  /// A few small networks get stuck, and a mean over both kinds would describe neither.
  var whereSolved: Quantity {
    Quantity(name: name + ", where solved", isShare: isShare) { Quantity.isSolved.value($0) == 1 ? value($0) : .nan }
  }

  /// The training loss as the layers document measures it: the mean over the last epoch's batches, each before its step.
  static let lossOfBatches = Quantity(name: "training loss") { run in mean(run.lastBatches.map(\.loss)) }
  /// The accuracy measured like that.
  static let accuracyOfBatches = Quantity(name: "training accuracy", isShare: true) { run in
    mean(run.lastBatches.map(\.accuracy))
  }

  private static func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
  private static func last(_ values: [Double]) -> Double { values.last ?? .nan }
}
