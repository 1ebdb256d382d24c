import Course
import Engine
import Foundation
import Testing

extension BuiltCopyTests {
  /// Faults for which SwiftPM itself might stop before the command is started.
  @Suite("swift run course-check", .serialized)
  struct SwiftRunTests {
    @Test("reports a lesson whose folder has been deleted")
    func folder() throws {
      try inSolvedCopy { root in
        try FileManager.default.removeItem(at: root.appending(path: "Lessons/\(Self.backward.folder)"))
        let result = try run("lesson4", in: root)
        #expect(result.status == 3, "\(result.text)")
        #expect(result.output.contains("The folder Lessons/Lesson4-Backward is missing. Get it back with: git restore"))
        #expect(try run("lesson3", in: root).status == 0)
      }
    }

    @Test("reports a lesson whose file has been deleted")
    func file() throws {
      try inSolvedCopy { root in
        try FileManager.default.removeItem(at: root.appending(path: "Lessons/\(Self.backward.file)"))
        let result = try run("lesson4", in: root)
        #expect(result.status == 3, "\(result.text)")
        #expect(result.output.contains("The file Lessons/Lesson4-Backward/Backward.swift is missing."))
        #expect(try run("lesson3", in: root).status == 0)
      }
    }

    @Test("checks a lesson while another one does not compile")
    func otherLesson() throws {
      try inSolvedCopy { root in
        let other = root.appending(path: "Lessons/\(Course.neuralNetwork.lessons[1].file)")
        let text = try String(contentsOf: other, encoding: .utf8)
        try Data((text + "let = 5\n").utf8).write(to: other)
        #expect(try run("lesson4", in: root).status == 0)
        #expect(try run("lesson2", in: root).status == 3)
        let all = try run(nil, in: root)
        #expect(all.status == 3)
        #expect(all.output.contains("Next: fix lesson 2, then run: swift run course-check lesson2"))
      }
    }

    private static let backward = Course.neuralNetwork.lessons[3]

    private func inSolvedCopy(_ test: (URL) throws -> Void) throws {
      try BuiltCopy.open { root in
        for lesson in Course.neuralNetwork.lessons {
          let solution = try Data(contentsOf: root.appending(path: "Solutions/\(lesson.file)"))
          try solution.write(to: root.appending(path: "Lessons/\(lesson.file)"))
        }
        try test(root)
      }
    }

    private func run(_ word: String?, in root: URL) throws -> Command.Outcome {
      let words = ["swift", "run", "course-check"] + (word.map { [$0] } ?? [])
      return try Command("/usr/bin/env", words, in: root).run(limit: 1500)
    }
  }
}
