import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 1.5: 1 − tanh(z)², a function of z.
  static let tanhDerivative = Exercise(
    Elementwise(
      Lesson1.tanhDerivative, calls: ["1.2"],
      right: { answers, z in
        let a = try answers(Lesson1.tanh, z)
        return Matrix.filled(z.rows, z.columns) { 1 - a[$0, $1] * a[$0, $1] }
      }, misconceptions: misconceptions
    )
    .drawingMatrices().made(of: [
      Ingredient("z") { _, z in z }, Ingredient("tanh(z)") { answers, z in try answers(Lesson1.tanh, z) },
    ]),
    demonstration: .atThreePoints(Lesson1.tanhDerivative)
  ) { tanhDerivative in tanhDerivative.slopeChecks(of: .tanh) }
}

private let misconceptions: [Misconception<Matrix, Matrix>] = [
  .entrywise(
    "formula for activations",
    "This is 1 − z², the formula for an activation a = tanh(z). The argument here is z: take tanh(z) first."
  ) { 1 - $0 * $0 },
  .entrywise("tanh taken twice", "tanh was taken twice: the slope is 1 − a² with a = tanh(z), taken once.") {
    Oracle.slope(CourseKit.tanh($0), .tanh)
  },
  .entrywise("plus for minus", "This is 1 + tanh(z)², which never falls below 1; the sign is a minus: 1 − tanh(z)².") {
    1 + CourseKit.tanh($0) * CourseKit.tanh($0)
  },
  .entrywise("one lost", "This is −tanh(z)²: the 1 before it is missing.") { -CourseKit.tanh($0) * CourseKit.tanh($0) },
  .entrywise("square lost", "This is 1 − tanh(z): the square is missing.") { 1 - CourseKit.tanh($0) },
  .entrywise("slope of the sigmoid", "This is a · (1 − a) with a = tanh(z), the sigmoid's formula; tanh has 1 − a².") {
    CourseKit.tanh($0) * (1 - CourseKit.tanh($0))
  },
]
