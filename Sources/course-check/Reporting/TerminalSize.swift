import Foundation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// How much a terminal can show.
struct TerminalSize: Equatable {
  var columns: Int
  var rows: Int

  /// The size of this program's terminal; nil if it has none.
  static var current: TerminalSize? {
    var size = winsize()
    for stream in [STDOUT_FILENO, STDERR_FILENO] where ioctl(stream, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 {
      return TerminalSize(columns: Int(size.ws_col), rows: Int(size.ws_row))
    }
    return nil
  }
}
