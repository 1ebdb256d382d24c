import CourseKit
import Testing

@Suite("Rows of a matrix") struct MatrixRowsTests {
  let matrix = Matrix([[1, 2, 3], [4, 5, 6]])

  @Test("each get the same row added")
  func addingRow() {
    #expect(matrix.adding(row: Matrix([[10, 20, -30]])) == Matrix([[11, 22, -27], [14, 25, -24]]))
    #expect(Matrix([[7], [8]]).adding(row: Matrix([[0.5]])) == Matrix([[7.5], [8.5]]))
  }

  @Test("can be none, or without entries, and still get a row added")
  func addingRowToNothing() {
    #expect(Matrix.zeros(rows: 0, columns: 2).adding(row: Matrix([[1, 2]])).shape == "[0, 2]")
    let noColumns = Matrix.zeros(rows: 3, columns: 0)
    #expect(noColumns.adding(row: Matrix.zeros(rows: 1, columns: 0)) == noColumns)
  }

  @Test("are added up column by column")
  func columnSums() {
    #expect(matrix.columnSums() == Matrix([[5, 7, 9]]))
    #expect(Matrix([[1], [2], [4]]).columnSums() == Matrix([[7]]))
    #expect(Matrix.zeros(rows: 0, columns: 2).columnSums() == Matrix([[0, 0]]))
  }

  @Test("have as column sums the product with a row of ones")
  func columnSumsAsProduct() {
    let tall = someMatrix(9, 4, seed: 11)
    #expect(areClose(tall.columnSums(), matmul(Matrix(rows: 1, columns: 9, repeating: 1), tall)))
  }

  @Test("are picked in the order asked for, as often as asked for")
  func rowsAtIndices() {
    #expect(matrix.rows(at: [1, 0, 1]) == Matrix([[4, 5, 6], [1, 2, 3], [4, 5, 6]]))
    #expect(matrix.rows(at: [0, 1]) == matrix)
    #expect(matrix.rows(at: []).shape == "[0, 3]")
  }
}
