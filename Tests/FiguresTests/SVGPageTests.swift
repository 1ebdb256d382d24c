import CourseKit
import Foundation
import Testing

@testable import Figures

/// What makes a picture readable on any page: its size, its letters, its edge.
@Suite
struct SVGPageTests {
  /// Pictures with all that takes room: long words, many panels, many names.
  private static let crowded: [(name: String, figure: any Picture)] = {
    let words = "a rather long sentence in which nothing is shorter than it might be, as it goes on"
    let curve = (0...30).map { Point(Double($0) / 10, Double($0 * $0) * 1e-7) }
    func panel(_ title: String, _ marks: [Mark]) -> Panel {
      Panel(title: title, x: Axis("the length of the sentence"), y: Axis("what it is worth"), marks: marks)
    }
    let rules = [0.1, 1.4, 1.5, 2.9, 3].map { Mark.rule(name: "rule at \($0)", x: $0) }
    let lines = (0..<20).map { Mark.line(name: "curve number \($0) of twenty", points: curve) }
    var pictures: [(name: String, figure: any Picture)] = [
      ("words", Figure(words, caption: words, panels: [panel(words, [.line(name: words, points: curve)])])),
      ("rules", Figure("Rules", panels: (0..<2).map { panel("\($0)", [.line(name: "a", points: curve)] + rules) })),
      ("lines", Figure("Lines", panels: [panel("", lines)])),
      (
        "labels",
        Figure.comparison(title: words, axis: words, entries: (0..<4).map { ("\($0) \(words)", (1, 2), (1, 2)) })
      ),
    ]
    for count in 1...7 {
      let panels = (0..<count).map { panel("\(words) \($0)", [.line(name: "a", points: curve)]) }
      pictures.append(("\(count) panels", Figure("Panels", panels: panels)))
    }
    return pictures
  }()

  private static let all = FigureSamples.all + crowded

  private static func picture(_ name: String) throws -> any Picture {
    try #require(all.first { $0.name == name }).figure
  }

  @Test("it is at most 640 wide, on a white ground with round corners and an edge", arguments: all.map(\.name))
  func size(name: String) throws {
    let check = XMLCheck(try Self.picture(name).svg)
    let width = try #require(check.elements.first?.attributes["width"].flatMap(Double.init))
    #expect(width <= 640)
    let ground = try #require(check.elements.first { $0.name == "rect" }).attributes
    #expect(ground["fill"] == "#ffffff" && ground["stroke"] == SVGLook.edge)
    #expect([8, 10].contains(ground["rx"].flatMap(Double.init)))
    #expect(ground["width"].flatMap(Double.init) == width - 1)
  }

  @Test("letters can be read on a telephone, 366 wide, and those of the title are highest", arguments: all.map(\.name))
  func letters(name: String) throws {
    let svg = try Self.picture(name).svg
    let texts = DrawnText.all(in: svg)
    let width = try #require(XMLCheck(svg).elements.first?.attributes["width"].flatMap(Double.init))
    // Numbers in the cells of a confusion matrix are smaller.
    let scale = min(366 / width, 1) * (name.hasPrefix("confusion") ? SVGText.size / 14 : 1)
    #expect(texts.allSatisfy { $0.size * scale >= 9.3 })
    // Signs between matrices are pictures rather than words.
    let words = texts.dropFirst().filter { $0.text.count > 1 }
    #expect(words.allSatisfy { $0.size <= texts[0].size } && texts[0].isBold)
  }

  @Test("no text lies over another one or is cut off at the edge", arguments: all.map(\.name))
  func overlaps(name: String) throws {
    let svg = try Self.picture(name).svg
    let root = try #require(XMLCheck(svg).elements.first).attributes
    let (width, height) = (root["width"].flatMap(Double.init) ?? 0, root["height"].flatMap(Double.init) ?? 0)
    let texts = DrawnText.all(in: svg)
    for (index, text) in texts.enumerated() {
      #expect(text.x.lowerBound >= 0 && text.x.upperBound <= width, "\(text.text)")
      #expect(text.y.lowerBound >= 0 && text.y.upperBound <= height, "\(text.text)")
      for other in texts[(index + 1)...] {
        #expect(text.overlap(other) <= 0.5, "\(text.text) and \(other.text)")
      }
    }
  }

  @Test("titles are whole, however long they are")
  func titles() throws {
    for name in ["words", "labels"] {
      let figure = try Self.picture(name)
      let texts = DrawnText.all(in: figure.svg)
      #expect(texts.map(\.text).joined(separator: " ").hasPrefix(figure.title))
    }
  }

  @Test("what a legend says of a background is whole, in narrow pictures, too")
  func backgrounds() {
    let grid = PointGrid(xRange: 0...1, yRange: 0...1, rows: 2, columns: 2)
    let regions = ClassRegions(grid: grid, probabilities: Matrix(rows: 4, columns: 2, repeating: 0.5))
    let field = Field(xRange: 0...1, yRange: 0...1, values: Matrix(rows: 2, columns: 2, repeating: 0.5))
    let marks = [
      Mark.regions(regions, names: ["a", "b"]), .field(field, of: "Iris versicolor"),
      .confusion(counts: [[1]], names: ["a"]),
    ]
    for mark in marks {
      let figure = Figure("", panels: [Panel(title: "", x: Axis("x"), y: Axis("y"), marks: [mark])])
      #expect(!figure.svg.contains("…"))
    }
  }

  @Test("panels stand in rows of one or two, and none is left with an empty place beside it")
  func rows() throws {
    func rows(_ axes: [String]) -> [Int] {
      PanelGrid.rows(of: axes.map { Panel(title: "", x: Axis(""), y: Axis($0), marks: []) }).map(\.count)
    }
    #expect(rows([]) == [])
    #expect(rows(["a"]) == [1])
    #expect(rows(["a", "b"]) == [2])
    #expect(rows(["a", "a", "a"]) == [2, 1])
    #expect(rows(["a", "b", "b"]) == [1, 2])
    #expect(rows(["a", "b", "b", "b", "b"]) == [1, 2, 2])
    // A plot that is narrower than its panel stands in the picture's middle.
    let field = Field(xRange: 0...1, yRange: 0...1, rows: 3, columns: 3) { .zeros(rows: $0.rows, columns: 1) }
    let svg = Figure.boundary(title: "XOR", data: .xor, field: field).svg
    let check = XMLCheck(svg)
    let frame = try #require(check.elements.last { $0.name == "rect" && $0.attributes["stroke"] == SVGLook.faintInk })
    let numbers = ["x", "width"].compactMap { frame.attributes[$0].flatMap(Double.init) }
    let width = try #require(check.elements.first?.attributes["width"].flatMap(Double.init))
    #expect(abs(numbers[0] + numbers[1] / 2 - width / 2) < 40)
  }
}
