import CourseKit
import Testing

@Suite("Entry by entry") struct MatrixElementwiseTests {
  let a = Matrix([[1, 2, 3], [4, 5, 6]])
  let b = Matrix([[10, 20, 30], [-1, 0, 0.5]])

  @Test("matrices are added, subtracted and multiplied")
  func matrices() {
    #expect(a + b == Matrix([[11, 22, 33], [3, 5, 6.5]]))
    #expect(a - b == Matrix([[-9, -18, -27], [5, 5, 5.5]]))
    #expect(a * b == Matrix([[10, 40, 90], [-4, 0, 3]]))
  }

  @Test("a matrix is changed in place by one that is added or subtracted")
  func inPlace() {
    var sum = a
    sum += b
    #expect(sum == a + b)
    sum -= a
    #expect(sum == b)
  }

  @Test("a matrix is multiplied by a number from either side and divided by one")
  func numbers() {
    #expect(2 * a == Matrix([[2, 4, 6], [8, 10, 12]]))
    #expect(a * 2 == 2 * a)
    #expect(a / 2 == Matrix([[0.5, 1, 1.5], [2, 2.5, 3]]))
    #expect((a / 0)[0, 0] == .infinity)
  }

  @Test("a matrix is mapped, in its shape")
  func mapped() {
    #expect(b.map { $0 > 0 ? 1 : 0 } == Matrix([[1, 1, 1], [0, 0, 1]]))
    #expect(Matrix.zeros(rows: 0, columns: 2).map { $0 + 1 }.shape == "[0, 2]")
  }

  @Test("operands stay as they were")
  func valueSemantics() {
    _ = (a + b, a - b, a * b, a * 3, 3 * a, a / 3, a.adding(row: Matrix([[1, 1, 1]])))
    #expect(a + a == 2 * a)
    #expect(a == Matrix([[1, 2, 3], [4, 5, 6]]))
    #expect(b == Matrix([[10, 20, 30], [-1, 0, 0.5]]))
  }

  @Test("NaN stays NaN, and infinity less infinity becomes it")
  func notFinite() {
    let odd = Matrix([[.nan, .infinity]])
    #expect((odd + odd)[0, 0].isNaN)
    #expect((odd - odd)[0, 1].isNaN)
  }
}
