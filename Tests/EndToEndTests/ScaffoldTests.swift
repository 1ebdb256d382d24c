import Batteries
import Course
import Engine
import Foundation
import Testing
import Vocabulary

/// A copy of the checkout in which two lessons are begun with the scaffold and filled in with a line a function.
///
/// The last lesson has eleven exercises, so that 10.2, 10.10 and 10.11 are told apart from 1.02 and sorted as they should.
@Suite(
  "A lesson that the scaffold begins", .serialized, .enabled(if: Battery.isLong, "the kit is built anew"))
struct ScaffoldTests {
  private static let names = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"]
  private static let eleven = names + ["ninth", "tenth", "eleventh"]
  /// The number of the second lesson that is begun; 10 for a course of eight lessons.
  private static let last = Course.neuralNetwork.lessons.count + 2

  /// The copy with both lessons, built.
  private static let root = Result { () throws -> URL in
    let root = Classroom.checkout.appending(path: ".build/scaffolded")
    let manager = FileManager.default
    try manager.createDirectory(at: root, withIntermediateDirectories: true)
    for item in ["Package.swift", "Sources", "Solutions", "Tests", "Scripts", "README.md"] {
      try? manager.removeItem(at: root.appending(path: item))
      try manager.copyItem(at: Classroom.checkout.appending(path: item), to: root.appending(path: item))
    }
    for made in ["Lessons", ".course-check", "Notebooks"] { try? manager.removeItem(at: root.appending(path: made)) }
    try copyPages(to: root)
    for (topic, number, names) in [("ShortLesson", last - 1, ["shortOne", "shortTwo"]), ("LongLesson", last, eleven)] {
      try run("Scripts/make-lessons", "new", "\(number)", topic, "--exercises", names.joined(separator: ","), in: root)
      for path in marked(number, in: root) { try fillIn(path, in: root) }
    }
    try run("Scripts/make-lessons", in: root)
    try run("swift", "build", "--product", "course-check", in: root)
    return root
  }

  /// The pages alone: the stubs follow from the solutions, whatever a student has made of them.
  private static func copyPages(to root: URL) throws {
    let lessons = Classroom.checkout.appending(path: "Lessons")
    for path in try FileManager.default.subpathsOfDirectory(atPath: lessons.path) where path.hasSuffix(".md") {
      let copy = root.appending(path: "Lessons/\(path)")
      try FileManager.default.createDirectory(at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: lessons.appending(path: path), to: copy)
    }
  }

  /// The files with something to be filled in.
  private static func marked(_ number: Int, in root: URL) -> [String] {
    ["Sources", "Solutions", "Lessons", "Tests"].flatMap { folder in
      let paths = (try? FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)) ?? []
      return paths.filter { $0.contains("Lesson\(number)") || $0.hasSuffix("NeuralNetwork.swift") }
        .filter { $0.hasSuffix(".swift") || $0.hasSuffix(".md") }.map { "\(folder)/\($0)" }
    }
  }

  /// Writes what the marks ask for: each function adds 1 to every entry.
  private static func fillIn(_ path: String, in root: URL) throws {
    let file = root.appending(path: path)
    let text = try String(contentsOf: file, encoding: .utf8)
      .replacing("FILL IN", with: "In short").replacing("return input\n", with: "return input.map { $0 + 1 }\n")
      .replacing("= { $0 }", with: "= { $0 + 1 }")
    try Data(text.utf8).write(to: file)
  }

  private static func run(_ program: String, _ words: String..., in root: URL) throws {
    let outcome = try Command("/usr/bin/env", [program] + words, in: root).run(limit: 600)
    guard outcome.status == 0 else { throw ClassroomError("\(program) \(words): \(outcome.text)") }
  }

  /// Runs the command with the words.
  private func check(_ words: String..., limit: Double = 300) throws -> Command.Outcome {
    let root = try Self.root.get()
    return try Command(root.appending(path: ".build/debug/course-check").path, words, in: root).run(limit: limit)
  }

  /// Gives an exercise of the last lesson's stubs a body.
  private func write(_ body: String, in number: Int) throws {
    let root = try Self.root.get()
    let file = root.appending(path: "Lessons/Lesson\(Self.last)-LongLesson/LongLesson.swift")
    let text = try String(contentsOf: file, encoding: .utf8)
    let stub = "  // TODO \(Self.last).\(number): write \(Self.eleven[number - 1]).\n"
    let hole = try #require(text.firstRange(of: stub))
    let end = try #require(text[hole.upperBound...].firstIndex(of: "\n"))
    try Data((text[..<hole.lowerBound] + body + text[end...]).utf8).write(to: file)
  }

  @Test("passes its checks as it was filled in, and its stubs are not started")
  func checks() throws {
    let last = Self.last
    for (lesson, count) in [("lesson\(last - 1)", 4), ("lesson\(last)", 22), ("shortLesson", 4), ("\(last).11", 2)] {
      let solved = try check(lesson, "--tree", "solutions")
      #expect(solved.status == 0 && solved.output.contains("\(count) of \(count) checks pass"), "\(solved.text)")
    }
    let stubs = try check("\(last)")
    let order = stubs.output.matches(of: /[0-9]+\.[0-9]+(?= +[a-z]+ +not started)/).map { String($0.output) }
    #expect(order == (1...11).map { "\(last).\($0)" }, "\(stubs.text)")
  }

  @Test("is listed, explained and read by its exercises' identifiers, which are no decimal numbers")
  func words() throws {
    let last = Self.last
    let list = try check("list", "--tree", "solutions").output
    let ids = list.matches(of: /[0-9]+\.[0-9]+(?= )/).compactMap { ExerciseID($0.output) }
    #expect(ids == ids.sorted() && ids.suffix(2).map(\.description) == ["\(last).10", "\(last).11"], "\(list)")
    let hint = try check("hint", "\(last).11").output
    #expect(hint.contains("\(last).11 eleventh · hint 1 of 3") && hint.contains("a question."), "\(hint)")
    let page = try check("read", "\(last).1").output
    #expect(page.contains("\(last).1 first") && !page.contains("\(last).11"), "\(page)")
    #expect(try check("hint", "\(last).12").status == 2)
    for shell in ["bash", "zsh", "fish"] {
      let script = try check("completions", shell).output
      #expect(script.contains("lesson\(last)") && script.contains("\(last).11"), "\(shell)")
    }
  }

  @Test("names its known mistake, shows the difference, and lets an exercise begin again")
  func work() throws {
    let last = Self.last
    try write("  return input.map { $0 + 1 }", in: 11)
    try write("  return 2 * input", in: 2)
    let right = try check("\(last).11")
    #expect(right.status == 0 && right.output.contains("✓ \(last).11 eleventh"), "\(right.text)")
    let wrong = try check("\(last).2")
    #expect(wrong.status == 1 && wrong.output.contains("Every entry is twice what it should be:"), "\(wrong.text)")
    let comparison = try check("diff", "\(last).11")
    #expect(comparison.status == 0 && comparison.output.contains("\(last).11 eleventh"), "\(comparison.text)")
    let fresh = try check("reset", "\(last).11")
    #expect(
      fresh.output.contains("\(last).11 eleventh is fresh again") && fresh.output.contains("backups"), "\(fresh.text)")
    #expect(try check("\(last).11").output.contains("· \(last).11 eleventh"))
  }

  @Test("has a notebook and a place in the playground")
  func pages() throws {
    let woven = try check("notebook", "lesson\(Self.last)", "--tree", "solutions")
    #expect(woven.status == 0, "\(woven.text)")
    let page = try check("playground", "--tree", "solutions", limit: 600)
    #expect(page.status == 0, "\(page.text)")
    let html = try String(contentsOf: Self.root.get().appending(path: "playground.html"), encoding: .utf8)
    #expect(html.contains("\(Self.last).11"))
  }
}
