import CourseKit
import Testing

/// What a student reads when shapes do not fit: both shapes, the rule, and the line of the student's own code.
@Suite("A shape error stops the program and names") struct ShapeErrorTests {
  @Test("both shapes and the caller's line: matmul")
  func product() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = matmul(Matrix.zeros(rows: 2, columns: 3), Matrix.zeros(rows: 4, columns: 5))
    }
    expectMessage(
      in: result, line: #line - 4, "Shapes do not fit: matmul of [2, 3] and [4, 5]",
      "the columns of the first must equal the rows of the second")
  }

  @Test("what squares each entry, where a matrix is multiplied by itself")
  func square() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = matmul(Matrix.zeros(rows: 2, columns: 3), Matrix.zeros(rows: 2, columns: 3))
    }
    expectMessage(
      in: result, line: #line - 4, "matmul of [2, 3] and [2, 3]", "(the square of each entry is a * a)")
  }

  @Test("both shapes and the caller's line: adding(row:)")
  func addingRow() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Matrix.zeros(rows: 2, columns: 3).adding(row: Matrix.zeros(rows: 1, columns: 4))
    }
    expectMessage(in: result, line: #line - 3, "adding(row:) of [2, 3] and [1, 4]")
  }

  @Test("both shapes and the caller's line: a column added as a row")
  func addingColumn() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Matrix.zeros(rows: 3, columns: 3).adding(row: Matrix.zeros(rows: 3, columns: 1))
    }
    expectMessage(in: result, line: #line - 3, "adding(row:) of [3, 3] and [3, 1]")
  }

  // Operators cannot take the caller's line; the backtrace names it.
  @Test("both shapes: the operators")
  func operators() async {
    let sum = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Matrix.zeros(rows: 2, columns: 3) + Matrix.zeros(rows: 3, columns: 2)
    }
    expectMessage(in: sum, "+ of [2, 3] and [3, 2]", "both must have the same shape")
    let difference = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Matrix.zeros(rows: 2, columns: 3) - Matrix.zeros(rows: 2, columns: 4)
    }
    expectMessage(in: difference, "- of [2, 3] and [2, 4]")
    let product = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Matrix.zeros(rows: 6, columns: 1) * Matrix.zeros(rows: 1, columns: 6)
    }
    expectMessage(in: product, "* of [6, 1] and [1, 6]")
  }

  @Test("the index, the shape and the caller's line: reading an entry")
  func reading() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Matrix.zeros(rows: 2, columns: 3)[0, 3]
    }
    expectMessage(in: result, line: #line - 3, "[0, 3] of a matrix [2, 3]", "last entry is [1, 2]")
  }

  @Test("the index, the shape and the caller's line: writing an entry")
  func writing() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var matrix = Matrix.zeros(rows: 2, columns: 3)
      matrix[-1, 0] = 1
    }
    expectMessage(in: result, line: #line - 4, "[-1, 0] of a matrix [2, 3]")
  }

  @Test("the index, the shape and the caller's line: rows(at:)")
  func rowsAtIndices() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Matrix.zeros(rows: 2, columns: 3).rows(at: [0, 2])
    }
    expectMessage(in: result, line: #line - 3, "row 2 of a matrix [2, 3]", "0 ..< 2")
  }
}
