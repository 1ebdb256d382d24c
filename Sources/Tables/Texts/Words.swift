extension [String] {
  /// The words in quotation marks with commas between them; of many, the first ten.
  @inline(never)
  package var quotedList: String {
    var list = ""
    for (index, word) in prefix(10).enumerated() { list += (index == 0 ? "" : ", ") + word.quoted }
    return count > 10 ? list + " and \(count - 10) more" : list
  }

  /// The place of a word; nil if it is not there.
  @inline(never)
  func firstPlace(of word: String) -> Int? { firstIndex { $0.isSame(as: word) } }
}

extension String {
  /// The text in quotation marks; of one that nobody would read to its end, the beginning.
  ///
  /// What cannot be seen stands there by its number.
  @inline(never)
  package var quoted: String {
    let bytes = Array(utf8)
    guard bytes.count > 80 else { return "'" + shown + "'" }
    var end = 60
    // Letters stay whole.
    while bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return "'" + String(decoding: bytes[..<end], as: UTF8.self).shown + "…'"
  }

  private var shown: String {
    guard unicodeScalars.contains(where: Invisible.contains) else { return self }
    var text = ""
    for character in unicodeScalars {
      if Invisible.contains(character), character != " " {
        text += "<" + Invisible.code(character) + ">"
      } else {
        text.unicodeScalars.append(character)
      }
    }
    return text
  }
}

// Unicode's own comparison, for which two spellings of a letter are one, would have to bring its tables to the browser.
extension String {
  /// Whether two texts are the same, byte by byte.
  @inline(never)
  func isSame(as other: String) -> Bool { Array(utf8) == Array(other.utf8) }

  /// Whether it comes first in the order of the alphabet: that of its bytes, which is the order of Unicode's numbers, too.
  func precedes(_ other: String) -> Bool { Array(utf8).lexicographicallyPrecedes(Array(other.utf8)) }
}
