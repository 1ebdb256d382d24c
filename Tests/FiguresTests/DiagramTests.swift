import CourseKit
import Foundation
import Testing

@testable import Figures

@Suite
struct DiagramTests {
  private static let names = DiagramSamples.all.map(\.name)

  private func sample(_ name: String) throws -> Diagram {
    try #require(DiagramSamples.all.first { $0.name == name }).diagram
  }

  @Test("every name and number is in the SVG, as often as it was given", arguments: names)
  func textsInSVG(name: String) throws {
    let diagram = try sample(name)
    let texts = SVGTextBox.all(in: diagram.svg).map(\.text)
    for text in Set(diagram.words) {
      #expect(texts.count { $0 == text } >= diagram.words.count { $0 == text }, "\(text)")
    }
  }

  @Test("every name and number is in the terminal, at any width", arguments: names)
  func textsInTerminal(name: String) throws {
    let diagram = try sample(name)
    for width in [24, 40, 60, 80, 120] {
      for isASCII in [false, true] {
        let style = TerminalStyle(usesColor: false, isASCII: isASCII)
        let text = diagram.terminal(width: width, height: 20, style: style).filter { !$0.isWhitespace }
        for word in diagram.words {
          #expect(text.contains(style.mathText(word).filter { !$0.isWhitespace }), "\(word) in \(width) columns")
        }
      }
    }
  }

  @Test("in plain ASCII nothing becomes a question mark, and a product's dot is no minus", arguments: names)
  func ascii(name: String) throws {
    let text = try sample(name).terminal(width: 80, height: 20, style: TerminalStyle(usesColor: false, isASCII: true))
    #expect(text.allSatisfy { $0.isASCII && $0 != "?" })
    if name == "productsOfNumbers" { #expect(text.contains("1 * 0.50 + 2 * 1 = 2.50")) }
  }

  @Test("a label lies on no other label and on no unit but its own", arguments: names)
  func overlaps(name: String) throws {
    #expect(SVGTextBox.overlaps(in: try sample(name).svg) == [])
  }

  @Test("labels lie apart in networks of two to four layers with one to three units", arguments: 2...4)
  func overlapsInNetworks(layerCount: Int) {
    for seed in 0..<40 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let counts = (0..<layerCount).map { _ in Int.random(in: 1...3, using: &generator) }
      let diagram = DiagramSamples.network(counts: counts, using: &generator)
      #expect(SVGTextBox.overlaps(in: diagram.svg) == [], "\(counts)")
      #expect(diagram.svg.utf8.count < 20_000)
    }
  }

  @Test("a picture fits the page and a small file, and its letters are large enough for a phone", arguments: names)
  func sizes(name: String) throws {
    let svg = try sample(name).svg
    let check = XMLCheck(svg)
    let width = try #require(check.elements.first?.attributes["width"].flatMap(Double.init))
    #expect(width <= 640 && svg.utf8.count <= 20_000)
    for box in SVGTextBox.all(in: svg) {
      #expect(box.size >= SVGText.size && box.left >= 0 && box.right <= width, "\(box.text)")
    }
  }

  @Test("what comes back is told without its colour: in italics, after a ∂ or in a dashed frame")
  func slopes() throws {
    for name in ["network", "graph", "chain", "stack", "deepNetwork"] {
      let boxes = SVGTextBox.all(in: try sample(name).svg)
      #expect(boxes.allSatisfy { $0.isItalic == $0.text.hasPrefix("∂ ") })
      #expect(boxes.filter(\.isItalic).isEmpty == false)
      let text = try sample(name).terminal(
        width: 80, height: 20, style: TerminalStyle(usesColor: false, isASCII: false))
      #expect(text.contains("∂ "))
    }
    let panels = XMLCheck(try sample("products").svg).elements.filter { $0.attributes["stroke-dasharray"] != nil }
    // Four matrices of slopes, and one in the legend.
    #expect(panels.count == 5)
  }

  @Test("sides that meet at a product's dot are thick and have one colour")
  func innerSides() throws {
    let sides = XMLCheck(try sample("products").svg).elements.filter { $0.attributes["stroke-width"] == "7" }
    let colours = sides.compactMap { $0.attributes["stroke"] }
    // Two sides for each of three products, and as many in the legend.
    #expect(colours.count == 8)
    #expect(stride(from: 0, to: colours.count - 1, by: 2).allSatisfy { colours[$0] == colours[$0 + 1] })
    #expect(Set(colours).count == 3)
    let equation = Diagram.Equation(["(", "·", ")", "·"])
    #expect(equation.terms.indices.allSatisfy { equation.innerSides(at: $0) == (false, false) })
  }

  @Test("a rectangle is as high and wide as its sizes say")
  func proportions() {
    let metrics = BlockMetrics(Diagram.Block("A", .init("N", 12), .init("fanIn", 4)), scale: 10)
    #expect(metrics.rectangle == (width: 40, height: 120))
    let smallest = BlockMetrics(Diagram.Block("b", .init("", 1), .init("", 64)), scale: 2)
    #expect(smallest.rectangle == (width: 128, height: 30))
  }

  @Test("a diagram that was written and read is the same, and has the same picture", arguments: names)
  func coding(name: String) throws {
    let diagram = try sample(name)
    let read = try JSONDecoder().decode(Diagram.self, from: JSONEncoder().encode(diagram))
    #expect(read == diagram && read.svg == diagram.svg)
  }

  @Test("nodes stand as near as they can to the middle of what feeds them, one row apart")
  func rows() {
    #expect(GraphStructure.spread([0.5, 0.5]) == [0, 1])
    #expect(GraphStructure.spread([1, 1, 1]) == [0, 1, 2])
    #expect(GraphStructure.spread([0, 3, 3]) == [0, 2.5, 3.5])
    #expect(GraphStructure.spread([2, 0]) == [0.5, 1.5])
    #expect(GraphStructure.spread([]) == [])
  }

  @Test("numbers are written as the pages have them")
  func numbers() {
    #expect(Diagram.text(-1.5) == "−1.5000")
    #expect(Diagram.text(2) == "2" && Diagram.text(-0.0) == "0")
    #expect(Diagram.text(0.73106, decimals: 2) == "0.73" && Diagram.text(.nan) == "nan")
    #expect(Diagram.Quantity(2, slope: -0.5) == Diagram.Quantity("2", slope: "−0.5000"))
  }

  @Test("what was read from elsewhere is drawn as far as it can be")
  func oddParts() {
    let wires = [Diagram.Wire("a", "b"), Diagram.Wire("b", "a"), Diagram.Wire("a", "c", "1")]
    let columns = [Diagram.Column([.box("a")]), Diagram.Column([]), Diagram.Column([.box("c"), .box("c")])]
    let pictures = [
      Diagram("", drawing: .graph(columns: columns, wires: wires)),
      Diagram("", drawing: .graph(columns: [], wires: [])),
      Diagram("", drawing: .chain(boxes: [], arrows: [])), Diagram("", drawing: .chain(boxes: [.box("a")], arrows: [])),
      Diagram("", drawing: .products([])), Diagram("", drawing: .products([.init([])])),
      Diagram("", drawing: .products([.init([.matrix("A", .init("", 0), .init("", 0)), "=", "·"])])),
      Diagram(
        "", drawing: .products([.init([.matrix(.init("A", .init("", 1), .init("", 2), entries: [["1"], []]))])])),
    ]
    for picture in pictures {
      #expect(XMLCheck(picture.svg).problem == nil)
      let text = picture.terminal(width: 30, height: 10, style: TerminalStyle(usesColor: true, isASCII: false))
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= 60 })
    }
  }

  @Test("a matrix that is too wide for the terminal is written in words")
  func wideMatrix() {
    let numbers = Matrix(rows: 2, columns: 6, elements: (0..<12).map { Double($0) + 0.5 })
    let diagram = Diagram.matrices("", [.init("A", numbers, rows: "N", columns: "units")])
    let text = diagram.terminal(width: 30, height: 10, style: TerminalStyle(usesColor: false, isASCII: true))
    #expect(text.contains("6.50, 7.50") && text.contains("11.50") && !text.contains("+--"))
  }

  @Test("a word that is longer than a line goes on in the next one")
  func longWord() {
    let name = "anExtraordinarilyLongNameOfAUnitOrALayer"
    let diagram = Diagram.graph("", columns: [Diagram.Column([.box(name)])], wires: [])
    let text = diagram.terminal(width: 20, height: 10, style: TerminalStyle(usesColor: false, isASCII: false))
    #expect(text.filter { $0 != "\n" && $0 != " " } == "[\(name)]")
  }
}
