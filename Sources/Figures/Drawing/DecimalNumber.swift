/// A number as it is printed: `mantissa` · 10^`exponent`, both whole.
///
/// Whole numbers have no rounding of their own and no minus zero, and no locale changes them.
struct DecimalNumber: Equatable {
  var mantissa: Int64
  var exponent: Int

  init(mantissa: Int64, exponent: Int) {
    self.mantissa = mantissa
    self.exponent = exponent
  }

  /// Rounds a finite number to `significant` digits; every other number is 0.
  init(_ value: Double, significant: Int) {
    guard value.isFinite, abs(value) > Drawable.smallest else {
      self.init(mantissa: 0, exponent: 0)
      return
    }
    self.init(value, exponent: Int(PowersOfTen.exponent(abs(value)).rounded(.down)) - significant + 1)
  }

  /// Rounds a number to a multiple of 10^`exponent`.
  init(_ value: Double, exponent: Int) {
    let scaled = exponent < 0 ? value * PowersOfTen.power(-exponent) : value / PowersOfTen.power(exponent)
    self.init(mantissa: Int64(exactly: scaled.rounded()) ?? 0, exponent: exponent)
  }

  var value: Double {
    exponent < 0 ? Double(mantissa) / PowersOfTen.power(-exponent) : Double(mantissa) * PowersOfTen.power(exponent)
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
}
