import CourseKit
import Foundation
import Testing

@testable import Figures

@Suite
struct NoiseTests {
  private static let course = (0..<400).map { 0.2 + 0.7 * exp(-Double($0) / 60) }

  private static func noisy(_ deviation: Double, seed: UInt64 = 1) -> [Double] {
    zip(course, FigureSamples.gaussians(400, seed: seed)).map { $0 + deviation * $1 }
  }

  @Test("a curve with noise that can be seen is noisy")
  func noise() {
    for seed in 1...20 as ClosedRange<UInt64> {
      #expect(Noise.isNoisy(Self.noisy(0.01, seed: seed)))
      #expect(Noise.isNoisy(Self.noisy(0.1, seed: seed)))
      // In steps of a fortieth, as an accuracy has them.
      #expect(Noise.isNoisy(Self.noisy(0.05, seed: seed).map { ($0 * 40).rounded() / 40 }))
    }
  }

  @Test("a smooth curve is not, however it winds, nor one with noise too small to be seen, nor a short one")
  func smooth() {
    #expect(!Noise.isNoisy(Self.course))
    #expect(!Noise.isNoisy((0..<400).map { 0.5 + 0.4 * sin(Double($0) / 3) }))
    #expect(!Noise.isNoisy((0..<400).map { Double($0 / 20 % 2) }))
    #expect(!Noise.isNoisy(Self.noisy(0.0005)))
    #expect(!Noise.isNoisy(FigureSamples.gaussians(50, seed: 1)))
    #expect(!Noise.isNoisy([]))
  }

  @Test("the smoothed curve is the mean of a fortieth of the points, and has the same ends")
  func smoothing() {
    let heights = Self.noisy(0.03)
    let smoothed = Noise.smoothed(heights)
    #expect(smoothed.count == heights.count)
    #expect(abs(smoothed[200] - heights[195...205].reduce(0, +) / 11) < 1e-12)
    #expect(abs(smoothed[0] - heights[0]) < 1e-12 && abs(smoothed[399] - heights[399]) < 1e-12)
    func error(_ values: [Double]) -> Double { zip(values, Self.course).map { ($0 - $1) * ($0 - $1) }.reduce(0, +) }
    #expect(error(smoothed) < error(heights) / 5)
    #expect(Noise.smoothed([]) == [] && Noise.smoothed([3]) == [3])
  }

  private static func figure(_ values: [[Double]]) -> Figure {
    .trainingLosses(values.enumerated().map { ("curve \($0.offset)", $0.element) })
  }

  @Test("a noisy curve is drawn thin and pale below its course, and those beside it are treated alike")
  func drawing() {
    let elements = XMLCheck(Self.figure([Self.noisy(0.05), Self.course]).svg).elements
    let all = elements.filter { $0.attributes["stroke-linejoin"] == "round" && $0.attributes["fill"] == "none" }
    // Those after them are samples in the legend.
    let curves = all.prefix(4)
    #expect(curves.map { $0.attributes["stroke-opacity"] } == ["0.4", "0.4", nil, nil])
    #expect(curves.map { $0.attributes["stroke-width"] } == ["1", "1", "2.2", "2.2"])
    #expect(curves.map { $0.attributes["stroke"] } == [0, 1, 0, 1].map(SVGLook.colour))
    #expect(curves.allSatisfy { $0.attributes["stroke-dasharray"] == nil })
  }

  @Test("the legend says what pale curves are, where there are some")
  func legend() {
    let (noisy, calm) = (Self.figure([Self.noisy(0.05), Self.course]), Self.figure([Self.course, Self.course]))
    #expect(noisy.svg.contains("pale: as measured") && !calm.svg.contains("pale"))
    let style = TerminalStyle(usesColor: false, isASCII: false)
    #expect(!noisy.terminal(width: 80, height: 20, style: style).contains("pale"))
  }

  @Test("curves of so few points that each is seen are drawn as they are")
  func short() {
    let values = Array(Self.noisy(0.05).prefix(150))
    #expect(!Noise.isNoisy(values) && !Self.figure([values]).isSmoothed)
    #expect(Self.figure([Self.noisy(0.05), values]).isSmoothed)
  }

  @Test("curves are told apart without colour by symbols, which lie on their curve and not on each other")
  func symbols() throws {
    let figure = Self.figure((0..<4).map { Self.noisy(0.01, seed: UInt64($0 + 1)) })
    let layout = SVGPanelLayout(figure.panels[0], legend: Legend(figure), width: 536, plotHeight: 300)
    let curves = figure.panels[0].marks.compactMap(layout.curve)
    #expect(curves.count == 4 && curves.allSatisfy(\.hasSymbols))
    let svg = XMLCheck(figure.svg).elements.compactMap { $0.attributes["d"] }
    var places: [Double] = []
    for look in 0..<4 {
      let symbol = SVGLook.symbol(look, size: 4.5)
      let path = try #require(svg.first { $0.contains(symbol) })
      let own = path.matches(of: /M([\d.]+) ([\d.]+)/).compactMap { Double($0.1) }
      #expect(own.count >= 2)
      places += own
    }
    places.sort()
    #expect(zip(places, places.dropFirst()).allSatisfy { $1 - $0 > 15 })
    // A curve that stands alone needs none.
    #expect(!Legend(Self.figure([Self.course])).entries[0].hasSymbols)
  }

  @Test("the terminal draws the course of a noisy curve")
  func terminal() {
    let style = TerminalStyle(usesColor: false, isASCII: true)
    let noisy = Self.figure([zip(Self.course, FigureSamples.gaussians(400, seed: 1)).map { $0 + 0.04 * $1 }])
    let text = noisy.terminal(width: 80, height: 30, style: style)
    let plot = text.split(separator: "\n").dropFirst(2).prefix(26).joined()
    #expect(plot.count { $0 == "o" } < 150)
  }
}
