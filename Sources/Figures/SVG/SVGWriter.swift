import Foundation
import Vocabulary

/// Writes SVG elements, one a line, with everything escaped that XML needs escaped.
struct SVGWriter {
  private(set) var output = ""
  private var depth = 0

  /// Writes an element without content, or with a text.
  mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String? = nil) {
    let content = text.map { ">\(Self.escaped($0))</\(name)>" } ?? "/>"
    line("<\(name)\(Self.list(attributes))\(content)")
  }

  /// Writes an element around what `content` writes.
  mutating func group(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], content: (inout SVGWriter) -> Void
  ) {
    line("<\(name)\(Self.list(attributes))>")
    depth += 1
    content(&self)
    depth -= 1
    line("</\(name)>")
  }

  private mutating func line(_ text: String) {
    output += String(repeating: "  ", count: depth) + text + "\n"
  }

  private static func list(_ attributes: KeyValuePairs<String, String>) -> String {
    attributes.map { " \($0.key)=\"\(escaped($0.value))\"" }.joined()
  }

  /// The text as XML can hold it: the five special characters by name, control characters as spaces.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value): result += " "
      case "\u{FFFE}", "\u{FFFF}": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension SVGWriter {
  /// A whole file: a picture with its title above it, on a light background, and in words for readers who do not see it.
  ///
  /// The background's corners are round if `corner`, their radius, is above 0.
  static func file(
    title: String, summary: String, width: Double, height: Double, margin: Double, corner: Double = 0,
    content: (inout SVGWriter) -> Void
  ) -> String {
    var writer = SVGWriter()
    writer.group(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "width": width.coordinate, "height": height.coordinate,
        "viewBox": "0 0 \(width.coordinate) \(height.coordinate)", "role": "img",
        "font-family": SVGLook.fontFamily,
      ]
    ) { writer in
      writer.element("title", text: title)
      writer.element("desc", text: summary)
      if corner > 0 {
        let radius = corner.coordinate
        writer.element("rect", ["width": "100%", "height": "100%", "rx": radius, "fill": SVGLook.background])
      } else {
        writer.element("rect", ["width": "100%", "height": "100%", "fill": SVGLook.background])
      }
      writer.text(
        SVGText.fitted(title, width: width - 2 * margin, size: SVGText.titleSize), x: width / 2, y: 31,
        size: SVGText.titleSize, anchor: "middle", isBold: true)
      content(&writer)
    }
    return writer.output
  }
}

extension Double {
  /// The number as a coordinate: at most two decimals, the same on every machine.
  var coordinate: String {
    let hundredths = Int64((self * 100).rounded())
    return DecimalNumber(mantissa: hundredths, exponent: -2).shortenedDecimals
  }
}

extension DecimalNumber {
  /// The number in plain ASCII with no zeros at its end, as file formats want it.
  fileprivate var shortenedDecimals: String {
    let short = shortened
    guard short.exponent > 0 else { return short.text(isASCII: true) }
    return String(short.mantissa) + String(repeating: "0", count: short.exponent)
  }
}
