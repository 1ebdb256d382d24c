import CourseKit
import Testing

@testable import Tables

@Suite("A decimal number")
struct DecimalTextTests {
  private func number(_ text: String) -> Double? {
    var text = text
    return text.withUTF8 { DecimalText.number($0) }
  }

  @Test("is to the last bit what the standard library reads, however it is written")
  func random() throws {
    var generator = SeededGenerator(seed: 11)
    func digits(_ range: ClosedRange<Int>) -> String {
      (0..<Int.random(in: range, using: &generator))
        .map { _ in "\(Int.random(in: 0...9, using: &generator))" }.joined()
    }
    var count = 0
    for _ in 0..<10_000 {
      let sign = ["", "-", "+"].randomElement(using: &generator) ?? ""
      let power = Int.random(in: -25...25, using: &generator)
      let text =
        sign + digits(0...19) + (Bool.random(using: &generator) ? "." + digits(0...19) : "")
        + (Bool.random(using: &generator) ? "e\(power)" : "")
      guard let number = number(text) else {
        #expect(Double(text) == nil, "\(text)")
        continue
      }
      count += 1
      let expected = try #require(Double(text), "\(text) is read as \(number) and is no number")
      #expect(number.bitPattern == expected.bitPattern, "\(text)")
    }
    #expect(count > 9000, "all but those without a digit are read: \(count)")
  }

  @Test("is rounded rightly where two doubles are equally near, and just beside that")
  func ties() {
    // Between 2⁵³ and 2⁵³ + 2 lies no other double; nor does one between numbers of 53 bits and a quarter of an odd one of 54.
    var texts = ["9007199254740993.0", "9007199254740993.1", "9007199254740992.9", "900719925474099.30e1"]
    for offset: UInt64 in 0..<500 {
      let tie = (1 << 53 + 2 * offset + 1) * 25
      texts += [tie - 1, tie, tie + 1].map { "\($0)e-2" }
    }
    #expect(texts.filter { number($0) != Double($0) } == [])
  }

  @Test("is rounded rightly where only what is left of a division says which double is nearer")
  func rests() {
    var generator = SeededGenerator(seed: 3)
    // One in some thousand of these has such a rest.
    let texts = (0..<30_000).map { _ in
      let significand = UInt64.random(in: 1_000_000_000_000_000_000..<10_000_000_000_000_000_000, using: &generator)
      return "\(significand)e-\(Int.random(in: 1...19, using: &generator))"
    }
    #expect(texts.filter { number($0) != Double($0) } == [])
  }

  @Test("keeps the sign of zero")
  func zero() {
    #expect(number("-0.00")?.sign == .minus)
    #expect(number("0e-5")?.bitPattern == 0)
  }

  @Test("is rounded rightly whatever its length and its size are")
  func long() throws {
    var generator = SeededGenerator(seed: 7)
    var texts = [
      "12345678901234567890", "1e308", "1.7976931348623157e308", "1.7976931348623158079e308", "-1e-300", "5e-324",
      "2.4703282292062327e-324", "2.4703282292062328e-324", "1e-400", "0e999", "1e0000000000000000000000001",
      String(repeating: "0", count: 900) + "1." + String(repeating: "0", count: 900) + "1",
      "9007199254740993" + String(repeating: "0", count: 900) + "1e-901", "1e-999999999999999999999",
    ]
    for _ in 0..<3000 {
      let number = Double(bitPattern: UInt64.random(in: 0..<0x7FF0_0000_0000_0000, using: &generator))
      texts += ["\(number)", "-\(number.nextUp)"]
      texts.append(
        "\(UInt64.random(in: 0 ... .max, using: &generator))\(number.significandBitPattern)e-\(number.exponentBitPattern % 360)"
      )
    }
    // Numbers that lie just between two doubles, down to those that have only a few bits.
    for exponent in [-40, 3, 200, 970] {
      for _ in 0..<50 {
        let bits = UInt64.random(in: 1 << 52..<1 << 53, using: &generator)
        let tie = tie(above: bits, exponent: exponent)
        texts += [tie, tie + (tie.contains(".") ? "1" : ".1")]
      }
    }
    #expect(texts.filter { number($0)?.bitPattern != Double($0).flatMap { $0.isFinite ? $0.bitPattern : nil } } == [])
  }

  /// A number halfway to the next double, written out.
  private func tie(above bits: UInt64, exponent: Int) -> String {
    var digits = String(2 * bits + 1).map { Int(String($0)) ?? 0 }
    for _ in 0..<abs(exponent) {
      var carry = 0
      for place in digits.indices.reversed() {
        let product = digits[place] * (exponent > 0 ? 2 : 5) + carry
        (digits[place], carry) = (product % 10, product / 10)
      }
      if carry > 0 { digits.insert(carry, at: 0) }
    }
    return digits.map(String.init).joined() + (exponent < 0 ? "e\(exponent)" : "")
  }

  @Test(
    "is nothing else, however a computer might read it",
    arguments: [
      "", "-", ".", "e5", "1e", "1e+", "1 ", " 1", "1.2.3", "0x10", "nan", "inf", "1,5", "1e400", "--1", "1_000", "１",
    ])
  func others(text: String) {
    #expect(number(text) == nil)
  }

  @Test("may have a comma for its point where somebody says so")
  func comma() {
    for (text, expected) in [("1,5", 1.5), (",5e1", 5), ("1,", 1), ("1.5", 1.5)] {
      #expect(Array(text.utf8).withUnsafeBufferPointer { DecimalText.number($0, mark: nil) } == expected)
    }
    #expect(Array("1,234.5".utf8).withUnsafeBufferPointer { DecimalText.number($0, mark: nil) } == nil)
  }
}
