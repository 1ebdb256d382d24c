import Foundation

/// What can be said about a file that should be text.
public enum TextFile {
  /// Returns the first line, counted from 1, with bytes that are no UTF-8; nil if there is none.
  public static func firstLineThatIsNotUTF8(in data: Data) -> Int? {
    // Most files are ASCII, which needs no second look.
    guard data.contains(where: { $0 >= 0x80 }) else { return nil }
    let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }.map { $0 + 1 }
  }
}
