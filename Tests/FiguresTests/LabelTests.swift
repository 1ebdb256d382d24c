import CourseKit
import Foundation
import Testing

@testable import Figures

/// Words in a plot: names of points and of vertical lines, and numbers that end at a bound.
@Suite
struct LabelTests {
  private static func labels(_ panel: Panel) -> [String] {
    for case .labels(let labels) in panel.marks { return labels.map(\.text) }
    return []
  }

  @Test("the corners of XOR have names in both spaces, those in one place share one, and the caption says so")
  func hiddenSpace() throws {
    let figure = FigureSamples.hiddenSpace
    #expect(Self.labels(figure.panels[0]) == ["(0,0)", "(0,1)", "(1,0)", "(1,1)"])
    #expect(Self.labels(figure.panels[1]) == ["(0,0)", "(0,1), (1,0)", "(1,1)"])
    #expect(figure.caption == "(0,1) and (1,0) have the same place in hidden space.")
    let texts = DrawnText.all(in: figure.svg)
    #expect(texts.count { $0.text == "(0,0)" } == 2)
    let terminal = figure.terminal(width: 80, height: 16, style: TerminalStyle(usesColor: false, isASCII: true))
    #expect(terminal.contains(figure.caption ?? "-") && terminal.contains("(0,1), (1,0)"))

    let apart = Figure.hiddenSpace(
      inputs: .xor, hidden: Matrix([[0, 0], [1, 0], [0, 1], [2, 1]]), separator: (1, 1, -0.5))
    #expect(apart.caption == nil && Self.labels(apart.panels[1]).count == 4)
    let many = FigureSamples.moons(count: 40, seed: 1)
    #expect(
      Self.labels(Figure.hiddenSpace(inputs: many, hidden: many.features, separator: (1, 1, 0)).panels[0]).isEmpty)
  }

  @Test("a label stands beside its point, over no other point and within the plot")
  func places() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<50 {
      let points = (0..<4).map { _ in Point(generator.nextUniform(), generator.nextUniform()) }
      let panel = Panel(
        title: "", x: Axis("", range: -0.2...1.2), y: Axis("", range: -0.2...1.2),
        marks: [.points(name: "a", points: points), .labels(points.map { PointLabel("(0,0)", at: $0) })])
      let figure = Figure("", panels: [panel])
      let layout = SVGPanelLayout(panel, legend: Legend(figure), width: 536, plotHeight: 300)
      var writer = SVGWriter()
      for mark in panel.marks { layout.drawOverFrame(mark, on: &writer) }
      let texts = DrawnText.all(in: "<g>\(writer.output)</g>")
      #expect(texts.count == 4)
      let hidden = points.compactMap(layout.place).filter { point in
        texts.contains { $0.x.contains(point.x) && $0.y.contains(point.y) }
      }
      #expect(hidden.isEmpty)
      for (text, point) in zip(texts, points.compactMap(layout.place)) {
        #expect(text.x.lowerBound >= 0 && text.x.upperBound <= layout.plotWidth)
        let distance = (
          max(text.x.lowerBound - point.x, point.x - text.x.upperBound),
          max(text.y.lowerBound - point.y, point.y - text.y.upperBound)
        )
        #expect(max(distance.0, distance.1) < 14 && max(distance.0, distance.1) > 2)
      }
    }
  }

  @Test("vertical lines have their names at their tops, none over another or crossed by a line")
  func rules() {
    var generator = SeededGenerator(seed: 6)
    for count in 1...5 {
      for _ in 0..<100 {
        let places = (0..<count).map { _ in generator.nextUniform() }.sorted()
        let curve = Mark.line(name: "a", points: [Point(0, 0), Point(1, 1)])
        let rules = places.map { Mark.rule(name: "stop at \(Int($0 * 999))", x: $0) }
        let figure = Figure(
          "", panels: [Panel(title: "a", x: Axis("", range: 0...1), y: Axis(""), marks: [curve] + rules)])
        let names = SVGPanelLayout(figure.panels[0], legend: Legend(figure), width: 308, plotHeight: 200).ruleNames
          .names
        #expect(names.count == count)
        for (index, name) in names.enumerated() {
          #expect(name.start >= 0 && name.start <= name.line + 8 && name.start + name.width >= name.line - 8)
          for other in names[(index + 1)...] where other.row == name.row {
            #expect(name.start + name.width < other.start || other.start + other.width < name.start)
          }
          // Of two lines apart none crosses the other's name.
          guard count == 2, places[1] - places[0] > 0.05 else { continue }
          for other in names where other.row > name.row {
            #expect(other.line < name.start || name.start + name.width < other.line)
          }
        }
      }
    }
  }

  @Test("the line that is kept and the one that stops are named in the picture and in the terminal, and in no legend")
  func stopping() {
    let figure = FigureSamples.curves
    let texts = XMLCheck(figure.svg).texts
    for name in ["kept: epoch 120", "stop: epoch 170"] {
      // One in each panel.
      #expect(texts.count { $0 == name } == 2)
      for width in [40, 80] {
        let text = figure.terminal(width: width, height: 16, style: TerminalStyle(usesColor: false, isASCII: true))
        #expect(text.components(separatedBy: name).count == 3)
      }
    }
  }

  @Test("shares lie between 0 and 1, and so do their spreads")
  func shares() throws {
    let figure = Figure.comparison(
      title: "a", axis: "accuracy", areShares: true,
      entries: [("sure", (0.98, 0.2), (1, 0)), ("lost", (0.1, 0.4), (0.02, 0.1))])
    #expect(figure.panels[0].xScale.range == 0...1)
    let layout = try #require(SVGPage(figure).layouts.first)
    let lines = XMLCheck(figure.svg).elements.compactMap { $0.attributes["d"] }.flatMap {
      $0.matches(of: /^M([\d.]+) [\d.]+H([\d.]+)M/)
    }
    let ends = lines.flatMap { [$0.1, $0.2] }.compactMap { Double($0) }
    #expect(ends.count == 8)
    let frame = (ends.min() ?? 0, ends.max() ?? 0)
    #expect(abs(frame.1 - frame.0 - layout.plotWidth) < 0.1)
    #expect(!DrawnText.all(in: figure.svg).contains { ["1.2", "−0.2", "−0.5"].contains($0.text) })
  }
}
