import Foundation

/// What a host wrote to standard error: the student's prints, and a crash report at its end if there was one.
///
/// Only the beginning and the end are kept, so a flood costs no memory.
struct HostOutput {
  private static let keptAtStart = 8 << 10
  private static let keptAtEnd = 32 << 10
  private static let lastWords = Data("\nBacktrace took ".utf8)

  private(set) var byteCount = 0
  private var start = Data()
  private var end = Data()
  /// Whether a crash report has come; what follows it is of no use.
  private(set) var hasReport = false

  mutating func append(_ bytes: [UInt8]) {
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
  var text: String {
    String(decoding: start, as: UTF8.self) + (isWhole ? "" : "\n") + String(decoding: end, as: UTF8.self)
  }

  /// Whether nothing between the beginning and the end is missing.
  var isWhole: Bool { byteCount == start.count + end.count }
}
