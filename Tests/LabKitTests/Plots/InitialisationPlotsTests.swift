import Figures
import Testing

@testable import LabKit

@Suite("The pictures of initial weights")
struct InitialisationPlotsTests {
  @Test("show on one axis that He's weights keep the spread of the signal, and others do not")
  func spread() throws {
    let figure = try DrawnPlots.figure("spread", with: RightActivations.functions)
    let panel = try #require(figure.panels.first)
    #expect(figure.panels.count == 1 && panel.yAxis.isLogarithmic)
    func spreads(_ name: String) -> [Double] { panel.curve(name).map(\.y) }
    for name in ["He", "twice He", "Xavier", "a tenth of He"] {
      #expect(spreads(name).count == 11 && abs(spreads(name)[0] - 1) < 0.02, "\(name)")
    }
    #expect(spreads("He").allSatisfy { (0.5...1.5).contains($0) })
    #expect(spreads("twice He")[10] > 100 && spreads("Xavier")[10] < 0.1 && spreads("a tenth of He")[10] < 1e-8)
  }

  @Test("show the weights of few and of many inputs on the same axes, each as an area of 1")
  func weights() throws {
    let panels = try DrawnPlots.figure("weights", with: RightActivations.functions).panels
    #expect(panels.map(\.title) == ["32 inputs: σ = 0.25", "512 inputs: σ = 0.0625"])
    #expect(panels[0].xAxis.range == panels[1].xAxis.range && panels[0].yAxis.range == panels[1].yAxis.range)
    var tallest: [Double] = []
    for panel in panels {
      for case .bars(_, let edges, let heights) in panel.marks {
        let area = zip(heights, zip(edges, edges.dropFirst())).reduce(0) { $0 + $1.0 * ($1.1.1 - $1.1.0) }
        #expect(abs(area - 1) < 1e-9)
        tallest.append(heights.max() ?? 0)
      }
    }
    #expect(tallest.count == 2 && tallest[1] > 3 * tallest[0])
  }
}
