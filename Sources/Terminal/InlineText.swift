import Markup

/// A piece of text in one look.
struct Span: Equatable {
  var text: String
  var look = Look.plain

  /// How a piece of text stands out.
  enum Look {
    case plain, bold, emphasis, code, formula
  }
}

/// The text of a paragraph as pieces of one look each, in which links and pictures are words, too.
struct InlineText {
  /// The pieces in their order.
  private(set) var spans: [Span] = []

  /// Takes a text apart.
  ///
  /// - Parameters:
  ///   - markdown: the text.
  ///   - look: how it looks where it does not stand out.
  init(_ markdown: some StringProtocol, look: Span.Look = .plain) {
    append(Inline.pieces(of: markdown), look)
  }

  private mutating func append(_ pieces: [Inline], _ look: Span.Look) {
    for piece in pieces {
      switch piece {
      case .text(let text): append(text, look)
      case .bold(let inner): append(inner, .bold)
      case .emphasis(let inner): append(inner, .emphasis)
      case .code(let code): append(code, .code)
      case .formula(let source): append(Formula.text(source), .formula)
      case .link(let inner, let address):
        append(inner, look)
        // An address inside the course says less to a reader than the text.
        if address.contains("://") { append(" (\(address))", .plain) }
      case .picture(let text, let file): append("Picture: \(text) (\(file))", .plain)
      }
    }
  }

  private mutating func append(_ text: String, _ look: Span.Look) {
    if let last = spans.last, last.look == look, look != .code, look != .formula {
      spans[spans.count - 1].text += text
    } else {
      spans.append(Span(text: text, look: look))
    }
  }
}
