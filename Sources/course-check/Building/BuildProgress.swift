import Foundation
import LabKit

/// Shows that a build is alive: on a terminal one line that is rewritten, elsewhere a line now and then.
struct BuildProgress {
  private let title: String
  private let isLive =
    isatty(STDERR_FILENO) != 0 || ProcessInfo.processInfo.environment[Style.watchedVariable] != nil
  /// A line that is longer than the terminal is wide could not be rewritten.
  private let room = min(Display.current(isASCII: false, usesColor: false).width - 1, 100)
  private let start = ContinuousClock.now
  private var lastShown: ContinuousClock.Instant?
  private var step = ""

  /// Creates the progress of a build that has just begun.
  init(of title: String) {
    self.title = title
  }

  /// Shows the time, and what is being made.
  mutating func update(_ step: String? = nil) {
    if let step { self.step = step }
    let elapsed = ContinuousClock.now - start
    // Most builds take less than a second and need no words.
    guard elapsed > .seconds(1) else { return }
    let pause: Duration = isLive ? .milliseconds(100) : .seconds(10)
    if let lastShown, ContinuousClock.now - lastShown < pause { return }
    let text = "Building \(title) (the first time takes longest) … \(elapsed.components.seconds) s  \(self.step)"
    Message.write(isLive ? "\r\u{1B}[K" + text.prefix(room) : text + "\n")
    lastShown = .now
  }

  /// Takes the rewritten line away.
  func finish() {
    if isLive, lastShown != nil { Message.write("\r\u{1B}[K") }
  }
}
