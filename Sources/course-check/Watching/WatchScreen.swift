import Foundation
import Processes
import Terminal

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A watch on a terminal: it is rewritten in place, and keys are understood.
struct WatchScreen {
  private let keyboard: Keyboard
  private let style: Style
  private var screen = Screen()
  private var page: ScreenPage?
  /// What is on the screen.
  private var shown: (view: WatchView, size: TerminalSize)?

  /// The stream of keys.
  var input: Int32 { keyboard.descriptor }

  /// A screen with a keyboard; nil if there is none, so that reports must follow each other.
  init?(_ style: Style) {
    guard let keyboard = Keyboard(), isatty(STDOUT_FILENO) != 0, ProcessInfo.processInfo.environment["TERM"] != "dumb"
    else { return nil }
    self.keyboard = keyboard
    self.style = style
  }

  mutating func open() {
    keyboard.enter()
    screen.enter()
    shown = nil
  }

  /// Gives the terminal back, and leaves the last report there.
  func close(_ view: WatchView) {
    screen.leave()
    keyboard.leave()
    var style = style
    style.width = Screen.currentSize.columns
    style.write(ScreenText.printable(view.report) + view.lastWords)
  }

  /// Shows how things stand now.
  mutating func show(_ view: WatchView) {
    let size = Screen.currentSize
    if let shown, shown == (view, size) { return }
    shown = (view, size)
    var style = style
    style.width = size.columns
    let text = style.isASCII ? Style.ascii(view.text(style)) : view.text(style)
    let page = ScreenPage(ScreenText(text, columns: size.columns), from: view.firstRow, size: size) { isLong in
      let footer = view.footer(isLong: isLong, columns: size.columns, style)
      return style.isASCII ? Style.ascii(footer) : footer
    }
    screen.show(page.rows, size: size)
    self.page = page
  }

  /// The keys that were pressed; nil if the terminal is gone.
  func keys() -> [Key]? {
    let bytes = Descriptors.read(keyboard.descriptor)
    return bytes.isEmpty ? nil : Key.keys(in: bytes)
  }

  /// Moves the text by a row, or by as much as fits; after the end it begins again.
  func move(_ key: Key, _ view: inout WatchView) {
    guard let page, page.isLong else { return }
    let last = page.count - page.shown.count
    switch key {
    case .up: view.firstRow = max(page.shown.lowerBound - 1, 0)
    case .down: view.firstRow = min(page.shown.lowerBound + 1, last)
    default: view.firstRow = page.shown.upperBound == page.count ? 0 : min(page.shown.upperBound - 1, last)
    }
  }

  /// Sleeps until the shell brings this program back to the foreground.
  mutating func suspend() {
    screen.leave()
    keyboard.leave()
    kill(0, SIGTSTP)
    open()
  }
}

/// What a watch shows.
struct WatchView: Equatable {
  /// What is watched: `Lesson 4` or `4.3`.
  var title: String
  /// The last report, as the check wrote it.
  var report: String
  /// What stands above it, when a hint was asked for.
  var hint: ShownHint?
  var state = State.checking(seconds: 0)
  /// What the running check says about its progress; empty if nothing.
  var progress = ""
  var hasNext = false
  var hasPrevious = false
  /// The row of the text at the top of the screen; nil for the one that says most.
  var firstRow: Int?

  /// How far the check is.
  enum State: Equatable {
    /// A check has been at work for so many seconds.
    case checking(seconds: Int)
    /// The report is that of the files as they are.
    case checked(at: Date, Duration)
  }

  /// The text that takes most of the screen; a hint is wrapped anew whenever the window has another width.
  func text(_ style: Style) -> String { hint.map { $0.text(style) + "\n" + report } ?? report }

  /// What stands below the report when the watch is over; empty if the report is that of the files as they are.
  var lastWords: String {
    if case .checking = state { "The check of what you saved last was not over.\n" } else { "" }
  }

  /// How things stand, and the keys: what stands at the bottom of the screen.
  ///
  /// - Parameters:
  ///   - isLong: whether the screen is too small for the text.
  ///   - columns: the width of the screen.
  ///   - style: how it looks.
  func footer(isLong: Bool, columns: Int, _ style: Style) -> String {
    var keys = [("h", "hint"), ("n", "next"), ("p", "back"), ("r", "again"), ("q", "quit")]
    if !hasNext { keys.removeAll { $0.0 == "n" } }
    if !hasPrevious { keys.removeAll { $0.0 == "p" } }
    if isLong { keys.insert(("space", "more"), at: 0) }
    var lines = [""]
    for (key, meaning) in keys {
      let entry = style.paint(key, .bold) + " " + style.paint(meaning, .faint)
      let longer = lines[lines.count - 1] + (lines[lines.count - 1].isEmpty ? "" : "  ") + entry
      if longer.columnCount <= columns { lines[lines.count - 1] = longer } else { lines.append(entry) }
    }
    return (["", sentence(style)] + lines).joined(separator: "\n")
  }

  private func sentence(_ style: Style) -> String {
    switch state {
    case .checking(let seconds):
      let words = "\(title) · checking …" + (seconds > 0 ? " \(seconds) s" : "")
      return style.paint(progress.isEmpty ? words : progress, .yellow)
    case .checked(let time, let duration):
      let tenths = String(format: "%.1f", Double(duration / .milliseconds(1)) / 1000)
      return style.paint("\(title) · checked at \(time.clockTime) in \(tenths) s", .faint)
    }
  }
}

extension Date {
  /// The time of day as a clock shows it here: 14:03:22.
  var clockTime: String {
    var seconds = time_t(timeIntervalSince1970)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return String(format: "%02d:%02d:%02d", parts.tm_hour, parts.tm_min, parts.tm_sec)
  }
}
