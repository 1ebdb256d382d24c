import Engine
import FixtureCourse
import Foundation
import Testing

@testable import CourseFiles
@testable import Notebooks

@Suite("What the notebook depends on")
struct NotebookKeyTests {
  /// A checkout with one line in every file that counts.
  private func inCheckout(_ test: (URL, Checkout) throws -> Void) throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "notebook-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    let lessons = Course.fixture.lessons.flatMap { ["Lessons/\($0.file)", "Lessons/\($0.folder)/README.md"] }
    for file in lessons + ["Package.swift", "Sources/CourseKit/Matrix.swift"] { try write("one\n", to: file, in: root) }
    try test(root, Checkout(root: root, tree: .lessons, lessons: Course.fixture.outline))
  }

  private func write(_ text: String, to file: String, in root: URL) throws {
    let location = root.appending(path: file)
    try FileManager.default.createDirectory(at: location.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: location)
  }

  @Test("is not the folder, and not the time of a file")
  func places() throws {
    var keys: Set<String> = []
    for _ in 1...2 {
      try inCheckout { root, checkout in
        keys.insert(NotebookKey(of: .fixture, in: checkout, []).text(for: Course.fixture.lessons[1]))
        try FileManager.default.setAttributes(
          [.modificationDate: Date(timeIntervalSince1970: 1_000_000)],
          ofItemAtPath: root.appending(path: "Package.swift").path)
        keys.insert(NotebookKey(of: .fixture, in: checkout, []).text(for: Course.fixture.lessons[1]))
      }
    }
    #expect(keys.count == 1)
  }

  @Test(
    "is the page, the lesson, what it stands on and the kit",
    arguments: [
      ("Lessons/Lesson2-Averages/README.md", [2]), ("Lessons/Lesson2-Averages/Averages.swift", [2]),
      ("Lessons/Lesson1-Scaling/README.md", [1]), ("Lessons/Lesson1-Scaling/Scaling.swift", [1, 2]),
      ("Sources/CourseKit/Matrix.swift", [1, 2]), ("Package.swift", [1, 2]),
    ])
  func contents(file: String, lessons: [Int]) throws {
    try inCheckout { root, checkout in
      let keys = { Course.fixture.lessons.map { NotebookKey(of: .fixture, in: checkout, []).text(for: $0) } }
      let (before, wholeBefore) = (keys(), NotebookKey(of: .fixture, in: checkout, []).textForCourse)
      try write("two\n", to: file, in: root)
      let changed = zip(1..., zip(before, keys())).filter { $1.0 != $1.1 }.map(\.0)
      #expect(changed == lessons)
      #expect(NotebookKey(of: .fixture, in: checkout, []).textForCourse != wholeBefore)
    }
  }
}
