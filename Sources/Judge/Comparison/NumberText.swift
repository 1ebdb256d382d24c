import Foundation

extension Double {
  /// The number at reading size: four significant digits.
  var text: String {
    if isNaN { return "NaN" }
    if isInfinite { return self < 0 ? "-infinity" : "infinity" }
    if self == rounded(), abs(self) < 1e6 { return String(Int(self)) }
    return String(format: "%.4g", self).replacing("e-0", with: "e-").replacing("e+0", with: "e+")
  }
}
