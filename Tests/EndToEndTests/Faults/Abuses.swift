extension Fault {
  /// Code that meddles with its process.
  static let abuses: [Fault] = [
    Fault(name: "import Foundation and nothing else", status: 0, says: ["checks pass"], form: .before("")),
    Fault(
      name: "exit(0)", says: ["NAME ended the whole program with exit status 0: return a result instead."],
      lines: [" exit(0)"], form: .before("exit(0)")),
    Fault(
      name: "_exit(0)", says: ["NAME ended the whole program with exit status 0: return a result instead."],
      lines: ["_exit(0)"], isVariant: true, form: .before("_exit(0)")),
    Fault(
      name: "abort()", says: ["NAME stopped: it called abort"], lines: ["abort()"], form: .before("abort()")),
    Fault(
      name: "a child process that is left running", status: 0, says: ["checks pass"], form: .before(once(startingChild))
    ),
    Fault(
      name: "a child process and then a trap", says: ["NAME stopped: orphaned."], lines: ["fatalError(\"orphaned"],
      isVariant: true, form: .before(startingChild + "\nfatalError(\"orphaned\")")),
    Fault(
      name: "a thread that is left spinning", status: 0, says: ["checks pass"],
      form: .before(once("Thread.detachNewThread { for _ in 0... {} }"))),
    Fault(
      name: "closing standard input, output and error", status: 0, says: ["checks pass"],
      form: .before("for stream: Int32 in 0...2 { close(stream) }")),
    Fault(
      name: "closing every file", says: ["NAME stopped at a trap"], isVariant: true,
      form: .before("for file: Int32 in 0...200 { close(file) }")),
    Fault(
      name: "writing replies of its own",
      says: ["NAME wrote into the connection to course-check, where only results belong."],
      form: .before(
        """
        // A reply with no bytes, as the connection of an earlier kit would have taken it, three times over.
        let forged = [UInt8](repeating: 0, count: 48)
        for file: Int32 in 100...110 { _ = forged.withUnsafeBytes { write(file, $0.baseAddress, 48) } }
        """)),
    Fault(
      name: "ignoring SIGQUIT, SIGTERM and SIGINT in an endless loop", says: ["NAME was still running after 5 seconds"],
      lines: ["while getpid() > 0 {"], isVariant: true,
      form: .before(
        "[SIGQUIT, SIGTERM, SIGINT].forEach { signal($0, SIG_IGN) }\nwhile getpid() > 0 {}")),
    Fault(
      name: "stopping itself with SIGSTOP", says: ["NAME was still running after 5 seconds"], isVariant: true,
      form: .before("raise(SIGSTOP)")),
    Fault(
      name: "ending the process that started it", status: 0, says: ["checks pass"],
      form: .before("kill(getppid(), SIGTERM)")),
    Fault(
      name: "killing the process that started it", says: ["NAME was ended by signal 9."], isVariant: true,
      form: .before(once("kill(getppid(), SIGKILL)\nwhile getpid() > 0 {}"))),
    Fault(
      name: "ending all processes of its group", says: ["NAME was ended by signal 15."],
      form: .before("kill(0, SIGTERM)")),
    Fault(
      name: "killing itself", says: ["NAME was ended by signal 9."], isVariant: true, form: .before("raise(SIGKILL)")),
  ]

  /// Statements that happen in the first call only: some functions are called thousands of times.
  static func once(_ statements: String) -> String {
    "if getenv(\"PLANTED_ONCE\") == nil {\n  setenv(\"PLANTED_ONCE\", \"1\", 1)\n\(statements)\n}"
  }

  private static let startingChild = """
    let child = Process()
    child.executableURL = URL(filePath: "/bin/sleep")
    child.arguments = ["\(ProcessTable.marker)"]
    try? child.run()
    """
}
