/// A label without what people write in several ways: capitals, blanks, and the form of a number.
struct LabelKey: Equatable {
  private let bytes: [UInt8]

  /// The key of a label.
  init(_ label: String) {
    if let number = DecimalText.number(label.utf8, mark: nil) {
      // 0 and −0 are one number.
      bytes = Array("number \((number + 0).bitPattern)".utf8)
    } else {
      var text = ""
      for character in label.unicodeScalars where character != " " && !Invisible.contains(character) {
        text.unicodeScalars.append(Self.lower(character))
      }
      bytes = Array(text.utf8)
    }
  }

  /// The only one of some classes with this key; nil if there is none, or if there are several.
  func only(of classes: [String]) -> String? {
    let alike = classes.filter { LabelKey($0) == self }
    return alike.count == 1 ? alike[0] : nil
  }

  /// A text in small letters.
  @inline(never)
  static func lower(_ text: String) -> String {
    var result = ""
    for character in text.unicodeScalars { result.unicodeScalars.append(lower(character)) }
    return result
  }

  /// The small letter of a capital one of the Latin, Greek or Cyrillic alphabet.
  ///
  /// Unicode's own way would have to bring its tables to the browser.
  private static func lower(_ character: Unicode.Scalar) -> Unicode.Scalar {
    let code = character.value
    let small: UInt32 =
      switch code {
      case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE, 0x391...0x3A1, 0x3A3...0x3AB, 0x410...0x42F: code + 32
      case 0x100...0x12F, 0x132...0x137, 0x14A...0x177, 0x460...0x481, 0x48A...0x4BF: code | 1
      case 0x139...0x148, 0x179...0x17E: code + code % 2
      case 0x178: 0xFF
      case 0x386: 0x3AC
      case 0x388...0x38A: code + 37
      case 0x38C: 0x3CC
      case 0x38E, 0x38F: code + 63
      case 0x400...0x40F: code + 80
      default: code
      }
    return Unicode.Scalar(small) ?? character
  }
}
