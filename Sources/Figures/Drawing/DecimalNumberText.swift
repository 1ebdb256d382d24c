import Vocabulary

extension DecimalNumber {
  /// The number with as many decimals as its exponent says; very large and very small ones as powers of ten.
  func text(isASCII: Bool = false) -> String { text(isASCII: isASCII, isScientific: isScientific) }

  /// Whether the number is so large or so small that it is written as a power of ten.
  var isScientific: Bool {
    mantissa != 0 && (exponent < -5 || String(mantissa.magnitude).count + exponent > 6)
  }

  func text(isASCII: Bool, isScientific: Bool) -> String {
    let sign = mantissa < 0 ? (isASCII ? "-" : "−") : ""
    let digits = String(mantissa.magnitude)
    if mantissa == 0, isScientific || exponent < -5 || exponent > 0 { return "0" }
    guard !isScientific else { return sign + scientific(isASCII: isASCII) }
    guard exponent < 0 else { return sign + digits + String(repeating: "0", count: exponent) }
    let padded = String(repeating: "0", count: max(0, 1 - exponent - digits.count)) + digits
    return sign + padded.dropLast(-exponent) + "." + padded.suffix(-exponent)
  }

  private func scientific(isASCII: Bool) -> String {
    let short = shortened
    let digits = String(short.mantissa.magnitude)
    let power = short.exponent + digits.count - 1
    let factor = digits.count > 1 ? "\(digits.prefix(1)).\(digits.dropFirst())" : digits
    if isASCII { return "\(factor)e\(power)" }
    let raised = String(power).map { Self.superscripts[$0] ?? $0 }
    return (factor == "1" ? "" : factor + "×") + "10" + raised
  }

  private static let superscripts: [Character: Character] = [
    "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹",
  ]
}

extension Ticks {
  /// Returns the texts of an axis's numbers: all as powers of ten if one of them needs it.
  static func texts(_ numbers: [DecimalNumber], isASCII: Bool = false) -> [String] {
    let isScientific = numbers.contains(where: \.isScientific)
    return numbers.map { $0.text(isASCII: isASCII, isScientific: isScientific) }
  }
}
