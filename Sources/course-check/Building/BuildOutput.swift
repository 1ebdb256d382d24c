import Foundation

/// What `swift build`, or one of its commands, printed.
struct BuildOutput {
  private(set) var lines: [String] = []

  mutating func append(_ line: String) {
    lines.append(line)
  }

  /// The compiler's errors, each once, with paths relative to `root`.
  func errors(relativeTo root: URL) -> [CompilerError] {
    var errors: [CompilerError] = []
    for line in lines {
      guard let match = line.firstMatch(of: /^(\/.*\.swift):([0-9]+):([0-9]+): error: (.*)$/) else { continue }
      let error = CompilerError(
        file: Checkout.relative(String(match.1), to: root), line: Int(match.2) ?? 0, column: Int(match.3) ?? 0,
        message: String(match.4))
      if !errors.contains(error) { errors.append(error) }
    }
    return errors
  }

  /// The last lines, for a failure that nobody foresaw.
  var tail: String { lines.filter { !$0.isEmpty }.suffix(12).joined(separator: "\n") }

  /// Whether the disk was full.
  var saysDiskIsFull: Bool { lines.contains { $0.contains("No space left on device") || $0.contains("ENOSPC") } }
}
