#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  @preconcurrency import Glibc
#endif

/// Notices that a lesson's code ended the process in the middle of a call.
///
/// `exit(0)` would look like an ordinary end. Run at exit, this stops the process with a trap instead, so that the
/// backtrace names the line that called `exit`.
public enum CallGuard {
  /// Set by the one thread that answers calls.
  nonisolated(unsafe) static var callIsRunning = false

  /// What the judge looks for in the crash report.
  public static let message = "the lesson's code called exit"

  static func install() {
    atexit {
      if CallGuard.callIsRunning { fatalError(CallGuard.message) }
    }
  }
}
