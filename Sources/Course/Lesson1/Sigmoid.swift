import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 1.1: σ(z) = 1 / (1 + e^(−z)) of every entry.
  static let sigmoid = Exercise(
    Elementwise(Lesson1.sigmoid, right: { _, z in Oracle.activation(z, .sigmoid) }, misconceptions: misconceptions)
      .drawingMatrices().made(of: [Ingredient("z") { _, z in z }]),
    demonstration: .atThreePoints(Lesson1.sigmoid)
  ) { sigmoid in sigmoid.entryChecks }
}

private let misconceptions: [Misconception<Matrix, Matrix>] = [
  .entrywise(
    "sign lost",
    "This is 1 / (1 + e^z) = σ(−z), which falls where the sigmoid rises: below the 1 stands 1 + e^(−z)."
  ) { 1 / (1 + exp($0)) },
  .entrywise(
    "z in the numerator",
    "z stands in the numerator: z / (1 + e^(−z)) leaves the range 0…1. The numerator is 1."
  ) { $0 / (1 + exp(-$0)) },
  .entrywise(
    "brackets lost",
    "Brackets are missing: 1 / 1 + e^(−z) divides first and adds then. Put the whole sum below the 1."
  ) { 1 / 1 + exp(-$0) },
  .entrywise(
    "tanh for sigmoid",
    "These are the values of tanh, which lie between −1 and 1; the sigmoid lies between 0 and 1."
  ) { CourseKit.tanh($0) },
  .entrywise(
    "overflow",
    "e^z is infinite for large z, and infinity / infinity is NaN. Write it with e^(−z): then large z gives 1 / (1 + 0)."
  ) { exp($0) / (1 + exp($0)) },
  .entrywise(
    "slope for value",
    "This is the slope σ(z) · (1 − σ(z)), the answer to 1.4; here the value σ(z) itself is asked for."
  ) { Oracle.slope($0, .sigmoid) },
]
