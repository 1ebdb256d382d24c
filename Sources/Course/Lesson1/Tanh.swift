import Contract
import CourseKit
import Engine
import Vocabulary
import Wire

extension Exercise {
  /// 1.2: tanh(z) of every entry.
  static let tanh = Exercise(
    Elementwise(Lesson1.tanh, right: { _, z in Oracle.activation(z, .tanh) }, misconceptions: misconceptions)
      .drawingMatrices().made(of: [Ingredient("z") { _, z in z }]),
    demonstration: .atThreePoints(Lesson1.tanh)
  ) { tanh in tanh.entryChecks }
}

private let misconceptions: [Misconception<Matrix, Matrix>] = [
  .entrywise("sigmoid for tanh", "These are the values of the sigmoid; tanh lies between −1 and 1.") {
    Oracle.sigmoid($0)
  },
  .entrywise(
    "overflow",
    "e^z is infinite for large z, and infinity / infinity is NaN. `tanh(x)` of a Double is there already and safe."
  ) { (exp($0) - exp(-$0)) / (exp($0) + exp(-$0)) },
  .entrywise(
    "factor 2 lost",
    "2 · σ(z) − 1 is only half of the identity: tanh(z) = 2 · σ(2z) − 1, with a 2 inside as well."
  ) { 2 * Oracle.sigmoid($0) - 1 },
  .entrywise(
    "fraction upside down",
    "The fraction is upside down: (e^z + e^(−z)) / (e^z − e^(−z)) is 1 / tanh(z)."
  ) { 1 / CourseKit.tanh($0) },
  .entrywise("brackets lost", "Brackets are missing: only part of e^z − e^(−z) is divided by e^z + e^(−z).") {
    exp($0) - exp(-$0) / (exp($0) + exp(-$0))
  },
  .entrywise(
    "slope for value", "This is the slope 1 − tanh(z)², the answer to 1.5; here the value itself is asked for."
  ) { Oracle.slope($0, .tanh) },
]
