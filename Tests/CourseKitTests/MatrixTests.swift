import CourseKit
import Testing

@Suite("A matrix") struct MatrixTests {
  @Test("keeps its entries row after row, however it was made")
  func storage() {
    let written = Matrix([[1, 2, 3], [4, 5, 6]])
    #expect(written == Matrix(rows: 2, columns: 3, elements: [1, 2, 3, 4, 5, 6]))
    #expect(written.rows == 2)
    #expect(written.columns == 3)
    #expect(written.elements == [1, 2, 3, 4, 5, 6])
    #expect(written.shape == "[2, 3]")
  }

  @Test("differs from one with the same entries in another shape")
  func equality() {
    #expect(Matrix([[1, 2, 3, 4]]) != Matrix([[1, 2], [3, 4]]))
    #expect(Matrix.zeros(rows: 0, columns: 3) != Matrix.zeros(rows: 3, columns: 0))
  }

  @Test("is filled with one value, or with zeros")
  func repeating() {
    #expect(Matrix(rows: 2, columns: 2, repeating: 7) == Matrix([[7, 7], [7, 7]]))
    #expect(Matrix.zeros(rows: 1, columns: 3) == Matrix([[0, 0, 0]]))
  }

  @Test("can be empty")
  func empty() {
    let none = Matrix([])
    #expect(none.rows == 0)
    #expect(none.columns == 0)
    #expect(Matrix(rows: 0, columns: 4, elements: []).shape == "[0, 4]")
    #expect(Matrix([[], []]).shape == "[2, 0]")
  }

  @Test("has its entry [row, column] at row · columns + column")
  func subscriptReads() {
    let matrix = Matrix([[1, 2, 3], [4, 5, 6]])
    for row in 0..<2 {
      for column in 0..<3 { #expect(matrix[row, column] == Double(1 + 3 * row + column)) }
    }
  }

  @Test("changes the one entry that is written to, and no copy made before")
  func subscriptWrites() {
    let before = Matrix([[1, 2], [3, 4]])
    var after = before
    after[1, 0] = 30
    #expect(after == Matrix([[1, 2], [30, 4]]))
    #expect(before == Matrix([[1, 2], [3, 4]]))
    after[0, 1] += 0.5
    #expect(after[0, 1] == 2.5)
  }

  @Test("prints its shape and its rows")
  func description() {
    #expect("\(Matrix([[1, -2.5], [0, 4]]))" == "Matrix [2, 2]\n[1.0, -2.5]\n[0.0, 4.0]")
  }

  @Test("is the last activation of a forward cache: the probabilities")
  func probabilities() {
    let cache = ForwardCache(
      activations: [Matrix([[1, 2]]), Matrix([[0.25]])], preActivations: [Matrix([[-1]])])
    #expect(cache.probabilities == Matrix([[0.25]]))
  }
}
