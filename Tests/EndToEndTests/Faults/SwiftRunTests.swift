import Batteries
import Course
import Engine
import Foundation
import Testing

extension ClassroomTests {
  /// Faults for which SwiftPM itself might stop before the command is started.
  @Suite("swift run course-check", .serialized, .enabled(if: Battery.isLong))
  struct SwiftRunTests {
    @Test("reports a lesson whose folder has been deleted")
    func folder() throws {
      try Classroom.open(.solved) { classroom in
        let folder = classroom.file(of: Course.neuralNetwork.lessons[3]).deletingLastPathComponent()
        try FileManager.default.removeItem(at: folder)
        let result = try run("lesson4", in: classroom)
        #expect(result.status == 3, "\(result.text)")
        #expect(result.output.contains("The folder Lessons/Lesson4-Backward is missing. Get it back with: git restore"))
        #expect(try run("lesson3", in: classroom).status == 0)
      }
    }

    @Test("reports a lesson whose file has been deleted")
    func file() throws {
      try Classroom.open(.solved) { classroom in
        try FileManager.default.removeItem(at: classroom.file(of: Course.neuralNetwork.lessons[3]))
        let result = try run("lesson4", in: classroom)
        #expect(result.status == 3, "\(result.text)")
        #expect(result.output.contains("The file Lessons/Lesson4-Backward/Backward.swift is missing."))
        #expect(try run("lesson3", in: classroom).status == 0)
      }
    }

    @Test("checks a lesson while another one does not compile")
    func otherLesson() throws {
      try Classroom.open(.solved) { classroom in
        let other = Course.neuralNetwork.lessons[1]
        try classroom.write(try classroom.solution(of: other) + "let = 5\n", to: other)
        #expect(try run("lesson4", in: classroom).status == 0)
        #expect(try run("lesson2", in: classroom).status == 3)
        let all = try run(nil, in: classroom)
        #expect(all.status == 3)
        #expect(all.output.contains("Next: mend lesson 2, then run: swift run course-check lesson2"))
      }
    }

    private func run(_ word: String?, in classroom: borrowing Classroom) throws -> Command.Outcome {
      let words = ["swift", "run", "course-check"] + (word.map { [$0] } ?? [])
      return try Command("/usr/bin/env", words, in: classroom.root).run(limit: 600)
    }
  }
}
