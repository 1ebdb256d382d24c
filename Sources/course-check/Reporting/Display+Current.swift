import Foundation
import LabKit

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension Display {
  /// What this program writes to at the moment.
  static func current(isASCII: Bool, usesColor: Bool) -> Display {
    Display(
      width: terminalColumns ?? 80, usesColor: usesColor, isASCII: isASCII, isLive: isatty(STDERR_FILENO) != 0)
  }

  /// The columns of the terminal; nil if there is none.
  private static var terminalColumns: Int? {
    var size = winsize()
    for stream in [STDOUT_FILENO, STDERR_FILENO] where ioctl(stream, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 {
      return Int(size.ws_col)
    }
    return nil
  }
}
