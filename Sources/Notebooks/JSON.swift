import Vocabulary

/// What a file in JSON holds, written as Jupyter writes it: keys sorted, a space for each level, a line for each element.
///
/// Foundation's encoder has other spaces on Linux than on macOS; and a file that Jupyter opens and saves must stay as it is.
indirect enum JSON {
  case null
  case number(Int)
  case text(String)
  case list([JSON])
  case object([String: JSON])

  /// Text as Jupyter keeps it: a list of its lines, each with its line feed.
  static func lines(_ text: String) -> JSON {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      line.append(scalar)
      let isFirstOfTwo = scalar == "\r" && index + 1 < scalars.count && scalars[index + 1] == "\n"
      if ends.contains(scalar), !isFirstOfTwo {
        lines.append(String(line))
        line = String.UnicodeScalarView()
      }
    }
    if !line.isEmpty { lines.append(String(line)) }
    return .list(lines.map { .text($0) })
  }

  /// What ends a line for Python, whose `splitlines` Jupyter uses.
  private static let ends: Set<Unicode.Scalar> = [
    "\n", "\r", "\u{B}", "\u{C}", "\u{1C}", "\u{1D}", "\u{1E}", "\u{85}", "\u{2028}", "\u{2029}",
  ]

  /// The contents of a file, its last line ended.
  var file: String { text(margin: "") + "\n" }

  private func text(margin: String) -> String {
    switch self {
    case .null: "null"
    case .number(let number): String(number)
    case .text(let text): Self.quoted(text)
    case .list(let elements):
      Self.block("[", elements.map { $0.text(margin: margin + " ") }, "]", margin)
    case .object(let members):
      Self.block(
        "{", members.sorted { $0.key < $1.key }.map { "\(Self.quoted($0)): \($1.text(margin: margin + " "))" }, "}",
        margin)
    }
  }

  private static func block(_ open: String, _ elements: [String], _ close: String, _ margin: String) -> String {
    guard !elements.isEmpty else { return open + close }
    return "\(open)\n" + elements.map { "\(margin) \($0)" }.joined(separator: ",\n") + "\n\(margin)\(close)"
  }

  private static func quoted(_ text: String) -> String { String(decoding: JSONText.quoted(text), as: UTF8.self) }
}
