/// A key that `watch` understands.
enum Key: Equatable {
  case next, previous, hint, again, quit, suspend
  /// The arrows and the space bar, which move a report that is longer than the screen.
  case up, down, page

  /// The keys that were pressed, from the bytes that a terminal sends for them; others are passed over.
  static func keys(in bytes: [UInt8]) -> [Key] {
    var keys: [Key] = []
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "n"), UInt8(ascii: "N"): keys.append(.next)
      case UInt8(ascii: "p"), UInt8(ascii: "P"): keys.append(.previous)
      case UInt8(ascii: "h"), UInt8(ascii: "H"): keys.append(.hint)
      case UInt8(ascii: "r"), UInt8(ascii: "R"): keys.append(.again)
      case UInt8(ascii: "q"), UInt8(ascii: "Q"), 0x04: keys.append(.quit)
      case UInt8(ascii: " "): keys.append(.page)
      case 0x1A: keys.append(.suspend)
      case 0x1B: sequence(&rest).map { keys.append($0) }
      default: break
      }
    }
    return keys
  }

  /// The key that a control sequence such as `[A` stands for, whose escape character is taken.
  private static func sequence(_ rest: inout ArraySlice<UInt8>) -> Key? {
    guard rest.first == UInt8(ascii: "[") || rest.first == UInt8(ascii: "O") else { return nil }
    rest.removeFirst()
    while let byte = rest.popFirst() {
      guard (0x40...0x7E).contains(byte) else { continue }
      switch byte {
      case UInt8(ascii: "A"): return .up
      case UInt8(ascii: "B"): return .down
      default: return nil
      }
    }
    return nil
  }
}
