/// How far two numbers may be apart and still count as the same.
package struct Tolerance: Sendable {
  package let relative: Double
  package let absolute: Double

  /// For results of the same formula: right answers written differently agree to about 1e-15.
  package static let value = Tolerance(relative: 1e-9, absolute: 1e-12)

  /// For derivatives against central differences (CS231n, "Gradient checks").
  package static let gradient = Tolerance(relative: 1e-6, absolute: 1e-9)

  /// For the logarithm of 1 − (1 − 1e-8), of which rounding leaves 8 digits.
  package static let clipped = Tolerance(relative: 1e-7, absolute: 1e-9)

  /// For losses of probabilities near 0 and 1, where p and 1 − p may be clipped each by itself, or not at all.
  package static let nearEnds = Tolerance(relative: 1e-7, absolute: 2e-8)

  /// For numbers that nothing rounds: another order of operations may differ in the last bits and no more.
  package static let lastBits = Tolerance(relative: 1e-14, absolute: 0)

  package init(relative: Double, absolute: Double) {
    self.relative = relative
    self.absolute = absolute
  }

  package func accepts(_ a: Double, _ b: Double) -> Bool {
    if a.isNaN || b.isNaN { return a.isNaN && b.isNaN }
    if a == b { return true }
    guard a.isFinite, b.isFinite else { return false }
    return abs(a - b) <= absolute || Tolerance.relativeError(a, b) <= relative
  }

  /// Returns |a − b| / max(1e-8, |a| + |b|).
  package static func relativeError(_ a: Double, _ b: Double) -> Double {
    abs(a - b) / max(1e-8, abs(a) + abs(b))
  }
}
