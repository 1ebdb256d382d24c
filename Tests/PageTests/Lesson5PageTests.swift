import CourseFiles
import CourseKit
import Testing

@testable import Course
@testable import LabKit
@testable import make_lessons

@Suite("The numbers on lesson 5's page") struct Lesson5PageTests {
  static func claims() throws -> [Claim] { try idea() + formulas() + mistakes() + experiments() }

  @Test("are those that the code computes", arguments: try claims())
  func numbers(claim: Claim) throws {
    #expect(try Page(folder: "Lesson5-MiniBatches").problems(in: [claim]) == [])
  }

  private static func idea() throws -> [Claim] {
    let example = try WorkedExample()
    let (before, gradients) = (example.parameters, try example.gradients())
    let after = before.stepped(against: gradients, learningRate: 0.1)
    let (first, second) = (try example.gradients(ofRow: 0), try example.gradients(ofRow: 1))
    let (firstSlope, secondSlope) = (first.biases[1][0, 0], second.biases[1][0, 0])
    let count = (before.weights + before.biases).reduce(0) { $0 + $1.elements.count }

    func row(_ text: String, _ entry: (Parameters) -> Double) -> Claim {
      let slopes = Parameters(weights: gradients.weights, biases: gradients.biases)
      return Claim(text, entry(before), entry(slopes), entry(after))
    }
    return [
      Claim("960 / 64 = 15 steps", 960, 64, Double(batchSizes(960, 64).count)),
      Claim("row 1 has the\ngradient −0.5000", firstSlope),
      Claim("row 2 has 0.7311", secondSlope),
      Claim("their mean is that of the whole: 0.1155", (firstSlope + secondSlope) / 2),
      Claim("of the whole: 0.1155", gradients.biases[1][0, 0]),
      Claim("here η = 0.1", 0.1),
      row("| 3 | 0.2311 | 2.9769 |") { $0.weights[1][0, 0] },
      row("| −5 | 0.1155 | −5.0116 |") { $0.biases[1][0, 0] },
      Claim("All 9 parameters", Double(count)),
      Claim("from 1.0032 to 0.7655", example.loss, try example.loss(with: after)),
      Claim(
        "b2 goes from −5 to −4.95", before.biases[1][0, 0],
        before.stepped(against: first, learningRate: 0.1).biases[1][0, 0]),
    ]
  }

  private static func formulas() -> [Claim] {
    let sizes = batchSizes(400, 64)
    let (whole, short) = (sizes.filter { $0 == 64 }, sizes.filter { $0 < 64 })
    return [
      Claim("400 examples in batches of 64 are 6 of 64", 400, 64, Double(whole.count), 64),
      Claim("and 1 of 16", Double(short.count), Double(short[0])),
      Claim("learningRate: 0.03", PageExperiments.moonsLearningRate),
    ]
  }

  private static func mistakes() -> [Claim] {
    let noRows = 0.0
    return [
      Claim("loss near 0.6931", Oracle.crossEntropy(Oracle.sigmoid(0), 1)),
      Claim("the loss is NaN", noRows / noRows),
    ]
  }

  private static func experiments() throws -> [Claim] {
    let (full, small) = (PageExperiments.quadrantsFullBatch, PageExperiments.quadrantsMiniBatches)
    let figures = try RecordedFigures(lesson: 5)
    func moons(_ seed: String) throws -> Double {
      try figures.training("--data moons --noise 0.24" + seed).validation.accuracy
    }
    let xor = try figures.training("--data xor --hidden 8 --rate 0.5 --batch 4 --epochs 500")
    return [
      Claim("--noise 0.24` ends with 94.6 %", 0.24, try moons("")),
      Claim("then it is 93.8 %", try moons(" --seed 2")),
      Claim("--rate 0.5 --batch 4 --epochs 500` ends with a loss of 0.0032", 0.5, 4, 500, xor.training.loss),
      Claim("300 epochs, η = 0.01", 300, PageExperiments.quadrantsLearningRate),
      Claim(
        "The full batch\n  took 300 steps to a loss of 0.1956 ± 0.016", Double(300 * batchSizes(400, 400).count),
        full.mean,
        full.deviation),
      Claim(
        "batches of 64 took 2100 to 0.06844 ± 0.0078", Double(300 * batchSizes(400, 64).count), small.mean,
        small.deviation),
    ]
  }

  /// The sizes of the batches that exercise 5.1 makes.
  private static func batchSizes(_ count: Int, _ batchSize: Int) -> [Int] {
    stride(from: 0, to: count, by: batchSize).map { min(batchSize, count - $0) }
  }
}

extension WorkedExample {
  /// The gradients of one example's loss.
  func gradients(ofRow row: Int) throws -> Gradients {
    let cache = try Oracle.forward(input.rows(at: [row]), parameters, .relu)
    return try Oracle.backward(cache, labels.rows(at: [row]), parameters, .relu)
  }
}

extension Parameters {
  /// The parameters after one step of plain gradient descent.
  func stepped(against gradients: Gradients, learningRate: Double) -> Parameters {
    Parameters(
      weights: zip(weights, gradients.weights).map { $0 - learningRate * $1 },
      biases: zip(biases, gradients.biases).map { $0 - learningRate * $1 })
  }
}
