import Vocabulary

/// Decimal numbers as people and programs write them: `-12.5`, `+.5`, `3.`, `1e-7`.
package enum DecimalText {
  /// Returns the finite number that a text stands for, rounded as the standard wants it; nil if it is none.
  ///
  /// - Parameters:
  ///   - text: the text, with nothing around the number.
  ///   - mark: what stands before a fraction; nil for a point or a comma.
  package static func number(_ text: UnsafeBufferPointer<UInt8>, mark: DecimalMark? = .point) -> Double? {
    guard let number = size(text, mark: mark), number.isFinite else { return nil }
    return number
  }

  /// The same; a number that is too large is infinite.
  static func size(_ text: UnsafeBufferPointer<UInt8>, mark: DecimalMark? = .point) -> Double? {
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
    if mark != .comma && isAt(".") || mark != .point && isAt(",") {
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
    return isNegative ? -number : number
  }

  /// The same, of a text's bytes.
  package static func number(_ text: some Sequence<UInt8>, mark: DecimalMark? = .point) -> Double? {
    Array(text).withUnsafeBufferPointer { number($0, mark: mark) }
  }
}
