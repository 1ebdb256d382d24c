import CourseKit
import Vocabulary
import Wire

/// What lesson 7 provides: the monitor that stops training early.
public enum Lesson7 {
  /// Exercise 7.1; the arguments are the minimum improvement, the best loss so far and the losses to ask about.
  public static let isImprovement = LessonFunction<ImprovementTrace, Double, Double, [Double]>(
    "7.1", "isImprovement(_ validationLoss: Double) -> Bool")
  /// Exercise 7.2, called for one loss of a curve after the other, with a new monitor for each patience and each curve.
  ///
  /// The arguments are the patiences, the minimum improvement, the curves and the number of each curve's first epoch.
  public static let shouldStop = LessonFunction<MonitorTrace, [Int], Double, [[Double]], Int>(
    "7.2",
    "shouldStop(epoch: Int, validationLoss: Double, parameters: Parameters) -> Bool")
}

/// Which losses a monitor calls an improvement, each one beside the same best loss.
public struct ImprovementTrace: Equatable, Record {
  /// The losses.
  public var losses: [Double]
  /// For each loss, whether it is an improvement.
  public var answers: [Bool]

  /// Both lists.
  public static let fields = Fields(ImprovementTrace.init, \.losses, \.answers)

  /// Creates a trace; of a monitor that has not been asked if both lists are empty.
  public init(losses: [Double] = [], answers: [Bool] = []) {
    self.losses = losses
    self.answers = answers
  }
}

/// What an early-stopping monitor holds after an epoch, and whether it has said to stop.
public struct MonitorEpoch: Equatable, Record {
  /// The monitor's patience.
  public var patience: Int
  /// The epoch's number.
  public var epoch: Int
  /// The loss that the monitor was given.
  public var loss: Double
  /// The best epoch so far; 0 for nil.
  public var bestEpoch: Int
  /// The best loss so far.
  public var bestLoss: Double
  /// The epoch whose parameters are kept as the best; 0 for nil, −1 for parameters that no epoch had.
  public var bestParametersEpoch: Int
  /// Whether the monitor has said to stop, now or before.
  public var hasStopped: Bool

  /// All of them, in the order of their declaration.
  public static let fields = Fields(
    MonitorEpoch.init, \.patience, \.epoch, \.loss, \.bestEpoch, \.bestLoss, \.bestParametersEpoch, \.hasStopped)

  /// Creates what is known after an epoch.
  public init(
    patience: Int, epoch: Int, loss: Double, bestEpoch: Int, bestLoss: Double, bestParametersEpoch: Int,
    hasStopped: Bool
  ) {
    self.patience = patience
    self.epoch = epoch
    self.loss = loss
    self.bestEpoch = bestEpoch
    self.bestLoss = bestLoss
    self.bestParametersEpoch = bestParametersEpoch
    self.hasStopped = hasStopped
  }
}

/// What early-stopping monitors made of one loss after the other.
///
/// Once one has said to stop it is asked no more, as in training; what it held then stands for the epochs after.
public struct MonitorTrace: Equatable, Record {
  /// The epochs of the first monitor, the first one first, then those of the next.
  public var epochs: [MonitorEpoch]

  /// The epochs.
  public static let fields = Fields(MonitorTrace.init, \.epochs)

  /// Creates a trace; of monitors that have seen nothing if there are no epochs.
  public init(epochs: [MonitorEpoch] = []) { self.epochs = epochs }
}
