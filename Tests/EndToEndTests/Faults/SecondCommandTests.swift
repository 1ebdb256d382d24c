import Batteries
import Course
import Engine
import Foundation
import Testing

extension ClassroomTests {
  /// Two commands in the same checkout: their builds must not get into each other.
  @Suite("A second command", .serialized, .enabled(if: Battery.isLong))
  struct SecondCommandTests {
    @Test("says that it waits for the first one, and then does its work")
    func waiting() throws {
      try Classroom.open(.solved) { classroom in
        try classroom.plant("  while true {}", in: "4.1")
        let first = Command(classroom.command.path, ["lesson4"], in: classroom.root)
        try first.start()
        let folder = classroom.root.path
        let isBusy = Waiting.until(20) {
          ProcessTable.lines().contains { $0.contains(folder) && $0.contains("Lesson4Host") }
        }
        #expect(isBusy)
        let second = try classroom.check("lesson2")
        let number = first.process.processIdentifier
        #expect(!first.process.isRunning)
        #expect(
          second.messages.contains(
            "Another course-check is at work in this folder (process \(number)); waiting for it. Ctrl-C stops waiting.")
        )
        #expect(second.status == 0)
        #expect(second.output.contains("Lesson 2 is done."))
        #expect(first.finish(limit: 10).status == 1)
      }
    }

    @Test("can be interrupted while it waits")
    func interruption() throws {
      try Classroom.open(.solved) { classroom in
        let lock = classroom.products.appending(path: "course-check/lock")
        let descriptor = open(lock.path, O_RDWR | O_CREAT, 0o644)
        defer { close(descriptor) }
        #expect(flock(descriptor, LOCK_EX) == 0)
        let command = Command(classroom.command.path, ["lesson2"], in: classroom.root)
        try command.start()
        usleep(500_000)
        #expect(command.process.isRunning)
        kill(command.process.processIdentifier, SIGINT)
        let result = command.finish(limit: 3)
        #expect(result.status == 130)
        #expect(result.messages.contains("Another course-check is at work in this folder"))
      }
    }
  }
}
