import Course
import Engine
import Foundation
import Testing

@testable import make_lessons

@Suite("A lesson that cannot be begun") struct ScaffoldChecksTests {
  private static let checkout = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL

  /// The number that the next lesson must have.
  private static let next = Course.neuralNetwork.lessons.count + 1

  @Test(
    "is refused with the reason, and nothing is written",
    arguments: [
      (
        next + 2, "Topic", ["one"],
        "The next lesson is \(next), not \(next + 2): Package.swift lists \(next - 1)."
      ),
      (
        next, "softmax", ["softmax"],
        "'softmax' cannot name a module: write the topic with a capital letter, as in Softmax."
      ),
      (next, "Figures", ["softmax"], "Package.swift has a target named Figures already: choose another topic."),
      (next, "Topic", [], "A lesson needs an exercise: --exercises softmax,crossEntropy"),
      (
        next, "Topic", ["Softmax"],
        "'Softmax' cannot name a function: begin with a small letter, as in crossEntropy, or in Dense.forward for a method."
      ),
      (next, "Topic", ["sums", "sums"], "sums is named twice: each exercise is a function of its own."),
      (
        next, "Topic", ["forward"],
        "forward cannot be an exercise: Sources/Course/Lesson3/Forward.swift has its file's name already. A method can have its type before its name, as in Dense.forward."
      ),
    ])
  func refusal(number: Int, topic: String, names: [String], sentence: String) throws {
    let scaffold = Scaffold(number: number, topic: topic, exercises: names)
    let error = #expect(throws: ScaffoldError.self) { try scaffold.write(to: Self.checkout) }
    #expect(error?.description == sentence)
    let contract = Self.checkout.appending(path: "Sources/Contract/Lesson\(number).swift")
    #expect(!FileManager.default.fileExists(atPath: contract.path))
  }
}
