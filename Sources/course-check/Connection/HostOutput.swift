/// What a host wrote to standard error: the student's prints, and a crash report at its end if there was one.
///
/// Only the beginning and the end are kept, so a flood costs no memory.
struct HostOutput {
  static let allowedBytesPerCall = 8 << 20
  private static let keptAtStart = 16 << 10
  private static let keptAtEnd = 64 << 10

  private(set) var byteCount = 0
  private var start: [UInt8] = []
  private var end: [UInt8] = []

  mutating func append(_ bytes: [UInt8]) {
    byteCount += bytes.count
    let room = HostOutput.keptAtStart - start.count
    start += bytes.prefix(room)
    end += bytes.dropFirst(room)
    if end.count > 2 * HostOutput.keptAtEnd { end = end.suffix(HostOutput.keptAtEnd) }
  }

  /// Drops what came since the beginning, so that what comes next is not looked for in a flood.
  mutating func forgetRest() {
    end = []
  }

  /// The text as far as it was kept.
  var text: String {
    String(decoding: start, as: UTF8.self) + String(decoding: end, as: UTF8.self)
  }
}
