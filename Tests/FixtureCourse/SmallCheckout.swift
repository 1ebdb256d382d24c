import CourseFiles
import Engine
import Foundation

/// A folder with the solutions and the stubs of some lessons: enough for commands that build nothing.
package final class SmallCheckout {
  package let root = FileManager.default.temporaryDirectory.appending(path: "small-checkout-\(UUID().uuidString)")
  package static let checkout = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL

  /// Creates a folder with lessons of the fixture, or with those of another course.
  ///
  /// - Parameters:
  ///   - lessons: the lessons.
  ///   - source: where that course's `Solutions/` are.
  package init(_ lessons: [Lesson] = Course.fixture.lessons, from source: URL = Course.fixtureFiles) throws {
    for lesson in lessons {
      let solution = try Self.solution(of: lesson, from: source)
      try write(solution, to: "Solutions/\(lesson.file)")
      try write(try Stubs.lesson(from: solution, file: lesson.file), to: "Lessons/\(lesson.file)")
    }
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  package static func solution(of lesson: Lesson, from source: URL = Course.fixtureFiles) throws -> String {
    try String(contentsOf: source.appending(path: "Solutions/\(lesson.file)"), encoding: .utf8)
  }

  package func write(_ text: String, to file: String) throws {
    let place = root.appending(path: file)
    try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: place)
  }

  /// The bytes of a file, so that line endings count.
  package func bytes(of file: String) throws -> Data { try Data(contentsOf: root.appending(path: file)) }

  /// Every backup, by its path.
  package var backups: [String] {
    let paths = try? FileManager.default.subpathsOfDirectory(atPath: root.appending(path: ".course-check/backups").path)
    return (paths ?? []).filter { $0.hasSuffix(".swift") }
  }
}
