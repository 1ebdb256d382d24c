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
