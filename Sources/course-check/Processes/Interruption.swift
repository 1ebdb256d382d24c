import Dispatch
import Foundation

/// What happens on Ctrl-C, on `kill` and when the terminal is closed: every process that was started ends, too.
enum Interruption {
  nonisolated(unsafe) private static var sources: [any DispatchSourceSignal] = []

  /// Watches for the signals from now on; called once, at the start.
  static func watch() {
    signal(SIGPIPE, SIG_IGN)
    // Whoever started this program may ignore the ends of children; here they are waited for.
    signal(SIGCHLD, SIG_DFL)
    for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        Message.write("\ncourse-check was interrupted. Nothing of yours was changed.\n")
        RunningSessions.endAll(status: 128 + number)
      }
      source.resume()
      sources.append(source)
    }
  }
}
