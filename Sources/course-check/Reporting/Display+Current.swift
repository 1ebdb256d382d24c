import Foundation
import LabKit

extension Display {
  /// What this program writes to at the moment.
  static func current(isASCII: Bool, usesColor: Bool) -> Display {
    Display(
      width: TerminalSize.current?.columns ?? 80, usesColor: usesColor, isASCII: isASCII,
      isLive: isatty(STDERR_FILENO) != 0)
  }
}
