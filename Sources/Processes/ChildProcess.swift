import Foundation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A program that course-check has started, with pipes to its standard streams.
///
/// It leads a session of its own, so it has no terminal, and everything that it starts in turn can be found and ended
/// by that session. (Foundation's `Process` gives each child a process group of its own; what a lesson starts with it
/// would then not be in its host's group and would outlive the check.)
package final class ChildProcess {
  package let identifier: pid_t
  /// The ends of the pipes on this side: what the child reads, its results and its messages.
  package let input: Int32
  package let output: Int32
  package let messages: Int32
  private var status: Int32?
  private var arePipesOpen = true

  /// Starts a program.
  ///
  /// - Throws: `LaunchError` if it cannot be started.
  package init(_ executable: String, _ arguments: [String], environment: [String: String]) throws {
    let pipes = try RunningSessions.whileNoneStarts { [try Self.pipe(), try Self.pipe(), try Self.pipe()] }
    let childEnds = [pipes[0].read, pipes[1].write, pipes[2].write]

    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
      childEnds.forEach { close($0) }
    }
    for (stream, end) in childEnds.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, end, Int32(stream))
    }
    // The child must hear SIGPIPE and SIGINT again, which this process ignores or blocks.
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes, Int16(Self.startSession | Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK)))

    var identifier: pid_t = 0
    var result: Int32 = 0
    RunningSessions.add {
      result = ([executable] + arguments).withCStrings { arguments in
        environment.map { "\($0)=\($1)" }.withCStrings { environment in
          posix_spawn(&identifier, executable, &actions, &attributes, arguments, environment)
        }
      }
      return result == 0 ? identifier : nil
    }
    input = pipes[0].write
    output = pipes[1].read
    messages = pipes[2].read
    self.identifier = identifier
    guard result == 0 else {
      // There is no process that could be ended or waited for.
      status = -1
      closePipes()
      throw LaunchError(program: executable, reason: String(cString: strerror(result)))
    }
  }

  deinit { end() }

  /// Ends the program and all that it started, and returns its status once it is gone.
  @discardableResult
  package func end() -> ExitStatus {
    if status == nil { Session.end(identifier) }
    return wait()
  }

  /// Waits until the program ends; what it started does not outlive it.
  package func wait() -> ExitStatus {
    while !hasEnded(options: 0) {}
    if arePipesOpen { closePipes() }
    return ExitStatus(code: status ?? 0)
  }

  /// Whether the program has ended by itself.
  package var hasEnded: Bool { hasEnded(options: WNOHANG) }

  private func hasEnded(options: Int32) -> Bool {
    if status != nil { return true }
    var code: Int32 = 0
    let ended = waitpid(identifier, &code, options)
    guard ended == identifier || (ended < 0 && errno != EINTR) else { return false }
    status = code
    Session.end(identifier)
    RunningSessions.remove(identifier)
    return true
  }

  private func closePipes() {
    arePipesOpen = false
    [input, output, messages].forEach { close($0) }
  }

  #if canImport(Darwin)
    private static let startSession = Int32(POSIX_SPAWN_SETSID)
  #else
    /// POSIX_SPAWN_SETSID, which the C library shows to GNU sources only.
    private static let startSession: Int32 = 0x80
  #endif

  private static func pipe() throws -> (read: Int32, write: Int32) {
    var ends: [Int32] = [0, 0]
    guard systemPipe(&ends) == 0 else {
      throw LaunchError(program: "a pipe", reason: String(cString: strerror(errno)))
    }
    ends.forEach { _ = fcntl($0, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }
}

/// The system's `pipe`, under a name that the method above does not hide.
private func systemPipe(_ ends: UnsafeMutablePointer<Int32>) -> Int32 { pipe(ends) }

/// How a program ended.
package struct ExitStatus {
  let code: Int32

  /// The exit status; nil if a signal ended the program.
  package var exit: Int32? { code & 0x7f == 0 ? (code >> 8) & 0xff : nil }
  /// The signal that ended the program; nil if it exited.
  package var signal: Int32? { code & 0x7f == 0 ? nil : code & 0x7f }
}

/// A program that could not be started.
package struct LaunchError: Error {
  let program: String
  package let reason: String
}

extension [String] {
  /// Calls `body` with the strings as the system wants them: pointers ended by nil.
  fileprivate func withCStrings<Result>(
    _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let pointers = map { strdup($0) }
    defer { pointers.forEach { free($0) } }
    return body(pointers + [nil])
  }
}
