/// A formula in TeX's notation as a line of plain text: `A_{l-1}^\top` becomes `A_{l−1}ᵀ`.
///
/// It knows what the pages use; the name of any other command stands there as a word.
struct Formula {
  /// The formula as text.
  static func text(_ source: some StringProtocol) -> String {
    var formula = Formula(rest: source[...].map { $0 }[...])
    let words = formula.sequence().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.replacing("( ", with: "(").replacing(" )", with: ")")
  }

  private var rest: ArraySlice<Character>

  /// What stands before the brace that closes, or before the end.
  private mutating func sequence() -> String {
    var text = ""
    while let next = rest.popFirst() {
      switch next {
      case "}": return text
      case "{": text += sequence()
      case "\\": text = joined(text, command())
      case "_": text += Self.lowered(argument())
      case "^": text += Self.raised(argument())
      case "'": text += "′"
      case "-": text += "−"
      default: text.append(next)
      }
    }
    return text
  }

  /// What a command, an index or an exponent is about: a group in braces, a command or a character.
  private mutating func argument() -> String {
    rest = rest.drop(while: \.isWhitespace)
    switch rest.popFirst() {
    case nil: return ""
    case "{": return sequence()
    case "\\": return command()
    case let character?: return String(character)
    }
  }

  /// The text of the command whose backslash has been read.
  private mutating func command() -> String {
    let letters = rest.prefix { $0.isLetter && $0.isASCII }
    // A command of one other character, such as `\,`, is a space of some width.
    guard !letters.isEmpty else { return rest.popFirst().map { ",;:! ".contains($0) ? " " : String($0) } ?? "" }
    rest = rest.dropFirst(letters.count)
    switch String(letters) {
    case "text", "mathrm", "mathcal", "mathbf", "operatorname": return argument()
    case let name where Self.accents[name] != nil: return argument() + (Self.accents[name] ?? "")
    case "frac", "dfrac", "tfrac": return Self.fraction(argument(), argument())
    case "sqrt": return "√" + Self.bracketed(argument(), unless: Self.isOneThing)
    case "left", "right": return ""
    case let name where Self.opening[name] != nil:
      // What is written close to its argument swallows the space between.
      rest = rest.drop(while: \.isWhitespace)
      return Self.opening[name] ?? ""
    case let name: return Self.symbols[name] ?? name
    }
  }

  /// A closing bar stands close to what it closes.
  private func joined(_ text: String, _ addition: String) -> String {
    let isBar = addition == "‖" || addition == "|"
    let hasOpened = text.filter { String($0) == addition }.count % 2 == 1
    guard isBar, hasOpened, text.last == " " else { return text + addition }
    return text.dropLast() + addition
  }

  private static let opening = ["partial": "∂", "lVert": "‖", "lvert": "|"]

  /// What stands above the letter before it.
  private static let accents = ["hat": "\u{302}", "tilde": "\u{303}", "bar": "\u{304}", "dot": "\u{307}"]

  private static let symbols = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "eta": "η", "theta": "θ",
    "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "φ",
    "varphi": "φ", "omega": "ω", "Delta": "Δ", "Sigma": "Σ", "Phi": "Φ", "Omega": "Ω", "nabla": "∇", "sum": "Σ",
    "prod": "Π", "cdot": "·", "odot": "⊙", "times": "×", "pm": "±", "leftarrow": "←", "to": "→", "rightarrow": "→",
    "sim": "~", "in": "∈", "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ne": "≠", "neq": "≠", "approx": "≈",
    "ll": "≪", "gg": "≫", "infty": "∞", "dots": "…", "ldots": "…", "cdots": "…", "top": "⊤", "quad": "  ",
    "qquad": "  ", "rVert": "‖", "rvert": "|", "mid": "|",
  ]

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
