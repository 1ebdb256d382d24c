import Engine

/// A function or a comment that a lesson opens and never closes.
///
/// The compiler takes all that stands below as a part of it and finds fault with every other exercise, but does not name
/// the one that is to be mended.
struct UnclosedText {
  /// What is wrong, at the line that opens it.
  let error: CompilerMessage
  /// The first line that does not belong to it: an error from there on is a consequence.
  private let end: Int

  /// Looks for one; nil if the text closes whatever it opens, or nobody can say where it should.
  init?(in lines: [Substring], file: String) {
    func error(at index: Int, _ message: String) -> CompilerMessage {
      CompilerMessage(file: file, line: index + 1, column: 1, message: message)
    }
    if let comment = SwiftScanner.unclosedComment(in: lines) {
      self.error = error(at: comment, "the comment that begins here does not end: */ is missing")
      end = comment + 1
      return
    }
    let code = SwiftScanner.code(of: lines)
    var depth = 0
    var open: (index: Int, name: Substring)?
    var next: Int?
    for (index, line) in code.enumerated() {
      if let declaration = line.prefixMatch(of: /(?:\w+ )*(func|struct|enum|extension) +(\w+)/) {
        if depth == 0 {
          open = declaration.1 == "func" ? (index, declaration.2) : nil
        } else if open != nil, next == nil {
          next = index
        }
      }
      // What comes after belongs to the function that is open.
      depth += line.reduce(0) { $0 + ($1 == "{" ? 1 : $1 == "}" ? -1 : 0) }
      if depth < 0 { return nil }
    }
    guard depth > 0, let open else { return nil }
    end = next.map { Self.beginning(of: $0, lines) } ?? lines.count
    let place = next == nil ? "at the end of the file" : "before line \(end + 1)"
    self.error = error(at: open.index, "\(open.name) does not end: a } is missing \(place)")
  }

  /// The compiler's errors without those that follow from this one, which comes first.
  func clarified(_ errors: [CompilerMessage]) -> [CompilerMessage] {
    [error] + errors.filter { $0.file != error.file || $0.line <= end }
  }

  /// The first line of the comment that a declaration has above it.
  private static func beginning(of declaration: Int, _ lines: [Substring]) -> Int {
    lines[..<declaration].lastIndex { !$0.hasPrefix("//") && !$0.hasPrefix("@") }.map { $0 + 1 } ?? declaration
  }
}
