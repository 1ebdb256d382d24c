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
struct Keyboard {
  /// The stream of bytes.
  let descriptor = STDIN_FILENO
  /// The terminal's modes as they were found.
  private let modes: termios

  /// Takes hold of the keyboard; nil if standard input is no terminal.
  init?() {
    var modes = termios()
    guard isatty(descriptor) != 0, tcgetattr(descriptor, &modes) == 0 else { return nil }
    self.modes = modes
  }

  /// Makes single keys come at once.
  func enter() {
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
  func leave() { set(modes) }

  /// The keys that were pressed; nil if the terminal is gone.
  func keys() -> [Key]? {
    let bytes = Stream.read(descriptor)
    return bytes.isEmpty ? nil : Key.keys(in: bytes)
  }

  private func set(_ modes: termios) {
    var modes = modes
    // In the background this waits until the program is in the foreground again.
    while tcsetattr(descriptor, TCSADRAIN, &modes) != 0, errno == EINTR {}
  }
}
