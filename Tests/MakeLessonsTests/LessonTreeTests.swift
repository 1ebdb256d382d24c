import Foundation
import Testing

@testable import CourseFiles
@testable import make_lessons

@Suite("The lesson tree")
struct LessonTreeTests {
  private static let solution = "// BEGIN SOLUTION 1.1 f\nright\n// END SOLUTION\n"

  /// Runs a test in a folder with one solution.
  private func inCheckout(_ test: (URL, LessonTree) throws -> Void) throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "lesson-tree-\(UUID().uuidString)")
    let folder = root.appending(path: "Solutions/Lesson1-A")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: root) }
    try Data(Self.solution.utf8).write(to: folder.appending(path: "A.swift"))
    try test(root, LessonTree(root: root))
  }

  @Test("writes a lesson where there is none, without a backup")
  func first() throws {
    try inCheckout { root, tree in
      let file = try #require(try tree.files().first)
      #expect(file.path == "Lessons/Lesson1-A/A.swift")
      #expect(try tree.write(file) == nil)
      let files = try tree.files()
      #expect(files.allSatisfy { $0.present == $0.fresh })
    }
  }

  @Test("keeps an edited lesson in a dated backup before it writes a fresh one, and never overwrites a backup")
  func backups() throws {
    try inCheckout { root, tree in
      let file = try #require(try tree.files().first)
      var copies: [String] = []
      for work in ["first work", "second work"] {
        _ = try tree.write(file)
        try Data(work.utf8).write(to: root.appending(path: file.path))
        let copy = try #require(try tree.write(file))
        #expect(try String(contentsOf: root.appending(path: copy), encoding: .utf8) == work)
        copies.append(copy)
      }
      #expect(Set(copies).count == 2)
      for (copy, work) in zip(copies, ["first work", "second work"]) {
        #expect(try String(contentsOf: root.appending(path: copy), encoding: .utf8) == work)
      }
    }
  }

  @Test("has its lessons in their order: the tenth after the second")
  func order() throws {
    try inCheckout { root, tree in
      for folder in ["Lesson10-J", "Lesson2-B"] {
        let location = root.appending(path: "Solutions/\(folder)")
        try FileManager.default.createDirectory(at: location, withIntermediateDirectories: true)
        try Data(Self.solution.utf8).write(to: location.appending(path: "A.swift"))
      }
      #expect(
        try tree.files().map(\.path) == [
          "Lessons/Lesson1-A/A.swift", "Lessons/Lesson2-B/A.swift", "Lessons/Lesson10-J/A.swift",
        ])
    }
  }

  @Test("of this checkout can be made from its solutions")
  func checkout() throws {
    let root = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL
    #expect(try LessonTree(root: root).files().count >= 4)
  }
}
