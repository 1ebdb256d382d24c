import Foundation
import Processes
import Terminal

/// A check by a course-check of its own, whose report is taken when it is complete.
///
/// So nothing that a lesson does can hold up the keys, and a check that a save has made obsolete can be ended as a whole.
final class RunningCheck {
  private let child: ChildProcess
  private var open: Set<Int32>
  private var output: [UInt8] = []
  private var messages: [UInt8] = []
  private var stopTime: ContinuousClock.Instant?
  private let start = ContinuousClock.now

  /// How long a check that shall end may take to end its own programs.
  private static let patience = Duration.seconds(3)

  /// Starts a check.
  ///
  /// - Throws: `LaunchError` if this program cannot be started once more.
  init(_ words: [String], isWatched: Bool) throws {
    let program = Bundle.main.executableURL?.path ?? CommandLine.arguments[0]
    var environment = ProcessInfo.processInfo.environment
    environment[Style.watchedVariable] = isWatched ? "1" : nil
    child = try ChildProcess(program, words, environment: environment)
    open = [child.output, child.messages]
  }

  /// What the check says.
  struct Outcome {
    /// The report.
    let text: String
    /// How long it took.
    let duration: Duration
  }

  /// The streams to wait for.
  var streams: [Int32] { Array(open) }

  /// How many whole seconds it has been at work.
  var seconds: Int { Int((ContinuousClock.now - start).components.seconds) }

  /// Whether it was asked to end: its report is worth nothing.
  var isObsolete: Bool { stopTime != nil }

  /// What the check says about its progress; empty if nothing.
  var progress: String {
    let text = String(decoding: messages, as: UTF8.self).replacing("\u{1B}[K", with: "")
    let line = text.split(separator: "\n").last?.split(separator: "\r", omittingEmptySubsequences: false).last ?? ""
    return line.trimmingCharacters(in: .whitespaces)
  }

  /// Takes what has come; returns new messages as they are.
  func take(_ ready: Set<Int32>) -> String {
    var news: [UInt8] = []
    for stream in ready.intersection(open) {
      let bytes = Descriptors.read(stream)
      if bytes.isEmpty { open.remove(stream) }
      if stream == child.output { output += bytes } else { news += bytes }
    }
    messages += news
    if let stopTime { insist(since: stopTime) }
    return String(decoding: news, as: UTF8.self)
  }

  /// What the check says; nil as long as it is at work.
  var outcome: Outcome? {
    guard open.isEmpty else { return nil }
    let status = child.wait()
    var text = String(decoding: output, as: UTF8.self)
    // A check that has something to say says it; another course-check, or the system, may have ended it before.
    if text.isEmpty { text = String(decoding: messages, as: UTF8.self) }
    if status.exit == nil || text.isEmpty {
      text += "The check ended before its report (\(status.signal.map { "signal \($0)" } ?? "without a word")).\n"
    }
    return Outcome(text: text, duration: ContinuousClock.now - start)
  }

  /// Asks the check to end with all that it started.
  func stop() {
    if stopTime == nil { stopTime = .now }
    kill(child.identifier, SIGTERM)
  }

  /// Asks again, for a program that has just been started may not have heard it; and ends it if it does not listen.
  private func insist(since stopTime: ContinuousClock.Instant) {
    if open.isEmpty { return }
    if ContinuousClock.now - stopTime < Self.patience {
      kill(child.identifier, SIGTERM)
    } else {
      child.end()
      open = []
    }
  }

  /// Ends the check, at once if it does not do so itself.
  func end() {
    stop()
    while !open.isEmpty { _ = take(Descriptors.ready(reading: streams, until: .now + .milliseconds(50))) }
    _ = child.wait()
  }
}
