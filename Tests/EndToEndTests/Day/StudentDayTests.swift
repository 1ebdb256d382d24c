import Batteries
import Course
import Engine
import Foundation
import Testing

@testable import Building
@testable import Processes
@testable import Terminal

extension ClassroomTests {
  /// All that a student does in a day, whoever built the command, and whatever else lies in its cache.
  @Suite("A day", .serialized)
  struct StudentDayTests {
    @Test("is the same with a cache from another processor, of which nothing is run", .longTest(part: 1))
    func otherProcessor() throws {
      try Classroom.open(.solved) { classroom in
        let other = try #require(
          Processor.allCases.first { $0 != .current && (try? Processor.chosen([Processor.variable: $0.name])) != nil })
        let training = ["train", "--data", "xor", "--epochs", "2"]
        let environment = [Processor.variable: other.name]
        _ = try Command(classroom.command.path, training, in: classroom.root, environment: environment).run(limit: 1500)
        let name = "lab-\(other.name)-Lab.program-"
        let foreign = try #require(classroom.made.first { $0.hasPrefix(name) })
        // Whoever ran this one would see it.
        let program = classroom.cache.appending(path: "made/\(foreign)/Lab")
        let size = try Data(contentsOf: program).count
        let trap = "#!/bin/sh\necho 'the program of another processor' >&2\nkill -ILL $$\n#"
        try Data((trap + String(repeating: ".", count: size - trap.utf8.count)).utf8).write(to: program)
        try StudentDay(command: [classroom.command.path], root: classroom.root).run()
        let result = try Command(classroom.command.path, training, in: classroom.root, environment: environment)
          .run(limit: 1500)
        #expect(result.text.contains("the program of another processor"), "it was in the way all the time")
        try FileManager.default.removeItem(at: program.deletingLastPathComponent())
      }
    }

    @Test("says in a sentence that a program for another processor is asked for")
    func foreignProcessor() throws {
      try Classroom.open(.solved) { classroom in
        let result = try classroom.check("train", "--epochs", "1", environment: [Processor.variable: "z80"])
        #expect(result.status == 4)
        #expect(
          result.messages.contains("COURSE_PROCESSOR is 'z80', but this computer's processor can run programs for"))
      }
    }

    @Test(
      "is the same whichever build system builds the command, and with a `swift` that chooses one",
      .enabled(if: Battery.extent == .all, "it builds the whole kit twice"), arguments: ["native", "swiftbuild"])
    func buildSystems(system: String) throws {
      try Classroom.open(.solved) { classroom in
        let root = classroom.root.appending(path: ".build/\(system)")
        defer { try? FileManager.default.removeItem(at: root) }
        try classroom.copy(to: root)
        let scratch = root.appending(path: "a folder for builds").path
        let words = ["swift", "run", "--build-system", system, "--scratch-path", scratch, "course-check"]
        try StudentDay(command: ["/usr/bin/env"] + words, root: root, limit: 900).run()
        // A toolchain whose default it is: here a program of that name that adds the option.
        let swift = try #require(Program.path(of: "swift"))
        // SwiftPM takes the first `swift` in PATH for its toolchain's, so this one is in the way only until it is called.
        let wrapper = try PlantedProgram(
          "swift",
          script: "name=$1\nshift\n"
            + "PATH='\(PlantedProgram.searched)' exec '\(swift)' \"$name\" --build-system \(system) \"$@\"")
        let wrapped = [wrapper.path, "run", "--scratch-path", scratch, "course-check"]
        try StudentDay(command: wrapped, root: root, environment: wrapper.environment, limit: 900).run()
      }
    }
  }
}

/// A student's commands, one after the other, in a checkout in which every lesson is solved.
struct StudentDay {
  /// What is typed before course-check's own words.
  let command: [String]
  let root: URL
  var environment: [String: String] = [:]
  var limit = 300.0

  func run() throws {
    let lesson = Course.neuralNetwork.lessons[3]
    let file = root.appending(path: "Lessons/\(lesson.file)")
    let solution = try String(contentsOf: file, encoding: .utf8)
    try expect(["lesson4"], 0, "Lesson 4 is done.")
    try Data(solution.replacing("// BEGIN SOLUTION 4.1 outputDelta\n", with: "fatalError(\"oh\")\n").utf8).write(
      to: file)
    try expect(["lesson4"], 1, "outputDelta stopped: oh.\n        at Lessons/")
    try expect(["lesson5", "--isolate"], 0, "Every check passes.")
    try expect(["--tree", "solutions", "lesson4"], 0, "Every check passes.")
    try expect(["watch", "4"], nil, "outputDelta stopped: oh.", isWatch: true)
    try Data(solution.utf8).write(to: file)
    try expect(["train", "--data", "xor", "--epochs", "20"], 0, "loss")
    let page = root.appending(path: "day.html")
    try? FileManager.default.removeItem(at: page)
    let count = Course.neuralNetwork.lessons.flatMap(\.exercises).count
    try expect(["playground", "--no-open", "--out", page.path], 0, "\(count) of \(count) exercises pass their checks")
    #expect(try Data(contentsOf: page).count > 100_000)
    try expect(["doctor"], 0, "All is well.")
  }

  private func expect(_ words: [String], _ status: Int32?, _ text: String, isWatch: Bool = false) throws {
    let all = command + words
    let process = Command(all[0], Array(all.dropFirst()), in: root, environment: environment)
    try process.start()
    if isWatch {
      let isShown = { process.output.contains("watching. Ctrl-C ends it.") }
      #expect(Waiting.until(limit) { isShown() || !process.process.isRunning } && isShown(), "\(process.messages)")
      kill(process.process.processIdentifier, SIGINT)
    }
    let result = process.finish(limit: limit)
    #expect(status == nil || result.status == status, "\(all): \(result.text)")
    #expect(result.text.contains(text), "\(all): \(result.text)")
  }
}
