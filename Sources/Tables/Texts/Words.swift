extension [String] {
  /// The words in quotation marks with commas between them; of many, the first ten.
  var quotedList: String {
    prefix(10).map { "'\($0)'" }.joined(separator: ", ") + (count > 10 ? " and \(count - 10) more" : "")
  }

  /// The place of a word, compared byte by byte; nil if it is not there.
  func firstPlace(of word: String) -> Int? { firstIndex { $0.utf8.elementsEqual(word.utf8) } }
}

extension String {
  /// Whether it comes first in the order of the alphabet: that of its bytes, which is the order of Unicode's numbers, too.
  func precedes(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}
