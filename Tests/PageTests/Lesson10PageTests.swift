import CourseFiles
import CourseKit
import Testing

@testable import LabKit
@testable import make_lessons

@Suite("The numbers of runs on lesson 10's page") struct Lesson10PageTests {
  static let claims = [
    Claim("--decay 0.01", 0.01),
    Claim("small weights, η = 0.01", PageExperiments.layersLearningRate),
    Claim("to a mean of 0.635", PageExperiments.layersFullBatch.mean),
    Claim(
      "300 epochs in batches of\n  64, 7 steps in each, took it to 0.141", 300, 64, steps,
      PageExperiments.layersMiniBatches.mean),
  ]

  @Test("are those of the references", arguments: claims)
  func numbers(claim: Claim) throws {
    #expect(try Page(folder: "Lesson10-Layers").problems(in: [claim]) == [])
  }

  /// The batches of 64 that 400 points make.
  private static let steps = Double((400 + 63) / 64)
}
