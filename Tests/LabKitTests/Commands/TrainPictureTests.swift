import CourseKit
import Foundation
import Testing
import Training

@testable import LabKit

@Suite("The pictures of a training")
struct TrainPictureTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// What a training writes into its pictures' folder and prints.
  private func pictures(_ setup: TrainingSetup) throws -> (boundary: String, curves: String, printed: String) {
    var request = TrainRequest(setup)
    request.folder = folder.path("figures")
    let recorded = RecordedOutput()
    try TrainCommand(
      request: request, lab: Lab(functions: LogisticRegression.functions, display: Display(), output: recorded.output)
    ).run()
    func text(_ name: String) throws -> String {
      try String(contentsOfFile: folder.path("figures/train-\(name).svg"), encoding: .utf8)
    }
    return (try text("boundary"), try text("curves"), recorded.text(.result))
  }

  @Test("of an own table have the classes' names, and the probability is that of the second")
  func classNames() throws {
    let rows = (0..<60).map { "\($0 % 10),\($0 / 10),\($0 % 10 > 4 ? "hare" : "fox")\n" }
    let path = try folder.file("table.csv", "weight,ear,animal\n" + rows.joined())
    let setup = TrainingSetup(
      data: .table(TableSource(path: path, label: "animal")), hiddenUnits: [], epochs: 20, learningRate: 1)
    let pictures = try pictures(setup)
    for text in [pictures.boundary, pictures.printed] {
      #expect(text.contains("fox") && text.contains("probability of hare: 0 to 1"))
      #expect(!text.contains("class 0") && !text.contains("class 1"))
    }
  }

  @Test("of so few examples that none are kept apart show them once")
  func xor() throws {
    let setup = TrainingSetup(data: .generated(GeneratedData(.xor)), hiddenUnits: [], epochs: 20, learningRate: 1)
    let pictures = try pictures(setup)
    #expect(!pictures.boundary.contains("Validation") && !pictures.curves.contains("validation"))
    // The picture's ground and the frames of plots: one in the boundary's, two in that of loss and accuracy.
    let frames = [pictures.boundary, pictures.curves].map {
      $0.components(separatedBy: "fill=\"none\" stroke=\"#555555\"")
    }
    #expect(frames.map(\.count) == [2, 3])
  }
}
