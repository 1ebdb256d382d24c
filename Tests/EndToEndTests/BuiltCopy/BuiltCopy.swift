import Batteries
import Course
import Engine
import Foundation
import Synchronization

/// A copy of the checkout that is built as a student builds a clone, with two lessons that the scaffold began and that are
/// filled in with a line a function.
///
/// It is built once, without optimisation, which takes half as long. One test at a time has it.
enum BuiltCopy {
  private static let turn = Mutex(())
  /// The numbers of the lessons that were begun: 9 and 10 for a course of eight.
  static let begun = (short: Course.neuralNetwork.lessons.count + 1, long: Course.neuralNetwork.lessons.count + 2)
  /// The functions of the longer lesson: eleven, so that 10.2, 10.10 and 10.11 are told apart from 1.02 and sorted as they
  /// should.
  static let functions = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
  ]

  /// Runs a test in the copy, whose lessons are stubs when it begins.
  static func open(_ test: (URL) throws -> Void) throws {
    try turn.withLock { _ in
      let root = try built.get()
      for lesson in try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "stubs").path) {
        let place = root.appending(path: "Lessons/\(lesson)")
        try? FileManager.default.removeItem(at: place)
        try FileManager.default.copyItem(at: root.appending(path: "stubs/\(lesson)"), to: place)
      }
      try test(root)
    }
  }

  private static let built = Result { () throws -> URL in
    let root = Classroom.checkout.appending(path: ".build/built-copy")
    let manager = FileManager.default
    try manager.createDirectory(at: root, withIntermediateDirectories: true)
    for item in ["Package.swift", "Sources", "Solutions", "Tests", "Scripts", "Data", "README.md"] {
      try? manager.removeItem(at: root.appending(path: item))
      try manager.copyItem(at: Classroom.checkout.appending(path: item), to: root.appending(path: item))
    }
    for made in ["Lessons", ".course-check", "Notebooks", "stubs"] {
      try? manager.removeItem(at: root.appending(path: made))
    }
    try copyPages(to: root)
    try edit("Package.swift", in: root) { $0.replacing("[.unsafeFlags([\"-O\"])]", with: "[]") }
    let makeLessons = try BuiltProducts.folder().appending(path: "make-lessons").path
    for (topic, number, names) in [
      ("ShortLesson", begun.short, ["shortOne", "Shortener.shortTwo"]), ("LongLesson", begun.long, functions),
    ] {
      let words = ["new", "\(number)", topic, "--exercises", names.joined(separator: ",")]
      try run([makeLessons] + words, in: root)
      // What the marks ask for: each function adds 1 to every entry.
      for path in marked(number, in: root) {
        try edit(path, in: root) { text in
          text.replacing("FILL IN", with: "In short").replacing("= { $0 }", with: "= { $0 + 1 }")
            .replacing("return input\n", with: "return input.map { $0 + 1 }\n")
        }
      }
    }
    try run(["sh", "Scripts/make-lessons"], in: root)
    try run(["swift", "build", "--product", "course-check"], in: root)
    try manager.copyItem(at: root.appending(path: "Lessons"), to: root.appending(path: "stubs"))
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

  private static func edit(_ path: String, in root: URL, _ change: (String) -> String) throws {
    let file = root.appending(path: path)
    try Data(change(try String(contentsOf: file, encoding: .utf8)).utf8).write(to: file)
  }

  private static func run(_ words: [String], in root: URL) throws {
    let outcome = try Command("/usr/bin/env", words, in: root).run(limit: 1500)
    guard outcome.status == 0 else { throw ClassroomError("\(words): \(outcome.text)") }
  }
}
