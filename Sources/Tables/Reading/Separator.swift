/// Finds out what separates the values of a table, from its first line with something in it.
///
/// A tab between two values comes before a semicolon, and that before a comma; what stands in quotation marks does not count.
struct Separator {
  static let comma = UInt8(ascii: ",")
  static let semicolon = UInt8(ascii: ";")
  static let tab = UInt8(ascii: "\t")

  /// What separates the values, as far as the line was looked at.
  var found: UInt8 { hasTab ? Self.tab : hasSemicolon ? Self.semicolon : Self.comma }

  private var (hasTab, hasSemicolon, isQuoted, hasContent) = (false, false, false, false)
  /// What stands before the tab that may separate.
  private var last: UInt8?
  private var isAfterTab = false

  /// Takes the next byte; false at the end of the line.
  mutating func take(_ byte: UInt8) -> Bool {
    let endsLine = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    if endsLine, !isQuoted {
      if hasContent { return false }
      self = Separator()
      return true
    }
    if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
    guard !isQuoted || byte == UInt8(ascii: "\"") else { return true }
    if byte == Self.tab {
      isAfterTab = true
      return true
    }
    guard byte != UInt8(ascii: " ") else { return true }
    // Beside a comma a tab is as blank as a space.
    if isAfterTab, let last, last != Self.comma, byte != Self.comma { hasTab = true }
    if byte == Self.semicolon { hasSemicolon = true }
    if byte != Self.semicolon, byte != Self.comma { hasContent = true }
    (last, isAfterTab) = (byte, false)
    return true
  }
}
