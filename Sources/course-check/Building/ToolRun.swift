import Foundation

/// A compiler or a linker at work, and what it says.
final class ToolRun {
  private let child: ChildProcess
  private let program: String
  /// The streams that it has not closed yet.
  private(set) var open: Set<Int32>
  /// All that it wrote, and what of that was its result and no message.
  private var bytes: [UInt8] = []
  private var results: [UInt8] = []

  /// Starts a program.
  ///
  /// - Throws: `BuildFailure` if it cannot be started.
  init(_ program: String, _ arguments: [String], temporary: URL? = nil) throws(BuildFailure) {
    self.program = program
    var environment = ProcessInfo.processInfo.environment
    // What it leaves there goes with the folder, however it ends; a TMPDIR that is wrong does no harm. The driver finds no
    // folder with letters outside ASCII (Swift 6.3 on Linux).
    if let temporary, temporary.path.allSatisfy(\.isASCII) { environment["TMPDIR"] = temporary.path }
    do {
      child = try ChildProcess(program, arguments, environment: environment)
    } catch {
      let reason = (error as? LaunchError)?.reason ?? "\(error)"
      throw BuildFailure(
        kind: .kit,
        sentence:
          "The Swift toolchain could not be started (\(program): \(reason)). Install it again and run the same command.",
        mayComeFromTheCache: true
      )
    }
    open = [child.output, child.messages]
  }

  /// Reads what can be read; the end of a stream closes it.
  func read(_ ready: Set<Int32>) {
    for stream in ready.intersection(open) {
      let piece = Stream.read(stream)
      if piece.isEmpty { open.remove(stream) }
      bytes += piece
      if stream == child.output { results += piece }
    }
  }

  /// Waits until it has ended, and returns what became of it.
  func outcome(meanwhile: () -> Void = {}) -> Outcome {
    while !open.isEmpty {
      read(Stream.ready(reading: Array(open), until: .now + .milliseconds(200)))
      meanwhile()
    }
    return Outcome(
      program: program, status: child.wait(),
      lines: String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init),
      result: String(decoding: results, as: UTF8.self))
  }

  func end() { child.end() }

  /// How it ended, and what it said.
  struct Outcome {
    let program: String
    let status: ExitStatus
    /// The lines of all that it wrote.
    let lines: [String]
    /// What it wrote to standard output.
    var result = ""

    var isSuccess: Bool { status.exit == 0 }
    /// The last lines, for a failure that nobody foresaw.
    var tail: String { lines.suffix(12).joined(separator: "\n") }
    /// Whether the disk was full.
    var saysDiskIsFull: Bool { lines.contains { $0.contains("No space left on device") || $0.contains("ENOSPC") } }

    /// The compiler's errors and warnings, each once, with paths relative to `root`.
    func messages(relativeTo root: URL) -> [CompilerMessage] {
      var messages: [CompilerMessage] = []
      for line in lines {
        guard let match = line.firstMatch(of: /^(\/.*\.swift):([0-9]+):([0-9]+): (error|warning): (.*)$/),
          let severity = CompilerMessage.Severity(rawValue: String(match.4))
        else { continue }
        let message = CompilerMessage(
          severity, file: Checkout.relative(String(match.1), to: root), line: Int(match.2) ?? 0,
          column: Int(match.3) ?? 0, message: String(match.5))
        if !messages.contains(message) { messages.append(message) }
      }
      return messages
    }
  }
}
