import Course
import Engine
import Foundation
import Testing

@testable import course_check

@Suite("What the notebook depends on")
struct NotebookKeyTests {
  /// A checkout with one line in every file that counts.
  private func inCheckout(_ test: (URL, Checkout) throws -> Void) throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "notebook-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    let lessons = Course.neuralNetwork.lessons.flatMap { ["Lessons/\($0.file)", "Lessons/\($0.folder)/README.md"] }
    for file in lessons + ["Package.swift", "Sources/CourseKit/Matrix.swift"] { try write("one\n", to: file, in: root) }
    try test(root, Checkout(root: root, tree: .lessons, isolatedLesson: nil))
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
        keys.insert(NotebookKey(checkout).text(for: Course.neuralNetwork.lessons[3]))
        try FileManager.default.setAttributes(
          [.modificationDate: Date(timeIntervalSince1970: 1_000_000)],
          ofItemAtPath: root.appending(path: "Package.swift").path)
        keys.insert(NotebookKey(checkout).text(for: Course.neuralNetwork.lessons[3]))
      }
    }
    #expect(keys.count == 1)
  }

  @Test(
    "is the page, the lesson, what it stands on and the kit",
    arguments: [
      ("Lessons/Lesson4-Backward/README.md", true), ("Lessons/Lesson4-Backward/Backward.swift", true),
      ("Lessons/Lesson1-Activations/Activations.swift", true), ("Lessons/Lesson3-Forward/Forward.swift", true),
      ("Sources/CourseKit/Matrix.swift", true), ("Package.swift", true),
      ("Lessons/Lesson2-HeInit/HeInit.swift", false), ("Lessons/Lesson3-Forward/README.md", false),
      ("Lessons/Lesson5-MiniBatches/MiniBatches.swift", false),
    ])
  func contents(file: String, counts: Bool) throws {
    try inCheckout { root, checkout in
      let before = NotebookKey(checkout).text(for: Course.neuralNetwork.lessons[3])
      let wholeBefore = NotebookKey(checkout).textForCourse
      try write("two\n", to: file, in: root)
      #expect((NotebookKey(checkout).text(for: Course.neuralNetwork.lessons[3]) != before) == counts)
      #expect(NotebookKey(checkout).textForCourse != wholeBefore)
    }
  }
}
