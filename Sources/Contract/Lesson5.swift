import CourseKit
import Vocabulary
import Wire

/// What lesson 5 provides: mini-batches, the descent step and the training loop.
///
/// The `UInt64` is the seed of the generator that the host injects. The closures that a lesson's function takes cannot
/// travel: the host hands in its own, which write down what they see, and returns that.
public enum Lesson5 {
  /// Exercise 5.1, called so many times in a row with one generator as the last argument says.
  public static let miniBatches = LessonFunction<[[[Int]]], Int, Int, UInt64, Int>(
    "5.1",
    "miniBatches(count: Int, batchSize: Int, using generator: inout some RandomNumberGenerator) -> [[Int]]")
  /// Exercise 5.2.
  public static let gradientDescentStep = LessonFunction<Parameters, Parameters, Gradients, Double>(
    "5.2",
    "gradientDescentStep(_ parameters: inout Parameters, gradients: Gradients, learningRate: Double)")
  /// Exercise 5.3, with plain gradient descent at the rate of the last argument but one as the update, called so many
  /// times in a row with one generator as the last argument says.
  public static let trainEpoch = LessonFunction<
    [EpochTrace], Parameters, Dataset, Int, HiddenActivation, UInt64, Double, Int
  >(
    "5.3",
    """
    trainEpoch(_ parameters: inout Parameters, on data: Dataset, batchSize: Int, hidden: Activation, \
    using generator: inout some RandomNumberGenerator, update: (inout Parameters, inout Gradients, Int) -> Void)
    """)
  /// Exercise 5.4, with plain gradient descent as the update.
  public static let train = LessonFunction<TrainingTrace, Parameters, Dataset, Dataset, TrainingPlan>(
    "5.4",
    """
    train(_ parameters: inout Parameters, on data: Dataset, validation: Dataset, epochs: Int, batchSize: Int, \
    hidden: Activation, using generator: inout some RandomNumberGenerator, \
    update: (inout Parameters, inout Gradients, Int) -> Void, \
    afterEpoch: (Int, Parameters, History) -> Bool) -> History
    """)
}

/// How training is to go, the arguments of exercise 5.4 that are numbers.
public struct TrainingPlan: Equatable, Record {
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

  /// All of them, in the order of their declaration.
  public static let fields = Fields(
    TrainingPlan.init, \.epochs, \.batchSize, \.hidden, \.seed, \.learningRate, \.stopAfter)

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
}

/// What the `update` of one epoch saw, and the parameters after it.
public struct EpochTrace: Equatable, Record {
  /// One call of `update`.
  public struct Batch: Equatable, Record {
    /// The rows of the batch, as `update` was told.
    public var rows: Int
    /// The parameters before they were changed.
    public var parameters: Parameters
    /// The gradients of the batch.
    public var gradients: Gradients

    /// All of them, in the order of their declaration.
    public static let fields = Fields(Batch.init, \.rows, \.parameters, \.gradients)

    /// Creates the trace of one call.
    public init(rows: Int, parameters: Parameters, gradients: Gradients) {
      self.rows = rows
      self.parameters = parameters
      self.gradients = gradients
    }
  }

  /// The parameters after the epoch.
  public var parameters: Parameters
  /// The calls of `update` in order.
  public var batches: [Batch]

  /// The parameters and the calls.
  public static let fields = Fields(EpochTrace.init, \.parameters, \.batches)

  /// Creates the trace of an epoch; of one that has not begun if there are no calls yet.
  public init(parameters: Parameters, batches: [Batch] = []) {
    self.parameters = parameters
    self.batches = batches
  }
}

/// What training returned and what its closures saw.
public struct TrainingTrace: Equatable, Record {
  /// The parameters at the end.
  public var parameters: Parameters
  /// What `train` returned.
  public var history: History
  /// The epochs that `afterEpoch` was called with.
  public var epochs: [Int]
  /// The history that each call of `afterEpoch` saw.
  public var histories: [History]
  /// The parameters that each call of `afterEpoch` saw.
  public var epochParameters: [Parameters]
  /// The rows that each call of `update` was told.
  public var updateRows: [Int]
  /// What `update` saw first in each epoch; at a learning rate of 0 it tells whether the batches change.
  public var firstGradients: [Gradients]
  /// Whether the generator has moved on since the training began.
  public var hasDrawn: Bool

  /// All of them, in the order of their declaration.
  public static let fields = Fields(
    TrainingTrace.init, \.parameters, \.history, \.epochs, \.histories, \.epochParameters, \.updateRows,
    \.firstGradients, \.hasDrawn)

  /// Creates a trace; of a training that has not begun if there is nothing but parameters.
  public init(
    parameters: Parameters, history: History = History(), epochs: [Int] = [], histories: [History] = [],
    epochParameters: [Parameters] = [], updateRows: [Int] = [], firstGradients: [Gradients] = [], hasDrawn: Bool = false
  ) {
    self.parameters = parameters
    self.history = history
    self.epochs = epochs
    self.histories = histories
    self.epochParameters = epochParameters
    self.updateRows = updateRows
    self.firstGradients = firstGradients
    self.hasDrawn = hasDrawn
  }
}
