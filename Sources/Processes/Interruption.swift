import Dispatch
import Foundation
import Synchronization

/// What happens on Ctrl-C, on `kill` and when the terminal is closed: every process that was started ends, too.
package enum Interruption {
  nonisolated(unsafe) private static var sources: [any DispatchSourceSignal] = []
  /// Decides what a signal does instead; false if it shall end everything.
  package typealias Handler = @Sendable (_ signal: Int32) -> Bool
  private static let handler = Mutex<Handler?>(nil)

  /// Runs `body`; in the meantime `handle` is asked about every signal first.
  package static func whileHandling<Result>(by handle: @escaping Handler, _ body: () -> Result) -> Result {
    handler.withLock { $0 = handle }
    defer { handler.withLock { $0 = nil } }
    return body()
  }

  /// Runs `body`; the first Ctrl-C in the meantime calls `stop`, which asks for an end, and only the next one ends all.
  package static func whileStopping<Result>(by stop: @escaping @Sendable () -> Void, _ body: () -> Result) -> Result {
    let isAsked = Atomic(false)
    return whileHandling { signal in
      guard signal == SIGINT, !isAsked.exchange(true, ordering: .relaxed) else { return false }
      stop()
      return true
    } _: {
      body()
    }
  }

  /// Watches for the signals from now on; called once, at the start.
  ///
  /// - Parameter announce: says that the program was interrupted, before everything ends.
  package static func watch(announce: @escaping @Sendable () -> Void) {
    signal(SIGPIPE, SIG_IGN)
    // Whoever started this program may ignore the ends of children; here they are waited for.
    signal(SIGCHLD, SIG_DFL)
    for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        if let handle = handler.withLock({ $0 }), handle(number) { return }
        announce()
        RunningSessions.endAll(status: 128 + number)
      }
      source.resume()
      sources.append(source)
    }
  }
}
