/// A number as it is printed: `mantissa` · 10^`exponent`, both whole.
///
/// Whole numbers have no rounding of their own and no minus zero, and no locale changes them.
package struct DecimalNumber: Equatable, Sendable {
  package var mantissa: Int64
  package var exponent: Int

  package init(mantissa: Int64, exponent: Int) {
    self.mantissa = mantissa
    self.exponent = exponent
  }

  /// Rounds a finite number to `significant` digits; every other number is 0.
  package init(_ value: Double, significant: Int) {
    guard value.isFinite, value != 0 else {
      self.init(mantissa: 0, exponent: 0)
      return
    }
    // The logarithm may be off where the number is near a power of ten, and rounding may lead to the next one.
    var exponent = Int(PowersOfTen.exponent(abs(value)).rounded(.down)) - significant + 1
    let limit = Int64(PowersOfTen.power(significant))
    self.init(value, exponent: exponent)
    if mantissa.magnitude >= limit {
      exponent += 1
      self.init(value, exponent: exponent)
    } else if mantissa.magnitude < limit / 10 {
      exponent -= 1
      self.init(value, exponent: exponent)
    }
  }

  /// Rounds a number to a multiple of 10^`exponent`, a tie to the even one; 0 if the multiple does not fit into 64 bits.
  package init(_ value: Double, exponent: Int) {
    let whole = exponent < 0 ? value.rounded(.towardZero) : 0
    // What is behind the point is exact, and so small that its multiple is, too.
    let multiple = Int64(exactly: Self.multiple(of: exponent, in: value - whole)) ?? 0
    self.init(mantissa: multiple, exponent: exponent)
    guard whole != 0, let number = Int64(exactly: whole), exponent >= -18 else { return }
    let (product, isTooLarge) = number.multipliedReportingOverflow(by: Int64(PowersOfTen.power(-exponent)))
    let (sum, isLarger) = product.addingReportingOverflow(multiple)
    mantissa = isTooLarge || isLarger ? 0 : sum
  }

  /// How many times 10^`exponent` a number is, as a whole number.
  private static func multiple(of exponent: Int, in value: Double) -> Double {
    // Ten to the 22nd is the last power that a Double holds exactly; beyond it nobody sees a tie.
    guard (-22...22).contains(exponent) else {
      // In two steps, because the power itself may be infinite.
      return scaled(scaled(value, by: -exponent / 2), by: -exponent + exponent / 2).rounded(.toNearestOrEven)
    }
    let product = scaled(value, by: -exponent)
    // What looks like a tie may be none: the product was rounded.
    guard abs(product) < 0x1p52, abs(product - product.rounded(.towardZero)) == 0.5 else {
      return product.rounded(.toNearestOrEven)
    }
    let power = PowersOfTen.power(abs(exponent))
    let rest =
      exponent <= 0
      ? roundingError(of: product, value, power)
      : value - product * power - roundingError(of: product * power, product, power)
    if rest == 0 { return product.rounded(.toNearestOrEven) }
    return product.rounded(rest > 0 ? .up : .down)
  }

  private static func scaled(_ value: Double, by exponent: Int) -> Double {
    exponent < 0 ? value / PowersOfTen.power(-exponent) : value * PowersOfTen.power(exponent)
  }

  /// By how much a · b is more than the product that a Double holds (Dekker 1971).
  private static func roundingError(of product: Double, _ a: Double, _ b: Double) -> Double {
    let (highA, highB) = (upperHalf(of: a), upperHalf(of: b))
    let (lowA, lowB) = (a - highA, b - highB)
    return highA * highB - product + highA * lowB + lowA * highB + lowA * lowB
  }

  /// The upper half of a number's digits.
  private static func upperHalf(of number: Double) -> Double {
    Double(bitPattern: number.bitPattern & 0xFFFF_FFFF_F800_0000)
  }

  package var value: Double {
    exponent < 0 ? Double(mantissa) / PowersOfTen.power(-exponent) : Double(mantissa) * PowersOfTen.power(exponent)
  }

  /// The same number without zeros at the mantissa's end.
  package var shortened: DecimalNumber {
    guard mantissa != 0 else { return DecimalNumber(mantissa: 0, exponent: 0) }
    var result = self
    while result.mantissa % 10 == 0 {
      result.mantissa /= 10
      result.exponent += 1
    }
    return result
  }
}
