import Foundation

/// The terminal's second screen, on which rows are rewritten in place; what stood on the first one comes back at the end.
struct Screen {
  private var shown: [String] = []
  private var size: TerminalSize?

  /// The size of the screen now.
  static var currentSize: TerminalSize {
    let size = TerminalSize.current ?? TerminalSize(columns: 80, rows: 24)
    return size.rows > 0 ? size : TerminalSize(columns: size.columns, rows: 24)
  }

  /// Opens the screen, empty and without a cursor.
  mutating func enter() {
    shown = []
    size = nil
    write("\u{1B}[?1049h\u{1B}[?25l")
  }

  /// Closes the screen.
  func leave() {
    // A terminal without a second screen is left with an empty one.
    write("\u{1B}[H\u{1B}[J\u{1B}[?25h\u{1B}[?1049l")
  }

  /// Shows rows; only those that differ are written, so that nothing flickers.
  mutating func show(_ rows: [String], size: TerminalSize) {
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
