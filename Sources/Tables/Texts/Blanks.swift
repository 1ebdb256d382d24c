/// Spaces and tabs, among them those that other programs put between figures, and marks of no width: what is blank at the ends
/// of a value.
enum Blanks {
  static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

  /// Whether nothing is seen of a byte at a value's ends, where a line break may stand in quotation marks, too.
  private static func isNothing(_ byte: UInt8) -> Bool { isBlank(byte) || TextPieces.breaksLine(byte) }

  /// Returns a text without the blanks around it.
  @inline(never)
  static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var (start, end) = (text.startIndex, text.endIndex)
    while start < end {
      let length = isNothing(text[start]) ? 1 : wideLength(text[start..<end])
      guard length > 0 else { break }
      start += length
    }
    while start < end {
      var length = isNothing(text[end - 1]) ? 1 : 0
      for wide in 2...3 where length == 0 && text[end - 1] & 0x80 != 0 && end - start >= wide {
        if wideLength(text[(end - wide)..<end]) == wide { length = wide }
      }
      guard length > 0 else { break }
      end -= length
    }
    return text[start..<end]
  }

  /// The length of a space or mark beyond ASCII with which a text begins; 0 if there is none.
  private static func wideLength(_ text: ArraySlice<UInt8>) -> Int {
    let start = text.startIndex
    guard text[start] & 0x80 != 0, text.count > 1 else { return 0 }
    if text[start] == 0xC2 { return text[start + 1] == 0xA0 || text[start + 1] == 0xAD ? 2 : 0 }
    guard text.count > 2 else { return 0 }
    switch (text[start], text[start + 1], text[start + 2]) {
    case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8F), (0xE2, 0x80, 0xA8...0xAF), (0xE2, 0x81, 0x9F...0xAF),
      (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF):
      return 3
    default: return 0
    }
  }
}
