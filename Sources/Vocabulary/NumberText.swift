#if !hasFeature(Embedded)
  import Foundation

  /// Numbers as people read them, the same on every machine.
  package enum NumberText {
    /// With so many digits after the point, as in `0.3256`; what is no finite number is named.
    package static func fixed(_ number: Double, _ digits: Int) -> String {
      guard number.isFinite else { return number.isNaN ? "nan" : number < 0 ? "-inf" : "inf" }
      let text = String(format: "%.\(digits)f", locale: nil, number)
      return text.hasPrefix("-") && !text.contains { ("1"..."9").contains($0) } ? String(text.dropFirst()) : text
    }

    /// With so many digits that count: `0.03`, `0.005933`, `253.3`.
    package static func significant(_ number: Double, _ digits: Int = 4) -> String {
      guard number.isFinite, number != 0 else { return number == 0 ? "0" : fixed(number, 0) }
      let magnitude = Int(Foundation.log10(abs(number)).rounded(.down))
      var text = fixed(number, max(0, digits - 1 - magnitude))
      if text.contains(".") {
        while text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
      }
      return text
    }

    /// With up to four digits after the point, as many as fit into so many characters: `0.3256`, `12.346`, `1e+16`.
    package static func fitted(_ number: Double, width: Int) -> String {
      let forms = (0...4).reversed().lazy.map { fixed(number, $0) } + [1, 0].lazy.map { exponential(number, $0) }
      return forms.first { $0.count <= width } ?? exponential(number, 0)
    }

    private static func exponential(_ number: Double, _ digits: Int) -> String {
      String(format: "%.\(digits)e", locale: nil, number)
    }

    /// With so many digits that count, and with an exponent where the number is very large or small: `1e-9`, `1.235e+5`.
    fileprivate static func general(_ number: Double, _ digits: Int) -> String {
      guard number.isFinite else { return number.isNaN ? "NaN" : number < 0 ? "-infinity" : "infinity" }
      return String(format: "%.\(digits)g", locale: nil, number).replacing("e-0", with: "e-").replacing(
        "e+0", with: "e+")
    }

    /// A share as per cent: `84.9 %`.
    package static func percent(_ share: Double) -> String { fixed(100 * share, 1) + " %" }

    /// A time of so many seconds: `0:03`, `12:40`, `1:02:03`.
    package static func time(_ seconds: Double) -> String {
      let whole = seconds.isNaN ? 0 : Int(min(max(seconds, 0), 359_999).rounded())
      let parts = [whole / 3600, whole / 60 % 60, whole % 60]
      let shown = parts[0] > 0 ? parts : Array(parts.dropFirst())
      return shown.enumerated().map { $0.offset == 0 ? "\($0.element)" : String(format: "%02d", $0.element) }
        .joined(separator: ":")
    }
  }

  extension Double {
    /// The number as reports show it: whole, or with four digits that count.
    package var text: String { self == rounded() && abs(self) < 1e6 ? String(Int(self)) : NumberText.general(self, 4) }

    /// The number with enough digits to tell it from a neighbour.
    package var longText: String { NumberText.general(self, 12) }

    /// The number in two digits that count, for errors.
    package var shortText: String { NumberText.general(self, 2) }
  }
#endif
