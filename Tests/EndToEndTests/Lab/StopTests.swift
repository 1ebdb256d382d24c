import Batteries
import Foundation
import Testing

extension ClassroomTests {
  /// Ctrl-C in the middle of a training.
  @Suite("Ctrl-C while training", .serialized, .enabled(if: Battery.isLong, "the Lab is built first"))
  struct StopTests {
    @Test("stops after the epoch, and keeps the model and the pictures")
    func once() throws {
      try Classroom.open(.stubs) { classroom in
        let work = try LabWork(in: classroom)
        let command = classroom.labCommand([
          "train", "--epochs", "1000000", "--save", "lab-work/m.json", "--out", "lab-work/figures",
        ])
        try command.start()
        let hasBegun = Waiting.until(600) { command.messages.contains("epoch       1/1000000") }
        #expect(hasBegun, "\(command.messages)")
        kill(command.process.processIdentifier, SIGINT)
        let result = command.finish(limit: 20)
        #expect(result.status == 0, "\(result.text)")
        #expect(
          result.messages.contains("Stopping after this epoch. Ctrl-C again ends at once, without a result.\n"))
        #expect(result.output.firstMatch(of: /Stopped after epoch [0-9]+; what was learned so far is kept\.\n/) != nil)
        #expect(work.files == ["figures/train-boundary.svg", "figures/train-curves.svg", "m.json"])
        #expect(ProcessTable.lines(of: classroom) == [])
      }
    }

    @Test("ends at once the second time, and leaves nothing behind")
    func twice() throws {
      try Classroom.open(.stubs) { classroom in
        let work = try LabWork(in: classroom)
        // One epoch of so many examples takes far longer than the test waits.
        let words = ["train", "--samples", "2000000", "--batch", "1", "--out", "lab-work"]
        try interruptTwice(classroom.labCommand(words), in: classroom)
        #expect(work.files == [])
      }
    }

    @Test("ends an endless loop the second time")
    func endlessLoop() throws {
      try Classroom.open(.solved) { classroom in
        try classroom.plant("  while true {}", in: "5.3")
        try interruptTwice(classroom.labCommand(["train", "--out", "lab-work"], tree: "lessons"), in: classroom)
      }
    }

    private func interruptTwice(_ command: Command, in classroom: borrowing Classroom) throws {
      try command.start()
      let folder = classroom.root.path
      let hasBegun = Waiting.until(600) {
        ProcessTable.lines().contains { $0.contains(folder) && $0.contains("/Lab {") }
      }
      #expect(hasBegun, "\(command.messages)")
      // Until the program has taken note of the signal's meaning.
      usleep(500_000)
      kill(command.process.processIdentifier, SIGINT)
      let isAnnounced = Waiting.until(10) { command.messages.contains("Ctrl-C again ends at once") }
      #expect(isAnnounced)
      usleep(500_000)
      #expect(command.process.isRunning)
      let start = ContinuousClock.now
      kill(command.process.processIdentifier, SIGINT)
      let result = command.finish(limit: 10)
      #expect(ContinuousClock.now - start < .seconds(3))
      #expect(result.status == 130)
      #expect(result.messages.hasSuffix("course-check was interrupted. Nothing of yours was changed.\n"))
      #expect(!result.output.contains("Picture"))
      #expect(ProcessTable.lines(of: classroom) == [])
    }
  }
}
