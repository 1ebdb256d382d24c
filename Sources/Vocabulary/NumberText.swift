/// Numbers as people read them, the same on every machine and in the page.
///
/// Each is rounded to the nearest decimal number, and a tie to the even one, as C's `printf` does it. The texts are put together from
/// bytes: what works on characters would bring Unicode's tables into the page.
package enum NumberText {
  /// With so many digits after the point, as in `0.3256`; what is no finite number is named.
  package static func fixed(_ number: Double, _ digits: Int) -> String {
    guard number.isFinite else { return number.isNaN ? "nan" : number < 0 ? "-inf" : "inf" }
    return isLong(number, digits) ? exponential(number, digits) : plain(DecimalNumber(number, exponent: -digits))
  }

  /// Whether a number has over 18 digits, which nobody reads.
  private static func isLong(_ number: Double, _ digits: Int) -> Bool {
    abs(number) * PowersOfTen.power(digits) >= 1e18
  }

  /// With so many digits that count: `0.03`, `0.005933`, `253.3`.
  package static func significant(_ number: Double, _ digits: Int = 4) -> String {
    let rounded = DecimalNumber(number, significant: digits)
    return number.isFinite && rounded.exponent < 0 ? plain(rounded.shortened) : fixed(number, 0)
  }

  /// With up to four digits after the point, as many as fit into so many characters: `0.3256`, `12.346`, `1e+16`.
  package static func fitted(_ number: Double, width: Int) -> String {
    for digits in stride(from: 4, through: 0, by: -1) where !isLong(number, digits) {
      let text = fixed(number, digits)
      if text.utf8.count <= width { return text }
    }
    let text = exponential(number, 1)
    return text.utf8.count <= width ? text : exponential(number, 0)
  }

  /// With so many digits that count, and with an exponent where the number is very large or small: `1e-9`, `1.235e+5`.
  ///
  /// - Parameter most: from which power of ten on there is an exponent.
  package static func general(_ number: Double, _ digits: Int, from most: Int) -> String {
    let rounded = DecimalNumber(number, significant: digits).shortened
    guard number.isFinite, rounded.power < -4 || rounded.power >= most else { return significant(number, digits) }
    return scientific(rounded, exponentDigits: 1)
  }

  /// With a power of ten, whose exponent has two digits and more: `1.3e+16`.
  private static func exponential(_ number: Double, _ digits: Int) -> String {
    scientific(DecimalNumber(number, significant: digits + 1), exponentDigits: 2)
  }

  /// A number with a power of ten: its first digit, the others after the point, and the exponent.
  private static func scientific(_ number: DecimalNumber, exponentDigits: Int) -> String {
    let digits = Digits.of(number.mantissa.magnitude)
    var text = number.mantissa < 0 ? [Digits.minus] : []
    text.append(digits[0])
    if digits.count > 1 {
      text.append(Digits.point)
      text += digits[1...]
    }
    text += [UInt8(ascii: "e"), number.power < 0 ? Digits.minus : UInt8(ascii: "+")]
    text += Digits.of(UInt64(number.power.magnitude), atLeast: exponentDigits)
    return Digits.text(text)
  }

  /// A number with as many digits after the point as its exponent says.
  private static func plain(_ number: DecimalNumber) -> String {
    let decimals = max(-number.exponent, 0)
    let digits = Digits.of(number.mantissa.magnitude, atLeast: decimals + 1)
    var text = number.mantissa < 0 ? [Digits.minus] : []
    for (index, digit) in digits.enumerated() {
      if index == digits.count - decimals { text.append(Digits.point) }
      text.append(digit)
    }
    if number.mantissa != 0, number.exponent > 0 { text += [UInt8](repeating: Digits.zero, count: number.exponent) }
    return Digits.text(text)
  }
}

/// The characters that numbers are written with.
private enum Digits {
  static let zero = UInt8(ascii: "0")
  static let minus = UInt8(ascii: "-")
  static let point = UInt8(ascii: ".")

  /// A whole number's digits, with zeros before them if they are too few.
  static func of(_ number: UInt64, atLeast count: Int = 1) -> [UInt8] {
    var (digits, rest) = ([UInt8](), number)
    while rest > 0 || digits.count < count {
      digits.append(zero + UInt8(rest % 10))
      rest /= 10
    }
    digits.reverse()
    return digits
  }

  static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}

extension DecimalNumber {
  /// The power of ten of the first digit.
  fileprivate var power: Int { mantissa == 0 ? 0 : exponent + Digits.of(mantissa.magnitude).count - 1 }
}

#if !hasFeature(Embedded)
  extension NumberText {
    /// A share as per cent: `84.9 %`.
    package static func percent(_ share: Double) -> String { fixed(100 * share, 1) + " %" }

    /// A time of so many seconds: `0:03`, `12:40`, `1:02:03`.
    package static func time(_ seconds: Double) -> String {
      let whole = seconds.isNaN ? 0 : Int(min(max(seconds, 0), 359_999).rounded())
      let (hours, minutes) = (whole / 3600, whole / 60 % 60)
      return (hours > 0 ? "\(hours):\(twoDigits(minutes))" : "\(minutes)") + ":" + twoDigits(whole % 60)
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  }

  extension Double {
    /// The number as reports show it: whole, or with four digits that count.
    package var text: String {
      if self == rounded(), abs(self) < 1e6 { return String(Int(self)) }
      return named ?? NumberText.general(self, 4, from: 4)
    }

    /// The number with enough digits to tell it from a neighbour.
    package var longText: String { named ?? NumberText.general(self, 12, from: 12) }

    /// The number in two digits that count, for errors.
    package var shortText: String { named ?? NumberText.general(self, 2, from: 2) }

    /// What it is if it is no finite number.
    private var named: String? { isFinite ? nil : isNaN ? "NaN" : self < 0 ? "-infinity" : "infinity" }
  }
#endif
