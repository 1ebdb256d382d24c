import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 1.6: 1 where z > 0, else 0.
  static let reluDerivative = Exercise(
    Elementwise(Lesson1.reluDerivative, right: { _, z in Oracle.slope(z, .relu) }, misconceptions: misconceptions)
      .drawingMatrices().tolerating { _ in .lastBits }.made(of: [Ingredient("z") { _, z in z }]),
    demonstration: .atThreePoints(Lesson1.reluDerivative)
  ) { reluDerivative in reluDerivative.slopeChecks(of: .relu) }
}

private let misconceptions: [Misconception<Matrix, Matrix>] = [
  .entrywise(
    "one at zero", "Right but for z = 0: the course takes the slope 0 there, so the comparison is z > 0, not z ≥ 0."
  ) {
    $0 >= 0 ? 1 : 0
  },
  .entrywise("value for slope", "Where z is positive this returns z; the slope of ReLU there is 1.") { max(0, $0) },
  .entrywise("one everywhere", "The slope is 1 everywhere: where z is negative ReLU is flat, so its slope is 0.") { _ in
    1
  },
  .entrywise(
    "sides exchanged", "The sides are exchanged: the slope is 1 where z is positive and 0 where it is negative."
  ) {
    $0 > 0 ? 0 : 1
  },
  .entrywise("slope of the absolute value", "This is −1 for negative z, the slope of |z|; ReLU is flat there: 0.") {
    $0 > 0 ? 1 : ($0 < 0 ? -1 : 0)
  },
]
