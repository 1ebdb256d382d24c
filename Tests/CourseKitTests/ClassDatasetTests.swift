import CourseKit
import Testing

@Suite("Examples of several classes") struct ClassDatasetTests {
  private let data = ClassDataset(
    features: Matrix([[1, 2], [3, 4], [5, 6], [7, 8]]), classes: [2, 0, 1, 2], classCount: 3)

  @Test("keep features and classes together when rows are chosen and when they are split")
  func rows() {
    let chosen = data.rows(at: [3, 0])
    #expect(chosen == ClassDataset(features: Matrix([[7, 8], [1, 2]]), classes: [2, 2], classCount: 3))
    let (training, validation) = data.split(validationFraction: 0.25)
    #expect(validation == data.rows(at: [0]))
    #expect(training == data.rows(at: [1, 2, 3]))
    #expect(data.count == 4)
  }

  @Test("stop the program at the caller's line if there is not one class for each row, with both numbers")
  func count() async throws {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = ClassDataset(features: .zeros(rows: 3, columns: 2), classes: [0, 1], classCount: 2)
    }
    let text = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(text.contains("2 classes for features [3, 2]: there must be one for each row"))
    #expect(text.contains("ClassDatasetTests.swift"))
  }

  @Test("stop the program if a class is out of range, with the class, its row and the range")
  func range() async throws {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      requireClasses([0, 3], of: .zeros(rows: 2, columns: 3))
    }
    let text = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(text.contains("Class out of range: 3 in row 1 for logits [2, 3]: the classes are 0 ..< 3"))
    #expect(text.contains("ClassDatasetTests.swift"))
    await #expect(processExitsWith: .failure) { requireClasses([-1], of: .zeros(rows: 1, columns: 3)) }
    await #expect(processExitsWith: .failure) { requireClasses([0, 1], of: .zeros(rows: 1, columns: 3)) }
    requireClasses([2, 0], of: .zeros(rows: 2, columns: 3))
  }

  @Test("stop the program if there are fewer than two classes")
  func tooFew() async {
    await #expect(processExitsWith: .failure) {
      _ = ClassDataset(features: .zeros(rows: 1, columns: 2), classes: [0], classCount: 1)
    }
  }
}
