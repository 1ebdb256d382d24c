import CourseFiles
import CourseKit
import Testing

@testable import LabKit
@testable import make_lessons

@Suite("The numbers on lesson 11's page") struct Lesson11PageTests {
  static let claims = beginning + optimizers + signs + valley + formulas

  @Test("are those that the code computes", arguments: claims)
  func numbers(claim: Claim) throws {
    #expect(try Page(folder: "Lesson11-Adam").problems(in: [claim]) == [])
  }

  @Test("are right in saying that the first step is η long, whatever the gradient's size")
  func firstStep() {
    for gradient in [1e-3, 0.5, -7, 4000] {
      let step = 1 - Self.adam([gradient], rate: 0.25)[0].position
      #expect(abs(abs(step) - 0.25) < 1e-5)
      #expect((step > 0) == (gradient > 0))
    }
  }

  @Test("are right in saying that the weights of all gradients in a moment add up to 1 − βᵗ")
  func weights() {
    for step in [1, 2, 7, 500] {
      let moment = Self.adam([Double](repeating: 1, count: step))[step - 1].first
      #expect(abs(moment - (1 - pow(0.9, Double(step)))) < 1e-12)
    }
  }

  @Test("are right in saying that both coordinates walk the same way in the narrow valley")
  func sameWay() {
    for place in Self.walk(rate: 0.1, steps: 60) { #expect(abs(place[0] - place[1]) < 1e-5) }
  }

  @Test("are right about what is too long or too short")
  func symptoms() {
    let gradients = [2.0, 1, 3, 2]
    let right = Self.adam(gradients)
    #expect(abs(1 - Self.adam(gradients, correctsSecond: false)[0].position) > 3 * abs(1 - right[0].position))
    let stored = Self.adam(gradients, storesCorrected: true)
    #expect((1..<4).allSatisfy { abs(Self.step(stored, $0)) < abs(Self.step(right, $0)) })
  }

  private static func step(_ walk: [AdamState], _ index: Int) -> Double {
    walk[index].position - walk[index - 1].position
  }

  private static let (firstDecay, secondDecay, epsilon, rate) = (0.9, 0.999, 1e-8, 0.1)

  private static let beginning: [Claim] = {
    let one = adam([1])[0]
    return [
      Claim("only 0.1 · g with", one.first),
      Claim("β₁ = 0.9", firstDecay),
      Claim("0.001 · g", one.second),
      Claim("β₂ = 0.999", secondDecay),
      Claim("0.1 / √0.001 = 3.16 times too long", one.first, one.second, one.first / sqrt(one.second)),
      Claim("η = 0.1, and let the gradients be 2 and then 1", rate, 2, 1),
    ]
  }()

  private static let optimizers: [Claim] = {
    func positions(_ scale: Double) -> (plain: [Double], momentum: [Double], adam: [Double]) {
      let gradients = [2 * scale, scale]
      return (
        momentum(gradients, coefficient: 0), momentum(gradients, coefficient: 0.9), adam(gradients).map(\.position)
      )
    }
    let (small, large) = (positions(1), positions(100))
    return [
      Claim("optimizer, η = 0.1 | 2, then 1 | 200, then 100 |", rate, 2, 1, 2 * 100, 100),
      Claim("lesson 5 | 0.80, then 0.70 | −19, then −29 |") { small.plain + large.plain },
      Claim("β = 0.9 | 0.80, then 0.52 | −19, then −47 |") { [0.9] + small.momentum + large.momentum },
      Claim("| Adam | 0.90, then 0.807 | 0.90, then 0.807 |") { small.adam + large.adam },
    ]
  }()

  private static let signs: [Claim] = {
    let walk = adam((0..<5000).map { $0.isMultiple(of: 2) ? 1 : -1 })
    let corrected = walk.indices.map { walk[$0].first / (1 - pow(firstDecay, Double($0 + 1))) }
    return [
      Claim("alternate between 1 and −1, v̂ stays 1", 1, -1, walk[499].second / (1 - pow(secondDecay, 500))),
      Claim("between 0.053 and\n  −0.053", corrected[4998], corrected[4999]),
    ]
  }()

  private static let valley = [
    Claim("+ 100 y", curvatures[1]),
    Claim("stay below 0.001, plain", nearby),
    Claim("takes\n  346 steps at its best rate", last { descent(rate: 2.0 / 101, momentum: 0) }),
    Claim("and momentum 132", last { descent(rate: 0.01, momentum: 0.9) }),
    Claim("137 with η = 0.02", last { walk(rate: 0.02, steps: 1000) }, 0.02),
    Claim("123 with η = 0.1", last { walk(rate: 0.1, steps: 1000) }, 0.1),
    Claim("131 with η = 1 (each\n  followed for 1000", last { walk(rate: 1, steps: 1000) }, 1, 1000),
    Claim("gradients x and 100 y", curvatures[1]),
  ]

  private static let formulas = [
    Claim("by default 0.9, 0.999, 1e-8", firstDecay, secondDecay, epsilon),
    Claim("--rate 0.01 --epochs 20`, then with `--rate 0.1`", 0.01, 20, 0.1),
  ]

  private struct AdamState {
    var first = 0.0
    var second = 0.0
    var position = 1.0
  }

  /// Where one weight goes that starts at 1, and its moments after each step.
  private static func adam(
    _ gradients: [Double], rate: Double = rate, correctsSecond: Bool = true, storesCorrected: Bool = false
  ) -> [AdamState] {
    var state = AdamState()
    return gradients.enumerated().map { index, gradient in
      let step = Double(index + 1)
      state.first = firstDecay * state.first + (1 - firstDecay) * gradient
      state.second = secondDecay * state.second + (1 - secondDecay) * gradient * gradient
      let first = state.first / (1 - pow(firstDecay, step))
      let second = correctsSecond ? state.second / (1 - pow(secondDecay, step)) : state.second
      state.position -= rate * first / (sqrt(second) + epsilon)
      if storesCorrected { (state.first, state.second) = (first, second) }
      return state
    }
  }

  private static func momentum(_ gradients: [Double], coefficient: Double) -> [Double] {
    var (velocity, position) = (0.0, 1.0)
    return gradients.map { gradient in
      velocity = coefficient * velocity + gradient
      position -= rate * velocity
      return position
    }
  }

  /// How near to 0 both coordinates must come.
  private static let nearby = 0.001
  private static let curvatures = [1.0, 100]

  /// Down ½ (x² + 100 y²) from (1, 1) with Adam: where it is after each step.
  private static func walk(rate: Double, steps: Int) -> [[Double]] {
    var (first, second, place) = ([0.0, 0], [0.0, 0], [1.0, 1])
    return (1...steps).map { step in
      for axis in 0...1 {
        let gradient = curvatures[axis] * place[axis]
        first[axis] = firstDecay * first[axis] + (1 - firstDecay) * gradient
        second[axis] = secondDecay * second[axis] + (1 - secondDecay) * gradient * gradient
        let measure = sqrt(second[axis] / (1 - pow(secondDecay, Double(step)))) + epsilon
        place[axis] -= rate * first[axis] / (1 - pow(firstDecay, Double(step))) / measure
      }
      return place
    }
  }

  private static func descent(rate: Double, momentum: Double) -> [[Double]] {
    var (velocities, place) = ([0.0, 0], [1.0, 1])
    return (1...1000).map { _ in
      for axis in 0...1 {
        velocities[axis] = momentum * velocities[axis] + curvatures[axis] * place[axis]
        place[axis] -= rate * velocities[axis]
      }
      return place
    }
  }

  /// The step after which a walk stays near the bottom.
  private static func last(_ walk: () -> [[Double]]) -> Double {
    Double((walk().lastIndex { $0.contains { abs($0) >= nearby } } ?? -1) + 2)
  }
}
