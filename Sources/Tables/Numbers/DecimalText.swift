/// Decimal numbers as people and programs write them: `-12.5`, `+.5`, `3.`, `1e-7`.
package enum DecimalText {
  /// Returns the finite number that a text stands for, rounded as the standard wants it; nil if it is none.
  ///
  /// - Parameters:
  ///   - text: the text, with nothing around the number.
  ///   - takesComma: whether a comma may stand for the point.
  package static func number(_ text: UnsafeBufferPointer<UInt8>, takesComma: Bool = false) -> Double? {
    var position = 0
    func isAt(_ character: Unicode.Scalar) -> Bool {
      position < text.count && text[position] == UInt8(ascii: character)
    }
    /// Appends digits to a number, which may be too small for them, and returns how many there were.
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
    let start = position
    var significand: UInt64 = 0
    var digitCount = digits(into: &significand)
    var exponent = 0
    if isAt(".") || takesComma && isAt(",") {
      position += 1
      exponent = -digits(into: &significand)
      digitCount -= exponent
    }
    guard digitCount > 0 else { return nil }
    let end = position
    if isAt("e") || isAt("E") {
      position += 1
      let isSmall = isAt("-")
      if isSmall || isAt("+") { position += 1 }
      let start = position
      var power = 0
      while position < text.count, text[position] &- UInt8(ascii: "0") < 10 {
        // Beyond that every number that fits into a file is infinite or 0.
        power = min(10 * power + Int(text[position] &- UInt8(ascii: "0")), 100_000_000)
        position += 1
      }
      guard position > start else { return nil }
      exponent += isSmall ? -power : power
    }
    guard position == text.count else { return nil }
    var magnitude: Double?
    // Nineteen digits fit into the integer.
    if digitCount <= 19 { magnitude = ShortDecimal.number(significand, exponent: exponent) }
    let number = magnitude ?? LongDecimal.number(UnsafeBufferPointer(rebasing: text[start..<end]), exponent: exponent)
    return number.isFinite ? isNegative ? -number : number : nil
  }

  /// The same, of a text's bytes.
  package static func number(_ text: some Sequence<UInt8>) -> Double? {
    Array(text).withUnsafeBufferPointer { number($0) }
  }
}
