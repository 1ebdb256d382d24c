/// A piece of text in one look.
struct Span: Equatable {
  var text: String
  var look = Look.plain

  /// How a piece of text stands out.
  enum Look {
    case plain, bold, emphasis, code, formula
  }
}

/// The text of a paragraph, taken apart: `**bold**`, `*emphasis*`, `` `code` ``, `$formula$`, links and pictures.
struct InlineText {
  /// The pieces in their order.
  private(set) var spans: [Span] = []
  private var rest: Substring
  private let look: Span.Look

  /// Takes a text apart.
  ///
  /// - Parameters:
  ///   - markdown: the text.
  ///   - look: how it looks where it does not stand out.
  init(_ markdown: some StringProtocol, look: Span.Look = .plain) {
    rest = Substring(markdown)
    self.look = look
    var last: Character = " "
    while let next = rest.first {
      // An asterisk inside of a word or between spaces is no emphasis.
      let isWordBefore = last.isLetter || last.isNumber
      last = next
      if !takeSpecial(next, isWordBefore: isWordBefore) {
        append(String(next), look)
        rest = rest.dropFirst()
      }
    }
  }

  /// Takes what a special character begins; false if it begins nothing.
  private mutating func takeSpecial(_ first: Character, isWordBefore: Bool) -> Bool {
    switch first {
    case "`":
      let fence = String(rest.prefix { $0 == "`" })
      return take(fence, fence) { [Span(text: $0.trimmingSpaces, look: .code)] }
    case "$": return take("$", "$") { [Span(text: Formula.text($0), look: .formula)] }
    case "*" where rest.hasPrefix("**"): return take("**", "**") { InlineText($0, look: .bold).spans }
    case "*" where !isWordBefore: return take("*", "*") { InlineText($0, look: .emphasis).spans }
    case "!": return takeLink("![") { text, address in [Span(text: "Picture: \(text) (\(address))")] }
    case "[":
      let look = look
      return takeLink("[") { text, address in
        // An address inside the course says less to a reader than the text.
        InlineText(text, look: look).spans + (address.contains("://") ? [Span(text: " (\(address))")] : [])
      }
    case "\\":
      guard let escaped = rest.dropFirst().first, escaped.isPunctuation || escaped.isSymbol else { return false }
      append(String(escaped), look)
      rest = rest.dropFirst(2)
      return true
    default: return false
    }
  }

  private mutating func take(_ opening: String, _ closing: String, _ spans: (Substring) -> [Span]) -> Bool {
    let inside = rest.dropFirst(opening.count)
    guard rest.hasPrefix(opening), let end = inside.firstRange(of: closing) else { return false }
    let content = inside[..<end.lowerBound]
    guard let first = content.first, let last = content.last, !first.isWhitespace, !last.isWhitespace else {
      return false
    }
    for span in spans(content) { append(span.text, span.look) }
    rest = inside[end.upperBound...]
    return true
  }

  private mutating func takeLink(_ opening: String, _ spans: (Substring, Substring) -> [Span]) -> Bool {
    let inside = rest.dropFirst(opening.count)
    guard rest.hasPrefix(opening), let middle = inside.firstRange(of: "]("),
      let end = inside[middle.upperBound...].firstIndex(of: ")"),
      !inside[..<middle.lowerBound].contains("]")
    else { return false }
    for span in spans(inside[..<middle.lowerBound], inside[middle.upperBound..<end]) { append(span.text, span.look) }
    rest = inside[end...].dropFirst()
    return true
  }

  private mutating func append(_ text: String, _ look: Span.Look) {
    if let last = spans.last, last.look == look, look != .code, look != .formula {
      spans[spans.count - 1].text += text
    } else {
      spans.append(Span(text: text, look: look))
    }
  }
}

extension Substring {
  /// The text without the spaces around it.
  fileprivate var trimmingSpaces: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
