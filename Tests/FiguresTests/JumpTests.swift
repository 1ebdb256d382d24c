import Foundation
import Testing

@testable import Figures

@Suite
struct JumpTests {
  private static let places = (-60...60).map { Double($0) / 15 }

  private static func ends(_ marks: [Mark]) -> (closed: [Point], open: [Point])? {
    for case .ends(_, let closed, let open) in marks { return (closed, open) }
    return nil
  }

  private static func points(_ marks: [Mark]) -> [Point] {
    for case .line(_, let points) in marks { return points }
    return []
  }

  @Test("a step ends where it belongs to, and begins with an open end")
  func step() throws {
    for valueAtZero in [0.0, 1] {
      let step = Self.places.map { Point($0, $0 > 0 ? 1 : $0 < 0 ? 0 : valueAtZero) }
      let marks = Mark.curveWithJumps(name: "step", points: step)
      let ends = try #require(Self.ends(marks))
      #expect(ends.closed == [Point(0, valueAtZero)] && ends.open == [Point(0, 1 - valueAtZero)])
      let pieces = Self.points(marks).split { !$0.y.isFinite }
      #expect(pieces.count == 2 && pieces.allSatisfy { Set($0.map(\.y)).count == 1 })
      #expect(pieces[0].last?.x == 0 && pieces[1].first?.x == 0)
    }
  }

  @Test("what is steep but smooth, bends or is noisy has no ends")
  func smooth() {
    let functions: [(Double) -> Double] = [{ 1 / (1 + exp(-9 * $0)) }, { max($0, 0) }, { $0 * $0 }, { _ in 2 }]
    for function in functions {
      let curve = Self.places.map { Point($0, function($0)) }
      let marks = Mark.curveWithJumps(name: "a", points: curve)
      #expect(marks.count == 1 && Self.points(marks) == curve)
    }
    let noise = FigureSamples.gaussians(500, seed: 1).enumerated().map { Point(Double($0.offset), $0.element) }
    #expect((Self.ends(Mark.curveWithJumps(name: "a", points: noise))?.closed.count ?? 0) < 5)
    #expect(Mark.curveWithJumps(name: "a", points: []).count == 1)
  }

  @Test("no line goes up a jump, and its ends are a dot and a ring in the curve's colour")
  func drawing() throws {
    let figure = FigureSamples.activations
    let colour = SVGLook.colour(2)
    let paths = XMLCheck(figure.svg).elements.filter { $0.attributes["stroke"] == colour }
    let step = try #require(paths.compactMap { $0.attributes["d"] }.last { $0.contains("L") })
    for piece in step.split(separator: "M") {
      #expect(Set(piece.split(separator: "L").compactMap { $0.split(separator: " ").last }).count == 1)
    }
    let circle = SVGLook.symbol(0, size: 5)
    let ends = paths.filter { $0.attributes["d"]?.hasSuffix(circle) == true }
    #expect(ends.compactMap { $0.attributes["fill"] } == [colour, SVGLook.background])
    #expect(Legend(figure).entries.map(\.name) == ["sigmoid", "tanh", "ReLU"])
    let text = figure.terminal(width: 80, height: 16, style: TerminalStyle(usesColor: false, isASCII: true))
    #expect(text.count { $0 == "O" } == 1 && text.count { $0 == "#" } == 1)
  }
}
