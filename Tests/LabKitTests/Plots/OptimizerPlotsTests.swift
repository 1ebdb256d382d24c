import Figures
import Testing

@testable import LabKit

@Suite("The pictures of optimizers")
struct OptimizerPlotsTests {
  private func panel(_ name: String) throws -> Panel {
    try DrawnPlots.figure(name, with: PlainOptimizers.functions).panels[0]
  }

  /// How far from the bottom of the valley a way ends.
  private func distance(_ way: [Point]) throws -> Double {
    let end = try #require(way.last)
    return (end.x * end.x + end.y * end.y).squareRoot()
  }

  @Test("show two ways of as many steps from one point, and the one with momentum ends nearer the bottom")
  func valley() throws {
    let panel = try panel("valley")
    let (plain, momentum) = (panel.curve("without momentum"), panel.curve("momentum, β = 0.5"))
    #expect(plain.first == Point(1, 1) && momentum.first == Point(1, 1))
    #expect(plain.count == 21 && momentum.count == 21)
    #expect(try distance(momentum) < 0.2 * distance(plain))
    // Every step of the plain way crosses the valley.
    #expect(zip(plain, plain.dropFirst()).allSatisfy { $0.y * $1.y < 0 })
  }

  @Test("show lines of equal loss: on each ellipse the loss is the same, and it grows from one to the next")
  func contours() throws {
    let valley = Valley(steepness: 20)
    let losses = Valley.heights.map { height in valley.contour(through: height).map(valley.loss) }
    for (height, losses) in zip(Valley.heights, losses) {
      #expect(losses.allSatisfy { abs($0 - valley.loss(Point(0, height))) < 1e-9 })
    }
    #expect(zip(losses, losses.dropFirst()).allSatisfy { $0[0] < $1[0] })
    var ellipses: [ArraySlice<Point>] = []
    for case .contours(let points) in try panel("valley").marks { ellipses += points.split { $0.x.isNaN } }
    #expect(ellipses.count == Valley.heights.count)
  }

  @Test("show three ways from one point, and Adam's is straight: the slopes of x and y differ by a factor alone")
  func paths() throws {
    let panel = try panel("paths")
    let ways = ["gradient descent", "momentum", "Adam"].map(panel.curve)
    #expect(ways.allSatisfy { $0.first == Point(1, 1) && $0.count == 21 })
    #expect(ways[2].allSatisfy { abs($0.x - $0.y) < 1e-6 })
    #expect(try distance(ways[2]) < 0.2 * distance(ways[0]))
  }

  @Test("show a velocity that is what is kept and one gradient, and comes near to its limit without reaching it")
  func velocity() throws {
    let panel = try panel("velocity")
    let stairs = panel.curve("v = β · v + g").enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element.y)
    let limit = try #require(panel.curve("limit g / (1 − β)").first).y
    var kept: [Double] = []
    for case .bars(_, _, let heights) in panel.marks { kept = heights }
    #expect(stairs.count == 30 && kept.count == 30)
    for (velocity, share) in zip(stairs, kept) { #expect(abs(velocity - share - 1) < 1e-9) }
    #expect(zip(stairs, stairs.dropFirst()).allSatisfy { $0 < $1 })
    #expect(abs(limit - 10) < 1e-9 && stairs[29] < limit && stairs[29] > 0.9 * limit)
    #expect(panel.curve("g alone").allSatisfy { abs($0.y - 1) < 1e-9 })
  }

  @Test("show that corrected moments of a gradient that stays the same are that gradient from the first step on")
  func corrected() throws {
    let panel = try panel("corrected")
    for name in ["both corrected"] {
      #expect(panel.curve(name).count == 20 && panel.curve(name).allSatisfy { abs($0.y - 1) < 1e-9 })
    }
    let (first, second) = (panel.curve("m"), panel.curve("√v"))
    #expect(first.allSatisfy { $0.y < 1 } && zip(first, second).allSatisfy { $1.y < $0.y })
  }
}
