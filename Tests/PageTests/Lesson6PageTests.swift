import CourseFiles
import CourseKit
import Engine
import Testing

@testable import Course
@testable import LabKit
@testable import make_lessons

@Suite("The numbers on lesson 6's page") struct Lesson6PageTests {
  static func claims() throws -> [Claim] { try idea() + decay() + boundary() + mistakes() + experiments() }

  @Test("are those that the code computes", arguments: try claims())
  func numbers(claim: Claim) throws {
    #expect(try Page(folder: "Lesson6-L2").problems(in: [claim]) == [])
  }

  @Test("come from a slope that agrees with central differences of the penalty")
  func measured() throws {
    let parameters = try WorkedExample().parameters
    let measured = CentralDifferences.gradients(at: parameters) { Self.penalty($0) }
    #expect(Comparison(Self.slope(parameters), to: measured, tolerance: .gradient).isEqual)
  }

  private static let lambda = 0.2
  private static let rows = 2.0

  private static func idea() throws -> [Claim] {
    let example = try WorkedExample()
    let (weights, gradients) = (example.parameters.weights, try example.gradients())
    let (w, slopes) = (weights[1], slope(example.parameters).weights[1])
    let cost = penalty(example.parameters)

    func row(_ text: String, _ index: Int) -> Claim {
      let gradient = gradients.weights[1][index, 0]
      return Claim(text, w[index, 0], gradient, slopes[index, 0], gradient + slopes[index, 0])
    }
    func answer(_ weight: Double, _ x: Double) -> Double { Oracle.sigmoid(weight * x) }
    let e = weights[0].elements
    return [
      Claim("x = −0.50 to x = 0.50 takes", -0.5, 0.5),
      Claim("takes p from 0.3775 to\n0.6225 if w = 1", answer(1, -0.5), answer(1, 0.5), 1),
      Claim("from 0.0067 to 0.9933 if w = 10", answer(10, -0.5), answer(10, 0.5), 10),
      Claim("weights are 1, −1, 1, 1 and 3, −1", e[0], e[1], e[2], e[3], w[0, 0], w[1, 0]),
      Claim("squares is 14", squares(weights)),
      Claim("√14 = 3.7417", squares(weights), Oracle.weightNorm(example.parameters)),
      Claim("λ = 0.2 and the batch of N = 2 rows", lambda, rows),
      Claim("0.2 / 4 · 14 = 0.70", lambda, 2 * rows, squares(weights), cost),
      Claim("1.0032 + 0.70 = 1.7032", example.loss, cost, example.loss + cost),
      Claim("0.2 / 2 = 0.10 times", lambda, rows, lambda / rows),
      row("| 3 | 0.2311 | 0.3000 | 0.5311 |", 0),
      row("| −1 | −0.2500 | −0.1000 | −0.3500 |", 1),
      Claim("| −5 | 0.1155 |", example.parameters.biases[1][0, 0], gradients.biases[1][0, 0]),
      Claim("| none | 0.1155 |", gradients.biases[1][0, 0]),
    ]
  }

  private static func decay() throws -> [Claim] {
    let example = try WorkedExample()
    let (factor, weight) = (1 - 0.1 * lambda / rows, example.parameters.weights[1][0, 0])
    let moved = factor * weight - 0.1 * (try example.gradients().weights[1][0, 0])
    let (rate, strength) = (PageExperiments.largeLearningRate, PageExperiments.lambda)
    let examples = 320 - 320 / 5
    let batches = (examples + 63) / 64
    let steps = Double(2000 * batches)
    let (batchFactor, wholeFactor) = (1 - rate * strength / 64, 1 - rate * strength / Double(examples))
    let (plain, penalised) = (PageExperiments.plainNorm, PageExperiments.penalisedNorm)
    let start = squaresOfHe([2, 64, 64, 64, 1])
    return [
      Claim("With η = 0.1 the factor", 0.1),
      Claim("1 − 0.1 · 0.10 = 0.99", 0.1, lambda / rows, factor),
      Claim("the 3 becomes 2.97,\nthen 2.9469", weight, factor * weight, moved),
      Claim(
        "(256 training examples, η = 0.1, λ = 0.5, N = 64) it is 0.99921875", Double(examples), rate, strength, 64,
        batchFactor),
      Claim("2000 epochs of\n4 batches are 8000 steps: 0.0019", Double(batches), steps, power(batchFactor, steps)),
      Claim("√386 = 19.6", start, sqrt(start)),
      Claim("would\nbring them to 0.04", sqrt(start) * power(batchFactor, steps)),
      Claim(
        "23.13 ± 0.66 without the penalty, 4.115 ± 0.29 with it", plain.mean, plain.deviation, penalised.mean,
        penalised.deviation),
      Claim("take all 256 examples, and the same λ = 0.5", Double(examples), strength),
      Claim("0.2096 would be left", power(wholeFactor, steps)),
    ]
  }

  private static func boundary() -> [Claim] {
    // p = ½ lies at x = −b / 3.
    let slopes = [-5.0, 0, 2].map { bias in
      CentralDifferences.gradient(at: Matrix([[-bias / 3]])) { Oracle.sigmoid(3 * $0[0, 0] + bias) }[0, 0]
    }
    return [
      Claim("the place where p = 0.50", Oracle.sigmoid(0)),
      Claim("the slope there\nis 0.75", slopes[0]),
      Claim("the slope there\nis 0.75", slopes[1]),
      Claim("the slope there\nis 0.75", slopes[2]),
    ]
  }

  private static func mistakes() throws -> [Claim] {
    let parameters = try WorkedExample().parameters
    let all = squares(parameters.weights) + squares(parameters.biases)
    let first = parameters.biases[0]
    return [
      Claim(
        "norm 6.3246 instead of 3.7417", sqrt(all), Oracle.weightNorm(parameters)),
      Claim(
        "14 + 1 + 0 + 25", squares(parameters.weights), first[0, 0] * first[0, 0], first[0, 1] * first[0, 1],
        squares([parameters.biases[1]])),
    ]
  }

  private static func experiments() throws -> [Claim] {
    let figures = try RecordedFigures(lesson: 6)
    func numbers(_ text: String, _ variant: String, _ quantities: String...) -> Claim {
      Claim(text) { try quantities.flatMap { try figures.numbers("l2", variant, $0) } }
    }
    return [
      Claim("--rate 0.1 --epochs 2000 --l2 0.5`", PageExperiments.largeLearningRate, 2000, 2, PageExperiments.lambda),
      Claim("--noise 0.44", 0.44),
      Claim("without `--l2 0.5`", 2, PageExperiments.lambda),
      numbers(
        "the loss is 0.1584 ± 0.049 in\n  training and 0.8514 ± 0.26 in validation", "λ = 0", "training loss",
        "validation loss"),
      Claim("with λ = 0.5 it", PageExperiments.lambda),
      numbers("it is 0.3248 ± 0.035 and 0.3893 ± 0.059", "λ = 0.5", "training loss", "validation loss"),
      numbers("falls from\n  0.6929 ± 0.29", "λ = 0", "gap between the losses"),
      numbers("to 0.0645 ± 0.069", "λ = 0.5", "gap between the losses"),
    ]
  }

  private static func squares(_ matrices: [Matrix]) -> Double {
    matrices.flatMap(\.elements).reduce(0) { $0 + $1 * $1 }
  }

  private static func penalty(_ parameters: Parameters) -> Double {
    lambda / (2 * rows) * squares(parameters.weights)
  }

  /// λ / N · W for the weights, nothing for the biases.
  private static func slope(_ parameters: Parameters) -> Gradients {
    Gradients(
      weights: parameters.weights.map { (lambda / rows) * $0 }, biases: parameters.biases.map { 0 * $0 })
  }

  private static func power(_ base: Double, _ exponent: Double) -> Double { exp(exponent * log(base)) }

  /// The sum of squares that He's initialisation has on average: 2 / fanIn for each weight.
  private static func squaresOfHe(_ layerSizes: [Int]) -> Double {
    zip(layerSizes, layerSizes.dropFirst()).reduce(0) { sum, sizes in
      sum + Double(sizes.0 * sizes.1) * 2 / Double(sizes.0)
    }
  }
}
