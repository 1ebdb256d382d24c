import CourseFiles

/// A word of Swift source: a name, a number, a text, an operator or a bracket.
struct SourceToken: Equatable {
  enum Kind {
    case name, number, text, symbol
  }

  let kind: Kind
  let text: String
  /// The line, counted from 1.
  let line: Int
  /// The places of its characters in the line, counted from 0.
  let range: Range<Int>
  /// Whether white space or an opening bracket stands before it, and white space behind it.
  var isSpaced = (before: true, after: true)

  static func == (one: SourceToken, other: SourceToken) -> Bool {
    one.line == other.line && one.range == other.range
  }

  /// The tokens of a file, without its comments.
  static func all(in lines: [Substring]) -> [SourceToken] {
    zip(lines, SwiftScanner.code(of: lines)).enumerated().flatMap { index, pair in
      tokens(of: Array(pair.0), code: Array(pair.1), line: index + 1)
    }
  }

  private static func tokens(of line: [Character], code: [Character], line number: Int) -> [SourceToken] {
    var tokens: [SourceToken] = []
    var index = 0
    while index < line.count {
      let start = index
      let kind: Kind
      if code[index] == " ", !line[index].isWhitespace {
        // What the scanner blanks is a text or a comment.
        let isComment = line[index] == "/"
        while index < line.count, code[index] == " " { index += 1 }
        if isComment { continue }
        kind = .text
      } else if code[index].isWhitespace {
        index += 1
        continue
      } else if code[index].isNumber {
        kind = .number
        index = endOfNumber(code, from: index)
      } else if isNamePart(code[index]) || code[index] == "$" {
        kind = .name
        index += 1
        while index < code.count, isNamePart(code[index]) || code[index].isNumber { index += 1 }
      } else {
        kind = .symbol
        index = endOfSymbol(code, from: index)
      }
      let before = start == 0 || code[start - 1].isWhitespace || "([{,:;".contains(code[start - 1])
      let after = index >= code.count || code[index].isWhitespace || ")]},:;".contains(code[index])
      var text = String(line[start..<index])
      while text.last?.isWhitespace == true { text.removeLast() }
      tokens.append(
        SourceToken(
          kind: kind, text: text, line: number, range: start..<(start + text.count), isSpaced: (before, after)))
    }
    return tokens
  }

  private static func isNamePart(_ character: Character) -> Bool { character.isLetter || character == "_" }

  private static func endOfNumber(_ code: [Character], from start: Int) -> Int {
    var index = start
    while index < code.count {
      let character = code[index]
      let isPoint = character == "." && index + 1 < code.count && code[index + 1].isNumber
      let isSign = "+-".contains(character) && "eE".contains(code[index - 1]) && !code[start...].starts(with: "0x")
      guard character.isNumber || character.isLetter || character == "_" || isPoint || isSign else { break }
      index += 1
    }
    return index
  }

  private static func endOfSymbol(_ code: [Character], from start: Int) -> Int {
    for symbol in ["..<", "...", "??"] where code[start...].starts(with: symbol) { return start + symbol.count }
    var index = start
    while index < code.count, "+-*/=<>!&|^%~".contains(code[index]) { index += 1 }
    return max(index, start + 1)
  }
}
