/// Decimal numbers of up to 19 digits, as nearly all in tables are, read exactly and without the C library.
enum ShortDecimal {
  /// The powers of ten that fit into an integer: 1, 10 … 10¹⁹.
  private static let powersOfTen: [UInt64] = (0...19).map { (0..<$0).reduce(1) { power, _ in 10 * power } }

  /// Returns the number that a text such as `-12.5e3` stands for, rounded as the standard wants it.
  ///
  /// Nil means only that a text is not so simple: it may still be a number.
  static func number(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    var position = 0
    func isAt(_ character: Unicode.Scalar) -> Bool {
      position < text.count && text[position] == UInt8(ascii: character)
    }
    /// Appends digits to a number and returns how many there were.
    func digits(into number: inout UInt64) -> Int {
      let start = position
      while position < text.count, text[position] &- UInt8(ascii: "0") < 10 {
        number = number &* 10 &+ UInt64(text[position] &- UInt8(ascii: "0"))
        position += 1
      }
      return position - start
    }

    let isNegative = isAt("-")
    if isNegative || isAt("+") { position += 1 }
    var significand: UInt64 = 0
    var digitCount = digits(into: &significand)
    var exponent = 0
    if isAt(".") {
      position += 1
      exponent = -digits(into: &significand)
      digitCount -= exponent
    }
    // Nineteen digits fit into the integer.
    guard (1...19).contains(digitCount) else { return nil }
    if isAt("e") || isAt("E") {
      position += 1
      let isSmall = isAt("-")
      if isSmall || isAt("+") { position += 1 }
      var power: UInt64 = 0
      guard (1...4).contains(digits(into: &power)) else { return nil }
      exponent += isSmall ? -Int(power) : Int(power)
    }
    guard position == text.count, powersOfTen.indices.contains(abs(exponent)) else { return nil }
    let power = powersOfTen[abs(exponent)]
    guard let magnitude = exponent < 0 ? quotient(significand, power) : product(significand, power) else { return nil }
    return isNegative ? -magnitude : magnitude
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
