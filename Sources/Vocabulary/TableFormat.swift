/// How the values of a table are written, as far as somebody has said it; the rest is found by looking.
public struct TableFormat: Equatable, Sendable {
  /// What stands between two values; nil to find it.
  public var separator: Separator?
  /// What stands before the fraction of a number; nil to find it.
  public var decimalMark: DecimalMark?

  /// Creates a format; without words all of it is found.
  public init(separator: Separator? = nil, decimalMark: DecimalMark? = nil) {
    self.separator = separator
    self.decimalMark = decimalMark
  }
}

/// What stands between two values of a row.
public struct Separator: Equatable, Sendable {
  /// The character, in ASCII; a blank stands for any number of blanks and tabs.
  public let byte: UInt8

  private init(_ character: Unicode.Scalar) { byte = UInt8(ascii: character) }

  /// A comma, as in comma-separated values.
  public static var comma: Separator { Separator(",") }
  /// A semicolon, as spreadsheets write it where commas stand in numbers.
  public static var semicolon: Separator { Separator(";") }
  /// A tab.
  public static var tab: Separator { Separator("\t") }
  /// A vertical bar.
  public static var pipe: Separator { Separator("|") }
  /// Any number of blanks and tabs.
  public static var blank: Separator { Separator(" ") }

  /// Those that are looked for; of two that fit a table equally well, the first.
  package static var known: [Separator] { [.tab, .semicolon, .pipe, .comma, .blank] }

  /// Whether any number of them stands between two values.
  package var isRun: Bool { self == .blank }

  /// The separator of one byte; nil if that can stand in a number or in a word, or has another meaning.
  package init?(_ byte: UInt8) {
    switch byte {
    case 0x09, 0x20, 0x21, 0x23...0x26, 0x2A, 0x2C, 0x2F, 0x3A...0x40, 0x5C, 0x5E, 0x60, 0x7B...0x7E: self.byte = byte
    default: return nil
    }
  }

  /// What it is called where several stand in a file.
  package var plural: String {
    switch self {
    case .comma: "commas"
    case .semicolon: "semicolons"
    case .tab: "tabs"
    case .pipe: "pipes"
    case .blank: "blanks"
    default: "'" + String(decoding: [byte], as: UTF8.self) + "'"
    }
  }
}

/// What stands before the fraction of a number.
public enum DecimalMark: String, CaseIterable, Sendable {
  case point, comma

  /// What it is called where several stand in a file.
  package var plural: String { self == .point ? "points" : "commas" }
}

#if !hasFeature(Embedded)
  extension TableFormat: Codable {}
  extension Separator: Codable {}
  extension DecimalMark: Codable {}

  extension Separator {
    /// The words that name separators.
    public static var names: [String] { ["comma", "semicolon", "tab", "pipe", "blank"] }

    /// The separator of a name, or of the character itself; nil if the text is neither.
    public init?(_ text: String) {
      let named: [String: Separator] = [
        "comma": .comma, "semicolon": .semicolon, "tab": .tab, "pipe": .pipe, "blank": .blank, "\\t": .tab,
      ]
      if let separator = named[text] {
        self = separator
      } else if text.utf8.count == 1, let byte = text.utf8.first, let separator = Separator(byte) {
        self = separator
      } else {
        return nil
      }
    }
  }

  extension DecimalMark {
    /// The mark of a name, or of the character itself; nil if the text is neither.
    public init?(_ text: String) {
      switch text {
      case "point", ".": self = .point
      case "comma", ",": self = .comma
      default: return nil
      }
    }
  }
#endif
