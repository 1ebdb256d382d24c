import Foundation
import Vocabulary

/// Writes SVG elements, one a line, with everything escaped that XML needs escaped.
struct SVGWriter {
  private(set) var output = ""
  private var depth: Int

  /// A writer that begins inside of so many elements.
  init(depth: Int = 0) { self.depth = depth }

  /// Writes an element without content, or with a text; attributes without a value are left out.
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

  /// Writes what another writer has written at the same depth.
  mutating func append(_ other: String) { output += other }

  private mutating func line(_ text: String) {
    output += String(repeating: "  ", count: depth) + text + "\n"
  }

  private static func list(_ attributes: KeyValuePairs<String, String>) -> String {
    attributes.map { $0.value.isEmpty ? "" : " \($0.key)=\"\(escaped($0.value))\"" }.joined()
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
