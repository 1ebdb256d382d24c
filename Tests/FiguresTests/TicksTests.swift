import CourseKit
import Foundation
import Testing
import Vocabulary

@testable import Figures

@Suite
struct TicksTests {
  @Test("ticks are 1, 2 or 5 times a power of ten apart, within the range, and not too many")
  func roundNumbers() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<2000 {
      let size = pow(10, 20 * generator.nextUniform() - 10)
      let lower = size * generator.nextGaussian()
      let scale = Scale(lower...(lower + size * generator.nextUniform()))
      let count = 2 + Int(10 * generator.nextUniform())
      let ticks = Ticks.numbers(for: scale, atMost: count)
      #expect(ticks.count <= count)
      #expect(ticks.count >= count / 3)
      #expect(ticks.allSatisfy { scale.contains($0.value) })
      let steps = Set(zip(ticks, ticks.dropFirst()).map { $1.mantissa - $0.mantissa })
      #expect(steps.count <= 1 && steps.isSubset(of: [1, 2, 5]))
      #expect(Set(ticks.map(\.exponent)).count <= 1)
      #expect(Set(Ticks.texts(ticks)).count == ticks.count)
    }
  }

  @Test("the ends of a range are ticks where they are round")
  func ends() {
    #expect(Ticks.texts(Ticks.numbers(for: Scale(0...1), atMost: 6)) == ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"])
    #expect(Ticks.texts(Ticks.numbers(for: Scale(-0.3...0.3), atMost: 4)) == ["−0.2", "0.0", "0.2"])
    #expect(Ticks.texts(Ticks.numbers(for: Scale(0...1200), atMost: 5)) == ["0", "500", "1000"])
  }

  @Test("a logarithmic axis has powers of ten, and more numbers where there are few of them")
  func logarithmic() {
    func texts(_ range: ClosedRange<Double>, _ count: Int) -> [String] {
      Ticks.texts(Ticks.numbers(for: Scale(range, isLogarithmic: true), atMost: count))
    }
    #expect(texts(0.001...10, 6) == ["0.001", "0.01", "0.1", "1", "10"])
    #expect(texts(1e-12...1, 5) == ["10⁻¹²", "10⁻⁹", "10⁻⁶", "10⁻³", "10⁰"])
    #expect(texts(0.8...6, 6) == ["1", "2", "5"])
    #expect(texts(3.1...3.9, 5).count >= 2)
  }

  @Test("numbers are written at reading size, whatever the locale")
  func texts() {
    #expect(DecimalNumber(mantissa: 0, exponent: -1).text() == "0.0")
    #expect(DecimalNumber(mantissa: -5, exponent: -1).text() == "−0.5")
    #expect(DecimalNumber(mantissa: -5, exponent: -1).text(isASCII: true) == "-0.5")
    #expect(DecimalNumber(mantissa: 12, exponent: 3).text() == "12000")
    #expect(DecimalNumber(mantissa: 12, exponent: 6).text() == "1.2×10⁷")
    #expect(DecimalNumber(mantissa: 12, exponent: 6).text(isASCII: true) == "1.2e7")
    #expect(DecimalNumber(mantissa: 1, exponent: -7).text() == "10⁻⁷")
    #expect(DecimalNumber(0.83456, significant: 3).text() == "0.835")
    #expect(DecimalNumber(.nan, significant: 3).text() == "0")
    #expect(SpreadText.text(mean: 0.83512, spread: 0.0351) == "0.835 ± 0.035")
    #expect(SpreadText.text(mean: 11.648, spread: 0.4) == "11.65 ± 0.40")
    #expect(SpreadText.text(mean: 0.5, spread: 0) == "0.5")
    #expect(SpreadText.text(mean: .nan, spread: 1) == "no number")
    #expect(SpreadText.text(mean: 1e30, spread: 1e-5).hasPrefix("10³⁰"))
    #expect(SpreadText.text(mean: 0, spread: 0.1) == "0.00 ± 0.10")
  }

  @Test("the numbers below a panel never touch")
  func distances() {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<300 {
      let lower = pow(10, 12 * generator.nextUniform() - 6) * generator.nextGaussian()
      let upper = lower + pow(10, 12 * generator.nextUniform() - 6)
      let panel = Panel(title: "", x: Axis("", range: lower...upper), y: Axis(""), marks: [])
      let layout = SVGPanelLayout(
        panel, legend: Legend(Figure("", panels: [panel])), width: 240, plotHeight: 200)
      let ticks = zip(layout.xTicks, Ticks.texts(layout.xTicks)).map { number, text in
        (
          place: (layout.xScale.fraction(number.value) ?? 0) * layout.plotWidth,
          width: SVGText.width(text, size: SVGText.size)
        )
      }
      for (left, right) in zip(ticks, ticks.dropFirst()) {
        #expect(left.place + left.width / 2 < right.place - right.width / 2, "\(lower)...\(upper)")
      }
    }
  }
}
