import Foundation

/// What is said beside the report: on standard error, so that it is no part of what the command found out.
enum Message {
  /// Writes a text; if nobody can read it, that is no reason to stop.
  static func write(_ text: some StringProtocol) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
