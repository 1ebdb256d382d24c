import CourseFiles
import CourseKit
import Testing

@testable import LabKit
@testable import make_lessons

@Suite("The numbers of runs on lesson 10's page") struct Lesson10PageTests {
  static let claims = [
    Claim("--decay 0.01", 0.01),
    Claim("2-64-64-2, η = 0.01", PageExperiments.layersLearningRate),
    Claim("loss is 0.6403 ± 0.014 after 300 steps", full.mean, full.deviation, 300),
    Claim("and 0.1364 ± 0.014 after 300 epochs in batches of 64", small.mean, small.deviation, 300, 64),
  ]

  private static let (full, small) = (PageExperiments.layersFullBatch, PageExperiments.layersMiniBatches)

  @Test("are those that the experiment prints", arguments: claims)
  func numbers(claim: Claim) throws {
    #expect(try Page(folder: "Lesson10-Layers").problems(in: [claim]) == [])
  }
}
