import Contract
import CourseKit

/// Exercises 1.1–1.6: what is right and which wrong versions are known.
enum ActivationSpecifications {
  typealias Elementwise = Specification<Matrix, Matrix>
  typealias WrongVersion = Misconception<Matrix, Matrix>

  /// A wrong version that does the same to every entry.
  private static func wrong(
    _ name: String, _ sentence: String, _ entry: @escaping @Sendable (Double) -> Double
  ) -> WrongVersion {
    WrongVersion(name, sentence) { _, z in Matrix.filled(z.rows, z.columns) { entry(z[$0, $1]) } }
  }

  static let sigmoid = Elementwise(
    Lesson1.sigmoid, right: { parts, z in try parts.activation(z, .sigmoid) },
    misconceptions: [
      wrong(
        "sign lost",
        "This is 1 / (1 + e^z) = σ(−z), which falls where the sigmoid rises: below the 1 stands 1 + e^(−z)."
      ) { 1 / (1 + exp($0)) },
      wrong(
        "z in the numerator",
        "z stands in the numerator: z / (1 + e^(−z)) leaves the range 0…1. The numerator is 1."
      ) { $0 / (1 + exp(-$0)) },
      wrong(
        "brackets lost",
        "Brackets are missing: 1 / 1 + e^(−z) divides first and adds then. Put the whole sum below the 1."
      ) { 1 / 1 + exp(-$0) },
      wrong(
        "tanh for sigmoid",
        "These are the values of tanh, which lie between −1 and 1; the sigmoid lies between 0 and 1."
      ) { CourseKit.tanh($0) },
      wrong(
        "overflow",
        "e^z is infinite for large z, and infinity / infinity is NaN. Write it with e^(−z): then large z gives 1 / (1 + 0)."
      ) { exp($0) / (1 + exp($0)) },
      wrong(
        "slope for value",
        "This is the slope σ(z) · (1 − σ(z)), the answer to 1.4; here the value σ(z) itself is asked for."
      ) { Oracle.slope($0, .sigmoid) },
    ])

  static let tanh = Elementwise(
    Lesson1.tanh, right: { parts, z in try parts.activation(z, .tanh) },
    misconceptions: [
      wrong("sigmoid for tanh", "These are the values of the sigmoid; tanh lies between −1 and 1.") {
        Oracle.sigmoid($0)
      },
      wrong(
        "overflow",
        "e^z is infinite for large z, and infinity / infinity is NaN. `tanh(x)` of a Double is there already and safe."
      ) { (exp($0) - exp(-$0)) / (exp($0) + exp(-$0)) },
      wrong(
        "factor 2 lost",
        "2 · σ(z) − 1 is only half of the identity: tanh(z) = 2 · σ(2z) − 1, with a 2 inside as well."
      ) { 2 * Oracle.sigmoid($0) - 1 },
      wrong(
        "fraction upside down",
        "The fraction is upside down: (e^z + e^(−z)) / (e^z − e^(−z)) is 1 / tanh(z)."
      ) { 1 / CourseKit.tanh($0) },
      wrong("brackets lost", "Brackets are missing: only part of e^z − e^(−z) is divided by e^z + e^(−z).") {
        exp($0) - exp(-$0) / (exp($0) + exp(-$0))
      },
      wrong(
        "slope for value", "This is the slope 1 − tanh(z)², the answer to 1.5; here the value itself is asked for."
      ) { Oracle.slope($0, .tanh) },
    ])

  static let relu = Elementwise(
    Lesson1.relu, right: { parts, z in try parts.activation(z, .relu) },
    misconceptions: [
      wrong("minimum", "This is min(0, z): it keeps the negative entries. ReLU keeps the positive ones.") {
        min(0, $0)
      },
      wrong("absolute value", "This is the absolute value: negative entries must become 0, not positive.") { abs($0) },
      wrong("identity", "Negative entries pass unchanged: without the cut at 0 the layer stays linear.") { $0 },
      wrong("leaky", "Negative entries leak through as 0.01 · z: that is the leaky ReLU; here they become 0.") {
        $0 > 0 ? $0 : 0.01 * $0
      },
      wrong(
        "slope for value", "This is the slope of ReLU, the answer to 1.6; where z is positive the value is z, not 1."
      ) {
        $0 > 0 ? 1 : 0
      },
    ])

  static let sigmoidDerivative = Elementwise(
    Lesson1.sigmoidDerivative, right: { parts, z in sigmoidSlope(try parts.activation(z, .sigmoid)) },
    misconceptions: [
      wrong(
        "formula for activations",
        "This is z · (1 − z), the formula for an activation a = σ(z). The argument here is z: take σ(z) first."
      ) { $0 * (1 - $0) },
      wrong(
        "sigmoid taken twice",
        "The sigmoid was taken twice: a = σ(σ(z)). The slope is a · (1 − a) with a = σ(z), taken once."
      ) { Oracle.slope(Oracle.sigmoid($0), .sigmoid) },
      wrong("value for slope", "This is σ(z) itself; its slope is σ(z) · (1 − σ(z)).") { Oracle.sigmoid($0) },
      wrong("first factor lost", "This is 1 − σ(z): the factor σ(z) before it is missing.") { 1 - Oracle.sigmoid($0) },
      wrong("plus for minus", "This is σ(z) · (1 + σ(z)): the sign between 1 and σ(z) is a minus.") {
        Oracle.sigmoid($0) * (1 + Oracle.sigmoid($0))
      },
      wrong("square of the wrong thing", "This is 1 − σ(z)², the slope of tanh with σ put in; here it is σ(z) − σ(z)².")
      {
        1 - Oracle.sigmoid($0) * Oracle.sigmoid($0)
      },
    ])

  static let tanhDerivative = Elementwise(
    Lesson1.tanhDerivative,
    right: { parts, z in
      let a = try parts.activation(z, .tanh)
      return Matrix.filled(z.rows, z.columns) { 1 - a[$0, $1] * a[$0, $1] }
    },
    misconceptions: [
      wrong(
        "formula for activations",
        "This is 1 − z², the formula for an activation a = tanh(z). The argument here is z: take tanh(z) first."
      ) { 1 - $0 * $0 },
      wrong("tanh taken twice", "tanh was taken twice: the slope is 1 − a² with a = tanh(z), taken once.") {
        Oracle.slope(CourseKit.tanh($0), .tanh)
      },
      wrong("plus for minus", "This is 1 + tanh(z)², which never falls below 1; the sign is a minus: 1 − tanh(z)².") {
        1 + CourseKit.tanh($0) * CourseKit.tanh($0)
      },
      wrong("one lost", "This is −tanh(z)²: the 1 before it is missing.") { -CourseKit.tanh($0) * CourseKit.tanh($0) },
      wrong("square lost", "This is 1 − tanh(z): the square is missing.") { 1 - CourseKit.tanh($0) },
      wrong("slope of the sigmoid", "This is a · (1 − a) with a = tanh(z), the sigmoid's formula; tanh has 1 − a².") {
        CourseKit.tanh($0) * (1 - CourseKit.tanh($0))
      },
    ])

  static let reluDerivative = Elementwise(
    Lesson1.reluDerivative, right: { parts, z in try parts.slope(z, .relu) },
    misconceptions: [
      wrong(
        "one at zero", "Right but for z = 0: the course takes the slope 0 there, so the comparison is z > 0, not z ≥ 0."
      ) {
        $0 >= 0 ? 1 : 0
      },
      wrong("value for slope", "Where z is positive this returns z; the slope of ReLU there is 1.") { max(0, $0) },
      wrong("one everywhere", "The slope is 1 everywhere: where z is negative ReLU is flat, so its slope is 0.") { _ in
        1
      },
      wrong(
        "sides exchanged", "The sides are exchanged: the slope is 1 where z is positive and 0 where it is negative."
      ) {
        $0 > 0 ? 0 : 1
      },
      wrong("slope of the absolute value", "This is −1 for negative z, the slope of |z|; ReLU is flat there: 0.") {
        $0 > 0 ? 1 : ($0 < 0 ? -1 : 0)
      },
    ])

  private static func sigmoidSlope(_ a: Matrix) -> Matrix {
    Matrix.filled(a.rows, a.columns) { a[$0, $1] * (1 - a[$0, $1]) }
  }
}
