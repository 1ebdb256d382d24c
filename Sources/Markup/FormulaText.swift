extension Formula {
  /// The formula as a line of plain text: `A_{l-1}^\top` becomes `Aₗ₋₁ᵀ`.
  ///
  /// The name of a command that is not known stands there as a word.
  package static func text(_ source: some StringProtocol) -> String {
    let words = text(of: Formula(source).parts).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.replacing("( ", with: "(").replacing(" )", with: ")")
  }

  private static func text(of parts: [Part]) -> String {
    var text = ""
    for part in parts {
      if case .command = part { text = joined(text, self.text(of: part)) } else { text += self.text(of: part) }
    }
    return text
  }

  private static func text(of part: Part) -> String {
    switch part {
    case .blank: " "
    case .character("'"): "′"
    case .character("-"): "−"
    case .character(let character): String(character)
    case .command("left"), .command("right"): ""
    case .command(let name): FormulaSymbol.named[name]?.text ?? name
    // It is a space of some width.
    case .sign(let sign): ",;:! ".contains(sign) ? " " : String(sign)
    case .group(let parts), .letters(_, let parts): text(of: parts)
    case .index(let parts): lowered(text(of: parts))
    case .exponent(let parts): raised(text(of: parts))
    case .accent(let name, let parts): text(of: parts) + (FormulaSymbol.accents[name]?.combining ?? "")
    case .fraction(let above, let below, _): fraction(text(of: above), text(of: below))
    case .root(let parts): "√" + bracketed(text(of: parts), unless: isOneThing)
    }
  }

  /// A closing bar stands close to what it closes.
  private static func joined(_ text: String, _ addition: String) -> String {
    let isBar = addition == "‖" || addition == "|"
    let hasOpened = text.filter { String($0) == addition }.count % 2 == 1
    guard isBar, hasOpened, text.last == " " else { return text + addition }
    return text.dropLast() + addition
  }

  private static func lowered(_ index: String) -> String {
    SmallLetters.lowered.text(index) ?? (index.count == 1 ? "_" + index : "_{\(index)}")
  }

  private static func raised(_ exponent: String) -> String {
    if exponent == "⊤" { return "ᵀ" }
    return SmallLetters.raised.text(exponent) ?? (exponent.count == 1 ? "^" + exponent : "^(\(exponent))")
  }

  private static func fraction(_ numerator: String, _ denominator: String) -> String {
    let above = bracketed(numerator) { !$0.contains { "+− ".contains($0) } }
    let below = bracketed(denominator, unless: isOneThing)
    return above + ((above + below).contains(" ") ? " / " : "/") + below
  }

  private static func bracketed(_ text: String, unless isPlain: (String) -> Bool) -> String {
    isPlain(text) ? text : "(\(text))"
  }

  /// Whether a text is one symbol or one number, so that it needs no brackets.
  private static func isOneThing(_ text: String) -> Bool {
    text.count == 1 || text.allSatisfy(\.isNumber) || (text.first == "|" && text.last == "|")
  }
}
