/// What a lesson's code printed, at a size that a person can read.
struct PrintedText {
  private static let shownLines = 6
  private static let shownCharacters = 400
  private(set) var lines: [String] = []
  private(set) var byteCount = 0

  mutating func append(_ text: String, byteCount count: Int) {
    guard !text.allSatisfy(\.isWhitespace) else { return }
    byteCount += count
    let room = PrintedText.shownLines - lines.count
    lines += text.split(separator: "\n").prefix(max(room, 0)).map { line in
      line.count > PrintedText.shownCharacters ? line.prefix(PrintedText.shownCharacters) + "…" : String(line)
    }
  }

  /// What to say about it; empty if nothing was printed.
  var report: String {
    guard !lines.isEmpty else { return "" }
    return "  Your code printed \(byteCount) bytes, beginning with:\n" + lines.map { "      \($0)\n" }.joined()
  }
}
