import Figures
import Foundation
import Testing

@testable import LabKit

@Suite("The pictures of the page's network")
struct NetworkPlotsTests {
  private static let names = ["network", "backpropagation"]

  private func diagram(_ name: String) throws -> Diagram {
    try DrawnPlots.diagram(name, with: SmallNetwork.functions)
  }

  /// The number behind `z = `, `z₁ = ` or `z₂ = ` among a unit's lines.
  private func sum(_ node: Diagram.Node) -> Double {
    let line = node.lines.first { $0.hasPrefix("z") && $0.contains(" = ") } ?? ""
    return Diagram.number(line.split(separator: " ").last ?? "")
  }

  @Test("have the probability and the loss of row 2 on lesson 3's page", arguments: names)
  func page(name: String) throws {
    let file = URL(filePath: #filePath).appending(path: "../../../../Lessons/Lesson3-Forward/README.md")
    let text = try String(contentsOf: file.standardizedFileURL, encoding: .utf8)
    let row = try #require(text.split(separator: "\n").first { $0.hasPrefix("| row 2 |") })
    let nodes = try diagram(name).nodes
    let (p, loss) = (try #require(nodes["p"]), try #require(nodes["loss"]?.lines.last))
    #expect(row.contains("| \(p.text) |") && row.hasSuffix("| \(loss) |"))
  }

  @Test("have at each unit the sum of what comes in, with its bias, and its activation", arguments: names)
  func sums(name: String) throws {
    let diagram = try diagram(name)
    let nodes = diagram.nodes
    for unit in ["a₁", "a₂", "p"] {
      let node = try #require(nodes[unit])
      let bias = Diagram.number(try #require(node.bias).value)
      let inputs = diagram.wires.filter { $0.end == unit }
      let products = try inputs.map { wire in
        let input = try #require(nodes[wire.start])
        return Diagram.number(input.text) * Diagram.number(wire.label.value)
      }
      let sum = products.reduce(bias, +)
      #expect(inputs.count == 2 && self.sum(node) == sum, "\(unit)")
      if unit != "p" { #expect(Diagram.number(node.text) == max(0, sum)) }
    }
  }

  @Test("have slopes that follow from the next delta: on a weight, on a bias and at a hidden unit")
  func slopes() throws {
    let diagram = try diagram("backpropagation")
    let nodes = diagram.nodes
    func delta(_ name: String) throws -> Double { Diagram.number(try #require(nodes[name]?.slope)) }
    for wire in diagram.wires where wire.end != "loss" {
      let slope = Diagram.number(try #require(wire.label.slope))
      let input = Diagram.number(try #require(nodes[wire.start]).text)
      let next = try delta(wire.end)
      #expect(abs(slope - input * next) < 0.001, "\(wire)")
      guard wire.end == "p", let unit = nodes[wire.start] else { continue }
      let passed = sum(unit) > 0 ? next * Diagram.number(wire.label.value) : 0
      let own = try delta(wire.start)
      #expect(abs(own - passed) < 0.001, "\(wire)")
    }
    for node in nodes.values { #expect(node.bias?.slope == (node.bias == nil ? nil : node.slope)) }
    #expect(try self.diagram("network").wires.allSatisfy { $0.label.slope == nil })
  }

  @Test("cross where p is a half, and the page's rows lie on the curves of their labels")
  func logLoss() throws {
    let panel = try DrawnPlots.figure("log-loss", with: SmallNetwork.functions).panels[0]
    let curves = [panel.curve("y = 0: −log(1 − p)"), panel.curve("y = 1: −log p")]
    let middles = curves.map { $0.first { $0.x == 0.5 }?.y }
    #expect(middles[0] != nil && middles[0] == middles[1])
    var points: [Point] = []
    for case .points(_, let own) in panel.marks { points += own }
    try #require(points.count == 2)
    for (point, curve) in zip(points, [curves[1], curves[0]]) {
      let nearest = try #require(curve.min { abs($0.x - point.x) < abs($1.x - point.x) })
      #expect(abs(nearest.y - point.y) < 0.02)
    }
  }
}
