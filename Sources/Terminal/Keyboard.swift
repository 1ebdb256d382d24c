import Foundation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The terminal's keyboard, key by key: nobody has to press Return, and what is pressed is not shown.
///
/// Ctrl-C stays a signal. Ctrl-Z comes as a key, so that the terminal can be given back before this program sleeps.
package struct Keyboard {
  /// The stream of bytes.
  package let descriptor = STDIN_FILENO
  /// The terminal's modes as they were found.
  private let modes: termios

  /// Takes hold of the keyboard; nil if standard input is no terminal.
  package init?() {
    var modes = termios()
    guard isatty(descriptor) != 0, tcgetattr(descriptor, &modes) == 0 else { return nil }
    self.modes = modes
  }

  /// Makes single keys come at once.
  package func enter() {
    var modes = modes
    modes.c_lflag &= ~tcflag_t(ICANON | ECHO | IEXTEN)
    let none = cc_t(truncatingIfNeeded: fpathconf(descriptor, Int32(_PC_VDISABLE)))
    withUnsafeMutableBytes(of: &modes.c_cc) { characters in
      characters[Int(VMIN)] = 1
      characters[Int(VTIME)] = 0
      characters[Int(VSUSP)] = none
    }
    set(modes)
  }

  /// Gives the terminal back as it was found.
  package func leave() { set(modes) }

  private func set(_ modes: termios) {
    var modes = modes
    // In the background this waits until the program is in the foreground again.
    while tcsetattr(descriptor, TCSADRAIN, &modes) != 0, errno == EINTR {}
  }
}

/// A key that `watch` understands.
package enum Key: Equatable {
  case next, previous, hint, again, quit, suspend
  /// The arrows and the space bar, which move a report that is longer than the screen.
  case up, down, page

  /// The keys that were pressed, from the bytes that a terminal sends for them; others are passed over.
  package static func keys(in bytes: [UInt8]) -> [Key] {
    var keys: [Key] = []
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "n"), UInt8(ascii: "N"): keys.append(.next)
      case UInt8(ascii: "p"), UInt8(ascii: "P"): keys.append(.previous)
      case UInt8(ascii: "h"), UInt8(ascii: "H"): keys.append(.hint)
      case UInt8(ascii: "r"), UInt8(ascii: "R"): keys.append(.again)
      case UInt8(ascii: "q"), UInt8(ascii: "Q"), 0x04: keys.append(.quit)
      case UInt8(ascii: " "): keys.append(.page)
      case 0x1A: keys.append(.suspend)
      case 0x1B: sequence(&rest).map { keys.append($0) }
      default: break
      }
    }
    return keys
  }

  /// The key that a control sequence such as `[A` stands for, whose escape character is taken.
  private static func sequence(_ rest: inout ArraySlice<UInt8>) -> Key? {
    guard rest.first == UInt8(ascii: "[") || rest.first == UInt8(ascii: "O") else { return nil }
    rest.removeFirst()
    while let byte = rest.popFirst() {
      guard (0x40...0x7E).contains(byte) else { continue }
      switch byte {
      case UInt8(ascii: "A"): return .up
      case UInt8(ascii: "B"): return .down
      default: return nil
      }
    }
    return nil
  }
}
