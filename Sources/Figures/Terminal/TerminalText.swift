/// Words that fit into their cells.
extension TerminalStyle {
  /// The text, shortened to so many cells if it is longer.
  func shortened(_ text: String, to count: Int) -> String {
    guard text.count > count else { return text }
    let ellipsis = isASCII ? ".." : "…"
    var kept = text.prefix(max(count - ellipsis.count, 0))
    // Only a half of this one would fit.
    if let last = kept.last, last.isDoubleWidth {
      kept = kept.dropLast() + " "
    }
    return String(kept + ellipsis.prefix(max(count, 0)))
  }

  /// The text in lines of so many cells, broken between words; a longer word is shortened.
  func wrapped(_ text: String, to count: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ").map({ shortened(String($0), to: count) }) {
      if let last = lines.last, last.count + 1 + word.count <= count {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(word)
      }
    }
    return lines
  }
}
