import Batteries
import Foundation
import Testing

extension ClassroomTests {
  /// Ctrl-C and `kill`: the command ends at once, and with it all that it started.
  @Suite("An interruption", .serialized)
  struct InterruptionTests {
    private static let signals = Battery.some(1, of: [SIGINT, SIGTERM, SIGHUP], turn: 0)

    @Test("ends the command and a host that hangs", arguments: Self.signals)
    func hangingHost(signal: Int32) throws {
      try Classroom.open(.solved) { classroom in
        try classroom.plant("  while true {}", in: "4.1")
        // Builds the host, so that the next command is soon at the call that hangs.
        _ = try classroom.check("lesson4")
        let command = Command(classroom.command.path, ["lesson4"], in: classroom.root)
        try interrupt(command, with: signal, in: classroom, when: "Lesson4Host")
      }
    }

    @Test("ends the command and a build", arguments: Self.signals)
    func build(signal: Int32) throws {
      try Classroom.open(.solved) { classroom in
        // What was built is away, so that building them takes long enough.
        classroom.forgetBuilds()
        let command = Command(classroom.command.path, ["--tree", "solutions", "lesson4"], in: classroom.root)
        try interrupt(command, with: signal, in: classroom, when: "swift-frontend")
      }
    }

    @Test("that kills the command outright leaves no host at work")
    func killed() throws {
      try Classroom.open(.solved) { classroom in
        try classroom.plant("  while true {}", in: "4.1")
        _ = try classroom.check("lesson4")
        let command = Command(classroom.command.path, ["lesson4"], in: classroom.root)
        try command.start()
        #expect(Waiting.until(20) { ProcessTable.lines(of: classroom).contains { $0.contains("Lesson4Host") } })
        kill(command.process.processIdentifier, SIGKILL)
        #expect(Waiting.until(2) { ProcessTable.lines(of: classroom).isEmpty }, "\(ProcessTable.lines(of: classroom))")
        _ = command.finish(limit: 5)
      }
    }

    /// Sends the signal as soon as a program of that name runs, and looks at what is left.
    private func interrupt(
      _ command: Command, with signal: Int32, in classroom: borrowing Classroom, when program: String
    ) throws {
      try command.start()
      let isBusy = Waiting.until(20) { ProcessTable.lines(of: classroom).contains { $0.contains(program) } }
      #expect(isBusy)
      let start = ContinuousClock.now
      kill(command.process.processIdentifier, signal)
      let result = command.finish(limit: 10)
      #expect(ContinuousClock.now - start < .seconds(3))
      #expect(result.status == 128 + signal)
      #expect(result.messages.contains("course-check was interrupted. Nothing of yours was changed."))
      #expect(result.output == "", "nothing is reported after an interruption")
      #expect(ProcessTable.lines(of: classroom) == [])
    }
  }
}

/// Waiting for something that another process does.
enum Waiting {
  /// Waits until the condition holds; false if that takes longer than so many seconds.
  static func until(_ seconds: Double, _ condition: () -> Bool) -> Bool {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < deadline {
      if condition() { return true }
      usleep(20_000)
    }
    return false
  }
}
