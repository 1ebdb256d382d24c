/// What a terminal can show.
public struct TerminalStyle: Sendable {
  /// Whether colours are switched on and off by escape sequences.
  public var usesColor: Bool

  /// Whether only the characters of ASCII may be used.
  public var isASCII: Bool

  /// Creates a style.
  public init(usesColor: Bool, isASCII: Bool) {
    self.usesColor = usesColor
    self.isASCII = isASCII
  }
}

extension TerminalStyle {
  /// The symbol of a look: the same shapes as in the SVG, as far as there are letters like them, and then letters.
  func symbol(_ look: Int) -> Character {
    let symbols = (isASCII ? "ox*+@%&" : "●△■◇▽✚○") + Self.letters
    return symbols[symbols.index(symbols.startIndex, offsetBy: look % symbols.count)]
  }

  /// Letters and digits that look like no symbol and like none of each other.
  private static let letters = "ABCDEFGHJKLMNPQRSTUVWYZ23456789abdefghijkmnqrty"

  /// The background of a look's region: fainter than any symbol, and with its colour another one for each of 63 looks.
  func background(_ look: Int) -> Character {
    let characters: [Character] =
      isASCII ? [".", "-", ":", "=", "'", "~", "/", "\\", "\""] : ["·", "░", "╌", "▒", "╱", "┊", "╲", "∷", "╳"]
    return characters[look % characters.count]
  }

  /// The shades of a field, from class 0 to class 1; an even number, so that 0.5 lies between two of them.
  var shades: [Character] { isASCII ? [" ", ".", "-", "="] : [" ", "·", "░", "▒"] }

  /// The end of a curve that jumps: in shapes of their own where looks have letters.
  func end(isOpen: Bool) -> Character { isASCII ? (isOpen ? "O" : "#") : (isOpen ? "○" : "●") }

  /// A full cell of a bar.
  var block: Character { isASCII ? "#" : "█" }

  func rule(_ look: Int) -> Character {
    let characters: [Character] = isASCII ? [":", "!", ";"] : ["┊", "┆", "╎"]
    return characters[look % characters.count]
  }

  /// Lines of the frame: across, up, corner, and up and across with a number beside it.
  var frame: (across: Character, up: Character, corner: Character, tickAcross: Character, tickUp: Character) {
    isASCII ? ("-", "|", "+", "+", "+") : ("─", "│", "└", "┴", "┤")
  }

  /// The text as this terminal can show it: one cell a character, nothing that moves the cursor.
  ///
  /// A character that takes two cells is followed by one that takes none.
  func text(_ text: String) -> String {
    let shown = isASCII ? text.map { $0.isASCII ? String($0) : Self.replacements[$0] ?? "?" }.joined() : text
    return shown.map { $0.isInvisible ? " " : $0.isDoubleWidth ? "\($0)\(Self.noCell)" : "\($0)" }.joined()
  }

  /// A space without width.
  private static let noCell: Character = "\u{200B}"

  private static let replacements: [Character: String] = [
    "·": "-", "−": "-", "–": "-", "…": "...", "±": "+-", "×": "*", "√": "sqrt", "σ": "sigma", "η": "eta", "λ": "lambda",
    "β": "beta", "′": "'", "’": "'", "²": "^2", "₀": "0", "₁": "1", "₂": "2", "₃": "3", "→": "->", "≥": ">=",
    "₄": "4", "₅": "5", "₆": "6", "₇": "7", "₈": "8", "₉": "9", "ₗ": "l", "ᵀ": "^T", "⁻": "^-", "¹": "^1", "⊙": "(*)",
    "∂": "d", "δ": "delta", "≈": "~", "←": "<-", "≤": "<=", "∞": "infinity", "Σ": "sum", "½": "1/2", "¼": "1/4",
  ]
}
