import Foundation
import Vocabulary

/// The folder that holds the course, and the tree in it that is checked.
package struct Checkout {
  /// The folder with `Package.swift`.
  package let root: URL
  /// Whose code is checked.
  package let tree: Tree
  /// The one lesson that comes from `Lessons/` while all others come from `Solutions/`.
  package let isolatedLesson: Int?
  /// The lessons of the course, in order.
  package let lessons: [LessonOutline]

  package init(root: URL, tree: Tree, isolatedLesson: Int? = nil, lessons: [LessonOutline]) {
    self.root = root
    self.tree = tree
    self.isolatedLesson = isolatedLesson
    self.lessons = lessons
  }

  /// The two trees of lessons.
  package enum Tree: String, CaseIterable {
    case lessons, solutions

    var folder: String { self == .lessons ? "Lessons" : "Solutions" }
  }

  /// Finds the course in a folder or above it; nil if it is not there.
  package static func root(around folder: URL) -> URL? {
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
  package func tree(of lesson: LessonOutline) -> Tree {
    guard let isolatedLesson else { return tree }
    return isolatedLesson == lesson.number ? .lessons : .solutions
  }

  /// A lesson's Swift file, relative to the checkout.
  package func file(of lesson: LessonOutline) -> String {
    "\(tree(of: lesson).folder)/\(lesson.file)"
  }

  /// The location in a lesson that a full path names; nil for files that are not lessons.
  package func location(path: Substring, line: Int) -> SourceLocation? {
    let file = Self.relative(String(path), to: root)
    return Tree.allCases.contains { file.hasPrefix($0.folder + "/") } ? SourceLocation(file: file, line: line) : nil
  }

  /// A path inside the course's folder, relative to it; any other path as it is.
  package static func relative(_ path: String, to root: URL) -> String {
    // The compiler may name the folder without the links that lead to it: /private/tmp for /tmp on macOS.
    for folder in [root.path, root.resolvingSymlinksInPath().path, "/private" + root.path] {
      let prefix = folder.hasSuffix("/") ? folder : folder + "/"
      if path.hasPrefix(prefix) { return String(path.dropFirst(prefix.count)) }
    }
    return path
  }

  /// The location in a lesson that a message names by module and file, as `#file` does: `Backward/Backward.swift`.
  package func location(module: Substring, line: Int) -> SourceLocation? {
    // What the code printed before, without ending the line, stands right before the module's name.
    lessons.first { module.hasSuffix("\($0.topic)/\($0.topic).swift") }
      .map { SourceLocation(file: file(of: $0), line: line) }
  }

  /// The place where a lesson declares a function.
  package func declaration(of function: String, in lesson: LessonOutline) -> SourceLocation? {
    LessonSource(lesson, in: self).declaration(of: function)
  }

  /// The text of one line of a file in the checkout; nil if there is none.
  package func line(at location: SourceLocation) -> String? {
    let lines = lines(of: location.file)
    guard lines.indices.contains(location.line - 1) else { return nil }
    return lines[location.line - 1].trimmingCharacters(in: .whitespaces)
  }

  /// The column where the text of a line begins, counted from 1.
  package func column(at location: SourceLocation) -> Int {
    let lines = lines(of: location.file)
    guard lines.indices.contains(location.line - 1) else { return 1 }
    return lines[location.line - 1].prefix { $0 == " " || $0 == "\t" }.count + 1
  }

  /// The lines of a file in the checkout; none if it cannot be read.
  package func lines(of file: String) -> [Substring] {
    let text = (try? String(contentsOf: root.appending(path: file), encoding: .utf8)) ?? ""
    // In Swift, Windows' line ending is one character and none of the other two.
    return text.split(omittingEmptySubsequences: false) { ["\n", "\r\n", "\r"].contains($0) }
  }
}
