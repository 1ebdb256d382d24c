import CourseKit

/// Which losses a monitor calls an improvement, each one beside the same best loss.
public struct ImprovementTrace: Equatable, Transferable {
  /// The losses.
  public var losses: [Double] = []
  /// For each loss, whether it is an improvement.
  public var answers: [Bool] = []

  /// Creates the trace of a monitor that has not been asked.
  public init() {}

  /// Reads a trace.
  public init(from reader: inout FrameReader) throws(FrameError) {
    losses = try [Double](from: &reader)
    answers = try [Bool](from: &reader)
  }

  /// Appends the trace.
  public func write(to frame: inout FrameWriter) {
    frame.write(losses)
    frame.write(answers)
  }
}

/// What an early-stopping monitor holds after an epoch, and whether it has said to stop.
public struct MonitorEpoch: Equatable, Transferable {
  /// The monitor's patience.
  public var patience: Int
  /// The epoch's number, counted from 1.
  public var epoch: Int
  /// The loss that the monitor was given.
  public var loss: Double
  /// The best epoch so far, counted from 1; 0 for nil.
  public var bestEpoch: Int
  /// The best loss so far.
  public var bestLoss: Double
  /// The epoch whose parameters are kept as the best; 0 for nil, −1 for parameters that no epoch had.
  public var bestParametersEpoch: Int
  /// Whether the monitor has said to stop, now or before.
  public var hasStopped: Bool

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

  /// Reads what is known after an epoch.
  public init(from reader: inout FrameReader) throws(FrameError) {
    patience = try Int(from: &reader)
    epoch = try Int(from: &reader)
    loss = try Double(from: &reader)
    bestEpoch = try Int(from: &reader)
    bestLoss = try Double(from: &reader)
    bestParametersEpoch = try Int(from: &reader)
    hasStopped = try Bool(from: &reader)
  }

  /// Appends what is known after an epoch.
  public func write(to frame: inout FrameWriter) {
    frame.write(patience)
    frame.write(epoch)
    frame.write(loss)
    frame.write(bestEpoch)
    frame.write(bestLoss)
    frame.write(bestParametersEpoch)
    frame.write(hasStopped)
  }
}

/// What early-stopping monitors made of one loss after the other.
///
/// Once one has said to stop it is asked no more, as in training; what it held then stands for the epochs after.
public struct MonitorTrace: Equatable, Transferable {
  /// The epochs of the first monitor, the first one first, then those of the next.
  public var epochs: [MonitorEpoch] = []

  /// Creates the trace of monitors that have seen nothing.
  public init() {}

  /// Reads a trace.
  public init(from reader: inout FrameReader) throws(FrameError) {
    epochs = try [MonitorEpoch](from: &reader)
  }

  /// Appends the trace.
  public func write(to frame: inout FrameWriter) { frame.write(epochs) }
}

/// Where an optimizer with momentum went, step after step.
public struct MomentumTrace: Equatable, Transferable {
  /// The parameters after each step.
  ///
  /// The velocity is not looked at: it shows in them, in whatever form it is kept.
  public var parameters: [Parameters] = []

  /// Creates the trace of an optimizer at rest.
  public init() {}

  /// Reads a trace.
  public init(from reader: inout FrameReader) throws(FrameError) {
    parameters = try [Parameters](from: &reader)
  }

  /// Appends the trace.
  public func write(to frame: inout FrameWriter) { frame.write(parameters) }
}
