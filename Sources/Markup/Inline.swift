/// A piece of a paragraph.
package indirect enum Inline: Equatable {
  case text(String)
  case bold([Inline])
  case emphasis([Inline])
  case code(String)
  /// A formula in TeX's notation, without the dollar signs.
  case formula(String)
  case link([Inline], address: String)
  /// A picture in the middle of a text: what is to be seen, and its file.
  case picture(text: String, file: String)

  /// The pieces of a paragraph: `**bold**`, `*emphasis*`, `` `code` ``, `$formula$`, links and pictures.
  package static func pieces(of markdown: some StringProtocol) -> [Inline] {
    var reader = InlineReader(rest: Substring(markdown))
    return reader.pieces()
  }
}

extension Inline {
  /// The words of a text in Markdown without its marks.
  package static func plain(_ markdown: some StringProtocol) -> String {
    pieces(of: markdown).map(\.plain).joined()
  }

  private var plain: String {
    switch self {
    case .text(let text), .code(let text), .picture(let text, _): text
    case .bold(let inner), .emphasis(let inner), .link(let inner, _): inner.map(\.plain).joined()
    case .formula(let source): Formula.text(source)
    }
  }
}

/// Reads a paragraph character by character.
private struct InlineReader {
  private var rest: Substring
  private var read: [Inline] = []

  init(rest: Substring) { self.rest = rest }

  mutating func pieces() -> [Inline] {
    var last: Character = " "
    while let next = rest.first {
      // An asterisk inside of a word or between spaces is no emphasis.
      let isWordBefore = last.isLetter || last.isNumber
      last = next
      if !takeSpecial(next, isWordBefore: isWordBefore) {
        append(next)
        rest = rest.dropFirst()
      }
    }
    return read
  }

  /// Takes what a special character begins; false if it begins nothing.
  private mutating func takeSpecial(_ first: Character, isWordBefore: Bool) -> Bool {
    switch first {
    case "`":
      let fence = String(rest.prefix { $0 == "`" })
      return take(fence, fence) { .code($0.trimmingSpaces) }
    case "$": return take("$", "$") { .formula(String($0)) }
    case "*" where rest.hasPrefix("**"): return take("**", "**") { .bold(Inline.pieces(of: $0)) }
    case "*" where !isWordBefore: return take("*", "*") { .emphasis(Inline.pieces(of: $0)) }
    case "!": return takeLink("![") { text, address in .picture(text: String(text), file: String(address)) }
    case "[": return takeLink("[") { text, address in .link(Inline.pieces(of: text), address: String(address)) }
    case "\\":
      guard let escaped = rest.dropFirst().first, escaped.isPunctuation || escaped.isSymbol else { return false }
      append(escaped)
      rest = rest.dropFirst(2)
      return true
    default: return false
    }
  }

  private mutating func take(_ opening: String, _ closing: String, _ piece: (Substring) -> Inline) -> Bool {
    let inside = rest.dropFirst(opening.count)
    guard rest.hasPrefix(opening), let end = inside.firstRange(of: closing) else { return false }
    let content = inside[..<end.lowerBound]
    guard let first = content.first, let last = content.last, !first.isWhitespace, !last.isWhitespace else {
      return false
    }
    read.append(piece(content))
    rest = inside[end.upperBound...]
    return true
  }

  private mutating func takeLink(_ opening: String, _ piece: (Substring, Substring) -> Inline) -> Bool {
    let inside = rest.dropFirst(opening.count)
    guard rest.hasPrefix(opening), let middle = inside.firstRange(of: "]("),
      let end = inside[middle.upperBound...].firstIndex(of: ")"),
      !inside[..<middle.lowerBound].contains("]")
    else { return false }
    read.append(piece(inside[..<middle.lowerBound], inside[middle.upperBound..<end]))
    rest = inside[end...].dropFirst()
    return true
  }

  private mutating func append(_ character: Character) {
    if case .text(let text)? = read.last {
      read[read.count - 1] = .text(text + String(character))
    } else {
      read.append(.text(String(character)))
    }
  }
}

extension Substring {
  /// The text without the spaces around it.
  fileprivate var trimmingSpaces: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
