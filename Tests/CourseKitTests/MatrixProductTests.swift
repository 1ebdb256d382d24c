import CourseKit
import Testing

@Suite("The matrix product") struct MatrixProductTests {
  @Test("is what one computes by hand")
  func byHand() {
    #expect(
      matmul(Matrix([[1, 2, 3], [4, 5, 6]]), Matrix([[7, 8], [9, 10], [11, 12]]))
        == Matrix([[58, 64], [139, 154]]))
    #expect(matmul(Matrix([[1, 2, 3]]), Matrix([[4], [5], [6]])) == Matrix([[32]]))
    #expect(matmul(Matrix([[4], [5]]), Matrix([[1, 2, 3]])) == Matrix([[4, 8, 12], [5, 10, 15]]))
  }

  @Test("is not commutative: the order of the factors counts")
  func order() {
    let a = Matrix([[0, 1], [0, 0]])
    let b = Matrix([[0, 0], [1, 0]])
    #expect(matmul(a, b) == Matrix([[1, 0], [0, 0]]))
    #expect(matmul(b, a) == Matrix([[0, 0], [0, 1]]))
  }

  @Test("with the identity changes nothing")
  func identity() {
    let a = Matrix([[1, -2, 3], [0.5, 5, -6]])
    #expect(matmul(a, Matrix([[1, 0, 0], [0, 1, 0], [0, 0, 1]])) == a)
    #expect(matmul(Matrix([[1, 0], [0, 1]]), a) == a)
  }

  @Test("over no entries is zero, and of no rows has no rows")
  func empty() {
    let nothing = matmul(Matrix.zeros(rows: 2, columns: 0), Matrix.zeros(rows: 0, columns: 3))
    #expect(nothing == Matrix.zeros(rows: 2, columns: 3))
    #expect(matmul(Matrix.zeros(rows: 0, columns: 2), Matrix([[1, 2, 3], [4, 5, 6]])).shape == "[0, 3]")
  }

  @Test("hands on NaN and infinity")
  func notFinite() {
    let product = matmul(Matrix([[.nan, 0], [.infinity, 1]]), Matrix([[1], [2]]))
    #expect(product[0, 0].isNaN)
    #expect(product[1, 0] == .infinity)
    #expect(matmul(Matrix([[0, 1]]), Matrix([[.infinity], [2]]))[0, 0].isNaN)
  }

  /// Sizes around the tiles of two or six rows and eight columns: on them, one off them, and several of them.
  static let tiledSizes = [1, 2, 5, 6, 7, 13].flatMap { rows in
    [1, 2, 8, 9, 33].flatMap { inner in [1, 2, 7, 8, 9, 16, 17, 32, 33, 40].map { (rows, inner, $0) } }
  }

  /// Sizes around the blocks that large matrices are taken in.
  static let blockedSizes = [(119, 255, 9), (121, 256, 40), (120, 257, 33), (250, 513, 47), (3, 500, 8), (2, 300, 1)]

  @Test("agrees with the three loops of the textbook, whatever the sizes", arguments: tiledSizes + blockedSizes)
  func textbook(rows: Int, inner: Int, columns: Int) {
    let a = someMatrix(rows, inner, seed: 7)
    let b = someMatrix(inner, columns, seed: 8)
    #expect(areClose(matmul(a, b), textbookProduct(a, b)))
  }

  @Test("is computed faster than in the textbook's loops, in a debug build as well")
  func speed() {
    let a = someMatrix(128, 128, seed: 11)
    let b = someMatrix(128, 128, seed: 12)
    let clock = ContinuousClock()
    // The best of a few: the machine may have something else to do.
    let times = (1...5).map { _ in
      (clock.measure { _ = matmul(a, b) }, clock.measure { _ = textbookProduct(a, b) })
    }
    let (product, textbook) = (times.map(\.0).min() ?? .zero, times.map(\.1).min() ?? .zero)
    #expect(product < textbook / 2, "\(product) and \(textbook)")
  }

  static let sizes = [(1, 1, 1), (2, 3, 4), (5, 1, 3), (1, 6, 1), (7, 5, 2)]

  @Test("transposed is the product of the transposed factors, exchanged", arguments: sizes)
  func transposition(rows: Int, inner: Int, columns: Int) {
    let a = someMatrix(rows, inner, seed: 1)
    let b = someMatrix(inner, columns, seed: 2)
    #expect(areClose(matmul(a, b).transposed, matmul(b.transposed, a.transposed)))
  }

  @Test("distributes over the sum and is associative", arguments: sizes)
  func laws(rows: Int, inner: Int, columns: Int) {
    let a = someMatrix(rows, inner, seed: 3)
    let b = someMatrix(inner, columns, seed: 4)
    let c = someMatrix(inner, columns, seed: 5)
    let d = someMatrix(columns, 3, seed: 6)
    #expect(areClose(matmul(a, b + c), matmul(a, b) + matmul(a, c)))
    #expect(areClose(matmul(matmul(a, b), d), matmul(a, matmul(b, d))))
  }

  @Test("has in [i, j] the sum over k of a[i, k] · b[k, j]", arguments: sizes)
  func definition(rows: Int, inner: Int, columns: Int) {
    let a = someMatrix(rows, inner, seed: 7)
    let b = someMatrix(inner, columns, seed: 8)
    let product = matmul(a, b)
    #expect(product.shape == "[\(rows), \(columns)]")
    #expect(areClose(textbookProduct(a, b), product))
    for i in 0..<rows {
      for j in 0..<columns {
        let sum = (0..<inner).reduce(0.0) { $0 + a[i, $1] * b[$1, j] }
        #expect(abs(product[i, j] - sum) < 1e-12)
      }
    }
  }
}

@Suite("The transposed matrix") struct TranspositionTests {
  @Test("has rows and columns exchanged")
  func byHand() {
    #expect(Matrix([[1, 2, 3], [4, 5, 6]]).transposed == Matrix([[1, 4], [2, 5], [3, 6]]))
    #expect(Matrix([[1, 2], [3, 4]]).transposed == Matrix([[1, 3], [2, 4]]))
    #expect(Matrix.zeros(rows: 0, columns: 3).transposed.shape == "[3, 0]")
  }

  @Test("has entry [i, j] at [j, i], whatever the sizes")
  func exchanged() {
    for rows in [1, 3, 4, 5, 8, 11] {
      for columns in [1, 3, 4, 5, 8, 11] {
        let matrix = someMatrix(rows, columns, seed: 10)
        let transposed = matrix.transposed
        #expect(transposed.rows == columns && transposed.columns == rows)
        for i in 0..<rows { for j in 0..<columns { #expect(transposed[j, i] == matrix[i, j]) } }
      }
    }
  }

  @Test("transposed again is the matrix itself", arguments: MatrixProductTests.sizes)
  func twice(rows: Int, columns: Int, _: Int) {
    let matrix = someMatrix(rows, columns, seed: 9)
    #expect(matrix.transposed.transposed == matrix)
  }
}
