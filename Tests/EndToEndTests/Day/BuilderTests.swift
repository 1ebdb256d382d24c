import Batteries
import Course
import CourseKit
import Engine
import Foundation
import Testing

@testable import Building
@testable import CourseFiles

extension ClassroomTests {
  /// What is compiled again and what is not: the verdict is always of the code that stands there now.
  @Suite("The builder", .serialized)
  struct BuilderTests {
    private static let backward = Course.neuralNetwork.lessons[3]

    @Test("compiles the lesson that was edited and nothing else, and nothing for an edit that is undone")
    func edits() throws {
      try Classroom.open(.solved) { classroom in
        // No other run has seen this word.
        let word = "w\(UInt64.random(in: 0 ... .max))"
        _ = try classroom.check("lesson4")
        let before = classroom.made
        try classroom.plant("  fatalError(\"\(word)\")", in: "4.1")
        #expect(try classroom.check("4.1").output.contains("outputDelta stopped: \(word).\n        at Lessons/"))
        let new = classroom.made.subtracting(before)
        #expect(Set(new.map { $0.dropLast(17) }) == ["host-Backward", "host-Lesson4Host.program"])
        try classroom.solveAll()
        #expect(try classroom.check("lesson4").status == 0)
        try classroom.plant("  fatalError(\"\(word)\")", in: "4.1")
        #expect(try classroom.check("4.1").output.contains("outputDelta stopped: \(word)."))
        // Nothing is new; what is too old may have gone.
        #expect(classroom.made.isSubset(of: before.union(new)))
      }
    }

    @Test(
      "builds with what it noted of the compiler before, and never has to begin again", .longTest(part: 3))
    func notes() throws {
      try Classroom.open(.solved) { classroom in
        let checkout = Checkout(
          root: classroom.root, tree: .lessons, lessons: Course.neuralNetwork.outline)
        let place = classroom.cache.appending(path: "notes").path
        var known: Set<String> = []
        for _ in 1...2 {
          classroom.forgetBuilds()
          #expect(classroom.made.isEmpty)
          _ = try Builder(checkout, in: classroom.cache).build(.host(of: Self.backward.outline)).get()
          let notes = Set(try FileManager.default.contentsOfDirectory(atPath: place))
          #expect(!notes.isEmpty && notes.isSuperset(of: known), "a build that fails forgets what was noted")
          known = notes
        }
      }
    }

    @Test("takes an edit of a lesson below into the lessons above")
    func lessonBelow() throws {
      try Classroom.open(.solved) { classroom in
        for (word, number) in [("first", 1), ("first", 2), ("second", 3), ("third", 1)] {
          try write(word, number: number, in: classroom)
          #expect(try classroom.check("4.1").output.contains("outputDelta stopped: \(word) \(number)."))
        }
      }
    }

    @Test("compiles what calls a lesson anew when the lesson's declarations have changed: a struct with a new property")
    func declaration() throws {
      try Classroom.open(.solved) { classroom in
        let lesson = Course.neuralNetwork.lessons[6]
        #expect(try classroom.check("lesson7").status == 0)
        let text = try classroom.solution(of: lesson)
        let property = "  public var bestEpoch: Int?\n"
        try classroom.write(text.replacing(property, with: "  private var notes = [1.0]\n" + property), to: lesson)
        let result = try classroom.check("lesson7")
        #expect(result.status == 0, "\(result.text)")
      }
    }

    @Test("does not run what was compiled before when the code does not compile any more")
    func errors() throws {
      try Classroom.open(.solved) { classroom in
        #expect(try classroom.check("lesson4").status == 0)
        try classroom.plant("  let delta = probabilites - labels\n  return delta + \"x\"", in: "4.1")
        let result = try classroom.check("lesson4")
        #expect(result.status == 3)
        #expect(result.output.contains("Backward.swift:24:15: error: cannot find 'probabilites' in scope"))
      }
    }

    @Test(
      "trains with an edit that kept the file's size and its time",
      .enabled(if: Battery.isLong, "the Lab is built first"))
    func sizeAndTime() throws {
      try Classroom.open(.solved) { classroom in
        let words = ["train", "--data", "xor", "--epochs", "2"]
        let file = classroom.file(of: Course.neuralNetwork.lessons[4])
        let body =
          "  for index in parameters.weights.indices { parameters.weights[index] += 0.1 * gradients.weights[index] }"
        var results: [String] = []
        for sign in ["+", "-", "+"] {
          try classroom.plant(body.replacing("+= ", with: "\(sign)= "), in: "5.2")
          let time = Date(timeIntervalSince1970: 1e9)
          try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: file.path)
          let result = try Command(classroom.command.path, words, in: classroom.root).run(limit: 1500)
          #expect(result.status == 0, "\(result.text)")
          results.append(result.messages.replacing(/Trained for .*/, with: ""))
        }
        #expect(results[0] != results[1] && results[0].hasSuffix(results[2].suffix(100)))
      }
    }

    @Test("builds anew what somebody damaged in its cache", arguments: Battery.isLong ? [true, false] : [true])
    func damage(isCut: Bool) throws {
      try Classroom.open(.solved) { classroom in
        #expect(try classroom.check("lesson4").status == 0)
        for entry in classroom.made where entry.hasPrefix("host-Backward-") || entry.contains(".program-") {
          let folder = classroom.cache.appending(path: "made/\(entry)")
          let name = entry.contains(".program-") ? "Lesson4Host" : "Backward.o"
          guard let code = try? Data(contentsOf: folder.appending(path: name)) else { continue }
          if entry.contains(".program-") {
            try FileManager.default.removeItem(at: folder)
          } else {
            let data = isCut ? code.prefix(100) : Data(count: code.count)
            try data.write(to: folder.appending(path: name))
          }
        }
        let result = try classroom.check("lesson4")
        #expect(result.status == 0, "\(result.text)")
      }
    }

    @Test(
      "compiles everything anew for another compiler, and nothing for the first one when it is back",
      .longTest(part: 2))
    func otherCompiler() throws {
      try Classroom.open(.solved) { classroom in
        #expect(try classroom.check("lesson1").status == 0)
        let before = classroom.made
        let real = try #require(Toolchain.compiler)
        // A version of this run's own: what an earlier run has built for its other compiler may still be there.
        let version = "Swift version 6.9 (\(UUID()))"
        let program = try PlantedProgram(
          "swiftc", script: "[ \"$1\" = --version ] && echo '\(version)' || exec '\(real)' \"$@\"")
        #expect(try classroom.check("lesson1", environment: program.environment).status == 0)
        let names = Set(classroom.made.subtracting(before).map { $0.dropLast(17) })
        #expect(names.isSuperset(of: ["host-CourseKit", "host-Activations", "host-Lesson1Host.program"]))
        let after = classroom.made
        #expect(try classroom.check("lesson1").status == 0)
        #expect(classroom.made.isSubset(of: after))
      }
    }

    @Test("knows no code of another place: a copied checkout names its own lines", .longTest(part: 2))
    func moved() throws {
      try Classroom.open(.solved) { classroom in
        try classroom.plant("  var i = 9\n  i += 1\n  return [labels][i]", in: "4.1")
        _ = try classroom.check("4.1")
        let copy = classroom.root.appending(path: ".build/moved")
        defer { try? FileManager.default.removeItem(at: copy) }
        try classroom.copy(to: copy, with: ["course-check", "lesson-builds"])
        let command = copy.appending(path: "course-check").path
        let result = try Command(command, ["4.1"], in: copy).run(limit: 120)
        #expect(result.output.contains("at Lessons/\(Self.backward.file):26"), "\(result.text)")
      }
    }

    @Test(
      "leaves nothing that another command could take for whole when it is killed, at whatever moment",
      .longTest(part: 3))
    func killed() throws {
      try Classroom.open(.solved) { classroom in
        for (index, moment) in Battery.some(2, of: [0.1, 0.4, 0.8, 1.2, 1.8, 2.5, 3.5, 4.5], turn: 3).enumerated() {
          classroom.forgetBuilds()
          let command = Command(classroom.command.path, ["lesson4"], in: classroom.root)
          try command.start()
          usleep(UInt32(1e6 * moment))
          kill(command.process.processIdentifier, index.isMultiple(of: 2) ? SIGKILL : SIGINT)
          _ = command.finish(limit: 5)
          let result = try classroom.check("lesson4")
          #expect(result.status == 0, "killed after \(moment) s: \(result.text)")
        }
      }
    }

    @Test("works in two terminals at once, from nothing and after an edit", .longTest(part: 3))
    func twoTerminals() throws {
      try Classroom.open(.solved) { classroom in
        classroom.forgetBuilds()
        for round in 1...2 {
          let commands = ["lesson4", "lesson5"].map { Command(classroom.command.path, [$0], in: classroom.root) }
          for command in commands { try command.start() }
          for result in commands.map({ $0.finish(limit: 120) }) {
            #expect(result.status == 0, "\(result.text)")
          }
          let solution = try classroom.solution(of: Self.backward)
          try classroom.write(solution + "\nprivate func edit() -> Int { \(round) }\n", to: Self.backward)
        }
      }
    }

    @Test(
      "needs no leave to write in the checkout", .longTest(part: 2),
      .enabled(if: SmallDisk.isPossible, SmallDisk.reason))
    func readOnly() throws {
      try Classroom.open(.solved) { classroom in
        let place = FileManager.default.temporaryDirectory.appending(path: "course-kit-\(UUID().uuidString)")
        let view = place.appending(path: "course")
        try FileManager.default.createDirectory(at: view, withIntermediateDirectories: true)
        let command = place.appending(path: "course-check").path
        _ = try Command("/bin/cp", [classroom.command.path, command], in: place).run(limit: 60)
        for words in [["--bind", classroom.root.path, view.path], ["-o", "remount,ro,bind", view.path]] {
          #expect(try Command("/bin/mount", words, in: place).run(limit: 10).status == 0)
        }
        defer {
          _ = try? Command("/bin/umount", [view.path], in: place).run(limit: 10)
          try? FileManager.default.removeItem(at: place)
        }
        let result = try Command(command, ["lesson1"], in: view).run(limit: 120)
        #expect(result.status == 0, "\(result.text)")
      }
    }

    @Test("shows what the compiler warns of in the student's own file below the verdicts, each time")
    func warnings() throws {
      try Classroom.open(.solved) { classroom in
        try classroom.plant("  return labels\n  let delta = probabilities - labels\n  return delta", in: "4.1")
        for _ in 1...2 {
          let result = try classroom.check("lesson4")
          #expect(
            result.output.contains(
              "Lessons/Lesson4-Backward/Backward.swift:25:3: warning: code after 'return' will never be executed\n"),
            "\(result.text)")
        }
        #expect(
          try classroom.check("lesson4", "--format", "editor").output.contains(
            "Lessons/Lesson4-Backward/Backward.swift:25:3: warning: code after 'return' will never be executed\n"))
        // It is a matter of lesson 4, and lesson 5 only calls it.
        #expect(try !classroom.check("lesson5").output.contains("warning:"))
      }
    }

    @Test(
      "has no warning for a stub or a solution, and none in the kit's own code that runs them",
      arguments: Battery.isLong ? [true, false] : [false])
    func noWarnings(areStubs: Bool) throws {
      try Classroom.open(areStubs ? .stubs : .solved) { classroom in
        let checkout = Checkout(
          root: classroom.root, tree: .lessons, lessons: Course.neuralNetwork.outline)
        for lesson in Course.neuralNetwork.lessons {
          _ = try Builder(checkout, in: classroom.cache).build(.host(of: lesson.outline)).get()
        }
        for entry in classroom.made {
          let found = CacheEntry(at: classroom.cache.appending(path: "made/\(entry)"))
          let messages = found?.messages.filter { !$0.file.hasPrefix("Lessons/") || areStubs } ?? []
          #expect(messages.filter { !$0.file.hasPrefix("Lessons/") } == [])
        }
        #expect(try !classroom.check("lesson4").output.contains("warning:"))
        #expect(try !classroom.check("lesson5").output.contains("warning:"))
      }
    }

    @Test("names a second file in a lesson's folder, whether the lesson compiles or not", arguments: [true, false])
    func strayFile(compiles: Bool) throws {
      try Classroom.open(.solved) { classroom in
        let folder = classroom.file(of: Self.backward).deletingLastPathComponent()
        let stray = folder.appending(path: "Helpers.swift")
        try Data("func helper() {}\n".utf8).write(to: stray)
        defer { try? FileManager.default.removeItem(at: stray) }
        if !compiles { try classroom.plant("  return helper(labels)", in: "4.1") }
        let result = try classroom.check("lesson4")
        #expect(result.status == (compiles ? 0 : 3))
        #expect(
          result.output.contains(
            "Lessons/Lesson4-Backward/Helpers.swift is not part of the lesson: a lesson is one file, so move its code there."
          ), "\(result.text)")
      }
    }

    /// Lets 4.1 stop with a word and a number, and the number comes from lesson 1.
    private func write(_ word: String, number: Int, in classroom: borrowing Classroom) throws {
      let below = Course.neuralNetwork.lessons[0]
      try classroom.write(
        classroom.solution(of: below) + "\npublic func number() -> Int { \(number) }\n", to: below)
      try classroom.plant("  fatalError(\"\(word) \\(number())\")", in: "4.1")
    }
  }
}
