/// How far two numbers may be apart and still count as the same.
struct Tolerance: Sendable {
  let relative: Double
  let absolute: Double

  /// For results of the same formula: right answers written differently agree to about 1e-15.
  static let value = Tolerance(relative: 1e-9, absolute: 1e-12)

  /// For derivatives against central differences (CS231n, "Gradient checks").
  static let gradient = Tolerance(relative: 1e-6, absolute: 1e-9)

  /// For the logarithm of 1 − (1 − 1e-8), of which rounding leaves 8 digits.
  static let clipped = Tolerance(relative: 1e-7, absolute: 1e-9)

  func accepts(_ a: Double, _ b: Double) -> Bool {
    if a.isNaN || b.isNaN { return a.isNaN && b.isNaN }
    if a == b { return true }
    guard a.isFinite, b.isFinite else { return false }
    return abs(a - b) <= absolute || Tolerance.relativeError(a, b) <= relative
  }

  /// Returns |a − b| / max(1e-8, |a| + |b|).
  static func relativeError(_ a: Double, _ b: Double) -> Double {
    abs(a - b) / max(1e-8, abs(a) + abs(b))
  }
}
