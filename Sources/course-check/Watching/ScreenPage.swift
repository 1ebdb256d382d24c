/// What the whole screen shows: as much of a text as there is room for, and some rows at the bottom.
struct ScreenPage: Equatable {
  /// A row for each of the screen.
  let rows: [String]
  /// The text's rows that are shown.
  let shown: Range<Int>
  /// How many rows the text has.
  let count: Int

  /// Whether there is more than is shown.
  var isLong: Bool { shown.count < count }

  /// Lays a page out.
  ///
  /// - Parameters:
  ///   - text: what is shown.
  ///   - first: the row of the text to begin with; nil to begin where the student sees what is wrong: at the beginning,
  ///     or with the first failure if it would not be seen as a whole.
  ///   - size: the screen.
  ///   - footer: the text at the bottom of the screen; it is asked whether the screen is too small for the text.
  init(_ text: ScreenText, from first: Int?, size: TerminalSize, footer: (_ isLong: Bool) -> String) {
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
