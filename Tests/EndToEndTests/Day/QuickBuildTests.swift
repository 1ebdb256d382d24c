import Batteries
import Course
import CourseKit
import Engine
import Foundation
import Testing

extension ClassroomTests {
  /// After an edit, only the lesson is compiled: what comes out must be what `swift build` would have made.
  @Suite("A quick build", .serialized)
  struct QuickBuildTests {
    @Test("leaves SwiftPM's program as it is, and the verdict is of the code that stands there now")
    func edits() throws {
      try Classroom.open(.solved) { classroom in
        let old = try beginning(in: classroom)
        for word in ["one", "two", "one"] {
          try classroom.plant("  fatalError(\"\(word)\")", in: "4.1")
          #expect(try classroom.check("4.1").output.contains("outputDelta stopped: \(word).\n        at Lessons/"))
          #expect(old != quick("Lesson4Host", in: classroom))
          #expect(whole("Lesson4Host", in: classroom) == old)
        }
        try classroom.solveAll()
        #expect(try classroom.check("4.1").status == 0)
        #expect(whole("Lesson4Host", in: classroom) == old)
      }
    }

    @Test("takes an edit of a lesson below into the lessons above")
    func lessonBelow() throws {
      try Classroom.open(.solved) { classroom in
        try write("first", number: 1, in: classroom)
        #expect(try classroom.check("4.1").output.contains("outputDelta stopped: first 1."))
        let old = whole("Lesson4Host", in: classroom)
        for (word, number) in [("first", 2), ("second", 3), ("third", 1)] {
          try write(word, number: number, in: classroom)
          #expect(try classroom.check("4.1").output.contains("outputDelta stopped: \(word) \(number)."))
        }
        #expect(whole("Lesson4Host", in: classroom) == old)
      }
    }

    @Test("says of code that does not compile just what swift build says")
    func errors() throws {
      try Classroom.open(.solved) { classroom in
        let old = try beginning(in: classroom)
        try classroom.plant("  let delta = probabilites - labels\n  return delta + \"x\"", in: "4.1")
        let result = try classroom.check("lesson4")
        #expect(result.status == 3)
        #expect(result.output.contains("Backward.swift:16:15: error: cannot find 'probabilites' in scope"))
        #expect(quick("Lesson4Host", in: classroom) == nil)
        #expect(whole("Lesson4Host", in: classroom) == old)
        try FileManager.default.removeItem(at: folder(in: classroom))
        #expect(try classroom.check("lesson4").output == result.output)
      }
    }

    @Test("is not taken where other files were compiled with something else: a struct without the new property")
    func declaration() throws {
      try Classroom.open(.solved) { classroom in
        let lesson = Course.neuralNetwork.lessons[6]
        _ = try beginning(with: lesson, in: classroom)
        let text = try classroom.solution(of: lesson)
        let property = "  public var bestEpoch: Int?\n"
        try classroom.write(text.replacing(property, with: "  private var notes = [1.0]\n" + property), to: lesson)
        let result = try classroom.check("lesson7")
        #expect(result.status == 0, "\(result.text)")
      }
    }

    @Test(
      "and edits, undone edits and builds by hand in any order: the verdict is of the code that stands there now",
      .enabled(if: Battery.isLong))
    func anyOrder() throws {
      try Classroom.open(.solved) { classroom in
        var random = SeededGenerator(seed: 4)
        var (word, number, helper) = (0, 0, 0)
        var history: [String] = []
        for _ in 0..<40 {
          switch Int.random(in: 0..<9, using: &random) {
          case 0, 1, 2: word = .random(in: 0..<3, using: &random)
          case 3, 4, 5: number = .random(in: 0..<3, using: &random)
          case 6: helper = .random(in: 0..<3, using: &random)
          default:
            history.append("swift build")
            let words = [
              "swift", "build", "--product", "Lesson\([1, 3, 4].randomElement(using: &random) ?? 4)Host",
              "--scratch-path", classroom.products.path,
            ]
            #expect(try Command("/usr/bin/env", words, in: classroom.root).run(limit: 120).status == 0)
          }
          history.append("\(word) \(number) \(helper)")
          try write("\(word)", number: number, in: classroom)
          let (file, text) = (
            classroom.file(of: Course.neuralNetwork.lessons[3]), "\nprivate func helper\(helper)() {}\n"
          )
          try Data((try String(contentsOf: file, encoding: .utf8) + text).utf8).write(to: file)
          // Some edits are checked together with the next ones.
          guard Bool.random(using: &random) else { continue }
          let result = try classroom.check("4.1")
          #expect(result.output.contains("outputDelta stopped: \(word) \(number)."), "\(history): \(result.text)")
        }
      }
    }

    /// Lets 4.1 stop with a word and a number, and the number comes from lesson 1.
    private func write(_ word: String, number: Int, in classroom: borrowing Classroom) throws {
      let below = Course.neuralNetwork.lessons[0]
      try classroom.write(
        classroom.solution(of: below) + "\npublic func number() -> Int { \(number) }\n", to: below)
      try classroom.plant("  fatalError(\"\(word) \\(number())\")", in: "4.1")
    }

    /// Has a lesson built by SwiftPM, and returns when its host was made.
    private func beginning(
      with lesson: Lesson = Course.neuralNetwork.lessons[3], in classroom: borrowing Classroom
    ) throws -> Date? {
      try? FileManager.default.removeItem(at: folder(in: classroom))
      let stamp = classroom.products.appending(path: "course-check/\(lesson.host).stamp")
      try? FileManager.default.removeItem(at: stamp)
      #expect(try classroom.check(lesson.exercises[0].id.description).status == 0)
      return whole(lesson.host, in: classroom)
    }

    private func folder(in classroom: borrowing Classroom) -> URL {
      classroom.products.appending(path: "course-check/quick")
    }

    /// When SwiftPM made a host.
    private func whole(_ host: String, in classroom: borrowing Classroom) -> Date? {
      time(of: classroom.products.appending(path: "debug/\(host)"))
    }

    /// When a host was made in the quick way; nil if it was not.
    private func quick(_ host: String, in classroom: borrowing Classroom) -> Date? {
      time(of: folder(in: classroom).appending(path: "\(host)/\(host)"))
    }

    private func time(of file: URL) -> Date? {
      try? FileManager.default.attributesOfItem(atPath: file.path)[.modificationDate] as? Date
    }
  }
}
