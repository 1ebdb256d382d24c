import Figures
import Testing

@testable import LabKit

@Suite("The pictures of activation functions")
struct ActivationPlotsTests {
  @Test("show ReLU's slope as a step from 0 to 1, with nothing between")
  func step() throws {
    let panel = try DrawnPlots.figure("activations", with: RightActivations.functions).panels[1]
    let curve = panel.curve("ReLU")
    #expect(curve.allSatisfy { $0.y == 0 && $0.x <= 0 || $0.y == 1 && $0.x >= 0 || $0.y.isNaN })
    #expect(curve.contains { $0.y == 0 } && curve.contains { $0.y == 1 } && curve.count { $0.y.isNaN } == 1)
    var ends: [(closed: [Point], open: [Point])] = []
    for case .ends("ReLU", let closed, let open) in panel.marks { ends.append((closed, open)) }
    #expect(ends.map(\.closed) == [[Point(0, 0)]] && ends.map(\.open) == [[Point(0, 1)]])
  }

  @Test("interrupt no other slope")
  func smooth() throws {
    let panel = try DrawnPlots.figure("activations", with: RightActivations.functions).panels[1]
    for name in ["tanh", "sigmoid"] {
      let curve = panel.curve(name)
      #expect(curve.count == 81 && curve.allSatisfy(\.y.isFinite))
    }
  }

  @Test("show a hat that is the sum of its terms: 0 outside its feet and 1 at its top")
  func hat() throws {
    let panels = try DrawnPlots.figure("hat", with: RightActivations.functions).panels
    let sum = panels[1].curve("sum")
    let terms = ["ReLU(x + 1)", "−2 · ReLU(x)", "ReLU(x − 1)"].map(panels[0].curve)
    #expect(!sum.isEmpty && terms.allSatisfy { $0.count == sum.count })
    for (index, point) in sum.enumerated() {
      let added = terms.reduce(0) { $0 + $1[index].y }
      let expected = max(0, 1 - abs(point.x))
      #expect(abs(point.y - added) < 1e-12 && abs(point.y - expected) < 1e-12, "at \(point.x)")
    }
  }

  @Test("show that ReLU's slopes keep their product, and that the sigmoid's best ones are 0.25")
  func fading() throws {
    let panel = try DrawnPlots.figure("fading", with: RightActivations.functions).panels[0]
    #expect(panel.yAxis.isLogarithmic)
    #expect(panel.curve("ReLU, z > 0").map(\.y) == [Double](repeating: 1, count: 11))
    var expected = 1.0
    for (best, other) in zip(panel.curve("sigmoid, z = 0"), panel.curve("sigmoid, z = 2")) {
      #expect(abs(best.y / expected - 1) < 1e-12)
      #expect(other.y < best.y || best.x == 0)
      expected /= 4
    }
  }
}
