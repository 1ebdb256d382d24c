import Vocabulary
import CourseKit

/// The functions of the lessons that a run uses, as the Lab and the playground bind them to the student's.
///
/// What lessons 6 and 7 do in a run is nil where it does without: that lesson may then be unwritten. Lessons 1 to 5 make binary
/// networks; layers need 5.1 and lessons 9 and 10.
public struct LessonFunctions: Sendable {
  /// What an epoch does with the gradients of each batch; the last argument is the number of the batch's rows.
  public typealias Update = (inout Parameters, inout Gradients, Int) -> Void
  /// What happens after an epoch, counted from 1; true stops the training.
  public typealias AfterEpoch = (Int, Parameters, History) -> Bool
  /// What joins the penalty's slope to gradients, given the parameters, λ and the rows of the batch.
  public typealias AddL2Gradient = @Sendable (inout Gradients, Parameters, Double, Int) -> Void

  /// Lesson 1: a hidden layer's activation, entry by entry.
  public var activation: @Sendable (Matrix, HiddenActivation) -> Matrix = { _, _ in missing(1) }
  /// Lesson 1: the slope of that activation at each pre-activation.
  public var slope: @Sendable (Matrix, HiddenActivation) -> Matrix = { _, _ in missing(1) }
  /// Lesson 2: initial parameters for layers of the given sizes, in one of its two ways.
  public var initialParameters: @Sendable (TrainingSetup.Initialization, [Int], inout SeededGenerator) -> Parameters = {
    _, _, _ in missing(2)
  }
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
  /// Lesson 5: the training loop over the epochs and batches of a setup.
  public var train:
    @Sendable (inout Parameters, SplitData<Dataset>, TrainingSetup, inout SeededGenerator, Update, AfterEpoch) ->
      History =
      { _, _, _, _, _, _ in missing(5) }
  /// Lesson 5: the rows of each batch of an epoch, for so many examples in batches of so many.
  public var miniBatches: @Sendable (Int, Int, inout SeededGenerator) -> [[Int]] = { _, _, _ in missing(5) }
  /// Lessons 5, 8 and 11: a new optimizer, which goes on from what another one of its kind carried, if that is given.
  public var makeOptimizer: @Sendable (TrainingSetup.Optimizer, OptimizerMemory?) -> RunningOptimizer = { _, _ in
    missing(5)
  }
  /// Lesson 6: the root of the sum of all squared weights.
  public var weightNorm: (@Sendable (Parameters) -> Double)?
  /// Lesson 6: what large weights cost, given the parameters, λ and the rows of the batch.
  public var l2Penalty: @Sendable (Parameters, Double, Int) -> Double = { _, _, _ in missing(6) }
  /// Lesson 6: adds the slope of the penalty.
  public var addL2Gradient: AddL2Gradient?
  /// Lesson 7: a new monitor.
  public var makeMonitor: (@Sendable (TrainingSetup.Stopping) -> RunningMonitor)?

  /// Lesson 9: the probabilities [N, K] of logits [N, K].
  public var softmax: @Sendable (Matrix) -> Matrix = { _ in missing(9) }
  /// Lesson 9: the mean cross-entropy of logits [N, K] and N classes.
  public var crossEntropy: @Sendable (Matrix, [Int]) -> Double = { _, _ in missing(9) }
  /// Lesson 9: its slope [N, K] by the logits.
  public var logitsGradient: @Sendable (Matrix, [Int]) -> Matrix = { _, _ in missing(9) }
  /// Lesson 9: the share of examples whose class has the largest logit.
  public var classAccuracy: @Sendable (Matrix, [Int]) -> Double = { _, _ in missing(9) }
  /// Lesson 10: a dense layer of weights [fanIn, fanOut] and biases [1, fanOut].
  public var denseLayer: @Sendable (Matrix, Matrix) -> Layer = { _, _ in missing(10) }
  /// Lesson 10: a dense layer of fanIn and fanOut, its weights drawn with a deviation.
  public var drawnDenseLayer: @Sendable (Int, Int, Double, inout SeededGenerator) -> Layer = { _, _, _, _ in
    missing(10)
  }
  /// Lesson 10: a layer of ReLU.
  public var reluLayer: @Sendable () -> Layer = { missing(10) }
  /// Lesson 12: a layer of dropout that keeps with a probability, and draws from a generator.
  public var dropoutLayer: @Sendable (Double, SeededGenerator) -> Layer = { _, _ in missing(12) }
  /// Lesson 10: layers, one after the other.
  public var sequential: @Sendable ([Layer]) -> Layer = { _ in missing(10) }
  /// Lesson 10: the step of a layer, given the learning rate and the weight decay.
  public var sgdStep: @Sendable (Layer, Double, Double) -> Void = { _, _, _ in missing(10) }

  #if !hasFeature(Embedded)
    /// Lesson 11: the new first moment of an old one and a gradient, with the usual β₁.
    public var firstMoment: @Sendable (Matrix, Matrix) -> Matrix = { _, _ in missing(11) }
    /// Lesson 11: the new second moment of an old one and a gradient, with the usual β₂.
    public var secondMoment: @Sendable (Matrix, Matrix) -> Matrix = { _, _ in missing(11) }
    /// Lesson 11: a moment after so many steps, corrected for its beginning; the number is its decay.
    public var correctedMoment: @Sendable (Matrix, Double, Int) -> Matrix = { _, _, _ in missing(11) }
    /// Lesson 12: a mask of so many rows and columns that keeps with a probability.
    public var dropoutMask: @Sendable (Int, Int, Double, inout SeededGenerator) -> Matrix = { _, _, _, _ in
      missing(12)
    }
  #endif

  /// Creates functions of which none is bound yet.
  public init() {}
}

private func missing(_ lesson: Int) -> Never {
  fatalError("The program was built without lesson \(lesson), which it needs")
}
