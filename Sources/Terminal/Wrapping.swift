extension String {
  /// The text with lines that are at most so many columns wide, broken between words; what follows a break is indented
  /// as the line is, and by `hanging` more.
  ///
  /// Colours take no room. A word that is longer than a line keeps its own, so that a path can be copied. Lines that
  /// fit stay as they are.
  package func wrapped(to width: Int, hanging: String = "  ") -> String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.columnCount <= width ? String($0) : $0.broken(at: width, hanging: hanging) }
      .joined(separator: "\n")
  }
}

extension Substring {
  fileprivate func broken(at width: Int, hanging more: String) -> String {
    let indentation = prefix { $0 == " " }
    let hanging = String(indentation) + more
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

extension StringProtocol {
  /// The columns that the text takes on a terminal: the colours' control sequences take none.
  package var columnCount: Int {
    var count = 0
    var isControl = false
    for character in self {
      if character == "\u{1B}" { isControl = true }
      if !isControl { count += character.columnCount }
      if isControl, character == "m" { isControl = false }
    }
    return count
  }
}

extension Character {
  /// The columns that the character takes on a terminal: two for ideographs, kana, hangul and pictures.
  var columnCount: Int {
    // Most characters are found here, in one comparison.
    guard let scalar = unicodeScalars.first?.value, scalar >= 0x1100 else { return 1 }
    return Self.wideScalars.contains { $0.contains(scalar) } ? 2 : 1
  }

  /// The blocks of Unicode whose characters are wide (Unicode Standard Annex 11).
  private static let wideScalars: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
    0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD,
  ]
}

extension String {
  /// The text with so many spaces behind it that it takes a width.
  package func padding(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - count))
  }
}

/// Lines of two columns, the second of which begins at one place: names on the left, what they mean on the right.
package func twoColumns(_ left: [String], _ right: [String]) -> String {
  let width = (left.map(\.count).max() ?? 0) + 2
  return zip(left, right).map { "  " + $0.padding(to: width) + $1 }.joined(separator: "\n")
}
