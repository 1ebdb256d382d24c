import Foundation
import Testing
import Vocabulary

@Suite("An exercise's identifier") struct ExerciseIDTests {
  @Test("is read as it is written", arguments: ["1.1", "4.3", "4.10", "10.2", "10.11"])
  func roundTrip(text: String) throws {
    let id = try #require(ExerciseID(text))
    #expect(id.description == text)
    #expect(try JSONDecoder().decode([ExerciseID].self, from: JSONEncoder().encode([id])) == [id])
  }

  @Test(
    "is nothing else",
    arguments: [
      "", "4", "4.", ".3", "4.3.1", "4,3", "+4.3", "04.3", "4.03", "4.-3", " 4.3", "4.3 ", "a.b", "0.1", "4.0", "４.3",
    ])
  func nothingElse(text: String) { #expect(ExerciseID(text) == nil) }

  @Test("comes in the order of lessons and of their exercises, not of decimal numbers or of texts")
  func order() {
    let ids: [ExerciseID] = ["10.2", "4.10", "2.1", "4.9", "4.1", "10.11", "9.9"]
    #expect(ids.sorted() == ["2.1", "4.1", "4.9", "4.10", "9.9", "10.2", "10.11"])
    #expect(ExerciseID("4.1") != ExerciseID("4.10"))
  }
}
