/// Decimal numbers of any length and size, exactly: by a division of whole numbers, bit by bit.
enum LongDecimal {
  /// More digits than that only say whether a number lies above a tie between two doubles (767 decide every tie).
  private static let mostDigits = 800

  /// Returns the digits of a text as a whole number times 10^`exponent`, rounded rightly; a point among them is passed over.
  static func number(_ text: UnsafeBufferPointer<UInt8>, exponent: Int) -> Double {
    var (exponent, count, isLonger) = (exponent, 0, false)
    var dividend = LongNumber()
    for byte in text where byte &- UInt8(ascii: "0") < 10 {
      let digit = UInt32(byte &- UInt8(ascii: "0"))
      if count == 0, digit == 0 { continue }
      count += 1
      if count <= mostDigits {
        dividend.multiply(by: 10, adding: digit)
      } else {
        exponent += 1
        if digit > 0 { isLonger = true }
      }
    }
    if count == 0 { return 0 }
    if isLonger {
      dividend.multiply(by: 10, adding: 1)
      exponent -= 1
    }
    // The number lies from 10^(size − 1) up to 10^size.
    let size = min(count, mostDigits + (isLonger ? 1 : 0)) + exponent
    if size > 310 { return .infinity }
    if size < -330 { return 0 }
    var divisor = LongNumber()
    divisor.multiply(by: 1, adding: 1)
    for _ in 0..<abs(exponent) {
      if exponent > 0 { dividend.multiply(by: 10) } else { divisor.multiply(by: 10) }
    }
    return quotient(dividend, divisor)
  }

  private static func quotient(_ dividend: LongNumber, _ divisor: LongNumber) -> Double {
    var (rest, divisor) = (dividend, divisor)
    var exponent = rest.bitWidth - divisor.bitWidth
    if exponent > 0 { divisor.shiftLeft(by: exponent) } else { rest.shiftLeft(by: -exponent) }
    if rest.isBelow(divisor) {
      rest.shiftLeft(by: 1)
      exponent -= 1
    }
    // Now the quotient is from 1 up to 2, and its first bit stands for 2^exponent.
    var bits: UInt64 = 0
    for _ in 0..<64 {
      bits <<= 1
      if !rest.isBelow(divisor) {
        rest.subtract(divisor)
        bits |= 1
      }
      rest.shiftLeft(by: 1)
    }
    return rounded(bits, exponent: exponent, isExact: rest.isZero)
  }

  /// Rounds to 53 bits, or to as many as so small a number has, to the even one of two that are equally near.
  private static func rounded(_ bits: UInt64, exponent: Int, isExact: Bool) -> Double {
    let dropped = 11 + max(0, -1022 - exponent)
    guard dropped <= 64 else { return 0 }
    var kept = dropped == 64 ? 0 : bits >> UInt64(dropped)
    let half: UInt64 = 1 << UInt64(dropped - 1)
    let rest = dropped == 64 ? bits : bits & (half << 1 &- 1)
    if rest > half || rest == half && (!isExact || kept & 1 == 1) { kept += 1 }
    return Double(sign: .plus, exponent: exponent - 63 + dropped, significand: Double(kept))
  }
}

/// A whole number of any length.
private struct LongNumber {
  /// The lowest 32 bits come first; the last word is not 0.
  private var words: [UInt32] = []

  var isZero: Bool { words.isEmpty }
  var bitWidth: Int { 32 * words.count - (words.last?.leadingZeroBitCount ?? 0) }

  mutating func multiply(by factor: UInt32, adding summand: UInt32 = 0) {
    var carry = UInt64(summand)
    for index in words.indices {
      carry += UInt64(words[index]) * UInt64(factor)
      words[index] = UInt32(truncatingIfNeeded: carry)
      carry >>= 32
    }
    if carry > 0 { words.append(UInt32(carry)) }
  }

  mutating func shiftLeft(by count: Int) {
    guard !words.isEmpty, count > 0 else { return }
    var carry: UInt64 = 0
    for index in words.indices {
      carry |= UInt64(words[index]) << UInt64(count % 32)
      words[index] = UInt32(truncatingIfNeeded: carry)
      carry >>= 32
    }
    if carry > 0 { words.append(UInt32(carry)) }
    if count >= 32 { words = [UInt32](repeating: 0, count: count / 32) + words }
  }

  func isBelow(_ other: LongNumber) -> Bool {
    if words.count != other.words.count { return words.count < other.words.count }
    for index in words.indices.reversed() where words[index] != other.words[index] {
      return words[index] < other.words[index]
    }
    return false
  }

  /// Takes away a number that is not larger.
  mutating func subtract(_ other: LongNumber) {
    var borrow: Int64 = 0
    for index in words.indices {
      let difference = Int64(words[index]) - (index < other.words.count ? Int64(other.words[index]) : 0) - borrow
      words[index] = UInt32(truncatingIfNeeded: difference)
      borrow = difference < 0 ? 1 : 0
    }
    while words.last == 0 { words.removeLast() }
  }
}
