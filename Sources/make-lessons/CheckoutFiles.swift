import CourseFiles
import Foundation

/// The text files of a checkout, by their paths relative to it.
struct CheckoutFiles {
  let root: URL

  /// A line of a file.
  struct Line {
    let file: String
    /// Counted from 1.
    let number: Int
    let text: Substring

    var place: String { "\(file):\(number)" }
  }

  /// What a file holds; nil if it cannot be read.
  func text(of file: String) -> String? {
    (try? String(contentsOf: root.appending(path: file), encoding: .utf8))?.replacing("\r\n", with: "\n")
  }

  /// The files below a folder of some kinds, in the order of their paths; none if there is no such folder.
  ///
  /// - Parameters:
  ///   - folder: the folder.
  ///   - suffixes: how their names end; otherwise Swift files and pages.
  func files(below folder: String, endingIn suffixes: [String] = [".swift", ".md"]) -> [String] {
    let paths = FileManager.default.enumerator(atPath: root.appending(path: folder).path)?.compactMap { $0 as? String }
    return (paths ?? []).filter { path in suffixes.contains(where: path.hasSuffix) }.sorted().map { "\(folder)/\($0)" }
  }

  /// The lines below a folder that hold a text.
  func lines(below folder: String, holding text: String) -> [Line] {
    files(below: folder).flatMap { file -> [Line] in
      guard let content = self.text(of: file), content.range(of: text) != nil else { return [] }
      return content.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        .filter { $0.element.contains(text) }
        .map { Line(file: file, number: $0.offset + 1, text: $0.element) }
    }
  }

  /// The numbers N for which a folder holds a folder `LessonN` or `LessonN-Topic`, in their order.
  func lessons(in folder: String) -> [Int] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)) ?? []
    return Set(names.compactMap(LessonFolder.number)).sorted()
  }
}
