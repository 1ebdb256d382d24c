/// Looks for bytes that are no UTF-8 in a text that comes byte by byte.
struct UTF8Check {
  /// The first line, counted from 1, with bytes that are no UTF-8; nil as long as there is none.
  private(set) var firstWrongLine: Int?
  private var line = 1
  /// How many bytes of the letter that was begun are still to come, and what the next one may be.
  private var missing = 0
  private var allowed: ClosedRange<UInt8> = 0x80...0xBF

  /// Takes the next byte.
  mutating func read(_ byte: UInt8) {
    if !accepts(byte), firstWrongLine == nil { firstWrongLine = line }
  }

  /// Takes notice of the end, before which every letter must be whole.
  mutating func end() {
    if missing > 0, firstWrongLine == nil { firstWrongLine = line }
  }

  /// The table of well-formed byte sequences of the Unicode standard, as a machine.
  private mutating func accepts(_ byte: UInt8) -> Bool {
    if missing > 0 {
      guard allowed.contains(byte) else { return false }
      missing -= 1
      allowed = 0x80...0xBF
      return true
    }
    switch byte {
    case 0x0A: line += 1
    case ..<0x80: break
    case 0xC2...0xDF: missing = 1
    case 0xE0: (missing, allowed) = (2, 0xA0...0xBF)
    case 0xED: (missing, allowed) = (2, 0x80...0x9F)
    case 0xE1...0xEF: missing = 2
    case 0xF0: (missing, allowed) = (3, 0x90...0xBF)
    case 0xF4: (missing, allowed) = (3, 0x80...0x8F)
    case 0xF1...0xF3: missing = 3
    default: return false
    }
    return true
  }
}
