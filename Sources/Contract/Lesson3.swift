import CourseKit
import Vocabulary
import Wire

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
