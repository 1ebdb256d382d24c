/// Text as a page for browsers can hold it.
package enum HTML {
  /// The text with everything escaped that means something in HTML.
  ///
  /// Control characters are forbidden there, even by number: signs that show them stand in their place.
  package static func escaped(_ text: some StringProtocol) -> String {
    var result = ""
    for scalar in String(text).replacing("\r\n", with: "\n").unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case "\u{7F}": result += "\u{2421}"
      case _ where scalar.value < 0x20:
        result.unicodeScalars.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
      case _ where (0x80...0x9F).contains(scalar.value) || scalar.value & 0xFFFE == 0xFFFE: result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A heading's words as a name in an address: lower-case letters and digits with hyphens between.
  package static func slug(_ heading: some StringProtocol) -> String {
    let letters = heading.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
    return letters.split(separator: "-").map { String($0) }.joined(separator: "-")
  }
}
