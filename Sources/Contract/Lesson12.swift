import CourseKit
import Vocabulary
import Wire

/// What lesson 12 provides: masks drawn at random, and a layer that applies them while it is trained.
///
/// The `UInt64` is the seed of the generator that the host injects.
public enum Lesson12 {
  /// Exercise 12.1, called so many times in a row with one generator as the last argument says.
  public static let dropoutMask = LessonFunction<[Matrix], Int, Int, Double, UInt64, Int>(
    "12.1",
    "dropoutMask(rows: Int, columns: Int, keepProbability: Double, using generator: inout some RandomNumberGenerator) -> Matrix"
  )
  /// Exercise 12.2, called on one layer of this keep probability and this seed, forward after forward.
  public static let dropoutLayerForward = LessonFunction<LayerTrace, Double, UInt64, [LayerCall]>(
    "12.2", "forward(_ input: Matrix, isTraining: Bool) -> Matrix", of: "DropoutLayer")
  /// Exercise 12.3, called on one layer, whose `mask` the host sets.
  public static let dropoutLayerBackward = LessonFunction<LayerTrace, Double, UInt64, [LayerCall]>(
    "12.3", "backward(_ outputGradient: Matrix) -> Matrix", of: "DropoutLayer")
}
