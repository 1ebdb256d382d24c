import Vocabulary
import CourseKit

/// The functions of the lessons that a run uses, as the Lab's program binds them to the student's.
///
/// What lessons 6, 7 and 8 provide is nil where the run does without: that lesson may then be unwritten.
public struct LessonFunctions: Sendable {
  /// What an epoch does with the gradients of each batch; the last argument is the number of the batch's rows.
  public typealias Update = (inout Parameters, inout Gradients, Int) -> Void
  /// What happens after an epoch, counted from 1; true stops the training.
  public typealias AfterEpoch = (Int, Parameters, History) -> Bool

  /// Lesson 1: a hidden layer's activation, entry by entry.
  public var activation: @Sendable (Matrix, HiddenActivation) -> Matrix = { _, _ in missing(1) }
  /// Lesson 1: the slope of that activation at each pre-activation.
  public var slope: @Sendable (Matrix, HiddenActivation) -> Matrix = { _, _ in missing(1) }
  /// Lesson 2: initial parameters for layers of the given sizes.
  public var heInitialized: @Sendable ([Int], inout SeededGenerator) -> Parameters = { _, _ in missing(2) }
  /// Lesson 2: initial parameters of smaller variance.
  public var xavierInitialized: @Sendable ([Int], inout SeededGenerator) -> Parameters = { _, _ in missing(2) }
  /// Lesson 3: all that a forward pass computes.
  public var forward: @Sendable (Matrix, Parameters, HiddenActivation) -> ForwardCache = { _, _, _ in missing(3) }
  /// Lesson 3: the mean cross-entropy of probabilities [N, 1] and labels [N, 1].
  public var loss: @Sendable (Matrix, Matrix) -> Double = { _, _ in missing(3) }
  /// Lesson 3: the share of examples that are classified right.
  public var accuracy: @Sendable (Matrix, Matrix) -> Double = { _, _ in missing(3) }
  /// Lesson 4: the gradients of the mean loss, from what a forward pass kept and the labels [N, 1].
  public var backward: @Sendable (ForwardCache, Matrix, Parameters, HiddenActivation) -> Gradients = { _, _, _, _ in
    missing(4)
  }
  /// Lesson 5: one step against the gradients.
  public var gradientDescentStep: @Sendable (inout Parameters, Gradients, Double) -> Void = { _, _, _ in missing(5) }
  /// Lesson 5: the training loop.
  public var train: @Sendable (inout Parameters, TrainingTask, inout SeededGenerator, Update, AfterEpoch) -> History =
    { _, _, _, _, _ in missing(5) }
  /// Lesson 6: the root of the sum of all squared weights.
  public var weightNorm: (@Sendable (Parameters) -> Double)?
  /// Lesson 6: adds the slope of the penalty, given λ and the rows of the batch.
  public var addL2Gradient: (@Sendable (inout Gradients, Parameters, Double, Int) -> Void)?
  /// Lesson 7: a new monitor of the given patience.
  public var makeMonitor: (@Sendable (Int) -> Monitor)?
  /// Lesson 8: a new optimizer with the given coefficient, as the step that it takes.
  public var makeMomentumStep: (@Sendable (Double) -> (inout Parameters, Gradients, Double) -> Void)?

  /// Creates functions of which none is bound yet.
  public init() {}

  /// Lesson 7's monitor, reached through closures because its type is the student's own.
  public struct Monitor {
    /// Takes notice of an epoch, its validation loss and its parameters; true asks for a stop.
    public var shouldStop: (Int, Double, Parameters) -> Bool
    /// The epoch with the best loss and the parameters after it; nil before the first improvement.
    public var best: () -> (epoch: Int, parameters: Parameters)?

    /// Creates a monitor from its two functions.
    public init(
      shouldStop: @escaping (Int, Double, Parameters) -> Bool,
      best: @escaping () -> (epoch: Int, parameters: Parameters)?
    ) {
      self.shouldStop = shouldStop
      self.best = best
    }
  }
}

/// What lesson 5's `train` is asked to do, apart from its closures.
public struct TrainingTask: Sendable {
  /// The examples to learn from.
  public let training: Dataset
  /// The examples to measure on.
  public let validation: Dataset
  /// The number of epochs.
  public let epochs: Int
  /// The rows of a batch.
  public let batchSize: Int
  /// The activation function of the hidden layers.
  public let hidden: HiddenActivation
}

private func missing(_ lesson: Int) -> Never {
  fatalError("The Lab was built without lesson \(lesson), which this command needs")
}
