import Foundation
import LabKit
import Processes
import Running
import Terminal

/// Takes what the Lab says apart: results, progress, and what the student's code prints.
struct LabRelay {
  let style: Style
  /// What came on standard error: the student's prints, and a crash report at the end if there was one.
  private(set) var prints = HostOutput()
  /// How the Lab itself says that it ended; nil if it was not its own end.
  private(set) var ending: ExitCode?
  private var isLineOpen = false
  private var unread: [UInt8] = []

  /// What takes a line of progress away on a terminal, with the ^C that stands behind it; elsewhere lines are whole.
  static var lineStart: String { isatty(STDERR_FILENO) != 0 ? "\r\u{1B}[K" : "" }

  init(style: Style) {
    self.style = style
  }

  /// Relays until the Lab has closed its pipes.
  mutating func run(_ child: ChildProcess) {
    var open: Set = [child.output, child.messages]
    while !open.isEmpty {
      let ready = Descriptors.ready(reading: Array(open), until: .now + .seconds(1))
      // What the code started and left behind holds the pipes open; it goes with the Lab.
      if ready.isEmpty { _ = child.hasEnded }
      for stream in ready {
        let bytes = Descriptors.read(stream)
        if bytes.isEmpty {
          open.remove(stream)
        } else if stream == child.messages {
          prints.append(bytes)
        } else {
          unread += bytes
          for message in LabMessage.taken(from: &unread) { write(message) }
        }
      }
    }
    // Code that crashed leaves the line of progress as it was.
    if isLineOpen { Message.write(Self.lineStart) }
  }

  private mutating func write(_ message: LabMessage) {
    switch message.kind {
    case .result: style.write(message.text)
    case .progress, .failure:
      Message.write(style.isASCII ? Style.ascii(message.text) : message.text)
      isLineOpen = !message.text.hasSuffix("\n") && !message.text.hasSuffix("\u{1B}[K")
    case .end: ending = .allPass
    }
    if message.kind == .failure { ending = .wrongUsage }
  }
}
