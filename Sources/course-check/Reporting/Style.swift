import Foundation
import LabKit

/// How a report looks: with or without colour, with or without characters beyond ASCII, and how wide.
struct Style {
  let isColoured: Bool
  let isASCII: Bool
  /// The columns of the terminal; nil where lines need no end, as in a file.
  var width: Int?
  /// Whether `watch` shows the report: its reader saves and presses keys, and runs no commands.
  var isWatched = false

  /// The environment variable by which `watch` tells another course-check that it shows what that one writes.
  static let watchedVariable = "COURSE_WATCHED"

  /// Colour only on a terminal, and not if NO_COLOR is set (no-color.org), unless the options say something else.
  init(_ options: CommonOptions, environment: [String: String] = ProcessInfo.processInfo.environment) {
    let isTerminal = isatty(STDOUT_FILENO) != 0
    let isColoured =
      switch options.color {
      case .always: true
      case .never: false
      case .auto: isTerminal && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
      }
    self.init(isColoured: isColoured, isASCII: options.isASCII)
    width = isTerminal ? Display.current(isASCII: isASCII, usesColor: isColoured).width : nil
    isWatched = environment[Self.watchedVariable] != nil
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
    case italic = "3"
    case cyan = "36"
  }

  func paint(_ text: String, _ colour: Colour) -> String {
    isColoured ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// Writes text to standard output; if nobody reads it any more, as after `| head`, that is no reason to crash.
  func write(_ text: String) {
    try? FileHandle.standardOutput.write(contentsOf: Data(fitted(text).utf8))
  }

  /// Writes what is said beside the report to standard error.
  func writeMessage(_ text: String) {
    Message.write(fitted(text))
  }

  /// The text with the characters that are wished, and lines that fit the terminal.
  func fitted(_ text: String) -> String {
    let characters = isASCII ? Style.ascii(text) : text
    return width.map { characters.wrapped(to: $0) } ?? characters
  }

  /// The text in plain ASCII.
  static func ascii(_ text: String) -> String {
    let replacements: [Character: String] = [
      "✓": "+", "✗": "x", "−": "-", "…": "...", "≥": ">=", "≤": "<=", "σ": "sigma", "′": "'", "²": "^2",
      "√": "sqrt", "∂": "d", "θ": "theta", "η": "eta", "ᵀ": "^T", "⊙": "*", "→": "->", "∞": "infinity", "–": "-",
      "’": "'", "λ": "lambda", "β": "beta", "±": "+-", "‖": "||", "Σ": "sum", "Δ": "delta", "“": "\"", "”": "\"",
      "█": "#", "░": ".", "│": "|",
      "←": "<-", "∈": "in", "⊤": "^T", "δ": "delta", "φ": "phi", "π": "pi", "ε": "epsilon", "α": "alpha", "γ": "gamma",
      "μ": "mu", "½": "1/2", "×": "x", "≈": "~", "≠": "!=", "•": "-", "═": "=", "─": "-",
      "₀": "_0", "₁": "_1", "₂": "_2", "₃": "_3", "₄": "_4", "₅": "_5", "₆": "_6", "₇": "_7", "₈": "_8", "₉": "_9",
    ]
    var result = ""
    // At the beginning of a line the dot is a mark; elsewhere it multiplies, and a minus would be a lie.
    var isLineStart = true
    for character in text {
      if character == "·" {
        result += isLineStart ? "-" : "*"
      } else if character.isASCII {
        result.append(character)
      } else {
        result += replacements[character] ?? withoutAccent(character) ?? "?"
      }
      isLineStart = character == "\n" || (isLineStart && character == " ")
    }
    return result
  }

  /// The letter below an accent.
  private static func withoutAccent(_ letter: Character) -> String? {
    String(letter).decomposedStringWithCanonicalMapping.unicodeScalars.first.flatMap { $0.isASCII ? String($0) : nil }
  }
}
