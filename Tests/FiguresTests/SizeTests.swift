import CourseKit
import Foundation
import Testing

@testable import Figures

@Suite
struct SizeTests {
  @Test("a curve of 10,000 noisy points is a small file")
  func longCurve() {
    let noise = FigureSamples.gaussians(10_000, seed: 3)
    let points = noise.enumerated().map { Point(Double($0.offset), $0.element) }
    let figure = Figure(
      "", panels: [Panel(title: "", x: Axis("x"), y: Axis("y"), marks: [.line(name: "a", points: points)])])
    #expect(figure.svg.utf8.count < 80_000)
  }

  @Test("thinning keeps the ends and every peak")
  func thinning() throws {
    var points = (0..<10_000).map { Point(Double($0) / 20, sin(Double($0) / 500)) }
    // Two peaks in one column each, in either order.
    let peaks = [4321: 7.0, 4325: -8, 8761: -9, 8765: 6]
    for (index, y) in peaks {
      points[index].y = y
    }
    let thinned = Thinning.curve(points, columnWidth: 0.5)
    #expect(thinned.count <= 4 * 1001)
    #expect(thinned.first == points.first && thinned.last == points.last)
    #expect(peaks.keys.allSatisfy { thinned.contains(points[$0]) })
    #expect(zip(thinned, thinned.dropFirst()).allSatisfy { $0.x < $1.x })
  }

  @Test("thinning leaves points alone that can be seen apart")
  func sparsePoints() {
    let points = (0..<50).map { Point(Double($0), Double($0 * $0 % 7)) }
    #expect(Thinning.curve(points, columnWidth: 0.5) == points)
    #expect(Thinning.scatter(points, distance: 1) == points)
  }

  @Test("a field stays under 200 KB, were it pure noise with a thousand examples on it")
  func roughField() {
    let noise = FigureSamples.gaussians(3600, seed: 4).map { 0.5 + 0.5 * $0 }
    let field = Field(xRange: -2...3, yRange: -2...2, values: Matrix(rows: 60, columns: 60, elements: noise))
    let data = FigureSamples.moons(count: 960, seed: 1)
    #expect(Figure.boundary(title: "", data: data, field: field).svg.utf8.count < 200_000)
  }

  @Test("a learned field with the data of the course, training and validation, stays under 100 KB")
  func smoothField() {
    let figure = Figure.boundary(
      title: "", data: FigureSamples.moons(count: 960, seed: 1), validation: FigureSamples.moons(count: 240, seed: 2),
      field: FigureSamples.moonField)
    #expect(figure.svg.utf8.count < 100_000)
  }

  @Test("of a hundred thousand examples a panel draws a sample from all over them, and says so")
  func sample() throws {
    let data = FigureSamples.moons(count: 100_000, seed: 1)
    let figure = Figure.boundary(title: "", data: data, validation: data, field: FigureSamples.moonField)
    #expect(figure.panels.map(\.title) == ["Training data: 1000 of 100000", "Validation data: 1000 of 100000"])
    #expect(
      Figure.boundary(title: "", data: data, field: FigureSamples.moonField).panels[0].title
        == "1000 of 100000 examples")
    var points: [Point] = []
    for case .points(_, let some) in try #require(figure.panels.first).marks { points += some }
    #expect(points.count == 1000)
    let everyHundredth = stride(from: 0, to: 100_000, by: 100).map { data.features[$0, 0] }
    #expect(points.map(\.x).sorted() == everyHundredth.sorted())
    #expect(figure.svg.utf8.count < 200_000)
  }
}
