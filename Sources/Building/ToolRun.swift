import CourseFiles
import Foundation
import Processes

/// A compiler or a linker at work, and what it says.
package struct ToolRun {
  private let program: String
  private let run: ProgramRun

  /// Starts a program.
  ///
  /// - Throws: `BuildFailure` if it cannot be started.
  package init(_ program: String, _ arguments: [String], temporary: URL? = nil) throws(BuildFailure) {
    self.program = program
    var environment = ProcessInfo.processInfo.environment
    // What it leaves there goes with the folder, however it ends; a TMPDIR that is wrong does no harm. The driver finds no
    // folder with letters outside ASCII (Swift 6.3 on Linux).
    if let temporary, temporary.path.allSatisfy(\.isASCII) { environment["TMPDIR"] = temporary.path }
    do {
      run = try ProgramRun(program, arguments, environment: environment)
    } catch {
      let reason = (error as? LaunchError)?.reason ?? "\(error)"
      throw BuildFailure(
        kind: .kit,
        sentence:
          "The Swift toolchain could not be started (\(program): \(reason)). Install it again and run the same command.",
        mayComeFromTheCache: true
      )
    }
  }

  /// The streams that it has not closed yet.
  var open: Set<Int32> { run.open }

  /// Reads what can be read; the end of a stream closes it.
  func read(_ ready: Set<Int32>) { run.read(ready) }

  /// Waits until it has ended, and returns what became of it.
  package func outcome(meanwhile: () -> Void = {}) -> Outcome {
    let status = run.status(meanwhile: meanwhile)
    return Outcome(
      program: program, status: status,
      lines: String(decoding: run.everything, as: UTF8.self).split(separator: "\n").map(String.init),
      result: String(decoding: run.output, as: UTF8.self))
  }

  func end() { run.end() }

  /// How it ended, and what it said.
  package struct Outcome {
    let program: String
    let status: ExitStatus
    /// The lines of all that it wrote.
    let lines: [String]
    /// What it wrote to standard output.
    var result = ""

    package var isSuccess: Bool { status.exit == 0 }
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
