/// A symbol that TeX has a name for.
struct FormulaSymbol {
  /// What it is in a formula, which decides about the space around it.
  enum Kind {
    case letter, capital, operation, function, opening, closing, space
  }

  let kind: Kind
  /// How a line of text shows it.
  let text: String
  /// How mathematics are set, where that is another character.
  var set: String?

  /// Whether no space is to be seen between it and what follows.
  var isCloseToNext: Bool { kind == .opening || text == "∂" }

  /// All that are known, by their names.
  static let named: [String: FormulaSymbol] = {
    let functions = ["log", "exp", "ln", "max", "min", "tanh", "sin", "cos", "arg", "lim"]
    return table(letters, .letter).merging(table(capitals, .capital)) { $1 }
      .merging(table(operations, .operation)) { $1 }
      .merging(functions.map { ($0, FormulaSymbol(kind: .function, text: $0)) }) { $1 }
      .merging([
        ("sum", FormulaSymbol(kind: .operation, text: "Σ", set: "∑")),
        ("prod", FormulaSymbol(kind: .operation, text: "Π", set: "∏")),
        ("sim", FormulaSymbol(kind: .operation, text: "~", set: "∼")),
        ("lVert", FormulaSymbol(kind: .opening, text: "‖")), ("rVert", FormulaSymbol(kind: .closing, text: "‖")),
        ("lvert", FormulaSymbol(kind: .opening, text: "|")), ("rvert", FormulaSymbol(kind: .closing, text: "|")),
        ("quad", FormulaSymbol(kind: .space, text: "  ", set: "1em")),
        ("qquad", FormulaSymbol(kind: .space, text: "  ", set: "2em")),
      ]) { $1 }
  }()

  /// What stands above a letter: behind it in a text, above it in MathML.
  static let accents: [String: (combining: String, above: String)] = [
    "hat": ("\u{302}", "^"), "tilde": ("\u{303}", "~"), "bar": ("\u{304}", "¯"), "dot": ("\u{307}", "˙"),
  ]

  private static let letters = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "eta": "η", "theta": "θ",
    "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "φ",
    "varphi": "φ", "omega": "ω", "partial": "∂",
  ]

  private static let capitals = [
    "Delta": "Δ", "Sigma": "Σ", "Phi": "Φ", "Omega": "Ω", "nabla": "∇", "infty": "∞", "top": "⊤",
  ]

  private static let operations = [
    "cdot": "·", "odot": "⊙", "times": "×", "pm": "±", "leftarrow": "←", "to": "→", "rightarrow": "→", "in": "∈",
    "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ne": "≠", "neq": "≠", "approx": "≈", "ll": "≪", "gg": "≫",
    "dots": "…", "ldots": "…", "cdots": "…", "mid": "|",
  ]

  private static func table(_ symbols: [String: String], _ kind: Kind) -> [String: FormulaSymbol] {
    symbols.mapValues { FormulaSymbol(kind: kind, text: $0) }
  }
}
