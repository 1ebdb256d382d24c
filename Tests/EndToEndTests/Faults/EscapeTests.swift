import Course
import Engine
import Foundation
import Testing

extension ClassroomTests {
  /// How far the command's hold on what a lesson starts goes.
  @Suite("A process that a lesson starts", .serialized)
  struct EscapeTests {
    @Test("lives on only if it opened a session of its own, as no accident does")
    func session() throws {
      try Classroom.open(.solved) { classroom in
        // One such process, and one that a shell leaves behind.
        let body = """
            enum Once {
              static let start: Void = {
                for words in [["sh", "-c", "sleep \(ProcessTable.marker) &"], ["perl", "-e", "\(Self.escape)"]] {
                  let child = Process()
                  child.executableURL = URL(filePath: "/usr/bin/env")
                  child.arguments = words
                  child.standardOutput = FileHandle.nullDevice
                  try? child.run()
                }
                usleep(300_000)
              }()
            }
            Once.start
            return probabilities - labels
          """
        try classroom.plant(body, in: "4.1")
        let lesson = Course.neuralNetwork.lessons[3]
        let planted = try String(contentsOf: classroom.file(of: lesson), encoding: .utf8)
        try classroom.write("import Foundation\n" + planted, to: lesson)
        let result = try classroom.check("4.1")
        #expect(result.status == 0, "\(result.text)")
        let left = ProcessTable.lines(of: classroom)
        for line in left { line.split(separator: " ").first.flatMap { pid_t($0) }.map { _ = kill($0, SIGKILL) } }
        #expect(left.count == 1, "only the one with a session of its own: \(left)")
      }
    }

    /// Perl can open a session on Linux and on macOS alike.
    private static let escape = "use POSIX; fork and exit; POSIX::setsid(); exec '/bin/sleep', '\(ProcessTable.marker)'"
  }
}
