import CourseKit
import Foundation
import StudentCode
import Testing

@Suite("The whole call of train on lesson 5's page") struct PageTrainingTests {
  @Test("compiles as it stands there and learns")
  func learns() throws {
    let root = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL
    func text(of file: String) throws -> String {
      try String(contentsOf: root.appending(path: file), encoding: .utf8)
    }
    let code = try text(of: "Tests/StudentCode/Lesson5/PageTraining.swift")
    let lines = try #require(code.firstMatch(of: /(?s)BEGIN PAGE\n(.*?) +\/\/ END PAGE/)).1
      .split(separator: "\n").map { $0.dropFirst(2) }.joined(separator: "\n")
    #expect(try text(of: "Lessons/Lesson5-MiniBatches/README.md").contains("```swift\n\(lines)\n```"))

    var generator = SeededGenerator(seed: 2)
    let data = Dataset.moons(count: 200, noise: 0.1, using: &generator)
    let history = pageTraining(on: data, validation: data)
    #expect(history.trainingLoss.count == 100)
    #expect(try #require(history.trainingLoss.last) < 0.9 * history.trainingLoss[0])
  }
}
