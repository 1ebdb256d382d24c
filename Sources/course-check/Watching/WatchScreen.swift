import Foundation

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
    let text = style.isASCII ? Style.ascii(view.text) : view.text
    let page = ScreenPage(ScreenText(text, columns: size.columns), from: view.firstRow, size: size) { isLong in
      let footer = view.footer(isLong: isLong, columns: size.columns, style)
      return style.isASCII ? Style.ascii(footer) : footer
    }
    screen.show(page.rows, size: size)
    self.page = page
  }

  /// The keys that were pressed; nil if the terminal is gone.
  func keys() -> [Key]? { keyboard.keys() }

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
