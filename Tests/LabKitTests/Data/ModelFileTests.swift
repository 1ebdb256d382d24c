import Testing

@testable import LabKit
@testable import Tables

@Suite("A model's file")
struct ModelFileTests {
  @Test("that is not there says how one is made")
  func missing() throws {
    let error = try #require(throws: DataError.self) { try Model(path: "no/model.json") }
    #expect(
      error.sentence
        == "There is no file no/model.json that can be read. `train --save no/model.json` writes a model there.")
  }
}
