import Batteries
import Course
import Engine
import Foundation
import Testing

@testable import Building

extension ClassroomTests {
  /// `playground` as a student runs it, without a look at the page.
  @Suite("The playground's command", .serialized)
  struct PlaygroundCommandTests {
    @Test("names an import that a browser cannot have, with file and line, before anything is built")
    func foundation() throws {
      try Classroom.open(.stubs) { classroom in
        let lesson = Course.neuralNetwork.lessons[2]
        let text = try String(contentsOf: classroom.file(of: lesson), encoding: .utf8)
        try classroom.write(text.replacing("import CourseKit", with: "import CourseKit\nimport Foundation"), to: lesson)
        let result = try classroom.check("playground")
        #expect(result.status == 3)
        let line = text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex(of: "import CourseKit") ?? 0
        #expect(
          result.text.contains(
            "Lessons/Lesson3-Forward/Forward.swift:\(line + 2): `import Foundation` is not possible in a browser.\n"))
        #expect(result.seconds < (Battery.isQuiet ? 3 : 10), "nothing is built")
        #expect(!FileManager.default.fileExists(atPath: classroom.page.path))
      }
    }

    @Test("says in one sentence which toolchain can compile for a browser, and leaves nothing half-written")
    func withoutTarget() throws {
      try Classroom.open(.stubs) { classroom in
        // As Xcode's toolchain: it answers, and its resources hold no embedded standard library.
        let program = try PlantedProgram(
          "swiftc", script: "echo '{\"paths\": {\"runtimeResourcePath\": \"\(classroom.root.path)\"}}'")
        let result = try classroom.check("playground", environment: program.environment)
        #expect(result.status == 4)
        #expect(
          result.messages.hasPrefix(
            "The Swift toolchain of \(program.path) cannot compile for WebAssembly (Xcode's cannot); the one from "
          ))
        #expect(result.messages.contains("`export TOOLCHAINS=swift` on macOS"))
        #expect(result.messages.split(separator: "\n").count == 1)
        #expect(!FileManager.default.fileExists(atPath: classroom.page.path))
      }
    }

    @Test("makes a page of stubs, too, and tells which exercises are open", WebToolchain.isPresent)
    func stubs() throws {
      try Classroom.open(.stubs) { classroom in
        let result = try classroom.check("playground")
        #expect(result.status == 0, "\(result.text)")
        let count = Course.neuralNetwork.exercises.count
        // Part two counts once it is begun.
        let partOne = Course.neuralNetwork.lessons.filter { $0.part == 1 }.flatMap(\.exercises).count
        #expect(
          result.output.contains("Playground: \(classroom.page.path)\n0 of \(partOne) exercises pass their checks"))
        #expect(result.output.contains("Open it in a browser: file://"))
        let page = try String(contentsOf: classroom.page, encoding: .utf8)
        #expect(page.components(separatedBy: "\"state\":\"open\"").count == count + 1)
        let again = try classroom.check("playground")
        #expect(!again.output.contains("was there before"), "a page of the kit's own is replaced")
      }
    }

    @Test("never overwrites a file that is none of its pages", WebToolchain.isPresent)
    func foreign() throws {
      try Classroom.open(.stubs) { classroom in
        try Data("my notes".utf8).write(to: classroom.page)
        let result = try classroom.check("playground")
        let kept = try #require(result.output.firstMatch(of: /was there before: it is kept as (.*)\n/)?.1)
        defer { try? FileManager.default.removeItem(atPath: String(kept)) }
        #expect(try String(contentsOfFile: String(kept), encoding: .utf8) == "my notes")
        #expect(try String(contentsOf: classroom.page, encoding: .utf8).contains("<!doctype html>"))
      }
    }

    @Test(
      "names code that compiles for this computer but not for a browser, and keeps the last page",
      WebToolchain.isPresent,
      .enabled(if: Battery.isLong, "it needs a host"))
    func tooLarge() throws {
      try Classroom.open(.stubs) { classroom in
        #expect(try classroom.check("playground").status == 0)
        let before = try Data(contentsOf: classroom.page)
        try classroom.plant(
          """
          let counts: [any BinaryInteger] = layerSizes
          return counts.count
          """, in: "2.1")
        let result = try classroom.check("playground")
        #expect(result.status == 3, "\(result.text)")
        #expect(
          result.messages.contains("Lesson 2 does not compile for a browser. See whether it does for this computer: "))
        #expect(result.messages.contains("Lessons/Lesson2-HeInit/HeInit.swift:"))
        #expect(try Data(contentsOf: classroom.page) == before)
      }
    }
  }
}

extension Classroom {
  /// Where `playground` puts its page.
  fileprivate var page: URL { root.appending(path: "playground.html") }
}
