import CourseKit
import Vocabulary
import Wire

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
