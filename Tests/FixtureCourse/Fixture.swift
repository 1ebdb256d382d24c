import CourseKit
import Wire

/// What the lessons of the fixture provide.
package enum Fixture {
  /// Exercise 1.1.
  package static let doubled = LessonFunction<Matrix, Matrix>("1.1", "doubled(_ x: Matrix) -> Matrix")
  /// Exercise 1.2.
  package static let squared = LessonFunction<Matrix, Matrix>("1.2", "squared(_ x: Matrix) -> Matrix")
  /// Exercise 2.1.
  package static let mean = LessonFunction<Matrix, Matrix>("2.1", "mean(_ x: Matrix) -> Matrix")
  /// Exercise 2.2.
  package static let centred = LessonFunction<Matrix, Matrix>("2.2", "centred(_ x: Matrix) -> Matrix")
  /// Exercise 2.10.
  package static let spread = LessonFunction<Matrix, Matrix>("2.10", "spread(_ x: Matrix) -> Matrix")
  /// Exercise 2.11.
  package static let shuffled = LessonFunction<Matrix, Matrix, UInt64>(
    "2.11", "shuffled(_ x: Matrix, seed: UInt64) -> Matrix")
}
