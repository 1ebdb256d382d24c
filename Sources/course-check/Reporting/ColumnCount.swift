extension StringProtocol {
  /// The columns that the text takes on a terminal: the colours' control sequences take none.
  var columnCount: Int {
    var count = 0
    var isControl = false
    for character in self {
      if character == "\u{1B}" { isControl = true }
      if !isControl { count += character.columnCount }
      if isControl, character == "m" { isControl = false }
    }
    return count
  }
}

extension Character {
  /// The columns that the character takes on a terminal: two for ideographs, kana, hangul and pictures.
  var columnCount: Int {
    // Most characters are found here, in one comparison.
    guard let scalar = unicodeScalars.first?.value, scalar >= 0x1100 else { return 1 }
    return Self.wideScalars.contains { $0.contains(scalar) } ? 2 : 1
  }

  /// The blocks of Unicode whose characters are wide (Unicode Standard Annex 11).
  private static let wideScalars: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
    0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD,
  ]
}
