/// Text that is filled into lines of a width, each word with its look.
struct FlowingText {
  /// The words; one may have several looks, as `**batch**es` has.
  private let words: [[Span]]
  private let style: Style

  /// Short formulas and pieces of code stay on one line.
  private static let longestUnbroken = 34

  init(_ markdown: String, _ style: Style, look: Span.Look = .plain) {
    var words: [[Span]] = [[]]
    for span in InlineText(markdown, look: look).spans {
      let pieces = Self.shown(span, style).split(separator: " ", omittingEmptySubsequences: false)
      for (index, piece) in pieces.enumerated() {
        if index > 0 { words.append([]) }
        let text = piece.replacing(Self.unbreakableSpace, with: " ")
        if !text.isEmpty { words[words.count - 1].append(Span(text: String(text), look: span.look)) }
      }
    }
    self.init(words: words.filter { !$0.isEmpty }, style)
  }

  private init(words: [[Span]], _ style: Style) {
    self.words = words
    self.style = style
  }

  private static let unbreakableSpace = "\u{A0}"

  /// The characters of a piece: code that has no colour keeps its marks.
  private static func shown(_ span: Span, _ style: Style) -> String {
    var text = span.look == .code && !style.isColoured ? "`\(span.text)`" : span.text
    if style.isASCII { text = Style.ascii(text) }
    text = text.replacing("\n", with: " ")
    let isKept = span.look == .code || span.look == .formula
    return isKept && text.count <= longestUnbroken ? text.replacing(" ", with: unbreakableSpace) : text
  }

  /// The text with a mark right behind its last word.
  func followed(by mark: String) -> FlowingText {
    guard let last = words.last else { return self }
    return FlowingText(words: words.dropLast() + [last + [Span(text: mark, look: last.last?.look ?? .plain)]], style)
  }

  /// The text, and behind it another one.
  func joined(with other: FlowingText) -> FlowingText { FlowingText(words: words + other.words, style) }

  /// The width of the longest word.
  var longestWord: Int { words.map(\.columns).max() ?? 0 }

  /// The width of all on one line.
  var columns: Int { words.map(\.columns).reduce(0, +) + max(0, words.count - 1) }

  /// The lines, painted, none wider than the width unless one word is.
  func lines(width: Int) -> [Line] {
    var lines: [[Span]] = []
    for word in words {
      if let line = lines.last, line.columns + 1 + word.columns <= width {
        lines[lines.count - 1] = line.joined(with: word)
      } else {
        lines.append(word)
      }
    }
    return lines.map { Line(text: $0.map(style.paint).joined(), columns: $0.columns) }
  }

  /// A line with its colours, and the columns that it takes.
  struct Line {
    let text: String
    let columns: Int
  }
}

extension [Span] {
  fileprivate var columns: Int { map(\.text.count).reduce(0, +) }

  /// The pieces with a space and a word behind them; what has one look is one piece.
  fileprivate func joined(with word: [Span]) -> [Span] {
    guard let last, let first = word.first, last.look == first.look else { return self + [Span(text: " ")] + word }
    return dropLast() + [Span(text: last.text + " " + first.text, look: last.look)] + word.dropFirst()
  }
}

extension Style {
  /// A piece of text with the colour of its look.
  func paint(_ span: Span) -> String {
    switch span.look {
    case .plain, .formula: span.text
    case .bold: paint(span.text, .bold)
    case .emphasis: paint(span.text, .italic)
    case .code: paint(span.text, .cyan)
    }
  }
}
