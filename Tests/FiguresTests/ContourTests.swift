import CourseKit
import Testing

@testable import Figures

@Suite
struct ContourTests {
  @Test("the contour of a cone is a closed circle")
  func circle() {
    let field = Field(xRange: -1...1, yRange: -1...1, rows: 41, columns: 41) { points in
      let elements = (0..<points.rows).map { row in
        let (x, y) = (points[row, 0], points[row, 1])
        return 1.113 - (x * x + y * y).squareRoot()
      }
      return Matrix(rows: points.rows, columns: 1, elements: elements)
    }
    let pieces = Contour.pieces(of: field, level: 0.5)
    #expect(pieces.count > 40)
    var ends: [[Int]: Int] = [:]
    for end in pieces.flatMap({ [$0.from, $0.to] }) {
      let (x, y) = (end.x / 20 - 1, end.y / 20 - 1)
      #expect(abs((x * x + y * y).squareRoot() - 0.613) < 0.01)
      ends[[Int((end.x * 1e6).rounded()), Int((end.y * 1e6).rounded())], default: 0] += 1
    }
    #expect(ends.values.allSatisfy { $0 == 2 })
  }

  @Test("a saddle has two pieces that do not cross")
  func saddle() {
    for middle in [0.0, 0.4] {
      let values = Matrix([[0.6 + middle, 0.2], [0.2, 0.6 + middle]])
      let pieces = Contour.pieces(of: Field(xRange: 0...1, yRange: 0...1, values: values), level: 0.5)
      #expect(pieces.count == 2)
      // The corners on the diagonal are joined if the mean is above the level, and cut off if not.
      let isJoined = middle > 0
      let cutsOrigin = pieces.contains { $0.from.x + $0.from.y < 1 && $0.to.x + $0.to.y < 1 }
      #expect(cutsOrigin != isJoined)
    }
  }

  @Test("where all probabilities lie on one side, or a neighbour is no number, there is no line")
  func none() {
    let same = Field(xRange: 0...1, yRange: 0...1, values: Matrix([[0.5, 0.9], [0.7, 1]]))
    #expect(Contour.pieces(of: same, level: 0.5).isEmpty)
    let broken = Field(xRange: 0...1, yRange: 0...1, values: Matrix([[0.1, 0.9], [0.7, .nan]]))
    #expect(Contour.pieces(of: broken, level: 0.5).isEmpty)
  }

  @Test("a field asks for its grid from end to end, the lowest row first")
  func grid() {
    let points = PointGrid(xRange: -1...2, yRange: 0...1, rows: 2, columns: 3).points
    #expect(points == Matrix([[-1, 0], [0.5, 0], [2, 0], [-1, 1], [0.5, 1], [2, 1]]))
  }
}
