import CourseKit

/// What lesson 1 provides: the activation functions and their derivatives.
public enum Lesson1 {
  /// Exercise 1.1.
  public static let sigmoid = LessonFunction<Matrix, Matrix>("1.1", "sigmoid(_ z: Matrix) -> Matrix")
  /// Exercise 1.2.
  public static let tanh = LessonFunction<Matrix, Matrix>("1.2", "tanh(_ z: Matrix) -> Matrix")
  /// Exercise 1.3.
  public static let relu = LessonFunction<Matrix, Matrix>("1.3", "relu(_ z: Matrix) -> Matrix")
  /// Exercise 1.4.
  public static let sigmoidDerivative = LessonFunction<Matrix, Matrix>(
    "1.4", "sigmoidDerivative(_ z: Matrix) -> Matrix")
  /// Exercise 1.5.
  public static let tanhDerivative = LessonFunction<Matrix, Matrix>(
    "1.5", "tanhDerivative(_ z: Matrix) -> Matrix")
  /// Exercise 1.6.
  public static let reluDerivative = LessonFunction<Matrix, Matrix>(
    "1.6", "reluDerivative(_ z: Matrix) -> Matrix")
}

/// What lesson 2 provides: the starting parameters.
///
/// The `UInt64` is the seed of the generator that the host injects.
public enum Lesson2 {
  /// Exercise 2.1.
  public static let parameterCount = LessonFunction<Int, [Int]>(
    "2.1", "parameterCount(layerSizes: [Int]) -> Int")
  /// Exercise 2.2.
  public static let heInitialized = LessonFunction<Parameters, [Int], UInt64>(
    "2.2",
    "heInitialized(layerSizes: [Int], using generator: inout some RandomNumberGenerator) -> Parameters")
  /// Exercise 2.3.
  public static let xavierInitialized = LessonFunction<Parameters, [Int], UInt64>(
    "2.3",
    "xavierInitialized(layerSizes: [Int], using generator: inout some RandomNumberGenerator) -> Parameters")
}

/// What lesson 3 provides: the forward pass and what is measured on it.
public enum Lesson3 {
  /// Exercise 3.1.
  public static let linear = LessonFunction<Matrix, Matrix, Matrix, Matrix>(
    "3.1", "linear(_ input: Matrix, weights: Matrix, biases: Matrix) -> Matrix")
  /// Exercise 3.2.
  public static let forward = LessonFunction<ForwardCache, Matrix, Parameters, HiddenActivation>(
    "3.2", "forward(_ input: Matrix, parameters: Parameters, hidden: Activation) -> ForwardCache")
  /// Exercise 3.3.
  public static let binaryCrossEntropy = LessonFunction<Double, Matrix, Matrix>(
    "3.3", "binaryCrossEntropy(probabilities: Matrix, labels: Matrix) -> Double")
  /// Exercise 3.4.
  public static let accuracy = LessonFunction<Double, Matrix, Matrix>(
    "3.4", "accuracy(probabilities: Matrix, labels: Matrix) -> Double")
  /// Exercise 3.5.
  public static let predict = LessonFunction<Matrix, Matrix, Parameters, HiddenActivation>(
    "3.5", "predict(_ input: Matrix, parameters: Parameters, hidden: Activation) -> Matrix")
}

/// What lesson 4 provides: the backward pass.
public enum Lesson4 {
  /// Exercise 4.1.
  public static let outputDelta = LessonFunction<Matrix, Matrix, Matrix>(
    "4.1", "outputDelta(probabilities: Matrix, labels: Matrix) -> Matrix")
  /// Exercise 4.2.
  public static let hiddenDelta = LessonFunction<Matrix, Matrix, Matrix, Matrix, HiddenActivation>(
    "4.2",
    "hiddenDelta(nextDelta: Matrix, nextWeights: Matrix, preActivation: Matrix, hidden: Activation) -> Matrix")
  /// Exercise 4.3.
  public static let layerGradients = LessonFunction<LayerGradients, Matrix, Matrix>(
    "4.3", "layerGradients(delta: Matrix, input: Matrix) -> (weights: Matrix, biases: Matrix)")
  /// Exercise 4.4.
  public static let backward = LessonFunction<
    Gradients, ForwardCache, Matrix, Parameters, HiddenActivation
  >(
    "4.4",
    "backward(cache: ForwardCache, labels: Matrix, parameters: Parameters, hidden: Activation) -> Gradients")
}

/// The gradients of one layer, the result of exercise 4.3.
public struct LayerGradients: Equatable, Transferable {
  /// ∂loss/∂weights of the layer [fanIn, fanOut].
  public var weights: Matrix
  /// ∂loss/∂biases of the layer [1, fanOut].
  public var biases: Matrix

  /// Creates the gradients of one layer from what the lesson's function returns.
  public init(_ gradients: (weights: Matrix, biases: Matrix)) {
    weights = gradients.weights
    biases = gradients.biases
  }

  /// Reads the gradients of one layer.
  public init(from reader: inout FrameReader) throws(FrameError) {
    weights = try Matrix(from: &reader)
    biases = try Matrix(from: &reader)
  }

  /// Appends the gradients of the weights and of the biases.
  public func write(to frame: inout FrameWriter) {
    frame.write(weights)
    frame.write(biases)
  }
}

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

/// What lesson 6 provides: the L2 penalty.
public enum Lesson6 {
  /// Exercise 6.1.
  public static let weightNorm = LessonFunction<Double, Parameters>(
    "6.1", "weightNorm(_ parameters: Parameters) -> Double")
  /// Exercise 6.2.
  public static let l2Penalty = LessonFunction<Double, Parameters, Double, Int>(
    "6.2", "l2Penalty(_ parameters: Parameters, lambda: Double, sampleCount: Int) -> Double")
  /// Exercise 6.3.
  public static let addL2Gradient = LessonFunction<Gradients, Gradients, Parameters, Double, Int>(
    "6.3",
    "addL2Gradient(to gradients: inout Gradients, parameters: Parameters, lambda: Double, sampleCount: Int)")
}

/// What lesson 7 provides: the monitor that stops training early.
public enum Lesson7 {
  /// Exercise 7.1; the arguments are the minimum improvement, the best loss so far and the losses to ask about.
  public static let isImprovement = LessonFunction<ImprovementTrace, Double, Double, [Double]>(
    "7.1", "isImprovement(_ validationLoss: Double) -> Bool")
  /// Exercise 7.2, called for one loss of a curve after the other, with a new monitor for each patience and each curve.
  ///
  /// The arguments are the patiences, the minimum improvement and the curves.
  public static let shouldStop = LessonFunction<MonitorTrace, [Int], Double, [[Double]]>(
    "7.2",
    "shouldStop(epoch: Int, validationLoss: Double, parameters: Parameters) -> Bool")
}

/// What lesson 8 provides: gradient descent with momentum.
public enum Lesson8 {
  /// Exercise 8.1.
  public static let zeroVelocity = LessonFunction<Gradients, Gradients>(
    "8.1", "zeroVelocity(like gradients: Gradients) -> Gradients")
  /// Exercise 8.2, called for one gradient after the other with the coefficient and the learning rate of each step.
  public static let step = LessonFunction<MomentumTrace, Parameters, [Gradients], Double, [Double]>(
    "8.2",
    "step(_ parameters: inout Parameters, gradients: Gradients, learningRate: Double)")
}
