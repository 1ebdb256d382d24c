import Contract
import CourseFiles
import CourseKit
import Testing

@testable import Course
@testable import make_lessons

@Suite("The numbers on lesson 3's page") struct Lesson3PageTests {
  static func claims() throws -> [Claim] { try idea() + formulas() + mistakes() + experiments() }

  @Test("are those that the code computes", arguments: try claims())
  func numbers(claim: Claim) throws {
    #expect(try Page(folder: "Lesson3-Forward").problems(in: [claim]) == [])
  }

  private static func idea() throws -> [Claim] {
    let example = try WorkedExample()
    let (a, z, b) = (example.cache.activations, example.cache.preActivations, example.parameters.biases)
    let w = example.parameters.weights
    return [
      Claim("W1 = [[1, −1], [1, 1]]", w[0][0, 0], w[0][0, 1], w[0][1, 0], w[0][1, 1]),
      Claim("b1 = [−1, 0]", b[0][0, 0], b[0][0, 1]),
      Claim("W2 = [[3], [−1]]", w[1][0, 0], w[1][1, 0]),
      Claim("b2 = [−5]", b[1][0, 0]),
      Claim(
        "1 · 1 + 2 · 1 − 1 = 2", a[0][0, 0], w[0][0, 0], a[0][0, 1], w[0][1, 0], -b[0][0, 0],
        z[0][0, 0]),
      row("| row 1 | 1, 2 | 2, 1 | 2, 1 | 0 | 0.5000 | 1 | 0.6931 |", 0, of: example),
      row("| row 2 | 2, 1 | 2, −1 | 2, 0 | 1 | 0.7311 | 0 | 1.3133 |", 1, of: example),
      Claim("(0.6931 + 1.3133) / 2 = 1.0032", example.loss(of: 0), example.loss(of: 1), 2, example.loss),
      Claim("p ≥ 0.5", threshold),
      Claim("the accuracy is 1 / 2 = 0.50", Oracle.accuracy(example.cache.probabilities, example.labels)),
    ]
  }

  /// A row of the table in "The idea": A0, Z1, A1, Z2, p, y and the loss.
  private static func row(_ text: String, _ row: Int, of example: WorkedExample) -> Claim {
    let (a, z) = (example.cache.activations, example.cache.preActivations)
    return Claim(
      text, a[0][row, 0], a[0][row, 1], z[0][row, 0], z[0][row, 1], a[1][row, 0], a[1][row, 1], z[1][row, 0],
      a[2][row, 0], example.labels[row, 0], example.loss(of: row))
  }

  private static func formulas() -> [Claim] {
    [
      Claim("to be undecided costs ln 2 = 0.6931", Oracle.crossEntropy(Oracle.sigmoid(0), 1)),
      Claim("clipped to [1e-8", clip),
      Claim("1 − 1e-8], so", clip),
      Claim("p = 0 with y = 1, costs 18.42", Oracle.crossEntropy(0, 1)),
      Claim("p = 0.5 exactly is class 1", threshold, 1),
    ]
  }

  private static func mistakes() -> [Claim] {
    // The sigmoid of a probability: the probabilities' own range is 0 … 1.
    [
      Claim("every p lies between 0.5 and 0.7311", Oracle.sigmoid(0), Oracle.sigmoid(1)),
      Claim("log 0 = −∞", log(0)),
      Claim("0 · log 0 = NaN", 0 * log(0)),
    ]
  }

  private static func experiments() throws -> [Claim] {
    let example = try WorkedExample()
    let p = try Oracle.forward(Matrix([[0, 2]]), example.parameters, .relu).probabilities[0, 0]
    return [
      Claim("Clip at 1e-3 instead of 1e-8", clip),
      Claim("send the row [0, 2] through the network above: p = 0.0180", p),
      Claim("It costs 0.0181 with y = 0", Oracle.crossEntropy(p, 0), 0),
      Claim("and 4.0181 with y = 1", Oracle.crossEntropy(p, 1), 1),
    ]
  }

  /// The probability that p = 0 is taken for, seen in its loss.
  private static let clip = exp(-Oracle.crossEntropy(0, 1))

  /// The smallest probability that counts as class 1.
  private static var threshold: Double {
    let half = 0.5
    return [half.nextDown, half, half.nextUp].first { Oracle.classes(Matrix([[$0]]))[0, 0] == 1 } ?? .nan
  }
}

/// The network 2-2-1 with ReLU and the two examples that the pages of lessons 3 and 4 work out by hand.
struct WorkedExample {
  let input = PageExample.data.features
  let labels = PageExample.data.labels
  let parameters = PageExample.parameters
  let cache: ForwardCache

  init() throws {
    cache = try Oracle.forward(input, parameters, .relu)
  }

  /// The mean loss of the two examples.
  var loss: Double { Oracle.binaryCrossEntropy(cache.probabilities, labels) }

  /// The mean loss with other parameters.
  func loss(with parameters: Parameters) throws -> Double {
    Oracle.binaryCrossEntropy(try Oracle.forward(input, parameters, .relu).probabilities, labels)
  }

  /// The loss of one example alone.
  func loss(of row: Int) -> Double { Oracle.crossEntropy(cache.probabilities[row, 0], labels[row, 0]) }
}
