import Dispatch
import Foundation
import Synchronization

/// What happens on Ctrl-C, on `kill` and when the terminal is closed: every process that was started ends, too.
enum Interruption {
  nonisolated(unsafe) private static var sources: [any DispatchSourceSignal] = []
  private static let request = Mutex<(@Sendable () -> Void)?>(nil)

  /// Runs `body`; the first Ctrl-C in the meantime calls `stop`, which asks for an end, and only the next one ends all.
  static func whileStopping<Result>(by stop: @escaping @Sendable () -> Void, _ body: () -> Result) -> Result {
    request.withLock { $0 = stop }
    defer { request.withLock { $0 = nil } }
    return body()
  }

  /// What the first Ctrl-C asks for, once.
  private static func takeRequest() -> (@Sendable () -> Void)? {
    request.withLock { request in
      defer { request = nil }
      return request
    }
  }

  /// Watches for the signals from now on; called once, at the start.
  static func watch() {
    signal(SIGPIPE, SIG_IGN)
    // Whoever started this program may ignore the ends of children; here they are waited for.
    signal(SIGCHLD, SIG_DFL)
    for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        if number == SIGINT, let stop = takeRequest() {
          stop()
          return
        }
        Message.write("\ncourse-check was interrupted. Nothing of yours was changed.\n")
        RunningSessions.endAll(status: 128 + number)
      }
      source.resume()
      sources.append(source)
    }
  }
}
