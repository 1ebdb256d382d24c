import Building
import Foundation
import Synchronization
import Terminal

/// Shows that a build is alive: on a terminal one line that is rewritten, elsewhere a line now and then.
final class BuildProgressLine: Sendable {
  private let isLive =
    isatty(STDERR_FILENO) != 0 || ProcessInfo.processInfo.environment[Style.watchedVariable] != nil
  /// A line that is longer than the terminal is wide could not be rewritten.
  private let room = min(TerminalSize.columnsOrUsual - 1, 100)
  private let lastShown = Mutex<ContinuousClock.Instant?>(nil)

  /// Shows how far a build is; nil takes the line away.
  func show(_ progress: BuildProgress?) {
    lastShown.withLock { lastShown in
      guard let progress else {
        if isLive, lastShown != nil { Message.write("\r\u{1B}[K") }
        lastShown = nil
        return
      }
      // Most builds take less than a second and need no words.
      guard progress.elapsed > .seconds(1) else { return }
      let pause: Duration = isLive ? .milliseconds(100) : .seconds(10)
      if let lastShown, ContinuousClock.now - lastShown < pause { return }
      let text =
        "Building \(progress.title) (the first time takes longest) … \(progress.elapsed.components.seconds) s  "
        + progress.step
      Message.write(isLive ? "\r\u{1B}[K" + text.prefix(room) : text + "\n")
      lastShown = .now
    }
  }
}
