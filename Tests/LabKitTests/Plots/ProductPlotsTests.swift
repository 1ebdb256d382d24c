import Figures
import Testing
import Training

@testable import LabKit

@Suite("The pictures of matrix products and of layers")
struct ProductPlotsTests {
  private func equations(_ name: String) throws -> [Diagram.Equation] {
    let functions = name == "layer-products" ? SmallLayers.functions : SmallNetwork.functions
    return try DrawnPlots.diagram(name, with: functions).equations
  }

  @Test(
    "have one side where two factors meet, and the other two in what comes out",
    arguments: ["linear-product", "gradient-products", "layer-products"])
  func sides(name: String) throws {
    for equation in try equations(name) {
      try #require(equation.factors.count == 1)
      let (left, right) = equation.factors[0]
      let result = try #require(equation.result)
      #expect(left.columns == right.rows, "\(equation.caption)")
      #expect(result.rows == left.rows && result.columns == right.columns, "\(equation.caption)")
    }
  }

  @Test("give slopes the shapes of what they belong to", arguments: ["gradient-products", "layer-products"])
  func shapes(name: String) throws {
    let equations = try equations(name)
    try #require(equations.count == 3)
    let (input, weights) = equations[0].factors[0]
    let slopes = equations[1...].compactMap(\.result)
    #expect(slopes.allSatisfy { $0.isSlope })
    #expect(slopes[0].rows == weights.rows && slopes[0].columns == weights.columns)
    #expect(slopes[1].rows == input.rows && slopes[1].columns == input.columns)
  }

  @Test("have names for sides that are of different lengths, so that no two are taken for each other")
  func lengths() throws {
    let blocks = try equations("gradient-products").flatMap { [$0.factors[0].left, $0.factors[0].right] }
    let sides = blocks.flatMap { [$0.rows, $0.columns] }
    let sizes = Dictionary(grouping: sides, by: \.name).mapValues { Set($0.map(\.size)) }
    #expect(sizes.values.allSatisfy { $0.count == 1 })
    #expect(Set(sizes.values).count == 3 && sizes.count == 3)
  }

  @Test("show in frames what the entry in the frame is made of", arguments: ["linear-product", "layer-products"])
  func frames(name: String) throws {
    let framed = try #require(try equations(name).first { $0.result?.framedRow != nil })
    let (left, right) = framed.factors[0]
    let result = try #require(framed.result)
    #expect(left.framedRow == result.framedRow && left.framedColumn == nil)
    #expect(right.framedColumn == result.framedColumn && right.framedRow == nil)
  }

  @Test("let as much come back on every arrow as went there, and have each parameter's slope in its shape")
  func stack() throws {
    let diagram = try DrawnPlots.diagram("stack", with: SmallLayers.functions)
    guard case .chain(let boxes, let arrows) = diagram.drawing else {
      Issue.record("no chain")
      return
    }
    #expect(arrows.map(\.value) == ["[32, 2]", "[32, 64]", "[32, 64]", "[32, 3]", ""])
    #expect(arrows.dropLast().allSatisfy { $0.slope == $0.value })
    for box in [boxes[0], boxes[2]] {
      try #require(box.lines.count == 2)
      #expect(box.lines[1].replacing("∂ ", with: "") == box.lines[0])
    }
    #expect(boxes[1].lines == [])
  }
}
