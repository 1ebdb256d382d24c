import CourseFiles
import CourseKit
import Testing

@testable import LabKit
@testable import make_lessons

@Suite("The numbers on lesson 8's page") struct Lesson8PageTests {
  static let claims = steps + terminalVelocity + valley + formulas + experiments

  @Test("are those that the code computes", arguments: claims)
  func numbers(claim: Claim) throws {
    #expect(try Page(folder: "Lesson8-Momentum").problems(in: [claim]) == [])
  }

  @Test("are right in saying that two conventions agree while the rate stays the same")
  func conventions() {
    let gradients = [2.0, 1, -3, 0.5]
    let ours = Self.walk(gradients).map(\.position)
    let sutskevers = Self.sutskever(gradients, rates: [0.1, 0.1, 0.1, 0.1])
    #expect(zip(ours, sutskevers).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(Self.walk(gradients, momentum: 0).map(\.velocity) == gradients)
  }

  @Test("are right in saying that no rate makes plain descent quicker")
  func bestRate() {
    let best = Self.stepsInValley(rate: 2.0 / 101, momentum: 0)
    #expect((1...199).allSatisfy { Self.stepsInValley(rate: Double($0) / 10_000, momentum: 0) >= best })
  }

  private static let (momentum, rate) = (0.9, 0.1)

  private static let steps: [Claim] = {
    let (ours, plain) = (walk([2, 1]), walk([2, 1], momentum: 0))
    return [
      Claim("β = 0.9 and\nη = 0.1", momentum, rate),
      Claim("0.9 · 0 + 2 = 2 |", momentum, 0, 2, ours[0].velocity),
      Claim("1 − 0.1 · 2 = 0.80 | 0.80 |", 1, rate, ours[0].velocity, ours[0].position, plain[0].position),
      Claim("0.9 · 2 + 1 = 2.80", momentum, ours[0].velocity, 1, ours[1].velocity),
      Claim(
        "0.80 − 0.1 · 2.80 = 0.52 | 0.70 |", ours[0].position, rate, ours[1].velocity, ours[1].position,
        plain[1].position),
      Claim("a tenth of 2.80", ours[1].velocity),
    ]
  }()

  private static let terminalVelocity: [Claim] = {
    let constant = walk([Double](repeating: 1, count: 1000)).map(\.velocity)
    let alternating = walk((0..<1000).map { $0.isMultiple(of: 2) ? 1 : -1 }).map(\.velocity)
    return [
      Claim("v goes 1, 1.90, 2.71", constant[0], constant[1], constant[2]),
      Claim("towards 1 / (1 − β) = 10", constant[999]),
      Claim("1 / (1 − β) = 10", 1 / (1 - momentum)),
      Claim("is lost, (1 − 0.9) · 10 = 1", 1, momentum, constant[999], (1 - momentum) * constant[999]),
      Claim("After 10 steps it is 6.51", 10, constant[9]),
      Claim("after 50 it is 9.95", 50, constant[49]),
      Claim("between 0.53 and −0.53", alternating[998], alternating[999]),
    ]
  }()

  private static let valley = [
    Claim("above η = 0.02", largestRate),
    Claim("at η = 0.01\ny is 0 after one step, but x keeps 0.99", 0.01, 1 - 100 * 0.01, 1 - 0.01),
    Claim("stay below 0.001", nearby),
    Claim("| plain gradient descent | 0.01 | 688 |", 0.01, stepsInValley(rate: 0.01, momentum: 0)),
    Claim("| 2 / 101 = 0.0198 | 346 |", 2.0 / 101, stepsInValley(rate: 2.0 / 101, momentum: 0)),
    Claim("| momentum, β = 0.9 | 0.01 | 132 |", momentum, 0.01, stepsInValley(rate: 0.01, momentum: momentum)),
  ]

  private static let formulas: [Claim] = {
    let pulse = walk([1, 0, 0, 0, 0, 0, 0, 0]).map(\.velocity)
    let constant = walk([Double](repeating: 1, count: 1000)).map(\.velocity)
    let dampened = walk([Double](repeating: 1 - momentum, count: 1000)).map(\.velocity)
    return [
      Claim("counts 0.9 in the next step, and 0.48 after 7 steps", pulse[1], pulse[7], 7),
      Claim("steps 10 times smaller at β = 0.9", constant[999] / dampened[999], momentum),
      Claim("from 0.1 to 0.01", rate, 0.01),
      Claim("to θ = 0.772", walk([2, 1], rates: [rate, 0.01])[1].position),
      Claim("in v: θ = 0.61", sutskever([2, 1], rates: [rate, 0.01])[1]),
      Claim("learningRate: 0.03", PageExperiments.moonsLearningRate),
    ]
  }()

  private static let plain = (
    training: PageExperiments.plainTraining, validation: PageExperiments.plainValidation
  )
  private static let fast = (
    training: PageExperiments.momentumTraining, validation: PageExperiments.momentumValidation
  )

  private static let experiments = [
    Claim("--epochs 50 --momentum 0.9`, and again without `--momentum 0.9`", 50, momentum, momentum),
    Claim(
      "the training loss is 0.2651 ± 0.017\n  without momentum and 0.1304 ± 0.017 with it", plain.training.mean,
      plain.training.deviation,
      fast.training.mean, fast.training.deviation),
    Claim(
      "the validation loss 0.2734 ± 0.042 and 0.1592 ± 0.047", plain.validation.mean, plain.validation.deviation,
      fast.validation.mean,
      fast.validation.deviation),
    Claim("with β = 0.9?", momentum),
  ]

  /// Where one weight goes that starts at 1, and its velocity after each step.
  private static func walk(
    _ gradients: [Double], momentum: Double = momentum, rates: [Double]? = nil
  ) -> [(velocity: Double, position: Double)] {
    var (velocity, position) = (0.0, 1.0)
    return gradients.enumerated().map { step, gradient in
      velocity = momentum * velocity + gradient
      position -= (rates?[step] ?? rate) * velocity
      return (velocity, position)
    }
  }

  /// The same in the form of Sutskever et al., with the learning rate in the velocity.
  private static func sutskever(_ gradients: [Double], rates: [Double]) -> [Double] {
    var (velocity, position) = (0.0, 1.0)
    return zip(gradients, rates).map { gradient, rate in
      velocity = momentum * velocity - rate * gradient
      position += velocity
      return position
    }
  }

  /// How near to 0 both coordinates must come.
  private static let nearby = 0.001

  /// How many steps lead from (1, 1) to the bottom of ½ (x² + 100 y²), never to leave it again.
  private static func stepsInValley(rate: Double, momentum: Double) -> Double {
    let curvatures = [1.0, 100]
    var (positions, velocities, last) = ([1.0, 1.0], [0.0, 0.0], 0)
    for step in 1...5000 {
      for axis in 0...1 {
        velocities[axis] = momentum * velocities[axis] + curvatures[axis] * positions[axis]
        positions[axis] -= rate * velocities[axis]
      }
      if positions.contains(where: { abs($0) >= nearby }) { last = step }
    }
    return Double(last + 1)
  }

  /// The largest rate on a fine grid with which plain descent does not leave the valley.
  private static let largestRate =
    (1...400).map { Double($0) / 10_000 }.last { rate in
      var y = 1.0
      for _ in 0..<100 { y -= rate * 100 * y }
      return abs(y) <= 1.000_001
    } ?? .nan
}
