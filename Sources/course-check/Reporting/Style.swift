import Foundation

/// How a report looks: with or without colour, with or without characters beyond ASCII.
struct Style {
  let isColoured: Bool
  let isASCII: Bool

  /// Colour only on a terminal, and not if NO_COLOR is set (no-color.org).
  init(isASCII: Bool, environment: [String: String] = ProcessInfo.processInfo.environment) {
    self.init(
      isColoured: isatty(STDOUT_FILENO) != 0 && environment["NO_COLOR", default: ""].isEmpty
        && environment["TERM"] != "dumb",
      isASCII: isASCII)
  }

  init(isColoured: Bool, isASCII: Bool) {
    self.isColoured = isColoured
    self.isASCII = isASCII
  }

  enum Colour: String {
    case green = "32"
    case red = "31"
    case yellow = "33"
    case faint = "2"
    case bold = "1"
  }

  func paint(_ text: String, _ colour: Colour) -> String {
    isColoured ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// Writes text to standard output; if nobody reads it any more, as after `| head`, that is no reason to crash.
  func write(_ text: String) {
    try? FileHandle.standardOutput.write(contentsOf: Data((isASCII ? Style.ascii(text) : text).utf8))
  }

  /// The text in plain ASCII.
  static func ascii(_ text: String) -> String {
    let replacements: [Character: String] = [
      "✓": "+", "✗": "x", "·": "-", "−": "-", "…": "...", "≥": ">=", "≤": "<=", "σ": "sigma", "′": "'", "²": "^2",
      "√": "sqrt", "∂": "d", "θ": "theta", "η": "eta", "ᵀ": "^T", "⊙": "*", "→": "->", "∞": "infinity", "–": "-",
      "’": "'", "λ": "lambda", "β": "beta", "±": "+-", "‖": "||", "Σ": "sum", "Δ": "delta", "“": "\"", "”": "\"",
    ]
    return String(
      text.flatMap { character in
        character.isASCII ? String(character) : replacements[character] ?? "?"
      })
  }
}
