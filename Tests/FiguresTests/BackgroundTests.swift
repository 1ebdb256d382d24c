import CourseKit
import Foundation
import Testing

@testable import Figures

/// Fields and regions look like colours that flow into each other, and are small files.
@Suite
struct BackgroundTests {
  private static func wave(_ phase: Double) -> Field {
    Field(xRange: -2...2, yRange: -2...2, rows: 40, columns: 40) { points in
      let elements = (0..<points.rows).map { row in
        1 / (1 + exp(3 * (points[row, 1] - cos(2 * points[row, 0] + phase))))
      }
      return Matrix(rows: points.rows, columns: 1, elements: elements)
    }
  }

  private static func figure(_ marks: [Mark]) -> Figure {
    Figure("", panels: marks.map { Panel(title: "", x: Axis("x₁"), y: Axis("x₂"), marks: [$0]) })
  }

  @Test("four fields of 40 · 40 points are at most 40 KB")
  func fields() {
    let figure = Self.figure((0..<4).map { .field(Self.wave(Double($0))) })
    #expect(figure.svg.utf8.count <= 40_000, "\(figure.svg.utf8.count)")
  }

  @Test("four times the regions of four classes are at most 40 KB")
  func regions() {
    let regions = ClassRegions(xRange: -2...2, yRange: -2...2, rows: 40, columns: 40) { points in
      let centres = [(1.0, 0.0), (-0.5, 0.9), (-0.5, -0.9), (0, 0)]
      return FigureSamples.softmax(points, logits: centres.map { FigureSamples.hill(at: $0, steepness: 3) })
    }
    let figure = Self.figure((0..<4).map { _ in .regions(regions, names: ["a", "b", "c", "d"]) })
    #expect(figure.svg.utf8.count <= 40_000, "\(figure.svg.utf8.count)")
  }

  @Test("cells are blurred by more than half of one, up to beyond the panel's edge")
  func soft() throws {
    let svg = Self.figure([.field(Self.wave(0))]).svg
    let elements = XMLCheck(svg).elements
    let filter = try #require(elements.first { $0.name == "filter" }?.attributes["id"])
    #expect(svg.contains("\"url(#\(filter))\""))
    let blur = try #require(elements.first { $0.name == "feGaussianBlur" }?.attributes["stdDeviation"])
    let deviation = try #require(Double(blur))
    #expect(deviation > 0.5)
    let picture = try #require(elements.first { $0.attributes["preserveAspectRatio"] == "none" })
    let box = try #require(picture.attributes["viewBox"]).split(separator: " ").compactMap { Double($0) }
    // What lies further away than three deviations is not seen.
    #expect(box[0] >= 3 * deviation && box[1] >= 3 * deviation && box[2] == 39 && box[3] == 39)
    // 40 rows and columns, and two more beyond each edge, each filled once.
    let lengths = elements.compactMap { $0.attributes["d"] }.flatMap { $0.matches(of: /[Mm]-?\d+ \d+h(\d+)/) }
    #expect(lengths.compactMap { Int($0.1) }.reduce(0, +) == 44 * 44)
  }

  @Test("neighbouring shades differ by less than one sees")
  func steps() {
    let shades = (0..<SVGLook.shadeCount).map(SVGLook.shadeColour)
    let strengths = (0..<SVGLook.strengthCount).map { SVGLook.regionColour(0, strength: $0) }
    for colours in [shades, strengths] {
      for (one, next) in zip(colours, colours.dropFirst()) {
        #expect(zip(one.channels, next.channels).allSatisfy { abs($0 - $1) <= 10 })
      }
    }
  }

  @Test("pieces of a line are joined, each drawn once")
  func joining() {
    let corners = [Point(0, 0), Point(1, 0), Point(1, 1), Point(0, 1)]
    let ring = zip(corners, corners.dropFirst() + corners.prefix(1)).map { (from: $0, to: $1) }
    let turned = ring.map { (from: $0.to, to: $0.from) }
    let joined = Polyline.joined(ring + turned)
    #expect(joined.count == 1 && joined[0].count == 5 && joined[0].first == joined[0].last)
    // Three lines that meet in a point stay three.
    let star = [Point(1, 0), Point(0, 1), Point(-1, -1)].map { (from: Point(0, 0), to: $0) }
    #expect(Polyline.joined(star).count == 3)
    #expect(Polyline.joined([(from: Point(0, 0), to: Point(0, 0))]).isEmpty && Polyline.joined([]).isEmpty)
  }

  @Test("a field is that of the class's name")
  func names() {
    let data = Dataset.xor
    let named = Figure.boundary(title: "", data: data, names: ["fox", "hare"], field: Self.wave(0))
    #expect(Legend(named).entries.map(\.name) == ["probability of hare: 0 to 1", "fox", "hare"])
    let nameless = Figure.boundary(title: "", data: data, field: Self.wave(0))
    #expect(Legend(nameless).entries.map(\.name) == ["probability of class 1: 0 to 1", "class 0", "class 1"])
  }
}
