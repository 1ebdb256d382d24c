import Foundation

/// The student's tree as it follows from `Solutions/`.
package struct LessonTree {
  let root: URL

  /// Creates the tree of a checkout.
  package init(root: URL) {
    self.root = root
  }

  /// A file that follows from others: where it lies, what it should hold and what it holds.
  package struct LessonFile {
    /// The path relative to the checkout.
    package let path: String
    /// The text that it should hold; of a lesson, with every exercise as a stub.
    package let fresh: String
    /// The text that is there; nil if there is no such file.
    package let present: String?

    /// Creates a file.
    package init(path: String, fresh: String, present: String?) {
      self.path = path
      self.fresh = fresh
      self.present = present
    }
  }

  /// Returns every lesson file, in the order of the lessons.
  ///
  /// - Throws: `MarkerError` for the first solution whose markers are wrong, or the error of a file that cannot be read.
  package func files() throws -> [LessonFile] {
    let solutions = root.appending(path: "Solutions")
    let names = try FileManager.default.contentsOfDirectory(atPath: solutions.path)
    return try LessonFolder.ordered(names).flatMap { folder in
      try FileManager.default.contentsOfDirectory(atPath: solutions.appending(path: folder).path)
        .filter { $0.hasSuffix(".swift") }.sorted()
        .map { name in
          let source = try String(contentsOf: solutions.appending(path: "\(folder)/\(name)"), encoding: .utf8)
          let path = "Lessons/\(folder)/\(name)"
          return LessonFile(
            path: path, fresh: try Stubs.lesson(from: source, file: "Solutions/\(folder)/\(name)"),
            present: try? String(contentsOf: root.appending(path: path), encoding: .utf8))
        }
    }
  }

  /// Writes a fresh lesson file; one that is there and differs is copied first, and the copy's path is returned.
  package func write(_ file: LessonFile, keepsBackup: Bool = true) throws -> String? {
    let destination = root.appending(path: file.path)
    let isThere = FileManager.default.fileExists(atPath: destination.path)
    let backup = isThere && keepsBackup ? try Backup.copy(file.path, in: root) : nil
    try FileManager.default.createDirectory(
      at: destination.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(file.fresh.utf8).write(to: destination, options: .atomic)
    return backup
  }
}

/// The names of lessons' folders.
package enum LessonFolder {
  /// The number in a name such as `Lesson10-Topic`; nil if it is no lesson's.
  package static func number(of name: String) -> Int? {
    guard name.hasPrefix("Lesson") else { return nil }
    let rest = name.dropFirst("Lesson".count)
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    return [nil, "-"].contains(rest.dropFirst(digits.count).first) ? Int(digits) : nil
  }

  /// The names of lessons' folders among others, in the order of the course: lesson 10 comes after lesson 9.
  package static func ordered(_ names: [String]) -> [String] {
    names.compactMap { name in number(of: name).map { (number: $0, name: name) } }
      .sorted { ($0.number, $0.name) < ($1.number, $1.name) }.map(\.name)
  }
}
