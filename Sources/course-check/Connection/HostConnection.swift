import Foundation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A running host and the calls that it answers.
///
/// Whatever the student's code does, a call ends: with a reply, or with the report of what happened instead.
final class HostConnection {
  /// How a call ended.
  enum Answer {
    case reply([UInt8])
    /// The host ended; the report holds what it wrote before it did.
    case ended(ExitStatus, HostOutput)
    /// There was no reply in time; the report names the line that was running.
    case hung(seconds: Double, HostOutput)
    /// The code printed more than anybody can read.
    case flooded(HostOutput)
  }

  private let child: ChildProcess
  /// What the student's code printed so far.
  private(set) var output = HostOutput()

  /// Starts a host.
  init(executable: String) throws {
    var environment = ProcessInfo.processInfo.environment
    environment["SWIFT_BACKTRACE"] =
      "enable=yes,color=no,registers=none,images=none,threads=crashed,interactive=no,limit=24,top=4,"
      + "sanitize=no,cache=no,timeout=2s,output-to=stderr"
    child = try ChildProcess(executable, [], environment: environment)
  }

  /// Sends a request and waits for its reply.
  func call(_ request: [UInt8], limit seconds: Double) -> Answer {
    var unsent = (HostConnection.header(request.count) + request)[...]
    var reply: [UInt8] = []
    let deadline = ContinuousClock.now + .seconds(seconds)
    let printedBefore = output.byteCount
    while true {
      let ready = Stream.ready(
        reading: [child.output, child.messages], writing: unsent.isEmpty ? [] : [child.input], until: deadline)
      if ready.isEmpty, ContinuousClock.now >= deadline { return hung(after: seconds) }
      if ready.contains(child.input) {
        // A host that reads no more has ended; the end of its output says so.
        unsent = unsent.dropFirst(Stream.write(unsent, to: child.input) ?? unsent.count)
      }
      if ready.contains(child.messages) { output.append(Stream.read(child.messages)) }
      if output.byteCount - printedBefore > HostOutput.allowedBytesPerCall { return flooded() }
      if ready.contains(child.output) {
        let bytes = Stream.read(child.output)
        reply += bytes
        if bytes.isEmpty { return ended() }
        if let whole = HostConnection.body(of: reply) { return .reply(whole) }
      }
    }
  }

  /// Ends the host and all that it started.
  func close() {
    child.end()
  }

  private func ended() -> Answer {
    // The backtrace is complete when the process is gone; a child that it left behind may hold the pipe open.
    collectMessages(until: .now + .seconds(3))
    return .ended(child.end(), output)
  }

  /// Asks the hanging host where it is: the signal makes Swift's runtime print a backtrace and end the process.
  private func hung(after seconds: Double) -> Answer {
    kill(child.identifier, SIGQUIT)
    collectMessages(until: .now + .seconds(2))
    child.end()
    return .hung(seconds: seconds, output)
  }

  private func flooded() -> Answer {
    output.forgetRest()
    kill(child.identifier, SIGQUIT)
    collectMessages(until: .now + .seconds(2))
    child.end()
    return .flooded(output)
  }

  private func collectMessages(until deadline: ContinuousClock.Instant) {
    while ContinuousClock.now < deadline {
      if Stream.ready(reading: [child.messages], until: min(deadline, .now + .milliseconds(20))).isEmpty {
        if child.hasEnded { return }
        continue
      }
      let bytes = Stream.read(child.messages)
      if bytes.isEmpty { return }
      output.append(bytes)
    }
  }

  private static func header(_ count: Int) -> [UInt8] {
    withUnsafeBytes(of: UInt64(count).littleEndian) { Array($0) }
  }

  /// The body of a reply, if it is there in full.
  private static func body(of reply: [UInt8]) -> [UInt8]? {
    guard reply.count >= 8 else { return nil }
    let count = reply[..<8].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    return UInt64(reply.count - 8) >= count ? Array(reply[8..<(8 + Int(count))]) : nil
  }
}
