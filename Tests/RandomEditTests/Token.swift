/// A token of Swift text.
struct Token {
  enum Kind { case name, number, symbol, opening, closing, comma, colon, dot }

  let kind: Kind
  let text: String
  /// Its characters' places.
  let range: Range<Int>

  /// Whether nothing stands between this token and the next one.
  func touches(_ next: Token) -> Bool { range.upperBound == next.range.lowerBound }

  var isKeyword: Bool { kind == .name && Token.keywords.contains(text) }

  private static let keywords: Set<String> = [
    "break", "case", "continue", "default", "defer", "do", "else", "false", "for", "func", "guard", "if", "in", "inout",
    "let",
    "nil", "repeat", "return", "self", "switch", "true", "var", "where", "while",
  ]

  /// The tokens of a text without its comments.
  static func all(in characters: [Character]) -> [Token] {
    var tokens: [Token] = []
    var index = 0
    while index < characters.count {
      let start = index
      let character = characters[index]
      func run(while isPart: (Character) -> Bool) {
        while index < characters.count, isPart(characters[index]) { index += 1 }
      }
      if character.isWhitespace {
        index += 1
        continue
      }
      if character == "/", index + 1 < characters.count, characters[index + 1] == "/" {
        run { $0 != "\n" }
        continue
      }
      let kind: Kind
      if character.isLetter || character == "_" || character == "$" {
        kind = .name
        run { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "$" }
      } else if character.isNumber {
        kind = .number
        // 1e-8 and 0.5 are one token; in 0..<count the number ends before the points.
        run { $0.isNumber }
        if index + 1 < characters.count, characters[index] == ".", characters[index + 1].isNumber {
          index += 1
          run { $0.isNumber }
        }
        if index < characters.count, characters[index] == "e" {
          index += 1
          run { $0 == "-" || $0.isNumber }
        }
      } else {
        index += 1
        switch character {
        case "(", "[", "{": kind = .opening
        case ")", "]", "}": kind = .closing
        case ",": kind = .comma
        case ":": kind = .colon
        case ".":
          run { $0 == "." || $0 == "<" }
          kind = index == start + 1 ? .dot : .symbol
        default:
          run { "+-*/<>=!&|?%^".contains($0) }
          kind = .symbol
        }
      }
      tokens.append(Token(kind: kind, text: String(characters[start..<index]), range: start..<index))
    }
    return tokens
  }
}
