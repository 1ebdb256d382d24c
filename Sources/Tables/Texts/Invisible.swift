/// Characters that cannot be seen, or that are taken for a blank.
enum Invisible {
  /// Whether nothing of a character is seen, or no more than of a blank.
  static func contains(_ character: Unicode.Scalar) -> Bool {
    switch character.value {
    case 0x00...0x1F, 0x7F...0xA0, 0xAD, 0x034F, 0x061C, 0x115F, 0x1160, 0x1680, 0x17B4, 0x17B5, 0x180B...0x180F,
      0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x2800, 0x3000, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0,
      0xFFF0...0xFFFB, 0x1D173...0x1D17A, 0xE0000...0xE0FFF:
      true
    default: false
    }
  }

  /// A character's number as Unicode writes it, for example U+00A0.
  static func code(_ character: Unicode.Scalar) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var code: [UInt8] = []
    var rest = character.value
    while rest > 0 || code.count < 4 {
      code.insert(digits[Int(rest & 15)], at: 0)
      rest >>= 4
    }
    return "U+" + String(decoding: code, as: UTF8.self)
  }
}
