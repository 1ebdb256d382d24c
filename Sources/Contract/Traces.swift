import CourseKit

/// How training is to go, the arguments of exercise 5.4 that are numbers.
public struct TrainingPlan: Equatable, Transferable {
  /// The number of epochs.
  public var epochs: Int
  /// The rows of a batch.
  public var batchSize: Int
  /// The activation function of the hidden layers.
  public var hidden: HiddenActivation
  /// The seed of the generator.
  public var seed: UInt64
  /// η of the update that the host hands in.
  public var learningRate: Double
  /// After which epoch `afterEpoch` returns true; 0 for never.
  public var stopAfter: Int

  /// Creates a plan.
  public init(
    epochs: Int, batchSize: Int, hidden: HiddenActivation, seed: UInt64, learningRate: Double, stopAfter: Int = 0
  ) {
    self.epochs = epochs
    self.batchSize = batchSize
    self.hidden = hidden
    self.seed = seed
    self.learningRate = learningRate
    self.stopAfter = stopAfter
  }

  /// Reads a plan.
  public init(from reader: inout FrameReader) throws(FrameError) {
    epochs = try Int(from: &reader)
    batchSize = try Int(from: &reader)
    hidden = try HiddenActivation(from: &reader)
    seed = try UInt64(from: &reader)
    learningRate = try Double(from: &reader)
    stopAfter = try Int(from: &reader)
  }

  /// Appends the plan.
  public func write(to frame: inout FrameWriter) {
    frame.write(epochs)
    frame.write(batchSize)
    frame.write(hidden)
    frame.write(seed)
    frame.write(learningRate)
    frame.write(stopAfter)
  }
}

/// What the `update` of one epoch saw, and the parameters after it.
public struct EpochTrace: Equatable, Transferable {
  /// One call of `update`.
  public struct Batch: Equatable, Transferable {
    /// The rows of the batch, as `update` was told.
    public var rows: Int
    /// The parameters before they were changed.
    public var parameters: Parameters
    /// The gradients of the batch.
    public var gradients: Gradients

    /// Creates the trace of one call.
    public init(rows: Int, parameters: Parameters, gradients: Gradients) {
      self.rows = rows
      self.parameters = parameters
      self.gradients = gradients
    }

    /// Reads the trace of one call.
    public init(from reader: inout FrameReader) throws(FrameError) {
      rows = try Int(from: &reader)
      parameters = try Parameters(from: &reader)
      gradients = try Gradients(from: &reader)
    }

    /// Appends the trace of one call.
    public func write(to frame: inout FrameWriter) {
      frame.write(rows)
      frame.write(parameters)
      frame.write(gradients)
    }
  }

  /// The parameters after the epoch.
  public var parameters: Parameters
  /// The calls of `update` in order.
  public var batches: [Batch] = []

  /// Creates the trace of an epoch that has not begun.
  public init(parameters: Parameters) { self.parameters = parameters }

  /// Reads a trace.
  public init(from reader: inout FrameReader) throws(FrameError) {
    parameters = try Parameters(from: &reader)
    batches = try [Batch](from: &reader)
  }

  /// Appends the trace.
  public func write(to frame: inout FrameWriter) {
    frame.write(parameters)
    frame.write(batches)
  }
}

/// What training returned and what its closures saw.
public struct TrainingTrace: Equatable, Transferable {
  /// The parameters at the end.
  public var parameters: Parameters
  /// What `train` returned.
  public var history = History()
  /// The epochs that `afterEpoch` was called with.
  public var epochs: [Int] = []
  /// The number of epochs in the history that each call of `afterEpoch` saw.
  public var historyCounts: [Int] = []
  /// The parameters that each call of `afterEpoch` saw.
  public var epochParameters: [Parameters] = []
  /// How often `update` was called in all.
  public var updateCount = 0
  /// What `update` saw first in each epoch; at a learning rate of 0 it tells whether the batches change.
  public var firstGradients: [Gradients] = []

  /// Creates the trace of a training that has not begun.
  public init(parameters: Parameters) { self.parameters = parameters }

  /// Reads a trace.
  public init(from reader: inout FrameReader) throws(FrameError) {
    parameters = try Parameters(from: &reader)
    history = try History(from: &reader)
    epochs = try [Int](from: &reader)
    historyCounts = try [Int](from: &reader)
    epochParameters = try [Parameters](from: &reader)
    updateCount = try Int(from: &reader)
    firstGradients = try [Gradients](from: &reader)
  }

  /// Appends the trace.
  public func write(to frame: inout FrameWriter) {
    frame.write(parameters)
    frame.write(history)
    frame.write(epochs)
    frame.write(historyCounts)
    frame.write(epochParameters)
    frame.write(updateCount)
    frame.write(firstGradients)
  }
}
