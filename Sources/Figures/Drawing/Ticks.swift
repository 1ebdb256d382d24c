import Vocabulary

/// The numbers that are written at an axis.
enum Ticks {
  /// Returns at most `count` round numbers within the scale's range: steps of 1, 2 or 5 times a power of ten.
  static func numbers(for scale: Scale, atMost count: Int) -> [DecimalNumber] {
    scale.isLogarithmic ? logarithmic(scale, atMost: max(count, 2)) : linear(scale.range, atMost: max(count, 2))
  }

  private static func linear(_ range: ClosedRange<Double>, atMost count: Int) -> [DecimalNumber] {
    var exponent = Int(PowersOfTen.exponent((range.upperBound - range.lowerBound) / Double(count)).rounded(.down)) - 1
    while true {
      for step: Int64 in [1, 2, 5] {
        let numbers = multiples(of: DecimalNumber(mantissa: step, exponent: exponent), in: range)
        if numbers.count <= count { return numbers }
      }
      exponent += 1
    }
  }

  private static func multiples(of step: DecimalNumber, in range: ClosedRange<Double>) -> [DecimalNumber] {
    // The ends are often multiples themselves, give or take a rounding.
    let slack = 1e-6
    let first = (range.lowerBound / step.value - slack).rounded(.up)
    let last = (range.upperBound / step.value + slack).rounded(.down)
    guard first <= last else { return [] }
    return (Int64(first)...Int64(last)).map {
      DecimalNumber(mantissa: $0 * step.mantissa, exponent: step.exponent)
    }
  }

  private static func logarithmic(_ scale: Scale, atMost count: Int) -> [DecimalNumber] {
    let lowest = Int((PowersOfTen.exponent(scale.range.lowerBound) - 1e-9).rounded(.up))
    let highest = Int((PowersOfTen.exponent(scale.range.upperBound) + 1e-9).rounded(.down))
    let decades = highest - lowest + 1
    if decades > count {
      return stride(from: lowest, through: highest, by: (decades + count - 1) / count)
        .map { DecimalNumber(mantissa: 1, exponent: $0) }
    }
    for factors: [Int64] in [[1, 2, 5], [1]] {
      let numbers = (lowest - 1...max(highest, lowest) + 1).flatMap { exponent in
        factors.map { DecimalNumber(mantissa: $0, exponent: exponent) }
      }
      let shown = numbers.filter { scale.contains($0.value) }
      if shown.count >= 2, shown.count <= count { return shown }
    }
    return decades >= 2 ? [] : linear(scale.range, atMost: count).map { $0.shortened }
  }
}

extension Scale {
  /// Whether a number lies between the axis's ends, give or take a rounding.
  func contains(_ value: Double) -> Bool {
    guard let fraction = fraction(value) else { return false }
    return fraction > -1e-6 && fraction < 1 + 1e-6
  }
}
