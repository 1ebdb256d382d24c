/// Decimal numbers of up to 19 digits, as nearly all in tables are, in one division or multiplication.
enum ShortDecimal {
  /// The powers of ten that fit into an integer: 1, 10 … 10¹⁹.
  private static let powersOfTen: [UInt64] = (0...19).map { (0..<$0).reduce(1) { power, _ in 10 * power } }

  /// Returns `significand` · 10^`exponent`, rounded rightly; nil if that takes longer numbers.
  static func number(_ significand: UInt64, exponent: Int) -> Double? {
    guard exponent >= -19, exponent <= 19 else { return nil }
    let power = powersOfTen[abs(exponent)]
    return exponent < 0 ? quotient(significand, power) : product(significand, power)
  }

  /// Both factors are exact as a `Double`, so the one operation rounds rightly (Clinger, 1990); nil if they are not.
  private static func product(_ significand: UInt64, _ power: UInt64) -> Double? {
    significand <= 1 << 53 ? Double(significand) * Double(power) : nil
  }

  /// A quotient in integers of 62 bits and more, of which the last one stands for all that is left.
  private static func quotient(_ significand: UInt64, _ power: UInt64) -> Double {
    guard significand > 0 else { return 0 }
    let (up, powerUp) = (significand.leadingZeroBitCount, power.leadingZeroBitCount)
    let dividend = significand << up
    let (quotient, rest) = (power << powerUp).dividingFullWidth((dividend >> 1, dividend << 63))
    return Double(sign: .plus, exponent: powerUp - up - 63, significand: Double(rest == 0 ? quotient : quotient | 1))
  }
}
