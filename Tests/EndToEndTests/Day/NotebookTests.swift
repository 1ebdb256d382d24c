import Batteries
import Course
import Engine
import Foundation
import StudentCode
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

extension ClassroomTests {
  /// Notebooks as a student weaves them, shows them and forgets to weave them again.
  @Suite(.serialized)
  struct NotebookTests {
    @Test("of a fresh clone shows each TODO with its line; it is current until its sources change or it is edited")
    func freshClone() throws {
      try Classroom.open(.stubs) { classroom in
        let lesson = Course.neuralNetwork.lessons[1]
        #expect(try classroom.check("notebook", "lesson2", "--check").output == missing)
        let nothing = try classroom.check("notebook", "--check")
        #expect(nothing.status == 1 && nothing.output == "Nothing is woven yet: swift run course-check notebook\n")
        let woven = try classroom.check("notebook", "lesson2")
        #expect(woven.status == 0, "\(woven.text)")
        #expect(
          woven.output == """
              woven      Notebooks/Lesson2-HeInit.md: 2.1 parameterCount is not started \
            (Lessons/Lesson2-HeInit/HeInit.swift:24)
            Open Notebooks/Lesson2-HeInit.md in the Markdown preview of your editor, or on GitHub.

            """)
        let text = try classroom.notebook("Lesson2-HeInit.md")
        for exercise in lesson.exercises {
          let line = try #require(try classroom.line(with: "fatalError(\"TODO: \(exercise.id) ", in: lesson))
          #expect(text.contains("not started (TODO at HeInit.swift:\(line))"))
          #expect(text.contains("fatalError(\"TODO: \(exercise.id) \(exercise.name)\")"))
        }
        #expect(text.contains("not drawn yet, because 2.1 parameterCount is not started (Lessons/Lesson2-HeInit/"))
        #expect(!text.contains("**Numbers**") && !text.contains("<summary>2.1"))

        let again = try classroom.check("notebook", "lesson2")
        #expect(again.output.hasPrefix("  unchanged  Notebooks/Lesson2-HeInit.md\n"))
        #expect(again.messages == "")
        #expect(try classroom.check("notebook", "lesson2", "--check").status == 0)
        // A copy of the same file with another time is the same.
        try classroom.rewrite(classroom.file(of: lesson)) { $0 }
        #expect(try classroom.check("notebook", "lesson2", "--check").status == 0)

        // Neither lesson 2 nor its pictures call anything of lesson 4.
        try classroom.rewrite(classroom.file(of: Course.neuralNetwork.lessons[3])) { $0 + "// More.\n" }
        #expect(try classroom.check("notebook", "lesson2", "--check").status == 0)
        try classroom.rewrite(classroom.file(of: lesson)) { $0 + "// More.\n" }
        let stale = try classroom.check("notebook", "lesson2", "--check")
        #expect(stale.status == 1)
        #expect(
          stale.output.hasPrefix(
            "Notebooks/Lesson2-HeInit.md is stale: something that it was woven from has changed.\n"))
        #expect(try classroom.notebook("Lesson2-HeInit.md") == text)
      }
    }

    private let missing = """
      Notebooks/Lesson2-HeInit.md is missing.
      Weave it again: swift run course-check notebook lesson2

      """

    @Test("that somebody has edited is kept before it is woven again, and a folder that is none is named")
    func edited() throws {
      try Classroom.open(.stubs) { classroom in
        let file = classroom.root.appending(path: "Notebooks/Lesson2-HeInit.md")
        try Data().write(to: classroom.root.appending(path: "Notebooks"))
        let blocked = try classroom.check("notebook", "lesson2")
        #expect(blocked.status == 4)
        #expect(
          blocked.text
            == "Notebooks cannot be written: it is a file and no folder. Fix that, and run the same command again.\n")
        try FileManager.default.removeItem(at: classroom.root.appending(path: "Notebooks"))

        _ = try classroom.check("notebook", "lesson2")
        let text = try classroom.notebook("Lesson2-HeInit.md")
        try classroom.rewrite(file) { $0.replacing("Lesson 2", with: "My notes") }
        let check = try classroom.check("notebook", "--check", "2")
        #expect(check.status == 1)
        #expect(check.output.hasPrefix("Notebooks/Lesson2-HeInit.md was edited after it was woven.\n"))
        let woven = try classroom.check("notebook", "lesson2")
        let copy = try #require(woven.output.firstMatch(of: /kept as (\.course-check\/backups\/\S+)\n/)).1
        let kept = try String(contentsOf: classroom.root.appending(path: String(copy)), encoding: .utf8)
        #expect(kept == text.replacing("Lesson 2", with: "My notes"))
        #expect(try classroom.notebook("Lesson2-HeInit.md") == text)
      }
    }

    @Test(
      "shows what is wrong, crashed or does not compile with file and line, and which exercise a figure waits for",
      .enabled(if: Battery.isLong))
    func unfinished() throws {
      try Classroom.open(.solved) { classroom in
        let lesson = Course.neuralNetwork.lessons[3]
        try classroom.plant(try #require(Version.mistake(ChosenMistake.version)).body, in: ChosenMistake.id)
        let wrong = try classroom.woven(lesson)
        let report = try classroom.check("lesson4").output
        let start = try #require(report.firstRange(of: "  ✗ \(ChosenMistake.title)  value")).lowerBound
        let evidence = report[start...].prefix { $0 != "·" }.trimmingCharacters(in: .whitespacesAndNewlines)
        #expect(evidence.contains(ChosenMistake.diagnosis))
        #expect(wrong.contains(evidence))
        #expect(
          wrong.contains(
            "not drawn yet, because \(ChosenMistake.title) fails (Lessons/Lesson4-Backward/Backward.swift:"))
        let call = "`outputDelta(probabilities: [[0.50], [0.75]], labels: [[1], [0]])`"
        #expect(wrong.contains("\(call) | `[[−0.5000], [0.7500]]`"))
        #expect(!wrong.contains("| `\(ChosenMistake.function)("))

        try classroom.plant("  fatalError(\"lost the thread\")", in: ChosenMistake.id)
        let crash = try #require(try classroom.line(with: "lost the thread", in: lesson))
        let crashed = try classroom.woven(lesson)
        #expect(crashed.contains("\(ChosenMistake.function) stopped: lost the thread."))
        #expect(crashed.contains("at Lessons/Lesson4-Backward/Backward.swift:\(crash):"))

        try classroom.plant("  let gradients: Int = \"none\"\n  return gradients", in: ChosenMistake.id)
        let fault = try #require(try classroom.line(with: "\"none\"", in: lesson))
        let broken = try classroom.woven(lesson)
        #expect(broken.contains("> **It does not compile, so nothing could be checked.**"))
        #expect(broken.contains("Lessons/Lesson4-Backward/Backward.swift:\(fault):"))
        #expect(broken.contains("let gradients: Int = \"none\""))
        #expect(broken.contains("## The idea\nThe *gradient* of a parameter is the slope of the loss along it"))
        #expect(!broken.contains(classroom.root.path))
      }
    }

    @Test(
      "of the solved course has all prose, links that lead somewhere, pictures that are well-formed, and the same bytes twice",
      .enabled(if: Battery.isLong))
    func solved() throws {
      try Classroom.open(.solved) { classroom in
        let first = try classroom.check("notebook", limit: 900)
        #expect(first.status == 0, "\(first.text)")
        #expect(try classroom.check("notebook", "--check").status == 0)
        let files = try classroom.notebookFiles()
        #expect(files.keys.filter { $0.hasSuffix(".md") }.count == Course.neuralNetwork.lessons.count + 1)
        #expect(
          files.keys.filter { $0.hasSuffix(".svg") }.count == Course.neuralNetwork.lessons.flatMap(\.figures).count)
        for (name, data) in files {
          let text = String(decoding: data, as: UTF8.self)
          #expect(!text.contains(classroom.root.path), "\(name)")
          if name.hasSuffix(".svg") { #expect(XMLParser(data: data).parse(), "\(name)") }
          for link in text.matches(of: /\]\(([^)\s]+)\)/).map(\.1) where name.hasSuffix(".md") && !link.contains(":") {
            let target = classroom.root.appending(path: "Notebooks/\(link.prefix { $0 != "#" })").standardizedFileURL
            #expect(FileManager.default.fileExists(atPath: target.path), "\(name): \(link)")
          }
        }
        for lesson in Course.neuralNetwork.lessons {
          let page = try String(
            contentsOf: classroom.root.appending(path: "Lessons/\(lesson.folder)/README.md"), encoding: .utf8)
          let woven = try classroom.notebook("\(lesson.folder).md")
          let idea = try #require(page.firstMatch(of: /(?s)## The idea\n.*?## The exercises\n/)).0
          // The pictures are those that the code draws.
          for line in idea.split(separator: "\n") where !line.hasPrefix("![") { #expect(woven.contains(line)) }
          for figure in lesson.figures { #expect(woven.contains("](figures/\(figure).svg)"), "\(figure)") }
          #expect(woven.contains("> **All \(lesson.exercises.count) exercises are right.**"))
          #expect(woven.matches(of: /\*\*Numbers\*\* that this code computes/).count == lesson.exercises.count)
        }
        #expect(
          try classroom.notebook("README.md").contains(
            "All \(Course.neuralNetwork.exercises.count) exercises are right."))

        try FileManager.default.removeItem(at: classroom.root.appending(path: "Notebooks"))
        _ = try classroom.check("notebook", limit: 900)
        #expect(try classroom.notebookFiles() == files)
        try FileManager.default.removeItem(at: classroom.root.appending(path: "Notebooks/figures/weights.svg"))
        let gone = try classroom.check("notebook", "--check")
        #expect(gone.status == 1)
        #expect(gone.output.hasPrefix("Notebooks/figures/weights.svg is missing.\n"))
        // The reference has a folder of its own.
        let reference = try classroom.check("notebook", "lesson2", "--check", "--tree", "solutions")
        #expect(
          reference.output == """
            Notebooks/solutions/Lesson2-HeInit.md is missing.
            Weave it again: swift run course-check notebook lesson2 --tree solutions

            """)
        try expectOtherFormats(in: classroom)
      }
    }

    @Test(
      "has the same bytes in another folder, and is current there", .longTest(part: 2))
    func otherFolder() throws {
      try Classroom.open(.solved) { classroom in
        try classroom.plant(try #require(Version.mistake("2.2 variance as deviation")).body, in: "2.2")
        let here = try classroom.woven(Course.neuralNetwork.lessons[1])
        let manager = FileManager.default
        let other = manager.temporaryDirectory.appending(path: "another place \(UUID().uuidString)")
        defer { try? manager.removeItem(at: other) }
        try classroom.copy(to: other, with: ["course-check", "Notebooks"])
        let command = other.appending(path: "course-check").path
        let check = try Command(command, ["notebook", "lesson2", "--check"], in: other).run(limit: 60)
        #expect(check.status == 0, "\(check.text)")
        try manager.removeItem(at: other.appending(path: "Notebooks"))
        let woven = try Command(command, ["notebook", "lesson2"], in: other).run(limit: 300)
        #expect(woven.status == 0, "\(woven.text)")
        let there = try String(contentsOf: other.appending(path: "Notebooks/Lesson2-HeInit.md"), encoding: .utf8)
        #expect(there == here)
      }
    }
  }
}

extension Classroom {
  func notebook(_ file: String) throws -> String {
    try String(contentsOf: root.appending(path: "Notebooks/\(file)"), encoding: .utf8)
  }

  /// A lesson's notebook as it is woven now.
  fileprivate func woven(_ lesson: Lesson) throws -> String {
    let result = try check("notebook", "lesson\(lesson.number)")
    guard result.status == 0 else { throw ClassroomError(result.text) }
    return try notebook("\(lesson.folder).md")
  }

  /// The contents of all woven files by their paths in the notebook's folder.
  func notebookFiles() throws -> [String: Data] {
    let folder = root.appending(path: "Notebooks")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.contains(".") }
    return Dictionary(uniqueKeysWithValues: try paths.map { ($0, try Data(contentsOf: folder.appending(path: $0))) })
  }

  /// The line of a lesson's file that holds a text, counted from 1.
  func line(with text: String, in lesson: Lesson) throws -> Int? {
    let lines = try String(contentsOf: file(of: lesson), encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
    return lines.firstIndex { $0.contains(text) }.map { $0 + 1 }
  }

  /// Writes a file anew.
  func rewrite(_ file: URL, _ change: (String) -> String) throws {
    try Data(change(String(contentsOf: file, encoding: .utf8)).utf8).write(to: file)
  }
}
