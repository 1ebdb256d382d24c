import CourseKit
import Testing

@testable import LabKit

@Suite("A short decimal number")
struct ShortDecimalTests {
  private func number(_ text: String) -> Double? {
    var text = text
    return text.withUTF8(ShortDecimal.number)
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
      guard let number = number(text) else { continue }
      count += 1
      let expected = try #require(Double(text), "\(text) is read as \(number) and is no number")
      #expect(number.bitPattern == expected.bitPattern, "\(text)")
    }
    #expect(count > 3000, "most of those with up to 19 digits are read: \(count)")
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

  @Test(
    "is left to others if it is no number, or none so short",
    arguments: [
      "", "-", ".", "e5", "1e", "1e+", "1 ", " 1", "1.2.3", "0x10", "nan", "inf", "1,5", "12345678901234567890",
    ])
  func others(text: String) {
    #expect(number(text) == nil)
  }
}
