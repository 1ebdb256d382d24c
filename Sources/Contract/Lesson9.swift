import CourseKit
import Vocabulary
import Wire

/// What lesson 9 provides: FILL IN.
public enum Lesson9 {
  /// Exercise 9.1.
  ///
  /// FILL IN: the types of the result and of each argument, and the declaration.
  public static let softmax = LessonFunction<Matrix, Matrix>(
    "9.1", "softmax(_ input: Matrix) -> Matrix")
  /// Exercise 9.2.
  ///
  /// FILL IN: the types of the result and of each argument, and the declaration.
  public static let crossEntropy = LessonFunction<Matrix, Matrix>(
    "9.2", "crossEntropy(_ input: Matrix) -> Matrix")
  /// Exercise 9.3.
  ///
  /// FILL IN: the types of the result and of each argument, and the declaration.
  public static let logitsGradient = LessonFunction<Matrix, Matrix>(
    "9.3", "logitsGradient(_ input: Matrix) -> Matrix")
  /// Exercise 9.4.
  ///
  /// FILL IN: the types of the result and of each argument, and the declaration.
  public static let classAccuracy = LessonFunction<Matrix, Matrix>(
    "9.4", "classAccuracy(_ input: Matrix) -> Matrix")
}
