import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 1.4: σ(z) · (1 − σ(z)), a function of z.
  static let sigmoidDerivative = Exercise(
    Elementwise(
      Lesson1.sigmoidDerivative, calls: ["1.1"],
      right: { answers, z in
        let a = try answers(Lesson1.sigmoid, z)
        return Matrix.filled(z.rows, z.columns) { a[$0, $1] * (1 - a[$0, $1]) }
      }, misconceptions: misconceptions
    )
    .drawingMatrices().made(of: [
      Ingredient("z") { _, z in z }, Ingredient("σ(z)") { answers, z in try answers(Lesson1.sigmoid, z) },
    ]),
    demonstration: .atThreePoints(Lesson1.sigmoidDerivative),
    claims: [
      PageClaim("never above σ′(0) = 0.25", steepest),
      PageClaim("σ′(0) = 0.25, and 0", max(Oracle.slope(1000, .sigmoid), Oracle.slope(-1000, .sigmoid))),
    ]
  ) { sigmoidDerivative in sigmoidDerivative.slopeChecks(of: .sigmoid) }
}

/// The largest slope on a fine grid from −5 to 5, which has 0 on it.
private let steepest = (-500...500).reduce(0.0) { max($0, Oracle.slope(Double($1) / 100, .sigmoid)) }

private let misconceptions: [Misconception<Matrix, Matrix>] = [
  .entrywise(
    "formula for activations",
    "This is z · (1 − z), the formula for an activation a = σ(z). The argument here is z: take σ(z) first."
  ) { $0 * (1 - $0) },
  .entrywise(
    "sigmoid taken twice",
    "The sigmoid was taken twice: a = σ(σ(z)). The slope is a · (1 − a) with a = σ(z), taken once."
  ) { Oracle.slope(Oracle.sigmoid($0), .sigmoid) },
  .entrywise("value for slope", "This is σ(z) itself; its slope is σ(z) · (1 − σ(z)).") { Oracle.sigmoid($0) },
  .entrywise("first factor lost", "This is 1 − σ(z): the factor σ(z) before it is missing.") { 1 - Oracle.sigmoid($0) },
  .entrywise("plus for minus", "This is σ(z) · (1 + σ(z)): the sign between 1 and σ(z) is a minus.") {
    Oracle.sigmoid($0) * (1 + Oracle.sigmoid($0))
  },
  .entrywise(
    "square of the wrong thing", "This is 1 − σ(z)², the slope of tanh with σ put in; here it is σ(z) − σ(z)²."
  ) {
    1 - Oracle.sigmoid($0) * Oracle.sigmoid($0)
  },
]
