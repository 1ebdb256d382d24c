import CourseKit
import Vocabulary
import Wire

/// What lesson 9 provides: probabilities of several classes, their loss and its slope, and the accuracy.
public enum Lesson9 {
  /// Exercise 9.1.
  public static let softmax = LessonFunction<Matrix, Matrix>(
    "9.1", "softmax(_ logits: Matrix) -> Matrix")
  /// Exercise 9.2.
  public static let crossEntropy = LessonFunction<Double, Matrix, [Int]>(
    "9.2", "crossEntropy(logits: Matrix, classes: [Int]) -> Double")
  /// Exercise 9.3.
  public static let logitsGradient = LessonFunction<Matrix, Matrix, [Int]>(
    "9.3", "logitsGradient(logits: Matrix, classes: [Int]) -> Matrix")
  /// Exercise 9.4.
  public static let classAccuracy = LessonFunction<Double, Matrix, [Int]>(
    "9.4", "classAccuracy(logits: Matrix, classes: [Int]) -> Double")
}
