import Foundation

extension Double {
  /// The number at reading size: four significant digits, plain where that is short.
  var text: String {
    if isNaN { return "NaN" }
    if isInfinite { return self < 0 ? "-infinity" : "infinity" }
    if self == rounded(), abs(self) < 1e6 { return String(Int(self)) }
    let size = abs(self)
    return size >= 1e-3 && size < 1e6 ? Double.digits("%.4g", self) : Double.digits("%.3e", self)
  }

  private static func digits(_ format: String, _ value: Double) -> String {
    String(format: format, value)
  }
}
