import Foundation

/// What can be said about a file that should be text.
public enum TextFile {
  /// Returns the first line, counted from 1, with bytes that are no UTF-8; nil if there is none.
  public static func firstLineThatIsNotUTF8(in data: Data) -> Int? {
    var check = UTF8Check()
    for byte in data { check.read(byte) }
    check.end()
    return check.firstWrongLine
  }
}
