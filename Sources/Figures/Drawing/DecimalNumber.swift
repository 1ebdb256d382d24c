import Foundation

/// A number as it is printed: `mantissa` · 10^`exponent`, both whole.
///
/// Whole numbers have no rounding of their own and no minus zero, and no locale changes them.
struct DecimalNumber: Equatable {
  var mantissa: Int
  var exponent: Int

  init(mantissa: Int, exponent: Int) {
    self.mantissa = mantissa
    self.exponent = exponent
  }

  /// Rounds a finite number to `significant` digits; every other number is 0.
  init(_ value: Double, significant: Int) {
    guard value.isFinite, abs(value) > Drawable.smallest else {
      self.init(mantissa: 0, exponent: 0)
      return
    }
    self.init(value, exponent: Int(log10(abs(value)).rounded(.down)) - significant + 1)
  }

  /// Rounds a number to a multiple of 10^`exponent`.
  init(_ value: Double, exponent: Int) {
    let scaled = exponent < 0 ? value * pow(10, Double(-exponent)) : value / pow(10, Double(exponent))
    self.init(mantissa: Int(exactly: scaled.rounded()) ?? 0, exponent: exponent)
  }

  var value: Double {
    exponent < 0 ? Double(mantissa) / pow(10, Double(-exponent)) : Double(mantissa) * pow(10, Double(exponent))
  }

  /// The same number without zeros at the mantissa's end.
  var shortened: DecimalNumber {
    guard mantissa != 0 else { return DecimalNumber(mantissa: 0, exponent: 0) }
    var result = self
    while result.mantissa % 10 == 0 {
      result.mantissa /= 10
      result.exponent += 1
    }
    return result
  }

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
