import CourseKit
import Foundation
import Testing

@testable import Figures

@Suite
struct SVGTests {
  @Test("every picture is well-formed XML that stands alone", arguments: FigureSamples.all.map(\.name))
  func wellFormed(name: String) throws {
    let figure = try #require(FigureSamples.all.first { $0.name == name }).figure
    let check = XMLCheck(figure.svg)
    #expect(check.problem == nil)
    let root = try #require(check.elements.first)
    #expect(root.name == "svg")
    #expect(root.attributes["xmlns"] == "http://www.w3.org/2000/svg")
    #expect(root.attributes["role"] == "img")
    let width = try #require(root.attributes["width"])
    let height = try #require(root.attributes["height"])
    #expect(root.attributes["viewBox"] == "0 0 \(width) \(height)")
    #expect(check.elements.dropFirst().prefix(3).map(\.name) == ["title", "desc", "rect"])
    #expect(check.texts.first == figure.title)
  }

  @Test("no element has an id that could meet another picture's in one page, and each is referred to")
  func identifiers() {
    var all: [String] = []
    for (_, figure) in FigureSamples.all {
      let svg = figure.svg
      let ids = XMLCheck(svg).elements.compactMap { $0.attributes["id"] }
      #expect(ids.allSatisfy { svg.contains("\"url(#\($0))\"") })
      #expect(svg.components(separatedBy: "url(#").count > ids.count)
      all += ids
    }
    #expect(all.count >= 4 && Set(all).count == all.count)
  }

  @Test("words with special characters come through")
  func escaping() {
    let words = #"a < b & "c" > 'd' λ 講座"#
    var figure = Figure(words, panels: [])
    figure.panels = [
      Panel(
        title: words, x: Axis(words), y: Axis(words), marks: [.line(name: words, points: [Point(0, 0), Point(1, 1)])])
    ]
    let check = XMLCheck(figure.svg)
    #expect(check.problem == nil)
    #expect(check.texts.filter { $0 == words }.count >= 5)
    #expect(XMLCheck(Figure("a\u{0}b\u{1B}[31m\u{FFFF}\nc", panels: []).svg).problem == nil)
  }

  @Test("equal names look alike in all panels and share one line of the legend")
  func legend() {
    let figure = FigureSamples.curves
    let names = Legend(figure).entries.map(\.name)
    #expect(names == ["training", "validation", "kept: epoch 120", "stop: epoch 170", "pale: as measured"])
    let texts = XMLCheck(figure.svg).texts
    #expect(texts.filter { $0 == "validation" }.count == 1)
  }

  @Test("a coordinate has at most two decimals and no minus zero")
  func coordinates() {
    #expect(1.0.coordinate == "1")
    #expect((-0.001).coordinate == "0")
    #expect((-0.456).coordinate == "-0.46")
    #expect(1234.5.coordinate == "1234.5")
    #expect(100.0.coordinate == "100")
    #expect(1_000_000.0.coordinate == "1000000")
    #expect(0.05.coordinate == "0.05")
  }

  @Test("texts, symbols and lines stay on the page", arguments: FigureSamples.all.map(\.name))
  func bounds(name: String) throws {
    let figure = try #require(FigureSamples.all.first { $0.name == name }).figure
    let check = XMLCheck(figure.svg)
    let width = try #require(check.elements.first?.attributes["width"].flatMap(Double.init))
    let height = try #require(check.elements.first?.attributes["height"].flatMap(Double.init))
    for element in check.elements.dropFirst() {
      let x = element.attributes["x"].flatMap(Double.init) ?? 0
      let y = element.attributes["y"].flatMap(Double.init) ?? 0
      #expect((0...width).contains(x) && (0...height).contains(y), "\(element)")
    }
  }

  @Test("row 0 of a field is drawn at the bottom")
  func fieldDirection() {
    let values = Matrix([[1, 1, 1], [1, 1, 1], [0, 0, 0], [0, 0, 0]])
    let field = Field(xRange: 0...1, yRange: 0...1, values: values)
    let svg = Figure("", panels: [Panel(title: "", x: Axis(""), y: Axis(""), marks: [.field(field)])]).svg
    let upper = SVGLook.shadeColour(0)
    let lower = SVGLook.shadeColour(SVGLook.shadeCount - 1)
    // Two more cells beyond each edge.
    #expect(svg.contains(#"<path d="M0 0h7m-7 1h7m-7 1h7m-7 1h7" stroke="\#(upper)"/>"#))
    #expect(svg.contains(#"<path d="M0 4h7m-7 1h7m-7 1h7m-7 1h7" stroke="\#(lower)"/>"#))
  }
}
