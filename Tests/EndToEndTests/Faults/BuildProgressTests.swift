import Foundation
import Testing

extension ClassroomTests {
  /// The first build takes a while, and shows that it is alive.
  @Suite("The first build", .serialized, .longTest(part: 1))
  struct BuildProgressTests {
    private static let words = ["--tree", "solutions", "lesson1"]

    @Test("says in a pipe what it is doing, line by line, beside the report")
    func pipe() throws {
      try Classroom.open(.solved) { classroom in
        classroom.forgetBuilds()
        let result = try Command(classroom.command.path, Self.words, in: classroom.root).run(limit: 120)
        #expect(result.status == 0)
        #expect(result.messages.hasPrefix("Building lesson 1 (the first time takes longest) … 1 s"))
        #expect(!result.text.contains("\r") && !result.text.contains("\u{1B}"), "nothing is rewritten")
        #expect(!result.output.contains("Building"))
      }
    }

    @Test(
      "rewrites one line on a terminal, and takes it away",
      .enabled(if: Terminal.isPossible, "a terminal is made by the tool script, which is not here"))
    func terminal() throws {
      try Classroom.open(.solved) { classroom in
        classroom.forgetBuilds()
        let result = try Terminal.command(classroom.command.path, Self.words, in: classroom.root).run(limit: 120)
        let shown = result.text.components(separatedBy: "\r\u{1B}[K").filter { $0.hasPrefix("Building lesson 1") }
        #expect(shown.count > 2, "\(result.text)")
        #expect(Set(shown).count > 2, "each is another second or another step")
        #expect(shown.allSatisfy { !$0.contains("\n") && $0.count <= 100 })
        #expect(result.text.contains("\r\u{1B}[K\u{1B}[1mLesson 1"), "the line is gone when the report begins")
      }
    }
  }
}

/// A terminal for a program, made by the tool `script`.
enum Terminal {
  static var isPossible: Bool { FileManager.default.isExecutableFile(atPath: "/usr/bin/script") }

  static func command(_ program: String, _ words: [String], in folder: URL) -> Command {
    #if os(macOS)
      let arguments = ["-q", "/dev/null", program] + words
    #else
      let line = ([program] + words).map { "'\($0)'" }.joined(separator: " ")
      let arguments = ["-q", "-e", "-c", line, "/dev/null"]
    #endif
    return Command("/usr/bin/script", arguments, in: folder, environment: ["TERM": "xterm", "NO_COLOR": ""])
  }
}
