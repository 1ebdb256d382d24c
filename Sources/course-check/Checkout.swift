import Foundation
import Judge

/// The folder that holds the course, and the tree in it that is checked.
struct Checkout {
  /// The folder with `Package.swift`.
  let root: URL
  /// Whose code is checked.
  let tree: Tree
  /// The one lesson that comes from `Lessons/` while all others come from `Solutions/`.
  let isolatedLesson: Int?

  /// The two trees of lessons.
  enum Tree: String, CaseIterable {
    case lessons, solutions

    var folder: String { self == .lessons ? "Lessons" : "Solutions" }
  }

  /// Finds the course in a folder or above it; nil if it is not there.
  static func root(around folder: URL) -> URL? {
    var candidate = folder.standardizedFileURL
    while true {
      let hasCourse = ["Package.swift", "Sources/course-check"].allSatisfy {
        FileManager.default.fileExists(atPath: candidate.appending(path: $0).path)
      }
      if hasCourse { return candidate }
      let parent = candidate.deletingLastPathComponent().standardizedFileURL
      if parent.path == candidate.path { return nil }
      candidate = parent
    }
  }

  /// The tree from which a lesson is taken.
  func tree(of lesson: Lesson) -> Tree {
    guard let isolatedLesson else { return tree }
    return isolatedLesson == lesson.number ? .lessons : .solutions
  }

  /// A lesson's Swift file, relative to the checkout.
  func file(of lesson: Lesson) -> String {
    "\(tree(of: lesson).folder)/\(lesson.file)"
  }

  /// The location in a lesson that a full path names; nil for files that are not lessons.
  func location(path: Substring, line: Int) -> SourceLocation? {
    let prefix = folderPath(root)
    guard path.hasPrefix(prefix) else { return nil }
    let file = String(path.dropFirst(prefix.count))
    return Tree.allCases.contains { file.hasPrefix($0.folder + "/") } ? SourceLocation(file: file, line: line) : nil
  }

  private func folderPath(_ folder: URL) -> String {
    folder.path.hasSuffix("/") ? folder.path : folder.path + "/"
  }

  /// The location in a lesson that a message names by module and file, as `#file` does: `Backward/Backward.swift`.
  func location(module: Substring, line: Int) -> SourceLocation? {
    Course.lessons.first { "\($0.topic)/\($0.topic).swift" == module }
      .map { SourceLocation(file: file(of: $0), line: line) }
  }

  /// The place where a lesson declares a function.
  func declaration(of function: String, in lesson: Lesson) -> SourceLocation? {
    let file = file(of: lesson)
    guard let index = lines(of: file).firstIndex(where: { $0.contains("func \(function)(") }) else { return nil }
    return SourceLocation(file: file, line: index + 1)
  }

  /// The text of one line of a file in the checkout; nil if there is none.
  func line(at location: SourceLocation) -> String? {
    let lines = lines(of: location.file)
    guard lines.indices.contains(location.line - 1) else { return nil }
    return lines[location.line - 1].trimmingCharacters(in: .whitespaces)
  }

  private func lines(of file: String) -> [Substring] {
    let text = (try? String(contentsOf: root.appending(path: file), encoding: .utf8)) ?? ""
    return text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}
