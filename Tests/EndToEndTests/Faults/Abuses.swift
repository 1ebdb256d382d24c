import Foundation

extension Fault {
  /// Code that meddles with its process.
  static let abuses: [Fault] = [
    Fault(
      name: "exit(0)", says: ["NAME ended the whole program with exit status 0: return a result instead."],
      lines: ["  exit(0)"], plant: statements("  exit(0)", importing: "Foundation")),
    Fault(
      name: "_exit(0)", says: ["NAME ended the whole program with exit status 0: return a result instead."],
      lines: ["  _exit(0)"], isVariant: true, plant: statements("  _exit(0)", importing: "Foundation")),
    Fault(
      name: "abort()", says: ["NAME stopped: it called abort"], lines: ["  abort()"],
      plant: statements("  abort()", importing: "Foundation")),
    Fault(
      name: "a child process that is left running", status: 0, says: ["checks pass"],
      plant: statements(
        """
          let child = Process()
          child.executableURL = URL(filePath: "/bin/sleep")
          child.arguments = ["\(ProcessTable.marker)"]
          try? child.run()
        """, importing: "Foundation")),
    Fault(
      name: "a child process and then a trap", says: ["NAME stopped: stop."], lines: ["  fatalError("], isVariant: true,
      plant: statements(
        """
          let child = Process()
          child.executableURL = URL(filePath: "/bin/sleep")
          child.arguments = ["\(ProcessTable.marker)"]
          try? child.run()
          fatalError("stop")
        """, importing: "Foundation")),
    Fault(
      name: "a thread that is left spinning", status: 0, says: ["checks pass"],
      plant: statements(
        "  enum Once { static let thread: Void = Thread.detachNewThread { while true {} } }\n  Once.thread",
        importing: "Foundation")),
    Fault(
      name: "closing standard input, output and error", status: 0, says: ["checks pass"],
      plant: statements("  for stream: Int32 in 0...2 { close(stream) }", importing: "Foundation")),
    Fault(
      name: "closing every file", says: ["NAME stopped at a trap"], isVariant: true,
      plant: statements("  for file: Int32 in 0...200 { close(file) }", importing: "Foundation")),
    Fault(
      name: "writing replies of its own",
      says: ["NAME wrote into the connection to course-check, where only results belong."],
      plant: statements(
        """
          // A reply with no bytes, as the connection of an earlier kit would have taken it, three times over.
          let forged = [UInt8](repeating: 0, count: 48)
          for file: Int32 in 100...110 { _ = forged.withUnsafeBytes { write(file, $0.baseAddress, 48) } }
        """, importing: "Foundation")),
    Fault(
      name: "ignoring SIGQUIT, SIGTERM and SIGINT in an endless loop", says: ["NAME was still running after 5 seconds"],
      lines: ["  while true {", "    if getpid()"], isVariant: true,
      plant: statements(
        "  [SIGQUIT, SIGTERM, SIGINT].forEach { signal($0, SIG_IGN) }\n"
          + "  while true {\n    if getpid() == 0 { break }\n  }", importing: "Foundation")),
    Fault(
      name: "stopping itself with SIGSTOP", says: ["NAME was still running after 5 seconds"], isVariant: true,
      plant: statements("  raise(SIGSTOP)", importing: "Foundation")),
    Fault(
      name: "killing itself", says: ["NAME was ended by signal 9."], isVariant: true,
      plant: statements("  raise(SIGKILL)", importing: "Foundation")),
  ]
}
