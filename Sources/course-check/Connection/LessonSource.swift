import Judge
import RegexBuilder

/// A lesson's text, looked at line by line: where a function stands, and which of its lines may have stopped it.
///
/// The C library's functions break the backtrace, so an `exit` or a print without end leaves no line there. The text
/// often has just one line that can have done it.
struct LessonSource {
  /// What to look for.
  enum Telltale {
    case exit, abort, cast, print, endlessLoop, countingLoop, allocation

    /// Whether correct lessons do without it.
    var isRare: Bool { [.exit, .abort, .cast, .print].contains(self) }

    fileprivate var pattern: Regex<Substring> {
      switch self {
      case .exit: /\b(?:exit|_exit|_Exit|quick_exit)\(/
      case .abort: /\babort\(/
      case .cast: /\bas!/
      case .endlessLoop: /\b(?:while|repeat)\b/
      case .countingLoop: /\bfor\b/
      case .allocation: /repeating:|\.zeros\(|\.append\(|\+=/
      case .print: /\b(?:print|debugPrint|dump|write)\(/
      }
    }
  }

  let file: String
  private let lines: [Substring]

  /// Reads a lesson; one that cannot be read has no lines.
  init(_ lesson: Lesson, in checkout: Checkout) {
    file = checkout.file(of: lesson)
    lines = checkout.lines(of: file)
  }

  /// The line that declares a function.
  func declaration(of function: String) -> SourceLocation? {
    index(of: function).map { SourceLocation(file: file, line: $0 + 1) }
  }

  /// The text of a function's declaration, up to the brace.
  func declarationText(of function: String) -> String? {
    guard let start = index(of: function) else { return nil }
    let text = lines[start...].indices.map { code(at: $0) }.joined(separator: " ")
    return String(text.prefix { $0 != "{" })
  }

  /// The first line that holds a text.
  func line(with text: String) -> SourceLocation? {
    lines.indices.first { code(at: $0).contains(text) }.map { SourceLocation(file: file, line: $0 + 1) }
  }

  /// The one line of a function, or of the whole file, that holds the telltale; nil if none or several do.
  func only(_ telltale: Telltale, in function: String?) -> SourceLocation? {
    let found = lines(of: function).filter { code(at: $0).contains(telltale.pattern) }
    return found.count == 1 ? SourceLocation(file: file, line: found[0] + 1) : nil
  }

  /// Whether a function's text calls another one, at a line of it if that is known.
  func calls(_ other: String, in function: String, at location: SourceLocation?) -> Bool {
    let pattern = Regex {
      Anchor.wordBoundary; other; "("
    }
    let lines = lines(of: function).dropFirst()
    return lines.contains { index in
      (location == nil || location?.line == index + 1) && code(at: index).contains(pattern)
    }
  }

  /// The line that opens what a line closes; nil if that line holds more than a closing brace.
  func opening(of line: Int) -> SourceLocation? {
    guard lines.indices.contains(line - 1), code(at: line - 1).filter({ !$0.isWhitespace }) == "}" else { return nil }
    var depth = 0
    for index in lines.indices.prefix(line).reversed() {
      for character in code(at: index).reversed() {
        if character == "}" { depth += 1 }
        guard character == "{" else { continue }
        depth -= 1
        if depth == 0 { return SourceLocation(file: file, line: index + 1) }
      }
    }
    return nil
  }

  private func index(of function: String) -> Int? {
    lines.indices.first { code(at: $0).contains("func \(function)(") || code(at: $0).contains("func \(function)<") }
  }

  /// The lines of a function from its declaration to the brace that closes it; all lines for nil.
  private func lines(of function: String?) -> Range<Int> {
    guard let function else { return lines.indices }
    guard let start = index(of: function) else { return 0..<0 }
    var depth = 0
    for index in start..<lines.endIndex {
      for character in code(at: index) {
        if character == "{" { depth += 1 }
        guard character == "}" else { continue }
        depth -= 1
        if depth == 0 { return start..<(index + 1) }
      }
    }
    return start..<lines.endIndex
  }

  /// A line without its comment.
  private func code(at index: Int) -> Substring {
    lines[index].firstRange(of: "//").map { lines[index][..<$0.lowerBound] } ?? lines[index]
  }
}
