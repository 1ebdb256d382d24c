import Foundation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Shows a text that is longer than the screen through a pager, as `man` does.
package struct Pager {
  /// The command line of the pager, as a shell takes it.
  let command: String

  /// The pager that is wished and there: the one that PAGER names, otherwise `less`; nil if the text shall just be written.
  init?(environment: [String: String], isThere: (String) -> Bool) {
    let wish = environment["PAGER"] ?? ""
    let program = wish.split(separator: " ").first.map(String.init)
    if let program, isThere(program) {
      if program == "cat" { return nil }
      command = wish
    } else if isThere("less") {
      command = "less"
    } else {
      return nil
    }
  }

  /// Writes a text, through a pager if that is of use.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - style: how it looks.
  ///   - isThere: whether there is a program of a name.
  package static func write(_ text: String, _ style: Style, isThere: (String) -> Bool) {
    let environment = ProcessInfo.processInfo.environment
    if let rows = rowsOfTerminal, text.count(where: { $0 == "\n" }) >= rows, environment["TERM"] != "dumb",
      let pager = Pager(environment: environment, isThere: isThere)
    {
      pager.show(style.fitted(text))
    }
    style.write(text)
  }

  /// The lines of the terminal; nil if the text does not go to one, or no keys come from one.
  private static var rowsOfTerminal: Int? {
    var size = winsize()
    guard isatty(STDIN_FILENO) != 0, isatty(STDOUT_FILENO) != 0,
      ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0
    else { return nil }
    return Int(size.ws_row)
  }

  /// Puts the pager in the place of this program, so that it has the terminal and its keys for itself; returns only if
  /// that cannot be done.
  private func show(_ text: String) {
    guard let file = tmpfile() else { return }
    let bytes = Array(text.utf8)
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count, fflush(file) == 0 else {
      fclose(file)
      return
    }
    rewind(file)
    let keys = dup(STDIN_FILENO)
    dup2(fileno(file), STDIN_FILENO)
    // The colours' control sequences go through.
    setenv("LESS", "R", 0)
    // This program looks after signals itself; the pager must hear them again.
    let signals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE]
    for number in signals { signal(number, SIG_DFL) }
    let words: [String] = ["/bin/sh", "-c", command]
    execv("/bin/sh", words.map { strdup($0) } + [nil])
    for number in signals { signal(number, SIG_IGN) }
    dup2(keys, STDIN_FILENO)
    fclose(file)
  }
}
