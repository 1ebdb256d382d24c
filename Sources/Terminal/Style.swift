import Foundation
import Markup

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// How a report looks: with or without colour, with or without characters beyond ASCII, and how wide.
package struct Style {
  package let isColoured: Bool
  package let isASCII: Bool
  /// The columns of the terminal; nil where lines need no end, as in a file.
  package var width: Int?
  /// Whether `watch` shows the report: its reader saves and presses keys, and runs no commands.
  package var isWatched = false

  /// The environment variable by which `watch` tells another course-check that it shows what that one writes.
  package static let watchedVariable = "COURSE_WATCHED"

  package init(isColoured: Bool, isASCII: Bool, width: Int? = nil, isWatched: Bool = false) {
    self.isColoured = isColoured
    self.isASCII = isASCII
    self.width = width
    self.isWatched = isWatched
  }

  /// As a file has it: no colours, all characters, lines of any length.
  package static var plain: Style { Style(isColoured: false, isASCII: false) }

  package enum Colour: String {
    case green = "32"
    case red = "31"
    case yellow = "33"
    case faint = "2"
    case bold = "1"
    case italic = "3"
    case cyan = "36"
  }

  package func paint(_ text: String, _ colour: Colour) -> String {
    isColoured ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// Writes text to standard output; if nobody reads it any more, as after `| head`, that is no reason to crash.
  package func write(_ text: String) {
    try? FileHandle.standardOutput.write(contentsOf: Data(fitted(text).utf8))
  }

  /// Writes what is said beside the report to standard error.
  package func writeMessage(_ text: String) {
    Message.write(fitted(text))
  }

  /// The text with the characters that are wished, and lines that fit the terminal.
  func fitted(_ text: String) -> String {
    let characters = isASCII ? Style.ascii(text) : text
    return width.map { characters.wrapped(to: $0) } ?? characters
  }

  /// The text in plain ASCII.
  package static func ascii(_ text: String) -> String {
    let replacements: [Character: String] = [
      "✓": "+", "✗": "x", "−": "-", "…": "...", "≥": ">=", "≤": "<=", "σ": "sigma", "′": "'",
      "√": "sqrt", "∂": "d", "θ": "theta", "η": "eta", "⊙": "*", "→": "->", "∞": "infinity", "–": "-",
      "’": "'", "λ": "lambda", "β": "beta", "±": "+-", "‖": "||", "Σ": "sum", "Δ": "delta", "“": "\"", "”": "\"",
      "█": "#", "░": ".", "│": "|",
      "m̂": "m_hat", "v̂": "v_hat", "←": "<-", "∈": "in", "⊤": "^T", "δ": "delta",
      "φ": "phi", "π": "pi", "ε": "epsilon", "α": "alpha", "γ": "gamma",
      "μ": "mu", "½": "1/2", "×": "x", "≈": "~", "≠": "!=", "•": "-", "═": "=", "─": "-",
      "κ": "kappa", "ν": "nu", "ρ": "rho", "τ": "tau", "ω": "omega", "Φ": "Phi", "Ω": "Omega", "∇": "gradient",
      "Π": "product", "≪": "<<", "≫": ">>",
    ]
    var result = ""
    // At the beginning of a line the dot is a mark; elsewhere it multiplies, and a minus would be a lie.
    var isLineStart = true
    // Of an index or exponent of several letters the first has the sign before it.
    var small: Character?
    for character in text {
      let kind = [SmallLetters.lowered, .raised].first { $0.letter(character) != nil }
      defer { small = kind?.sign }
      if let kind, let letter = kind.letter(character) {
        result += (small == kind.sign ? "" : String(kind.sign)) + (letter == "−" ? "-" : String(letter))
      } else if character == "·" {
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

/// How something stands, as the sign before its line shows.
package enum Mark {
  case pass, fail
  /// Neither right nor wrong: not started, waiting, or only to be known.
  case open

  /// The sign in its colour.
  package func sign(_ style: Style) -> String {
    switch self {
    case .pass: style.paint("✓", .green)
    case .fail: style.paint("✗", .red)
    case .open: style.paint("·", .yellow)
    }
  }
}

/// How much a terminal can show.
package struct TerminalSize: Equatable {
  package var columns: Int
  var rows: Int

  /// The columns of this program's terminal, or those of an old one where there is none.
  package static var columnsOrUsual: Int { current?.columns ?? 80 }

  /// The size of this program's terminal; nil if it has none.
  package static var current: TerminalSize? {
    var size = winsize()
    for stream in [STDOUT_FILENO, STDERR_FILENO] where ioctl(stream, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 {
      return TerminalSize(columns: Int(size.ws_col), rows: Int(size.ws_row))
    }
    return nil
  }
}

/// What is said beside the report: on standard error, so that it is no part of what the command found out.
package enum Message {
  /// Writes a text; if nobody can read it, that is no reason to stop.
  package static func write(_ text: some StringProtocol) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
