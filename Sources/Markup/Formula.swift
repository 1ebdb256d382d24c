/// A formula in TeX's notation, taken apart.
///
/// What it is written as, a line of text or MathML, is made from these parts.
package struct Formula: Equatable {
  /// A part of a formula.
  indirect enum Part: Equatable {
    /// White space, which TeX does not show, but a line of text does.
    case blank
    case character(Character)
    /// A symbol or a function by its name, such as `beta` or `log`.
    case command(String)
    /// A command of one character that is no letter, such as `\,`.
    case sign(Character)
    case group([Part])
    case index([Part])
    case exponent([Part])
    /// Letters in a look of their own, such as those of `\text{loss}`.
    case letters(look: String, [Part])
    case accent(String, [Part])
    case fraction([Part], [Part], isLarge: Bool)
    case root([Part])
  }

  let parts: [Part]
  /// Whether every brace has its partner and every command what it is about.
  let isWhole: Bool

  /// Takes a formula apart.
  package init(_ source: some StringProtocol) {
    var reader = FormulaReader(rest: source[...].map { $0 }[...])
    parts = reader.all()
    isWhole = reader.isWhole
  }
}

/// Reads a formula character by character.
private struct FormulaReader {
  private var rest: ArraySlice<Character>
  private(set) var isWhole = true

  init(rest: ArraySlice<Character>) { self.rest = rest }

  mutating func all() -> [Formula.Part] {
    let parts = sequence(isGroup: false)
    if !rest.isEmpty { isWhole = false }
    return parts
  }

  /// What stands before the brace that closes, or before the end.
  private mutating func sequence(isGroup: Bool) -> [Formula.Part] {
    var parts: [Formula.Part] = []
    while let next = rest.popFirst() {
      switch next {
      case "}":
        if !isGroup { isWhole = false }
        return parts
      case "{": parts.append(.group(sequence(isGroup: true)))
      case "\\": parts += command().map { [$0] } ?? []
      case "_": parts.append(.index(argument()))
      case "^": parts.append(.exponent(argument()))
      case _ where next.isWhitespace: parts.append(.blank)
      default: parts.append(.character(next))
      }
    }
    if isGroup { isWhole = false }
    return parts
  }

  /// What a command, an index or an exponent is about: a group in braces, a command or a character.
  private mutating func argument() -> [Formula.Part] {
    rest = rest.drop(while: \.isWhitespace)
    switch rest.popFirst() {
    case nil:
      isWhole = false
      return []
    case "{": return sequence(isGroup: true)
    case "\\": return command().map { [$0] } ?? []
    case let character?: return [.character(character)]
    }
  }

  /// The command whose backslash has been read; nil at the end.
  private mutating func command() -> Formula.Part? {
    let letters = rest.prefix { $0.isLetter && $0.isASCII }
    guard !letters.isEmpty else {
      if rest.isEmpty { isWhole = false }
      return rest.popFirst().map { .sign($0) }
    }
    rest = rest.dropFirst(letters.count)
    let name = String(letters)
    switch name {
    case "text", "mathrm", "mathcal", "mathbf", "operatorname": return .letters(look: name, argument())
    case _ where FormulaSymbol.accents[name] != nil: return .accent(name, argument())
    case "frac", "dfrac", "tfrac": return .fraction(argument(), argument(), isLarge: name == "dfrac")
    case "sqrt": return .root(argument())
    default:
      // What is written close to its argument swallows the space between.
      if FormulaSymbol.named[name]?.isCloseToNext == true { rest = rest.drop(while: \.isWhitespace) }
      return .command(name)
    }
  }
}
