import Testing

@testable import Figures

@Suite("Diagrams with slopes that come back, and with long captions")
struct DiagramWayBackTests {
  private typealias Quantity = Diagram.Quantity

  /// Two units in each of two layers and a loss behind the first of the second ones.
  private func network(slopesComeBack: Bool) -> Diagram {
    let layers = [
      Diagram.Column("", [.unit("x₁", "1"), .unit("x₂", "2")]),
      Diagram.Column("", [.unit("a₁", Quantity("3", slope: "0.5000")), .unit("a₂", Quantity("4", slope: "−1.5000"))]),
      Diagram.Column("", [.box("loss")]),
    ]
    let weight = Quantity("−1.2500", slope: "−0.7500")
    return .network(
      "", layers: layers, weights: [[[weight, weight], [weight, weight]]], slopesComeBack: slopesComeBack)
  }

  private func dashedPaths(_ diagram: Diagram) -> Int {
    XMLCheck(diagram.svg).elements.filter { $0.attributes["stroke-dasharray"] != nil }
      .map { $0.attributes["d"]?.count { $0 == "M" } ?? 0 }.reduce(0, +)
  }

  @Test("have a dashed arrow back along each wire, without a label where none is given")
  func arrows() {
    let (back, plain) = (network(slopesComeBack: true), network(slopesComeBack: false))
    // Four weights, the loss, and one in the legend.
    #expect(dashedPaths(back) == 6 && dashedPaths(plain) == 1)
    #expect(SVGTextBox.all(in: back.svg).allSatisfy { $0.text != "∂ " })
    let style = TerminalStyle(usesColor: false, isASCII: false)
    let texts = [back, plain].map { $0.terminal(width: 80, height: 20, style: style) }
    #expect(texts[0] == texts[1])
  }

  @Test("have room for both labels of wires that cross")
  func room() { #expect(SVGTextBox.overlaps(in: network(slopesComeBack: true).svg) == []) }

  @Test("have labels that lie on their own wire and on no wire that crosses it", arguments: [false, true])
  func ownWires(slopesComeBack: Bool) {
    guard case .graph(let columns, let wires) = network(slopesComeBack: slopesComeBack).drawing else { return }
    let layout = GraphLayout(GraphStructure(columns: columns, wires: wires))
    let links = Array(zip(layout.structure.links, layout.labelPlaces)).filter { $0.0.start.column == 0 }
    #expect(links.count == 4)
    for (link, x) in links {
      let half = link.label.width / 2
      let y = layout.y(row: layout.row(of: link, x: x))
      let middles = layout.labelMiddles(of: link)
      let reach = DiagramText.size / 2
      let box = y + (middles.value ?? 0) - reach...y + (middles.slope ?? 0) + reach
      for (other, _) in links where other.start != link.start && other.end != link.end {
        for x in stride(from: x - half, through: x + half, by: 2) {
          #expect(!box.contains(layout.y(row: layout.row(of: other, x: x))), "\(link.wire) and \(other.wire)")
        }
      }
    }
  }

  @Test("write a line of a box that begins with ∂ as a slope")
  func boxes() {
    let diagram = Diagram.chain("", boxes: [.box("Dense", lines: ["W [2, 3]", "∂ W [2, 3]"])], arrows: ["", ""])
    let boxes = SVGTextBox.all(in: diagram.svg)
    #expect(boxes.map(\.isItalic) == [false, false, true])
  }

  @Test("break a caption that is longer than the page is wide, and lose none of it")
  func captions() throws {
    let caption = (0..<24).map { "word\($0)" }.joined(separator: " ")
    let matrix = Diagram.Term.matrix("A", .init("N", 2), .init("fanIn", 3))
    let svg = Diagram.products("", [.init(caption, [matrix]), .init(caption, [matrix])]).svg
    let boxes = SVGTextBox.all(in: svg)
    let lines = boxes.filter { $0.text.hasPrefix("word") }.sorted { $0.top < $1.top }.map(\.text)
    #expect(lines.joined(separator: " ") == "\(caption) \(caption)" && lines.count >= 4)
    let width = try #require(XMLCheck(svg).elements.first?.attributes["width"].flatMap(Double.init))
    #expect(width <= 640 && boxes.allSatisfy { $0.right <= width })
    #expect(SVGTextBox.overlaps(in: svg) == [])
  }
}
