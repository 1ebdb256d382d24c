import Foundation
import Processes
import Wire

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A running host and the calls that it answers.
///
/// Whatever the student's code does, a call ends: with a reply, or with what happened instead.
package final class HostConnection {
  /// How a call ended.
  package enum Answer {
    case reply([UInt8])
    /// The host ended by itself; its output says more.
    case ended(ExitStatus)
    /// The call went beyond a limit, so the host was ended; the end of its output names the line that was running.
    case stopped(Limit)
  }

  /// What a call may not do.
  package enum Limit {
    case time(seconds: Int)
    case prints, memory, replySize
    /// To write into the connection by itself.
    case forgery
  }

  static let allowedPrintsInBytes = 2 << 20
  static let allowedReplyInBytes = 16 << 20
  /// The host's own limit is higher: it cannot say where it was, but it stops one huge request at once.
  static let allowedMemoryInBytes = 512 << 20

  private let executable: String
  private let child: ChildProcess
  /// What the host wrote to standard error: the student's prints, and a crash report at the end if there was one.
  private(set) var output = HostOutput()

  /// Starts a host.
  ///
  /// - Throws: `LaunchError` if it cannot be started.
  init(executable: String, _ launch: Launch = Launch()) throws {
    self.executable = executable
    child = try launch.start(executable)
  }

  /// The process in which the student's code runs, below the one that keeps it; nil if it is gone.
  private var worker: pid_t? {
    if known == nil { known = RunningPrograms.kept(executable, by: child.identifier) }
    return known
  }

  /// It is not there at once, and then for good.
  private var known: pid_t?

  /// Sends a request and waits for its reply.
  func call(_ request: [UInt8], limit seconds: Int) -> Answer {
    // The student's code cannot know the ticket, so only the host's own reply can bear it.
    let ticket = Self.bytes(of: .random(in: 0...UInt64.max))
    var unsent = (ticket + Self.bytes(of: UInt64(request.count)) + request)[...]
    var reply: [UInt8] = []
    let deadline = ContinuousClock.now + .seconds(seconds)
    let printedBefore = output.byteCount
    while true {
      let ready = Descriptors.ready(
        reading: [child.output, child.messages], writing: unsent.isEmpty ? [] : [child.input],
        until: min(deadline, .now + .milliseconds(50)))
      if ready.isEmpty {
        if ContinuousClock.now >= deadline { return stop(.time(seconds: seconds)) }
        let memory = worker.flatMap(ProcessMemory.bytes) ?? 0
        if memory > Self.allowedMemoryInBytes { return stop(.memory) }
      }
      if ready.contains(child.input) {
        // A host that reads no more has ended; the end of its output says so.
        unsent = unsent.dropFirst(Descriptors.write(unsent, to: child.input) ?? unsent.count)
      }
      if ready.contains(child.messages) { output.append(Descriptors.read(child.messages)) }
      if output.byteCount - printedBefore > Self.allowedPrintsInBytes { return stop(.prints) }
      if ready.contains(child.output) {
        let bytes = Descriptors.read(child.output)
        if bytes.isEmpty { return ended() }
        reply += bytes
        if !reply.starts(with: ticket.prefix(reply.count)) { return stop(.forgery) }
        if let size = Self.size(of: reply) {
          if size > Self.allowedReplyInBytes { return stop(.replySize) }
          if reply.count >= 16 + Int(size) { return .reply(Array(reply[16..<(16 + Int(size))])) }
        }
      }
    }
  }

  /// Ends the host and all that it started.
  func close() {
    child.end()
  }

  private func ended() -> Answer {
    // The report is complete when the process is gone; a child that it left behind may hold the pipe open.
    collectMessages(until: .now + .seconds(3))
    // What keeps the host ends as that ended, a moment later.
    let deadline = ContinuousClock.now + .seconds(1)
    while !child.hasEnded, ContinuousClock.now < deadline { usleep(500) }
    return .ended(child.end())
  }

  /// Asks the host where it is, and ends it: the signal makes Swift's runtime print a backtrace.
  private func stop(_ limit: Limit) -> Answer {
    // A flood that is still in the pipe would hide the report.
    output.forgetRest()
    // The number of a process that has ended may be another's.
    if let worker, getsid(worker) == child.identifier {
      kill(worker, SIGQUIT)
      kill(worker, SIGCONT)
    }
    collectMessages(until: .now + .seconds(2))
    child.end()
    return .stopped(limit)
  }

  /// Waits for the report: until the host is gone, or has told where it is and only runs on.
  private func collectMessages(until deadline: ContinuousClock.Instant) {
    var isOpen = true
    while ContinuousClock.now < deadline, !output.hasReport {
      let pause = min(deadline, .now + .milliseconds(20))
      if Descriptors.ready(reading: isOpen ? [child.messages] : [], until: pause).isEmpty {
        if child.hasEnded { return }
        continue
      }
      let bytes = Descriptors.read(child.messages)
      output.append(bytes)
      isOpen = !bytes.isEmpty
    }
  }

  private static func bytes(of number: UInt64) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }

  /// The size of a reply without its ticket and its size, if so much has come.
  private static func size(of reply: [UInt8]) -> UInt64? {
    reply.count < 16 ? nil : reply[8..<16].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}

/// What a host wrote to standard error: the student's prints, and a crash report at its end if there was one.
///
/// Only the beginning and the end are kept, so a flood costs no memory.
package struct HostOutput {
  private static let keptAtStart = 8 << 10
  private static let keptAtEnd = 32 << 10
  private static let lastWords = Data("\nBacktrace took ".utf8)

  package private(set) var byteCount = 0
  private var start = Data()
  private var end = Data()
  /// Whether a crash report has come; what follows it is of no use.
  private(set) var hasReport = false

  package init() {}

  package mutating func append(_ bytes: [UInt8]) {
    if hasReport { return }
    byteCount += bytes.count
    let room = Self.keptAtStart - start.count
    start += bytes.prefix(room)
    end += bytes.dropFirst(room)
    let news = (start + end).suffix(bytes.count + Self.lastWords.count)
    hasReport = news.range(of: Self.lastWords) != nil
    if end.count > 4 * Self.keptAtEnd, !hasReport { end = Data(end.suffix(Self.keptAtEnd)) }
  }

  /// Drops what came since the beginning, so that what comes next is not looked for in a flood.
  mutating func forgetRest() {
    end = Data()
  }

  /// The text as far as it was kept.
  package var text: String {
    String(decoding: start, as: UTF8.self) + (isWhole ? "" : "\n") + String(decoding: end, as: UTF8.self)
  }

  /// Whether nothing between the beginning and the end is missing.
  package var isWhole: Bool { byteCount == start.count + end.count }
}
