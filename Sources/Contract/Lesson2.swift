import CourseKit
import Vocabulary
import Wire

/// What lesson 2 provides: the starting parameters.
///
/// The `UInt64` is the seed of the generator that the host injects. An initialiser is called so many times in a row with
/// one generator as the last argument says.
public enum Lesson2 {
  /// Exercise 2.1.
  public static let parameterCount = LessonFunction<Int, [Int]>(
    "2.1", "parameterCount(layerSizes: [Int]) -> Int")
  /// Exercise 2.2.
  public static let heInitialized = LessonFunction<[Parameters], [Int], UInt64, Int>(
    "2.2",
    "heInitialized(layerSizes: [Int], using generator: inout some RandomNumberGenerator) -> Parameters")
  /// Exercise 2.3.
  public static let xavierInitialized = LessonFunction<[Parameters], [Int], UInt64, Int>(
    "2.3",
    "xavierInitialized(layerSizes: [Int], using generator: inout some RandomNumberGenerator) -> Parameters")
}
