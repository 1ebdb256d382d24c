import Foundation

/// A program at work, whose output is collected.
final class ProgramRun {
  private let child: ChildProcess
  /// The streams that it has not closed yet.
  private(set) var open: Set<Int32>
  /// What it wrote to standard output.
  private(set) var output: [UInt8] = []
  /// All that it wrote, in the order in which it came.
  private(set) var everything: [UInt8] = []

  /// Starts a program.
  ///
  /// - Throws: `LaunchError` if it cannot be started.
  init(_ program: String, _ arguments: [String], environment: [String: String]) throws {
    child = try ChildProcess(program, arguments, environment: environment)
    open = [child.output, child.messages]
  }

  /// Reads what can be read; the end of a stream closes it.
  func read(_ ready: Set<Int32>) {
    for stream in ready.intersection(open) {
      let piece = Stream.read(stream)
      if piece.isEmpty { open.remove(stream) }
      if stream == child.output { output += piece }
      everything += piece
    }
  }

  /// Reads until it has closed its streams, and waits for its end.
  func status(meanwhile: () -> Void = {}) -> ExitStatus {
    while !open.isEmpty {
      read(Stream.ready(reading: Array(open), until: .now + .milliseconds(200)))
      meanwhile()
    }
    return child.wait()
  }

  /// Ends it and all that it started.
  func end() { child.end() }
}
