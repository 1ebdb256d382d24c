#if !hasFeature(Embedded)
  import Foundation

  extension Double {
    /// The number at reading size: four significant digits.
    package var text: String {
      if isNaN { return "NaN" }
      if isInfinite { return self < 0 ? "-infinity" : "infinity" }
      if self == rounded(), abs(self) < 1e6 { return String(Int(self)) }
      return digits(4)
    }

    /// The number with enough digits to tell it from a neighbour.
    package var longText: String { isFinite ? digits(12) : text }

    /// The number in two significant digits, for errors.
    package var shortText: String { isFinite ? digits(2) : text }

    private func digits(_ count: Int) -> String {
      String(format: "%.\(count)g", self).replacing("e-0", with: "e-").replacing("e+0", with: "e+")
    }
  }
#endif
