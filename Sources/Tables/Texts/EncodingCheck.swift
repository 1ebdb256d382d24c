/// Looks for bytes that are no UTF-8 in a text that comes piece by piece.
struct EncodingCheck {
  /// The first line, counted from 1, with bytes that are no UTF-8; nil as long as there is none.
  private(set) var firstWrongLine: Int?
  private var line = 1
  /// The bytes of a letter in whose middle the last piece ended.
  private var begun: [UInt8] = []

  /// Takes the next piece.
  mutating func read(_ piece: ArraySlice<UInt8>) {
    guard firstWrongLine == nil else { return }
    let text = begun.isEmpty ? piece : (begun + piece)[...]
    let end = text.endIndex - Self.unfinished(text)
    begun = Array(text[end...])
    check(text[..<end])
  }

  /// Takes notice of the end, before which every letter must be whole.
  mutating func end() {
    if !begun.isEmpty, firstWrongLine == nil { firstWrongLine = line }
  }

  private mutating func check(_ text: ArraySlice<UInt8>) {
    guard !Self.isWhole(text) else {
      line += Self.lineBreaks(in: text)
      return
    }
    var rest = text
    while let end = rest.firstIndex(of: Self.newline), Self.isWhole(rest[..<end]) {
      rest = rest[(end + 1)...]
      line += 1
    }
    firstWrongLine = line
  }

  private static func isWhole(_ text: ArraySlice<UInt8>) -> Bool { String(validating: text, as: UTF8.self) != nil }

  private static let newline = UInt8(ascii: "\n")

  private static func lineBreaks(in text: ArraySlice<UInt8>) -> Int {
    text.withUnsafeBufferPointer { bytes in
      var count = 0
      for byte in bytes { count &+= byte == newline ? 1 : 0 }
      return count
    }
  }

  /// How many bytes at a text's end may be the beginning of a letter.
  private static func unfinished(_ text: ArraySlice<UInt8>) -> Int {
    for (count, byte) in text.suffix(3).reversed().enumerated() where byte & 0xC0 != 0x80 {
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      return count + 1 < length ? count + 1 : 0
    }
    return 0
  }
}
