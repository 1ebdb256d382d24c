import Vocabulary

/// The way from an axis's numbers to places on it: 0 at its lower end, 1 at its upper end.
struct Scale {
  let range: ClosedRange<Double>
  let isLogarithmic: Bool

  /// Creates a scale; a range that cannot be shown, or is a single number, is fixed.
  init(_ range: ClosedRange<Double>, isLogarithmic: Bool = false) {
    self.isLogarithmic = isLogarithmic
    let isDrawable =
      Drawable.contains(range.lowerBound, isLogarithmic: isLogarithmic)
      && Drawable.contains(range.upperBound, isLogarithmic: isLogarithmic)
    guard isDrawable else {
      self.range = isLogarithmic ? 0.1...1 : 0...1
      return
    }
    self.range = isLogarithmic ? Self.widenedByFactor(range) : Self.widened(range)
  }

  /// The place of a number on the axis, or nil if the axis cannot show it.
  ///
  /// What lies far beyond the ends is kept within reach, so that coordinates stay of printable size.
  func fraction(_ value: Double) -> Double? {
    guard Drawable.contains(value, isLogarithmic: isLogarithmic) else { return nil }
    let place = (transformed(value) - transformed(range.lowerBound)) / length
    return min(max(place, -100), 100)
  }

  /// How long the axis is: a difference, or the logarithm of a factor.
  var length: Double { transformed(range.upperBound) - transformed(range.lowerBound) }

  private func transformed(_ value: Double) -> Double { isLogarithmic ? PowersOfTen.exponent(value) : value }

  /// A range around a single number: wide enough that its ends can be told apart on the axis.
  private static func widened(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
    let size = max(abs(range.lowerBound), abs(range.upperBound))
    guard range.upperBound - range.lowerBound <= max(size * 1e-9, Drawable.smallest) else { return range }
    let margin = size <= Drawable.smallest ? 1 : size / 2
    return (range.lowerBound - margin)...(range.upperBound + margin)
  }

  private static func widenedByFactor(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
    guard range.upperBound / range.lowerBound < 1 + 1e-9 else { return range }
    return (range.lowerBound / 3)...(range.upperBound * 3)
  }
}
