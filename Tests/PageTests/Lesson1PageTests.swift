import Contract
import CourseFiles
import CourseKit
import Testing

@testable import Course
@testable import make_lessons

@Suite("The numbers on lesson 1's page") struct Lesson1PageTests {
  static let claims =
    table + [
      Claim("put 3x + 1 into 2y + 4 and\nyou get 6x + 6", 2 * 3, 2 * 1 + 4),
      Claim("multiply by at most 0.25", steepestSigmoid),
      Claim("ten times, about 9.5e-7", tenSigmoids),
      Claim("σ(−1000) = 0", Oracle.sigmoid(-1000)),
      Claim("σ(1000) = 1", Oracle.sigmoid(1000)),
      Claim("tanh(−1000) = −1", Oracle.value(-1000, .tanh)),
      Claim("tanh(1000) = 1", Oracle.value(1000, .tanh)),
      Claim("never above tanh′(0) = 1", Oracle.slope(0, .tanh)),
      Claim("tanh′(0) = 1, and 0", max(Oracle.slope(1000, .tanh), Oracle.slope(-1000, .tanh))),
      Claim("∞ / ∞ = NaN", exp(1000) / (1 + exp(1000))),
      Claim("negative slopes: −6", onActivation(-2) { $0 * (1 - $0) }),
      Claim("at z = −2 in 1.4, −3", onActivation(-2) { 1 - $0 * $0 }),
      Claim("(σ(0.1) − σ(−0.1)) / 0.2 = 0.2498", (Oracle.sigmoid(0.1) - Oracle.sigmoid(-0.1)) / 0.2),
    ]

  @Test("are those that the code computes", arguments: claims)
  func numbers(claim: Claim) throws {
    #expect(try Page(folder: "Lesson1-Activations").problems(in: [claim]) == [])
  }

  /// The table of "The idea": the three values and the three slopes.
  private static let table = [
    ("| −2 | 0.1192 | −0.9640 | 0 | 0.1050 | 0.0707 | 0 |", -2.0),
    ("| 0 | 0.5000 | 0.0000 | 0 | 0.2500 | 1.0000 | 0 |", 0),
    ("| 2 | 0.8808 | 0.9640 | 2 | 0.1050 | 0.0707 | 1 |", 2),
  ].map { text, z in
    Claim(
      text, z, Oracle.value(z, .sigmoid), Oracle.value(z, .tanh), Oracle.value(z, .relu),
      Oracle.slope(z, .sigmoid), Oracle.slope(z, .tanh), Oracle.slope(z, .relu))
  }

  /// The largest slope of the sigmoid on a fine grid from −5 to 5, which has 0 on it.
  private static let steepestSigmoid =
    (-500...500).map { Oracle.slope(Double($0) / 100, .sigmoid) }.max() ?? 0

  private static let tenSigmoids = (1...10).reduce(1.0) { product, _ in product * steepestSigmoid }

  /// What a formula for activations returns when it is given z.
  private static func onActivation(_ z: Double, formula: (Double) -> Double) -> Double { formula(z) }
}
