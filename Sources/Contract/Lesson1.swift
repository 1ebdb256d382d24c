import CourseKit
import Vocabulary
import Wire

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

extension Lesson1 {
  /// The function of an activation.
  public static func function(of hidden: HiddenActivation) -> LessonFunction<Matrix, Matrix> {
    switch hidden {
    case .relu: relu
    case .tanh: tanh
    case .sigmoid: sigmoid
    }
  }

  /// The function of an activation's slope.
  public static func derivative(of hidden: HiddenActivation) -> LessonFunction<Matrix, Matrix> {
    switch hidden {
    case .relu: reluDerivative
    case .tanh: tanhDerivative
    case .sigmoid: sigmoidDerivative
    }
  }
}
