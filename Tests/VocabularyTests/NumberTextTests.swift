import CourseKit
import Foundation
import Testing
import Vocabulary

@Suite("A number in a report") struct NumberTextTests {
  @Test(
    "is at most a dozen characters that a person can read",
    arguments: [
      (0, "0"), (-0.0, "0"), (1, "1"), (-7, "-7"), (123456, "123456"), (0.5, "0.5"), (-1.25, "-1.25"),
      (1 / 3, "0.3333"), (2 / 3, "0.6667"), (12.3456, "12.35"), (0.001, "0.001"), (0.000_999, "0.000999"),
      (1e-9, "1e-9"), (1_000_000, "1e+6"), (1.5e10, "1.5e+10"), (-2.5e-7, "-2.5e-7"),
      (123_456.7, "1.235e+5"), (Double.nan, "NaN"), (Double.infinity, "infinity"), (-Double.infinity, "-infinity"),
      (Double.greatestFiniteMagnitude, "1.798e+308"), (Double.leastNonzeroMagnitude, "4.941e-324"),
    ] as [(Double, String)])
  func text(number: Double, text: String) {
    #expect(number.text == text)
    #expect(text.count <= 12)
  }
}

@Suite("A number in a table")
struct TableNumberTests {
  @Test("have as many digits as count, and no zeros at the end")
  func significant() {
    #expect(NumberText.significant(0.03) == "0.03")
    #expect(NumberText.significant(253.333) == "253.3")
    #expect(NumberText.significant(0.0059334) == "0.005933")
    #expect(NumberText.significant(1000) == "1000")
    #expect(NumberText.significant(0) == "0")
    #expect(NumberText.significant(-0.25) == "-0.25")
    #expect(NumberText.significant(.nan) == "nan")
    #expect(NumberText.significant(-.infinity) == "-inf")
  }

  @Test("have so many digits after the point, and no minus before a zero")
  func fixed() {
    #expect(NumberText.fixed(0.32555, 4) == "0.3256" || NumberText.fixed(0.32555, 4) == "0.3255")
    #expect(NumberText.fixed(-0.00001, 4) == "0.0000")
    #expect(NumberText.fixed(-0.5, 0) == "0" || NumberText.fixed(-0.5, 0) == "-1")
    #expect(NumberText.fixed(.infinity, 4) == "inf")
  }

  @Test("fit into a column")
  func fitted() {
    #expect(NumberText.fitted(0.32561, width: 6) == "0.3256")
    #expect(NumberText.fitted(18.4207, width: 6) == "18.421")
    #expect(NumberText.fitted(99999.7, width: 6) == "100000")
    #expect(NumberText.fitted(1.26e16, width: 6) == "1e+16")
    #expect(NumberText.fitted(.nan, width: 6) == "nan")
    for exponent in -20...300 {
      #expect(NumberText.fitted(1.23 * pow(10, exponent), width: 6).count <= 6)
    }
  }

  private func pow(_ base: Double, _ exponent: Int) -> Double { Double("1e\(exponent)") ?? 0 }

  @Test("are shares and times as people write them")
  func sharesAndTimes() {
    #expect(NumberText.percent(0.849) == "84.9 %")
    #expect(NumberText.percent(1) == "100.0 %")
    #expect(NumberText.time(3.2) == "0:03")
    #expect(NumberText.time(59.6) == "1:00")
    #expect(NumberText.time(760) == "12:40")
    #expect(NumberText.time(3723) == "1:02:03")
    #expect(NumberText.time(-5) == "0:00")
    #expect(NumberText.time(.infinity) == "99:59:59")
    #expect(NumberText.time(.nan) == "0:00")
  }
}

/// C's `printf` is the measure: it rounds exactly, a tie to the even digit.
@Suite("A number's digits") struct DigitsTests {
  /// Numbers of every size, and such as lie between two decimal numbers or beside a power of ten.
  private static let numbers: [Double] = {
    var generator = SeededGenerator(seed: 7)
    let anySize = (0..<4000).map { _ in Double(bitPattern: generator.next()) }.filter(\.isFinite)
    let ties = (0..<4000).map { _ in
      Double(Int64.random(in: -1_000_000...1_000_000, using: &generator))
        / [2, 4, 8, 16, 10, 100, 1000, 10_000, 100_000][Int.random(in: 0..<9, using: &generator)]
    }
    let powers = (-15...15).flatMap { power in
      [1, 0.5, 1.5, 0.99995, 0.9999, 5].map { $0 * (Double("1e\(power)") ?? 0) }
    }
    return anySize + ties + powers
  }()

  @Test("after the point are those of printf", arguments: 0...6)
  func fixed(digits: Int) {
    for number in Self.numbers where abs(number) < 1e11 {
      var expected = String(format: "%.\(digits)f", number)
      if expected.hasPrefix("-"), !expected.contains(where: { ("1"..."9").contains($0) }) { expected.removeFirst() }
      #expect(NumberText.fixed(number, digits) == expected, "\(number)")
    }
  }

  @Test("that count are those of printf", arguments: [2, 4, 12])
  func general(digits: Int) {
    for number in Self.numbers {
      let expected = String(format: "%.\(digits)g", number).replacing("e-0", with: "e-").replacing("e+0", with: "e+")
      #expect(NumberText.general(number, digits, from: digits) == (number == 0 ? "0" : expected), "\(number)")
    }
  }
}
