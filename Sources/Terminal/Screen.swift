import Foundation

/// The terminal's second screen, on which rows are rewritten in place; what stood on the first one comes back at the end.
package struct Screen {
  private var shown: [String] = []
  private var size: TerminalSize?

  package init() {}

  /// The size of the screen now.
  package static var currentSize: TerminalSize {
    let size = TerminalSize.current ?? TerminalSize(columns: 80, rows: 24)
    return size.rows > 0 ? size : TerminalSize(columns: size.columns, rows: 24)
  }

  /// Opens the screen, empty and without a cursor.
  package mutating func enter() {
    shown = []
    size = nil
    write("\u{1B}[?1049h\u{1B}[?25l")
  }

  /// Closes the screen.
  package func leave() {
    // A terminal without a second screen is left with an empty one.
    write("\u{1B}[H\u{1B}[J\u{1B}[?25h\u{1B}[?1049l")
  }

  /// Shows rows; only those that differ are written, so that nothing flickers.
  package mutating func show(_ rows: [String], size: TerminalSize) {
    var text = ""
    if size != self.size { text = "\u{1B}[0m\u{1B}[2J" }
    let isFresh = size != self.size
    for (index, row) in rows.enumerated() where isFresh || !shown.indices.contains(index) || shown[index] != row {
      text += "\u{1B}[\(index + 1);1H\u{1B}[2K" + row
    }
    shown = rows
    self.size = size
    if !text.isEmpty { write(text) }
  }

  private func write(_ text: String) {
    try? FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
  }
}

/// What the whole screen shows: as much of a text as there is room for, and some rows at the bottom.
package struct ScreenPage: Equatable {
  /// A row for each of the screen.
  package let rows: [String]
  /// The text's rows that are shown.
  package let shown: Range<Int>
  /// How many rows the text has.
  package let count: Int

  /// Whether there is more than is shown.
  package var isLong: Bool { shown.count < count }

  /// Lays a page out.
  ///
  /// - Parameters:
  ///   - text: what is shown.
  ///   - first: the row of the text to begin with; nil to begin where the student sees what is wrong: at the beginning,
  ///     or with the first failure if it would not be seen as a whole.
  ///   - size: the screen.
  ///   - footer: the text at the bottom of the screen; it is asked whether the screen is too small for the text.
  package init(_ text: ScreenText, from first: Int?, size: TerminalSize, footer: (_ isLong: Bool) -> String) {
    count = text.rows.count
    let rowCount = max(size.rows, 1)
    // A screen of a few rows has none to spare for a footer.
    func bottom(isLong: Bool) -> [String] {
      rowCount < 8 ? [] : ScreenText(footer(isLong), columns: size.columns).rows
    }
    var foot = bottom(isLong: false)
    var start = 0
    if count > rowCount - foot.count {
      foot = bottom(isLong: true)
      let room = rowCount - foot.count
      start = min(max(first ?? Self.beginning(of: text, room), 0), count - room)
    }
    shown = start..<min(start + rowCount - foot.count, count)
    rows =
      text.rows[shown] + [String](repeating: "", count: rowCount - shown.count - foot.count) + foot
  }

  private static func beginning(of text: ScreenText, _ room: Int) -> Int {
    // Where nothing fails, the end says what to do next.
    guard let part = text.tellingPart else { return text.rows.count - room }
    return part.upperBound > room ? part.lowerBound : 0
  }
}

/// A text as the rows of a screen, none of which is wider than the screen.
package struct ScreenText {
  /// The rows, each of which begins with the colour that it is in, and ends without one.
  let rows: [String]

  /// Lays a text out.
  package init(_ text: String, columns: Int) {
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
  package static func printable(_ text: String) -> String {
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
