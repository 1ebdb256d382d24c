extension String {
  /// The text as one word of a command: in quotation marks if it needs them.
  var inShell: String {
    let isPlain = !utf8.isEmpty && utf8.allSatisfy(Self.isPlainInShell) && utf8.first != UInt8(ascii: "-")
    if isPlain { return self }
    var word: [UInt8] = [UInt8(ascii: "'")]
    for byte in utf8 {
      if byte == UInt8(ascii: "'") { word += Array("'\\''".utf8) } else { word.append(byte) }
    }
    return String(decoding: word + [UInt8(ascii: "'")], as: UTF8.self)
  }

  private static func isPlainInShell(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ","): true
    default: byte >= 0x80
    }
  }

  /// A file's name without what stands behind its last point.
  var stem: String {
    let bytes = Array(utf8)
    guard let point = bytes.lastIndex(of: UInt8(ascii: ".")), point > 0, bytes[point - 1] != UInt8(ascii: "/"),
      !bytes[point...].contains(UInt8(ascii: "/"))
    else { return self }
    return String(decoding: bytes[..<point], as: UTF8.self)
  }
}

extension [String] {
  /// Names as an option takes them: with commas between them, in quotation marks where one has a comma itself.
  var inOption: String {
    var list = ""
    for (index, name) in enumerated() {
      let hasComma = name.utf8.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }
      list += (index == 0 ? "" : ",") + (hasComma ? "\"" + name + "\"" : name)
    }
    return list.inShell
  }

  /// The names that an option lists with commas between them; quotation marks hold a name together.
  package init(inOption text: String) {
    self = []
    var (name, isQuoted): ([UInt8], Bool) = ([], false)
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if byte == UInt8(ascii: ","), !isQuoted {
        append(String(decoding: Blanks.trimmed(name[...]), as: UTF8.self))
        name = []
      } else {
        name.append(byte)
      }
    }
    append(String(decoding: Blanks.trimmed(name[...]), as: UTF8.self))
  }
}
