import CourseKit
import Vocabulary
import Wire

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
public struct LayerGradients: Equatable, Record {
  /// ∂loss/∂weights of the layer [fanIn, fanOut].
  public var weights: Matrix
  /// ∂loss/∂biases of the layer [1, fanOut].
  public var biases: Matrix

  /// Both gradients.
  public static let fields = Fields({ LayerGradients(($0, $1)) }, \.weights, \.biases)

  /// Creates the gradients of one layer from what the lesson's function returns.
  public init(_ gradients: (weights: Matrix, biases: Matrix)) {
    weights = gradients.weights
    biases = gradients.biases
  }
}
