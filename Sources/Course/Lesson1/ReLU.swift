import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 1.3: max(0, z) of every entry.
  static let relu = Exercise(
    Elementwise(Lesson1.relu, right: { _, z in Oracle.activation(z, .relu) }, misconceptions: misconceptions)
      .drawingMatrices().tolerating { _ in .lastBits }.made(of: [Ingredient("z") { _, z in z }]),
    demonstration: .atThreePoints(Lesson1.relu)
  ) { relu in relu.entryChecks }
}

private let misconceptions: [Misconception<Matrix, Matrix>] = [
  .entrywise("minimum", "This is min(0, z): it keeps the negative entries. ReLU keeps the positive ones.") {
    min(0, $0)
  },
  .entrywise("absolute value", "This is the absolute value: negative entries must become 0, not positive.") { abs($0) },
  .entrywise("identity", "Negative entries pass unchanged: without the cut at 0 the layer stays linear.") { $0 },
  .entrywise("leaky", "Negative entries leak through as 0.01 · z: that is the leaky ReLU; here they become 0.") {
    $0 > 0 ? $0 : 0.01 * $0
  },
  .entrywise(
    "slope for value", "This is the slope of ReLU, the answer to 1.6; where z is positive the value is z, not 1."
  ) {
    $0 > 0 ? 1 : 0
  },
]
