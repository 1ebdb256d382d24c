import Vocabulary

/// Why a text is no number, as far as it can be told, and what to do about it.
struct NumberFault {
  private let text: String
  private let explanation: Explanation

  /// What a text is in place of a number.
  private enum Explanation {
    case empty, unknown
    /// What it is, after the text and its column, and what to do.
    case known(String)
    /// A value that is missing.
    case missing
  }

  /// Whether nothing is known of the text but that it is no number.
  var isOfNoKnownKind: Bool { if case .unknown = explanation { true } else { false } }
  /// Whether it stands for a value that is missing.
  var isMissing: Bool {
    switch explanation {
    case .empty, .missing: true
    case .known, .unknown: false
    }
  }

  /// Looks at a value that is no number where a reader is.
  init(_ text: String, in reader: TableReader, hasOptions: Bool = true) {
    self.text = text
    let bytes = Array(text.utf8)
    if bytes.isEmpty {
      explanation = .empty
    } else if Self.missing.contains(where: { LabelKey.lower($0).isSame(as: LabelKey.lower(text)) }) {
      explanation = .missing
    } else if let known = Self.size(bytes, reader) ?? Self.foreignCharacter(text) ?? Self.mark(
      bytes, reader, hasOptions)
      ?? Self.notation(text)
    {
      explanation = .known(known)
    } else {
      explanation = .unknown
    }
  }

  /// The sentence for a column.
  @inline(never)
  func sentence(column: String) -> String {
    let place = "in the column \(column.quoted)"
    return switch explanation {
    case .empty: "the column \(column.quoted) is empty. Fill it in or leave the row out."
    case .missing: "\(text.quoted) \(place) says that a value is missing. Fill it in or leave the row out."
    case .known(let words): "\(text.quoted) \(place) \(words)"
    case .unknown: "\(text.quoted) \(place) is no number."
    }
  }

  private static var missing: [String] {
    [
      "na", "n/a", "#n/a", "#na", "<na>", "nan", "null", "none", "nil", "missing", "unknown", "?", "-", "--", "–", "—",
      ".", "*",
      "#div/0!", "#value!", "#ref!", "#name?", "#num!", "#null!", "1.#ind", "-1.#ind", "-nan",
    ]
  }

  // MARK: Numbers that are too large, and those with other characters

  private static func size(_ bytes: [UInt8], _ reader: TableReader) -> String? {
    let size = bytes.withUnsafeBufferPointer { DecimalText.size($0, mark: reader.decimalMark) }
    let word = LabelKey.lower(String(decoding: bytes.drop { $0 == 0x2B || $0 == 0x2D }, as: UTF8.self))
    let isWord = ["inf", "infinity", "∞"].contains { $0.isSame(as: word) }
    return size != nil || isWord
      ? "is too large for a number: they end at 1.8e308. Write the column in a larger unit, or leave the row out." : nil
  }

  private static func foreignCharacter(_ text: String) -> String? {
    guard let character = text.unicodeScalars.first(where: { !$0.isASCII || Invisible.contains($0) && $0 != " " })
    else {
      return nil
    }
    let code = Invisible.code(character)
    switch character.value {
    case 0xA0, 0x2007, 0x2009, 0x202F:
      if let digits = withoutGroups(text) { return "has blanks (\(code)) between its digits: write \(digits)" }
      fallthrough
    case _ where Invisible.contains(character): return "has a character in it that cannot be seen, \(code). Delete it."
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D:
      return "has a typographic minus, \(code): write - in its place."
    case 0x2018, 0x2019:
      if let digits = withoutGroups(text) { return "has marks (\(code)) between its digits: write \(digits)" }
    case 0x20A0...0x20BF, 0xA2...0xA5: return "has a currency beside its number: write the number alone."
    case 0xB0, 0xB2, 0xB3, 0xB5: return "has a unit beside its number: write the number alone."
    case 0x660...0x669, 0x6F0...0x6F9, 0x966...0x96F, 0x9E6...0x9EF, 0xE50...0xE59, 0xFF10...0xFF19, 0x1D7CE...0x1D7FF:
      return "has digits of another script, \(code): write them as 0 to 9."
    case 0x66B, 0x66C, 0xFF0C, 0xFF0E, 0x3002, 0xB7:
      return "has another sign for its point, \(code): write . in its place."
    default: break
    }
    // Where most are digits, the letter was taken for one.
    let digitCount = text.unicodeScalars.count { isDigit($0) }
    guard digitCount * 2 >= text.unicodeScalars.count else { return nil }
    return "has a character in it that is no part of a number, \(code). Write it with 0 to 9 and a point."
  }

  private static func isDigit(_ character: Unicode.Scalar) -> Bool { 0x30...0x39 ~= character.value }

  // MARK: Numbers that are written otherwise

  /// A number with the other mark before its fraction.
  private static func mark(_ bytes: [UInt8], _ reader: TableReader, _ hasOptions: Bool) -> String? {
    guard let used = reader.decimalMark, DecimalText.number(bytes, mark: nil) != nil else { return nil }
    let other: DecimalMark = used == .point ? .comma : .point
    let name = other == .comma ? "a comma" : "a point"
    if let line = reader.lineOfMark {
      return
        "has \(name) before its fraction, and the number in line \(line) has \(used == .comma ? "a comma" : "a point"). Write "
        + "all numbers of the table in one way."
    }
    if reader.sample.separator == .comma, used == .point {
      return "has a comma in it. Write a point before the fraction"
        + (hasOptions ? ", or say --decimal comma, if all numbers have one." : ".")
    }
    return "has \(name) in it, and --decimal says that \(used.plural) stand before the fractions."
  }

  private static func notation(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    if let number = hexadecimal(bytes) { return "is in hexadecimal notation: in decimals it is \(number)." }
    if let digits = withoutGroups(text) { return "has marks between its thousands: write \(digits)" }
    let word = LabelKey.lower(text)
    if ["true", "false", "yes", "no"].contains(where: { $0.isSame(as: word) }) {
      return "is no number: write 1 for true and 0 for false."
    }
    if bytes[0] == UInt8(ascii: "=") { return "is a formula. Save the table with its values in place of formulas." }
    if bytes[0] == UInt8(ascii: "'"), DecimalText.number(bytes.dropFirst()) != nil {
      return "has an apostrophe before its number, as spreadsheets mark texts. Delete it."
    }
    let end = bytes.lastIndex { $0 &- UInt8(ascii: "0") < 10 }
    let start = bytes.firstIndex { $0 &- UInt8(ascii: "0") < 10 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    guard let start, let end, start <= end, DecimalText.number(bytes[start...end], mark: nil) != nil else { return nil }
    let number = String(decoding: bytes[start...end], as: UTF8.self)
    let before = String(decoding: Blanks.trimmed(bytes[..<start]), as: UTF8.self)
    let after = String(decoding: Blanks.trimmed(bytes[(end + 1)...]), as: UTF8.self)
    if before.utf8.isEmpty, after.isSame(as: "%") { return "has a percent sign: write \(number) alone, in every row." }
    if before.utf8.isEmpty, !after.utf8.isEmpty {
      return "has \(after.quoted) behind its number: write \(number) alone; a unit belongs into the column's name."
    }
    if before.utf8.count == 1, ["$", "~", "<", ">", "="].contains(where: { $0.isSame(as: before) }), after.utf8.isEmpty
    {
      return "has \(before.quoted) before its number: write \(number) alone."
    }
    return nil
  }

  /// What a number like 0x1A is; nil if the text is none.
  private static func hexadecimal(_ bytes: [UInt8]) -> String? {
    guard bytes.count > 2, bytes.count < 17, bytes[0] == UInt8(ascii: "0"), bytes[1] | 0x20 == UInt8(ascii: "x") else {
      return nil
    }
    var number = 0
    for byte in bytes[2...] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): number = 16 * number + Int(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"): number = 16 * number + Int(byte - UInt8(ascii: "a")) + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): number = 16 * number + Int(byte - UInt8(ascii: "A")) + 10
      default: return nil
      }
    }
    return "\(number)"
  }

  /// A number like 1,234,567.8 or 1'234 without the marks between its thousands, and a point after it; nil if the text is none.
  private static func withoutGroups(_ text: String) -> String? {
    var digits: [UInt8] = []
    var (group, mark, hasFraction): (Int, UInt32?, Bool) = (0, nil, false)
    let characters = Array(text.unicodeScalars)
    for (index, character) in characters.enumerated() {
      if isDigit(character) {
        digits.append(UInt8(character.value))
        group += 1
      } else if index == 0, character == "-" || character == "+" {
        digits.append(UInt8(character.value))
      } else if !hasFraction, let known = mark, known != character.value, group == 3,
        character == "." || character == ","
      {
        digits.append(UInt8(ascii: "."))
        (hasFraction, group) = (true, 0)
      } else if !hasFraction, mark == nil ? 1...3 ~= group : mark == character.value && group == 3,
        isGroupMark(character)
      {
        (mark, group) = (character.value, 0)
      } else {
        return nil
      }
    }
    guard mark != nil, hasFraction ? group > 0 : group == 3 else { return nil }
    return String(decoding: digits, as: UTF8.self) + "."
  }

  private static func isGroupMark(_ character: Unicode.Scalar) -> Bool {
    switch character.value {
    case 0x20, 0x27, 0x2C, 0x2E, 0x5F, 0xA0, 0x2007, 0x2009, 0x2018, 0x2019, 0x202F: true
    default: false
    }
  }
}
