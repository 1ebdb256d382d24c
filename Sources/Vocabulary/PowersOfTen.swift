#if !hasFeature(Embedded)
  import Foundation
#endif

/// Powers of ten and their logarithms: the C library's, or those that a page lends.
package enum PowersOfTen {
  /// Returns 10^`exponent`.
  package static func power(_ exponent: Int) -> Double { pow(10, Double(exponent)) }

  /// Returns the exponent of the power of ten that a number is.
  package static func exponent(_ number: Double) -> Double { log10(number) }
}

#if hasFeature(Embedded)
  @_extern(c, "pow") private func pow(_ base: Double, _ exponent: Double) -> Double
  @_extern(c, "log10") private func log10(_ x: Double) -> Double
#endif
