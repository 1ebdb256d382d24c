import CourseFiles
import CourseKit
import Testing

@testable import LabKit
@testable import make_lessons

@Suite("The numbers on lesson 12's page") struct Lesson12PageTests {
  private static let keep = 0.8
  private static let input = Matrix([[1, 2, 3, 4, 5]])

  private static let gaps = PageExperiments.dropoutGaps

  static let claims = [
    Claim("5 units can be kept or dropped in 2⁵ = 32 ways", Double(everyMask(units: 5, keep: keep).count)),
    Claim("here 0.8", keep),
    Claim("the mask is 1 / keep = 1.25", 1 / keep),
    Claim("were multiplied by 1.25", 1 / keep),
    Claim("The 2 becomes 2 · 1.25 = 2.50\n  with probability 0.8", input[0, 1], 1 / keep, input[0, 1] / keep, keep),
    Claim("on average 0.8 · 2.50 + 0.2 · 0 = 2", keep, 2 / keep, 1 - keep, 0, mean { $0[0, 1] }),
    Claim("that is\n  4 · 0.25 = 1", 4, (1 - keep) / keep, mean { ($0[0, 1] - 2) * ($0[0, 1] - 2) }),
    Claim("let keep be 0.5", 0.5),
    Claim("--noise 0.44 --hidden 64,64 --optimizer adam --rate 0.01 --epochs 200 --dropout 0.5", 0.5),
    Claim("drops a share of 0.5, and keep is 0.5", 0.5, 1 - 0.5),
    Claim("0.4057 ± 0.26 without dropout", gaps[0].mean, gaps[0].deviation),
    Claim("by 0.2223 ± 0.23 with a share of 0.2", gaps[1].mean, gaps[1].deviation, 0.2),
    Claim("by 0.1069 ± 0.11 with 0.5", gaps[2].mean, gaps[2].deviation, 0.5),
  ]

  @Test("are those that the code computes", arguments: claims)
  func numbers(claim: Claim) throws {
    #expect(try Page(folder: "Lesson12-Dropout").problems(in: [claim]) == [])
  }

  @Test("are right in saying that the mean output is the input, and that the four masks of the exercise show it")
  func means() {
    for unit in 0..<5 { #expect(abs(Self.mean { $0[0, unit] } - Self.input[0, unit]) < 1e-12) }
    let outputs = Self.everyMask(units: 2, keep: 0.5).map { Matrix([[2, 4]]) * $0.mask }
    #expect(outputs.count == 4)
    #expect(outputs.reduce(Matrix.zeros(rows: 1, columns: 2)) { $0 + 0.25 * $1 } == Matrix([[2, 4]]))
  }

  @Test("are right in saying that dropped inputs are an L2 penalty in linear regression, on average")
  func penalty() {
    // Two examples, two weights: the mean of the squared error over all masks of both rows.
    let (x, y, weights) = (Matrix([[1, 2], [-3, 0.5]]), [2.0, -1], [0.7, -0.4])
    let masks = Self.everyMask(units: 4, keep: Self.keep)
    let noisy = masks.reduce(0) { sum, one in
      let dropped = x * Matrix(rows: 2, columns: 2, elements: one.mask.elements)
      return sum + one.probability * Self.squaredError(dropped, weights, y)
    }
    var penalty = 0.0
    for unit in 0..<2 {
      let squares = x[0, unit] * x[0, unit] + x[1, unit] * x[1, unit]
      penalty += (1 - Self.keep) / Self.keep * squares * weights[unit] * weights[unit]
    }
    #expect(abs(noisy - Self.squaredError(x, weights, y) - penalty) < 1e-12)
  }

  private static func squaredError(_ x: Matrix, _ weights: [Double], _ y: [Double]) -> Double {
    (0..<x.rows).reduce(0) { sum, row in
      let error = x[row, 0] * weights[0] + x[row, 1] * weights[1] - y[row]
      return sum + error * error
    }
  }

  /// The mean over all masks of something of the output.
  private static func mean(_ number: (Matrix) -> Double) -> Double {
    everyMask(units: 5, keep: keep).reduce(0) { $0 + $1.probability * number(input * $1.mask) }
  }

  /// Every mask of a row, each with its probability.
  private static func everyMask(units: Int, keep: Double) -> [(mask: Matrix, probability: Double)] {
    (0..<1 << units).map { pattern in
      let isKept = (0..<units).map { pattern >> $0 & 1 == 1 }
      return (
        Matrix([isKept.map { $0 ? 1 / keep : 0 }]), isKept.reduce(1) { $0 * ($1 ? keep : 1 - keep) }
      )
    }
  }
}
