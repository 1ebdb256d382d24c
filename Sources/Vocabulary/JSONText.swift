/// A text as a file in JSON holds it: in quotation marks (RFC 8259, section 7).
package enum JSONText {
  /// Returns the bytes of a text in quotation marks, with all that may not stand there as it is by its name or number.
  ///
  /// It is not copied into its callers: the page holds less code.
  @inline(never)
  package static func quoted(_ text: String) -> [UInt8] {
    let (quote, backslash) = (UInt8(ascii: "\""), UInt8(ascii: "\\"))
    var bytes = [quote]
    for byte in text.utf8 {
      switch byte {
      case quote, backslash: bytes += [backslash, byte]
      case 0x08: bytes += [backslash, UInt8(ascii: "b")]
      case 0x0C: bytes += [backslash, UInt8(ascii: "f")]
      case 0x0A: bytes += [backslash, UInt8(ascii: "n")]
      case 0x0D: bytes += [backslash, UInt8(ascii: "r")]
      case 0x09: bytes += [backslash, UInt8(ascii: "t")]
      case ..<0x20:
        bytes += [backslash, UInt8(ascii: "u"), UInt8(ascii: "0"), UInt8(ascii: "0")]
        for digit in [byte >> 4, byte & 15] { bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit) }
      default: bytes.append(byte)
      }
    }
    bytes.append(quote)
    return bytes
  }
}
