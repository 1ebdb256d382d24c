import Engine
import Foundation

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
    let file = Self.relative(String(path), to: root)
    return Tree.allCases.contains { file.hasPrefix($0.folder + "/") } ? SourceLocation(file: file, line: line) : nil
  }

  /// A path inside the course's folder, relative to it; any other path as it is.
  static func relative(_ path: String, to root: URL) -> String {
    // The compiler may name the folder without the links that lead to it: /private/tmp for /tmp on macOS.
    for folder in [root.path, root.resolvingSymlinksInPath().path, "/private" + root.path] {
      let prefix = folder.hasSuffix("/") ? folder : folder + "/"
      if path.hasPrefix(prefix) { return String(path.dropFirst(prefix.count)) }
    }
    return path
  }

  /// The location in a lesson that a message names by module and file, as `#file` does: `Backward/Backward.swift`.
  func location(module: Substring, line: Int) -> SourceLocation? {
    // What the code printed before, without ending the line, stands right before the module's name.
    Course.taught.lessons.first { module.hasSuffix("\($0.topic)/\($0.topic).swift") }
      .map { SourceLocation(file: file(of: $0), line: line) }
  }

  /// The place where a lesson declares a function.
  func declaration(of function: String, in lesson: Lesson) -> SourceLocation? {
    LessonSource(lesson, in: self).declaration(of: function)
  }

  /// The text of one line of a file in the checkout; nil if there is none.
  func line(at location: SourceLocation) -> String? {
    let lines = lines(of: location.file)
    guard lines.indices.contains(location.line - 1) else { return nil }
    return lines[location.line - 1].trimmingCharacters(in: .whitespaces)
  }

  /// The column where the text of a line begins, counted from 1.
  func column(at location: SourceLocation) -> Int {
    let lines = lines(of: location.file)
    guard lines.indices.contains(location.line - 1) else { return 1 }
    return lines[location.line - 1].prefix { $0 == " " || $0 == "\t" }.count + 1
  }

  /// The lines of a file in the checkout; none if it cannot be read.
  func lines(of file: String) -> [Substring] {
    let text = (try? String(contentsOf: root.appending(path: file), encoding: .utf8)) ?? ""
    // In Swift, Windows' line ending is one character and none of the other two.
    return text.split(omittingEmptySubsequences: false) { ["\n", "\r\n", "\r"].contains($0) }
  }
}
