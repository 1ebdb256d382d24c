import CourseFiles
import CourseKit
import Testing

@testable import LabKit
@testable import make_lessons

@Suite("The numbers of runs on lesson 10's page") struct Lesson10PageTests {
  static let claims = [
    Claim("--decay 0.01", 0.01),
    Claim("2-64-64-2, η = 0.01", PageExperiments.layersLearningRate),
    Claim("a mean loss of 0.635 after 300 steps", PageExperiments.layersFullBatch.mean, 300),
    Claim("and 0.141 after 300 epochs in batches of 64", PageExperiments.layersMiniBatches.mean, 300, 64),
  ]

  @Test("are those of the references", arguments: claims)
  func numbers(claim: Claim) throws {
    #expect(try Page(folder: "Lesson10-Layers").problems(in: [claim]) == [])
  }
}
