import CourseFiles
import CourseKit
import Testing

@testable import Course
@testable import make_lessons

@Suite("The numbers on lesson 2's page") struct Lesson2PageTests {
  static let claims =
    deviations + [
      Claim("ln 2 = 0.6931", Oracle.crossEntropy(Oracle.sigmoid(0), 1)),
      Claim("(4 + 1 + 1 + 4) / 4 = 2.50", meanSquare(fourNumbers)),
      Claim("cut to 0, 0, 1 and 2", 0, 0, 1, 2),
      Claim("(0 + 0 + 1 + 4) / 4 = 1.25", meanSquare(fourNumbers.map { Oracle.value($0, .relu) })),
      Claim("after 10 layers the numbers have shrunk by a factor of 32", shrinking(layers: 10)),
      Claim("[2, 32, 32, 1] has 96 + 1056 + 33 = 1185", 96, 1056, 33, count([2, 32, 32, 1])),
      Claim("[10, 64, 1] has 769", count([10, 64, 1])),
      Claim("| 1120", count([2, 32, 32, 1], countsBiases: false)),
      Claim("for [2, 32, 32, 1] instead of 1185", count([2, 32, 32, 1])),
      Claim("2 / 32 = 0", Double(2 / 32)),
      Claim("deviation 0.0625", 2.0 / 32),
      Claim("at fanIn 32 instead of 0.2500", (2.0 / 32).squareRoot()),
      Claim("you should get 17, 33\n  and 37", count([2, 4, 1]), count([2, 8, 1]), count([2, 4, 4, 1])),
    ]

  @Test("are those that the code computes", arguments: claims)
  func numbers(claim: Claim) throws {
    #expect(try Page(folder: "Lesson2-HeInit").problems(in: [claim]) == [])
  }

  /// The table of "The idea": fan-in, Xavier's and He's standard deviation.
  private static let deviations = [
    ("| 2 | 0.7071 | 1.0000 |", 2.0), ("| 32 | 0.1768 | 0.2500 |", 32), ("| 512 | 0.0442 | 0.0625 |", 512),
  ].map { text, fanIn in Claim(text, fanIn, (1 / fanIn).squareRoot(), (2 / fanIn).squareRoot()) }

  private static let fourNumbers = [-2.0, -1, 1, 2]

  private static func meanSquare(_ numbers: [Double]) -> Double {
    numbers.reduce(0) { $0 + $1 * $1 } / Double(numbers.count)
  }

  private static func count(_ layerSizes: [Int], countsBiases: Bool = true) -> Double {
    Double(
      zip(layerSizes, layerSizes.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 + (countsBiases ? $1.1 : 0) })
  }

  /// How many times smaller the signal behind `layers` ReLU layers is with variance 1 / fanIn than with 2 / fanIn,
  /// drawn from the same numbers.
  private static func shrinking(layers: Int) -> Double {
    let he = signal(numerator: 2, layers: layers)
    let withoutTwo = signal(numerator: 1, layers: layers)
    return (meanSquare(he) / meanSquare(withoutTwo)).squareRoot()
  }

  /// What the last of `layers` ReLU layers of 16 units passes on.
  private static func signal(numerator: Double, layers: Int) -> [Double] {
    var generator = SeededGenerator(seed: 1)
    var signal = Matrix.filled(8, 16) { _, _ in generator.nextGaussian() }
    let deviation = (numerator / 16).squareRoot()
    let biases = Matrix.zeros(rows: 1, columns: 16)
    for _ in 0..<layers {
      let weights = Matrix.filled(16, 16) { _, _ in deviation * generator.nextGaussian() }
      signal = Oracle.activation(Oracle.linear(signal, weights, biases), .relu)
    }
    return signal.elements
  }
}
