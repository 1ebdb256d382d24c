import Foundation
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The processes of one session: a program and whatever it started.
///
/// A process that opens a session of its own, as `setsid` does, is beyond its reach: no accident does that.
package enum Session {
  /// Kills every process of the session that `leader` leads.
  static func end(_ leader: pid_t) {
    // A process may start another one while the list is read, so it is read until it is empty.
    for _ in 0..<20 {
      let members = members(of: leader).filter { !isGone($0) }
      if members.isEmpty { return }
      // The leader comes last: it may wait for the others, whom nobody else would.
      let others = members.filter { $0 != leader }
      (others.isEmpty ? members : others).forEach { kill($0, SIGKILL) }
      usleep(2000)
    }
  }

  /// Asks every process of the session to end.
  static func interrupt(_ leader: pid_t) {
    members(of: leader).forEach { kill($0, SIGINT) }
  }

  /// Whether no process of the session is at work any more.
  static func isOver(_ leader: pid_t) -> Bool { members(of: leader).allSatisfy { isGone($0) } }

  static func members(of leader: pid_t) -> [pid_t] {
    // In a container, processes from outside belong to a session 0; they are nobody's to end.
    leader > 1 ? processes().filter { getsid($0) == leader } : []
  }

  #if canImport(Darwin)
    /// Every process there is.
    static func processes() -> [pid_t] {
      var identifiers = [pid_t](repeating: 0, count: 16384)
      let count = proc_listallpids(&identifiers, Int32(identifiers.count * MemoryLayout<pid_t>.size))
      return Array(identifiers.prefix(Int(max(count, 0))))
    }

    private static func isGone(_ process: pid_t) -> Bool {
      kill(process, 0) != 0
    }
  #else
    /// Every process there is.
    static func processes() -> [pid_t] {
      let entries = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
      return entries.compactMap { pid_t($0) }
    }

    /// A process that has ended but has not been waited for (state Z) still has its entry.
    private static func isGone(_ process: pid_t) -> Bool {
      guard let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
        let name = status.lastIndex(of: ")")
      else { return true }
      return status[name...].dropFirst(2).first == "Z"
    }
  #endif
}

/// The sessions that must be ended when course-check is.
enum RunningSessions {
  private static let leaders = Mutex<Set<pid_t>>([])

  /// Starts a program and notes it in one step, so that none is overlooked.
  static func add(_ start: () -> pid_t?) {
    leaders.withLock { running in
      if let leader = start() { running.insert(leader) }
    }
  }

  /// Runs `body` while no program is started, which would inherit what is not closed to others yet.
  static func whileNoneStarts<Result>(_ body: () throws -> Result) rethrows -> Result {
    try leaders.withLock { _ in try body() }
  }

  static func remove(_ leader: pid_t) { leaders.withLock { _ = $0.remove(leader) } }

  /// Asks all sessions to end, gives them a moment, kills what is left, and ends this program.
  ///
  /// The lock is kept to the end: a thread that has just started a program, or sees one end, gets no further, so that
  /// nothing is started or reported any more.
  static func endAll(status: Int32) -> Never {
    leaders.withLock { running in
      running.forEach { Session.interrupt($0) }
      let deadline = ContinuousClock.now + .milliseconds(200)
      while ContinuousClock.now < deadline, !running.allSatisfy(Session.isOver) { usleep(5000) }
      running.forEach { Session.end($0) }
      exit(status)
    }
  }
}
