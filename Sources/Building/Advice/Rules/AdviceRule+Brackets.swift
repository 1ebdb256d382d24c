/// Brackets that do not pair.
extension AdviceRule {
  static var bracketRules: [AdviceRule] {
    [
      AdviceRule(/extraneous '\}' at top level/) { place, _ in
        guard place.file.surplus("{", "}") < 0 else { return nil }
        return "There is one } too many: the braces above this one all pair already."
      },
      AdviceRule(
        /extraneous '\)'|consecutive statements on a line must be separated by ';'|expected expression|unexpected '\)'/
      ) {
        place, _ in
        guard let token = place.token,
          [")", "]"].contains(token.text) || place.tokens.contains(where: { $0.text == ")" })
        else { return nil }
        return place.bracketTooMany
      },
      AdviceRule(
        /expected '([\)\]])' in expression list|expected ',' separator|expected expression in list of expressions/
      ) { place, _ in
        place.bracketMissing
      },
    ]
  }
}

extension SourceFile {
  /// How many more opening brackets than closing ones it has.
  fileprivate func surplus(_ opening: String, _ closing: String) -> Int {
    tokens.reduce(0) {
      $0 + ($1.kind == .symbol && $1.text == opening ? 1 : $1.kind == .symbol && $1.text == closing ? -1 : 0)
    }
  }
}

extension ErrorPlace {
  /// The first closing bracket, up to the line of the error, that does not pair with the last open one.
  private var unpaired: (closing: SourceToken, open: [SourceToken])? {
    let openings = [")": "(", "]": "[", "}": "{"]
    var open: [SourceToken] = []
    for word in file.tokens where word.kind == .symbol && word.line <= line {
      if openings.values.contains(word.text) { open.append(word) }
      guard let opening = openings[word.text] else { continue }
      guard open.last?.text == opening else { return (word, open) }
      open.removeLast()
    }
    return nil
  }

  /// The closing bracket at or near which the compiler points, if nothing is open there.
  fileprivate var bracketTooMany: String? {
    guard let (closing, open) = unpaired, closing.line == line, closing.text != "}",
      open.last.map({ $0.text == "{" }) ?? true
    else { return nil }
    return "There is one \(closing.text) too many in this line: nothing is open that it could close."
  }

  /// A bracket that is still open where a brace or another bracket closes.
  fileprivate var bracketMissing: String? {
    guard let (closing, open) = unpaired, let last = open.last, last.text != "{" else { return nil }
    let missing = last.text == "(" ? ")" : "]"
    let source = file.lines[last.line - 1].prefix(closing.line == last.line ? closing.range.lowerBound : .max)
    let rest = String(source.dropFirst(last.range.lowerBound)).trimmed(to: 24)
    return "A \(missing) is missing: nothing closes the \(last.text) of `\(rest)`."
  }
}

extension String {
  fileprivate func trimmed(to length: Int) -> String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text.count > length ? text.prefix(length) + "…" : text
  }
}
