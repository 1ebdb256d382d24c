import CourseKit
import Testing

@Suite("A matrix that cannot be stops the program and names") struct CreationErrorTests {
  @Test("the shape, the number of elements and the caller's line")
  func elementCount() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Matrix(rows: 2, columns: 3, elements: [1, 2, 3, 4, 5])
    }
    expectMessage(in: result, line: #line - 3, "Matrix(rows: 2, columns: 3) needs 6 elements, got 5")
  }

  @Test("the rows that differ in length and the caller's line")
  func raggedRows() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Matrix([[1, 2], [3]])
    }
    expectMessage(in: result, line: #line - 3, "row 1 has 1 entries, row 0 has 2")
  }

  @Test("the negative size and the caller's line")
  func negativeSize() async {
    let repeating = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Matrix(rows: -1, columns: 2, repeating: 0)
    }
    expectMessage(in: repeating, line: #line - 3, "rows: -1", "negative")
    let zeros = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Matrix.zeros(rows: 2, columns: -2)
    }
    expectMessage(in: zeros, line: #line - 3, "columns: -2", "negative")
    let both = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Matrix(rows: -1, columns: -1, elements: [1])
    }
    expectMessage(in: both, line: #line - 3, "rows: -1", "columns: -1")
  }

  @Test("that a forward cache without activations has no probabilities")
  func emptyCache() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = ForwardCache(activations: [], preActivations: []).probabilities
    }
    expectMessage(in: result, "ForwardCache: there are no activations yet")
  }
}
