/// A text as the rows of a screen, none of which is wider than the screen.
struct ScreenText {
  /// The rows, each of which begins with the colour that it is in, and ends without one.
  let rows: [String]

  /// Lays a text out.
  init(_ text: String, columns: Int) {
    let columns = max(columns, 2)
    let text = Self.printable(text)
    var colour = ""
    var rows: [String] = []
    for line in text.wrapped(to: columns).split(separator: "\n", omittingEmptySubsequences: false) {
      rows += Self.rows(of: line, columns, &colour)
    }
    if text.hasSuffix("\n") || text.isEmpty { rows.removeLast() }
    self.rows = rows
  }

  /// The row to be seen first of all: the first one that says what is wrong; nil if nothing is.
  var telling: Int? {
    rows.firstIndex { Self.isFailure($0) || Self.isError($0) }
  }

  /// The rows of what the telling row begins: up to the next check or error.
  var tellingPart: Range<Int>? {
    telling.map { first in
      let following = rows[first...].dropFirst().firstIndex { Self.sign(of: $0) != nil || Self.isError($0) }
      return first..<(following ?? rows.count)
    }
  }

  private static func isError(_ row: String) -> Bool { row.contains(": error: ") }

  private static func isFailure(_ row: String) -> Bool { ["✗", "x"].contains(sign(of: row)) }

  /// The sign at the beginning of a report's line; nil if it has none.
  private static func sign(of row: String) -> Character? {
    let text = row.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    guard text.hasPrefix("  "), let sign = text.dropFirst(2).first, "✓✗·+x-".contains(sign) else { return nil }
    return text.dropFirst(3).first == " " ? sign : nil
  }

  /// Breaks a line where the screen ends; `colour` is the control sequence that is in force.
  private static func rows(of line: Substring, _ columns: Int, _ colour: inout String) -> [String] {
    var rows: [String] = []
    var row = colour
    var count = 0
    var rest = line[...]
    while let character = rest.first {
      if character == "\u{1B}", let end = rest.firstIndex(of: "m") {
        let sequence = String(rest[...end])
        row += sequence
        colour = sequence == reset ? "" : colour + sequence
        rest = rest[rest.index(after: end)...]
        continue
      }
      if count + character.columnCount > columns {
        rows.append(row + (colour.isEmpty ? "" : reset))
        row = colour
        count = 0
      }
      row.append(character)
      count += character.columnCount
      rest.removeFirst()
    }
    return rows + [row + (colour.isEmpty ? "" : reset)]
  }

  private static let reset = "\u{1B}[0m"

  /// The text without anything that moves the cursor: what a student's code prints may hold any control character.
  static func printable(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\n": result.append(scalar)
      case "\t": result.append(contentsOf: "    ".unicodeScalars)
      case "\u{1B}":
        // Colours stay.
        guard rest.first == "[",
          let end = rest.dropFirst().firstIndex(where: { !"0123456789;".unicodeScalars.contains($0) }),
          rest[end] == "m"
        else { continue }
        result.append(scalar)
        result.append(contentsOf: rest[...end])
        rest = rest[rest.index(after: end)...]
      default:
        if scalar.properties.generalCategory != .control { result.append(scalar) }
      }
    }
    return String(result)
  }
}
