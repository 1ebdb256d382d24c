extension String {
  /// The text with lines that are at most so many columns wide, broken between words; what follows a break is indented
  /// as the line is, and a little more.
  ///
  /// Colours take no room. A word that is longer than a line keeps its own, so that a path can be copied. Lines that
  /// fit stay as they are.
  func wrapped(to width: Int) -> String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.columnCount <= width ? String($0) : $0.broken(at: width) }
      .joined(separator: "\n")
  }
}

extension Substring {
  fileprivate func broken(at width: Int) -> String {
    let indentation = prefix { $0 == " " }
    let hanging = String(indentation) + "  "
    var lines: [String] = []
    var line = String(indentation)
    var count = indentation.count
    var isFirst = true
    // Several spaces in a row hold columns together; they belong to the word before them.
    for word in dropFirst(indentation.count).split(separator: " ", omittingEmptySubsequences: false) {
      let length = word.columnCount
      if !isFirst, count + 1 + length > width, !word.isEmpty {
        lines.append(line.trimmingEnd)
        // A word that is nearly as long as the line is whole only if it is indented less.
        let indentation = length > width ? hanging.count : Swift.min(hanging.count, width - length)
        line = String(repeating: " ", count: indentation) + word
        count = indentation + length
      } else {
        line += (isFirst ? "" : " ") + word
        count += length + (isFirst ? 0 : 1)
      }
      isFirst = false
    }
    return (lines + [line.trimmingEnd]).joined(separator: "\n")
  }
}

extension String {
  /// The text without the spaces at its end.
  fileprivate var trimmingEnd: String {
    String(self[..<(lastIndex { $0 != " " }.map { index(after: $0) } ?? startIndex)])
  }
}
