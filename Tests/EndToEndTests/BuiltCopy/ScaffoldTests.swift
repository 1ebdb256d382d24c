import Course
import Engine
import Foundation
import Testing
import Vocabulary

extension BuiltCopyTests {
  /// Two lessons that the scaffold began, of two exercises and of eleven.
  @Suite("A lesson that the scaffold begins", .serialized)
  struct ScaffoldTests {
    private static let last = BuiltCopy.begun.long

    /// Runs the command with the words.
    private func check(_ words: String..., in root: URL, limit: Double = 300) throws -> Command.Outcome {
      try Command(root.appending(path: ".build/debug/course-check").path, words, in: root).run(limit: limit)
    }

    /// Gives an exercise of the last lesson's stubs a body.
    private func write(_ body: String, in number: Int, _ root: URL) throws {
      let file = root.appending(path: "Lessons/Lesson\(Self.last)-LongLesson/LongLesson.swift")
      let text = try String(contentsOf: file, encoding: .utf8)
      let stub = "  // TODO \(Self.last).\(number): write \(BuiltCopy.functions[number - 1]).\n"
      let hole = try #require(text.firstRange(of: stub))
      let end = try #require(text[hole.upperBound...].firstIndex(of: "\n"))
      try Data((text[..<hole.lowerBound] + body + text[end...]).utf8).write(to: file)
    }

    @Test("passes its checks as it was filled in, and its stubs are not started")
    func checks() throws {
      try BuiltCopy.open { root in
        let last = Self.last
        for (lesson, count) in [("lesson\(last - 1)", 4), ("lesson\(last)", 22), ("shortLesson", 4), ("\(last).11", 2)]
        {
          let solved = try check(lesson, "--tree", "solutions", in: root)
          #expect(solved.status == 0 && solved.output.contains("\(count) of \(count) checks pass"), "\(solved.text)")
        }
        let stubs = try check("\(last)", in: root)
        let order = stubs.output.matches(of: /[0-9]+\.[0-9]+(?= +[a-z]+ +not started)/).map { String($0.output) }
        #expect(order == (1...11).map { "\(last).\($0)" }, "\(stubs.text)")
      }
    }

    @Test("is listed, explained and read by its exercises' identifiers, which are no decimal numbers")
    func words() throws {
      try BuiltCopy.open { root in
        let last = Self.last
        let list = try check("list", "--tree", "solutions", in: root).output
        // The next exercise is named once more, below all of them.
        let lines = list.prefix(upTo: list.range(of: "\nNext:")?.lowerBound ?? list.endIndex)
        let ids = lines.matches(of: /[0-9]+\.[0-9]+(?= )/).compactMap { ExerciseID($0.output) }
        #expect(ids == ids.sorted() && ids.suffix(2).map(\.description) == ["\(last).10", "\(last).11"], "\(list)")
        let hint = try check("hint", "\(last).11", in: root).output
        #expect(hint.contains("\(last).11 eleventh · hint 1 of 3") && hint.contains("a question."), "\(hint)")
        let page = try check("read", "\(last).1", in: root).output
        #expect(page.contains("\(last).1 first") && !page.contains("\(last).11"), "\(page)")
        #expect(try check("hint", "\(last).12", in: root).status == 2)
        for shell in ["bash", "zsh", "fish"] {
          let script = try check("completions", shell, in: root).output
          #expect(script.contains("lesson\(last)") && script.contains("\(last).11"), "\(shell)")
        }
      }
    }

    @Test("names its known mistake, shows the difference, and lets an exercise begin again")
    func work() throws {
      try BuiltCopy.open { root in
        let last = Self.last
        try write("  return input.map { $0 + 1 }", in: 11, root)
        try write("  return 2 * input", in: 2, root)
        let right = try check("\(last).11", in: root)
        #expect(right.status == 0 && right.output.contains("✓ \(last).11 eleventh"), "\(right.text)")
        let wrong = try check("\(last).2", in: root)
        #expect(wrong.status == 1 && wrong.output.contains("Every entry is twice what it should be:"), "\(wrong.text)")
        let comparison = try check("diff", "\(last).11", in: root)
        #expect(comparison.status == 0 && comparison.output.contains("\(last).11 eleventh"), "\(comparison.text)")
        let fresh = try check("reset", "\(last).11", in: root)
        #expect(
          fresh.output.contains("\(last).11 eleventh is fresh again") && fresh.output.contains("backups"),
          "\(fresh.text)"
        )
        #expect(try check("\(last).11", in: root).output.contains("· \(last).11 eleventh"))
      }
    }

    @Test("has a notebook and a place in the playground")
    func pages() throws {
      try BuiltCopy.open { root in
        let woven = try check("notebook", "lesson\(Self.last)", "--tree", "solutions", in: root)
        #expect(woven.status == 0, "\(woven.text)")
        let page = try check("playground", "--tree", "solutions", in: root, limit: 600)
        #expect(page.status == 0, "\(page.text)")
        let html = try String(contentsOf: root.appending(path: "playground.html"), encoding: .utf8)
        #expect(html.contains("\(Self.last).11"))
      }
    }
  }
}
